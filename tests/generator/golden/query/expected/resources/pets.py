# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Animals."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from foxreach_runtime.client import Resource
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw
from msgspec import UNSET, UnsetType

from .. import models
from ..operations import pets as operations

if TYPE_CHECKING:
    from ..inputs import KindInput, TouchInput


class PetsResource(Resource[Transport]):
    """Animals."""

    @overload
    def touch(
        self,
        pet_id: str,
        *,
        verbose: bool | None = None,
        min_age: int,
        max_weight: float | None = None,
        search: str | None = None,
        kind: KindInput | None = None,
        strength: int,
    ) -> models.Pet: ...

    @overload
    def touch(
        self,
        pet_id: str,
        values: TouchInput,
        *,
        verbose: bool | None = None,
        min_age: int,
        max_weight: float | None = None,
        search: str | None = None,
        kind: KindInput | None = None,
    ) -> models.Pet: ...

    def touch(
        self,
        pet_id: str,
        values: TouchInput | UnsetType = UNSET,
        *,
        verbose: bool | None = None,
        min_age: int,
        max_weight: float | None = None,
        search: str | None = None,
        kind: KindInput | None = None,
        strength: int | UnsetType = UNSET,
    ) -> models.Pet:
        """Get a pet.

        The call is idempotent: a repeat is safe.

        Args:
            pet_id: Id of the pet.
            values: The fields below as one `Touch`, or as a mapping such as `TouchDict`, in place of keywords.
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
                values,
                verbose=verbose,
                min_age=min_age,
                max_weight=max_weight,
                search=search,
                kind=kind,
                strength=strength,
            )
        )


class PetsRaw(Resource[Transport]):
    """`PetsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        super().__init__(transport)
        resource = PetsResource(transport)
        self.touch = raw(resource.touch)


class AsyncPetsResource(Resource[AsyncTransport]):
    """Animals."""

    @overload
    async def touch(
        self,
        pet_id: str,
        *,
        verbose: bool | None = None,
        min_age: int,
        max_weight: float | None = None,
        search: str | None = None,
        kind: KindInput | None = None,
        strength: int,
    ) -> models.Pet: ...

    @overload
    async def touch(
        self,
        pet_id: str,
        values: TouchInput,
        *,
        verbose: bool | None = None,
        min_age: int,
        max_weight: float | None = None,
        search: str | None = None,
        kind: KindInput | None = None,
    ) -> models.Pet: ...

    async def touch(
        self,
        pet_id: str,
        values: TouchInput | UnsetType = UNSET,
        *,
        verbose: bool | None = None,
        min_age: int,
        max_weight: float | None = None,
        search: str | None = None,
        kind: KindInput | None = None,
        strength: int | UnsetType = UNSET,
    ) -> models.Pet:
        """Get a pet.

        The call is idempotent: a repeat is safe.

        Args:
            pet_id: Id of the pet.
            values: The fields below as one `Touch`, or as a mapping such as `TouchDict`, in place of keywords.
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
                values,
                verbose=verbose,
                min_age=min_age,
                max_weight=max_weight,
                search=search,
                kind=kind,
                strength=strength,
            )
        )


class AsyncPetsRaw(Resource[AsyncTransport]):
    """`AsyncPetsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        super().__init__(transport)
        resource = AsyncPetsResource(transport)
        self.touch = async_raw(resource.touch)
