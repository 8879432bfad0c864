# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Animals."""

from __future__ import annotations

from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw
from msgspec import UNSET, UnsetType

from .. import models, operations
from ..inputs import KindInput


class PetsResource:
    """Animals."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def touch(
        self,
        pet_id: str,
        *,
        verbose: bool | UnsetType = UNSET,
        min_age: int,
        max_weight: float | UnsetType = UNSET,
        search: str | UnsetType = UNSET,
        kind: KindInput | UnsetType = UNSET,
        strength: int,
    ) -> models.Pet:
        """Get a pet.

        The call is idempotent: a repeat is safe.

        Args:
            pet_id: Id of the pet.
            verbose: Whether to say more.
            min_age: Least age.
            max_weight: Greatest weight.
            search: Text to look for.
            kind: Kind.
            strength: How strong, 1 to 5.

        Returns:
            An animal.

        Raises:
            MissingError: 404. The call failed.
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(
            operations.pets_touch(
                pet_id,
                verbose=verbose,
                min_age=min_age,
                max_weight=max_weight,
                search=search,
                kind=kind,
                strength=strength,
            )
        )


class PetsRaw:
    """`PetsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        resource = PetsResource(transport)
        self.touch = raw(resource.touch)


class AsyncPetsResource:
    """Animals."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def touch(
        self,
        pet_id: str,
        *,
        verbose: bool | UnsetType = UNSET,
        min_age: int,
        max_weight: float | UnsetType = UNSET,
        search: str | UnsetType = UNSET,
        kind: KindInput | UnsetType = UNSET,
        strength: int,
    ) -> models.Pet:
        """Get a pet.

        The call is idempotent: a repeat is safe.

        Args:
            pet_id: Id of the pet.
            verbose: Whether to say more.
            min_age: Least age.
            max_weight: Greatest weight.
            search: Text to look for.
            kind: Kind.
            strength: How strong, 1 to 5.

        Returns:
            An animal.

        Raises:
            MissingError: 404. The call failed.
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(
            operations.pets_touch(
                pet_id,
                verbose=verbose,
                min_age=min_age,
                max_weight=max_weight,
                search=search,
                kind=kind,
                strength=strength,
            )
        )


class AsyncPetsRaw:
    """`AsyncPetsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport
        resource = AsyncPetsResource(transport)
        self.touch = async_raw(resource.touch)
