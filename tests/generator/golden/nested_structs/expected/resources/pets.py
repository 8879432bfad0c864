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

        Args:
            pets: The pets.
            buyer: A person.
            witness: A person.

        Returns:
            The import was carried out.

        Raises:
            NoKeyError: 401. The call failed.
            ForbiddenError: 403. The call failed.
            WrongValueError: 422. The call failed.
            ServerError: 5XX. The call failed.
            TooManyError: 429. Too many calls were made.
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

        Args:
            pets: The pets.
            buyer: A person.
            witness: A person.

        Returns:
            The import was carried out.

        Raises:
            NoKeyError: 401. The call failed.
            ForbiddenError: 403. The call failed.
            WrongValueError: 422. The call failed.
            ServerError: 5XX. The call failed.
            TooManyError: 429. Too many calls were made.
        """
        return await self._transport.run(operations.pets_import_pets(pets=pets, buyer=buyer, witness=witness))


class AsyncPetsRaw:
    """`AsyncPetsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport
        resource = AsyncPetsResource(transport)
        self.import_pets = async_raw(resource.import_pets)
