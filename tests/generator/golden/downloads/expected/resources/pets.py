# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Animals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from foxreach_runtime.client import Resource
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw

from ..operations import pets as operations

if TYPE_CHECKING:
    from foxreach_runtime.files.download import Download


class PetsResource(Resource[Transport]):
    """Animals."""

    def export(self, *, kind: str | None = None, x_tenant: str | None = None) -> Download:
        """Export pets.

        Args:
            kind: Kind.
            x_tenant: Tenant.

        Returns:
            The file: its `content`, or its parts by iterating, or `save(path)`, which never leaves half a file.

        Raises:
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_export(kind=kind, x_tenant=x_tenant))

    def photo(self, pet_id: str) -> Download:
        """Get the photo of a pet.

        Args:
            pet_id: Id.

        Returns:
            The file: its `content`, or its parts by iterating, or `save(path)`, which never leaves half a file.

        Raises:
            MissingError: 404. The call failed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_photo(pet_id))


class PetsRaw(Resource[Transport]):
    """`PetsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        super().__init__(transport)
        resource = PetsResource(transport)
        self.export = raw(resource.export)
        self.photo = raw(resource.photo)


class AsyncPetsResource(Resource[AsyncTransport]):
    """Animals."""

    async def export(self, *, kind: str | None = None, x_tenant: str | None = None) -> Download:
        """Export pets.

        Args:
            kind: Kind.
            x_tenant: Tenant.

        Returns:
            The file: its `content`, or its parts by iterating, or `save(path)`, which never leaves half a file.

        Raises:
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_export(kind=kind, x_tenant=x_tenant))

    async def photo(self, pet_id: str) -> Download:
        """Get the photo of a pet.

        Args:
            pet_id: Id.

        Returns:
            The file: its `content`, or its parts by iterating, or `save(path)`, which never leaves half a file.

        Raises:
            MissingError: 404. The call failed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_photo(pet_id))


class AsyncPetsRaw(Resource[AsyncTransport]):
    """`AsyncPetsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        super().__init__(transport)
        resource = AsyncPetsResource(transport)
        self.export = async_raw(resource.export)
        self.photo = async_raw(resource.photo)
