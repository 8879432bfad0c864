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

    def create(self) -> models.Pet:
        """Create a pet.

        Returns:
            The pet.

        Raises:
            ClientError: 4XX without a class of its own. The pet is refused.
            MissingError: 404. The call failed. 410. The call failed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_create())

    def wash(self, pet_id: str) -> None:
        """Wash a pet.

        Args:
            pet_id: Id.

        Raises:
            ClientError: 4XX without a class of its own. It cannot be washed.
            ServerError: 5XX. It cannot be washed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_wash(pet_id))

    def delete(self, pet_id: str) -> None:
        """Delete a pet.

        The call is idempotent: a repeat is safe.

        Args:
            pet_id: Id.

        Raises:
            NoKeyError: 401. The call failed.
            ForbiddenError: 403. The call failed.
            MissingError: 404. The call failed.
            TooManyError: 429. Too many calls were made.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_delete(pet_id))


class PetsRaw(Resource[Transport]):
    """`PetsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        super().__init__(transport)
        resource = PetsResource(transport)
        self.create = raw(resource.create)
        self.wash = raw(resource.wash)
        self.delete = raw(resource.delete)


class AsyncPetsResource(Resource[AsyncTransport]):
    """Animals."""

    async def create(self) -> models.Pet:
        """Create a pet.

        Returns:
            The pet.

        Raises:
            ClientError: 4XX without a class of its own. The pet is refused.
            MissingError: 404. The call failed. 410. The call failed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_create())

    async def wash(self, pet_id: str) -> None:
        """Wash a pet.

        Args:
            pet_id: Id.

        Raises:
            ClientError: 4XX without a class of its own. It cannot be washed.
            ServerError: 5XX. It cannot be washed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_wash(pet_id))

    async def delete(self, pet_id: str) -> None:
        """Delete a pet.

        The call is idempotent: a repeat is safe.

        Args:
            pet_id: Id.

        Raises:
            NoKeyError: 401. The call failed.
            ForbiddenError: 403. The call failed.
            MissingError: 404. The call failed.
            TooManyError: 429. Too many calls were made.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_delete(pet_id))


class AsyncPetsRaw(Resource[AsyncTransport]):
    """`AsyncPetsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        super().__init__(transport)
        resource = AsyncPetsResource(transport)
        self.create = async_raw(resource.create)
        self.wash = async_raw(resource.wash)
        self.delete = async_raw(resource.delete)
