# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Animals."""

from __future__ import annotations

from foxreach_runtime.client import Resource
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw

from .. import models
from ..operations import pets as operations


class PetsResource(Resource[Transport]):
    """Animals."""

    def get(self, pet_id: str) -> models.Pet:
        """Get a pet.

        Args:
            pet_id: Id of the pet.

        Returns:
            An animal.

        Raises:
            MissingError: 404. The call failed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_get(pet_id))

    def delete(self, pet_id: str) -> None:
        """Delete a pet.

        Needs the scope `pets:write`. The call is idempotent: a repeat is safe.

        Args:
            pet_id: Id of the pet.

        Raises:
            MissingError: 404. The call failed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_delete(pet_id))


class PetsRaw(Resource[Transport]):
    """`PetsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        super().__init__(transport)
        resource = PetsResource(transport)
        self.get = raw(resource.get)
        self.delete = raw(resource.delete)


class AsyncPetsResource(Resource[AsyncTransport]):
    """Animals."""

    async def get(self, pet_id: str) -> models.Pet:
        """Get a pet.

        Args:
            pet_id: Id of the pet.

        Returns:
            An animal.

        Raises:
            MissingError: 404. The call failed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_get(pet_id))

    async def delete(self, pet_id: str) -> None:
        """Delete a pet.

        Needs the scope `pets:write`. The call is idempotent: a repeat is safe.

        Args:
            pet_id: Id of the pet.

        Raises:
            MissingError: 404. The call failed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_delete(pet_id))


class AsyncPetsRaw(Resource[AsyncTransport]):
    """`AsyncPetsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        super().__init__(transport)
        resource = AsyncPetsResource(transport)
        self.get = async_raw(resource.get)
        self.delete = async_raw(resource.delete)
