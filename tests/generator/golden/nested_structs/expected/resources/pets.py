# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Animals."""

from __future__ import annotations

from collections.abc import Iterable

from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw

from .. import models, operations
from ..inputs import OwnerInput, PetCreateInput


class PetsResource:
    """Animals."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def import_pets(
        self, *, pets: Iterable[PetCreateInput], buyer: OwnerInput, witness: OwnerInput | None
    ) -> models.Report:
        """Import pets.

        The call is idempotent: a repeat is safe.

        Args:
            pets: The pets.
            buyer: A person.
            witness: A person.

        Returns:
            What became of an import.

        Raises:
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_import_pets(pets=pets, buyer=buyer, witness=witness))


class PetsRaw:
    """`PetsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        resource = PetsResource(transport)
        self.import_pets = raw(resource.import_pets)


class AsyncPetsResource:
    """Animals."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def import_pets(
        self, *, pets: Iterable[PetCreateInput], buyer: OwnerInput, witness: OwnerInput | None
    ) -> models.Report:
        """Import pets.

        The call is idempotent: a repeat is safe.

        Args:
            pets: The pets.
            buyer: A person.
            witness: A person.

        Returns:
            What became of an import.

        Raises:
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_import_pets(pets=pets, buyer=buyer, witness=witness))


class AsyncPetsRaw:
    """`AsyncPetsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport
        resource = AsyncPetsResource(transport)
        self.import_pets = async_raw(resource.import_pets)
