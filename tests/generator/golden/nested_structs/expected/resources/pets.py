# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Animals."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, overload

from foxreach_runtime.client import Resource
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw
from msgspec import UNSET, UnsetType

from .. import models
from ..operations import pets as operations

if TYPE_CHECKING:
    from ..inputs import OwnerInput, PetCreateInput, PetImportInput


class PetsResource(Resource[Transport]):
    """Animals."""

    @overload
    def import_pets(
        self, *, pets: Iterable[PetCreateInput], buyer: OwnerInput, witness: OwnerInput | None
    ) -> models.Report: ...

    @overload
    def import_pets(self, values: PetImportInput) -> models.Report: ...

    def import_pets(
        self,
        values: PetImportInput | UnsetType = UNSET,
        *,
        pets: Iterable[PetCreateInput] | UnsetType = UNSET,
        buyer: OwnerInput | UnsetType = UNSET,
        witness: OwnerInput | None | UnsetType = UNSET,
    ) -> models.Report:
        """Import pets.

        The call is idempotent: a repeat is safe.

        Args:
            values: The fields below as one `PetImport`, or as a mapping such as `PetImportDict`, in place of
                keywords.
            pets: The pets.
            buyer: A person.
            witness: A person.

        Returns:
            What became of an import.

        Raises:
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_import_pets(values, pets=pets, buyer=buyer, witness=witness))


class PetsRaw(Resource[Transport]):
    """`PetsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        super().__init__(transport)
        resource = PetsResource(transport)
        self.import_pets = raw(resource.import_pets)


class AsyncPetsResource(Resource[AsyncTransport]):
    """Animals."""

    @overload
    async def import_pets(
        self, *, pets: Iterable[PetCreateInput], buyer: OwnerInput, witness: OwnerInput | None
    ) -> models.Report: ...

    @overload
    async def import_pets(self, values: PetImportInput) -> models.Report: ...

    async def import_pets(
        self,
        values: PetImportInput | UnsetType = UNSET,
        *,
        pets: Iterable[PetCreateInput] | UnsetType = UNSET,
        buyer: OwnerInput | UnsetType = UNSET,
        witness: OwnerInput | None | UnsetType = UNSET,
    ) -> models.Report:
        """Import pets.

        The call is idempotent: a repeat is safe.

        Args:
            values: The fields below as one `PetImport`, or as a mapping such as `PetImportDict`, in place of
                keywords.
            pets: The pets.
            buyer: A person.
            witness: A person.

        Returns:
            What became of an import.

        Raises:
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_import_pets(values, pets=pets, buyer=buyer, witness=witness))


class AsyncPetsRaw(Resource[AsyncTransport]):
    """`AsyncPetsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        super().__init__(transport)
        resource = AsyncPetsResource(transport)
        self.import_pets = async_raw(resource.import_pets)
