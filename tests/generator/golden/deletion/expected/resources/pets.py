# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Animals."""

from __future__ import annotations

from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw

from .. import models, operations


class PetsResource:
    """Animals."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def remove_toy(self, pet_id: str, toy_id: str) -> models.Removal:
        """What was removed.

        Args:
            pet_id: Id of the pet.
            toy_id: Id of the toy.

        Returns:
            The toy was removed.

        Raises:
            AuthenticationError: 401. The call failed.
            PermissionDeniedError: 403. The call failed.
            NotFoundError: 404. The call failed.
            UnprocessableError: 422. The call failed.
            ServerError: 5XX. The call failed.
            RateLimitedError: 429. Too many calls were made.
        """
        return self._transport.run(operations.pets_remove_toy(pet_id, toy_id))


class PetsRaw:
    """`PetsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        resource = PetsResource(transport)
        self.remove_toy = raw(resource.remove_toy)


class AsyncPetsResource:
    """Animals."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def remove_toy(self, pet_id: str, toy_id: str) -> models.Removal:
        """What was removed.

        Args:
            pet_id: Id of the pet.
            toy_id: Id of the toy.

        Returns:
            The toy was removed.

        Raises:
            AuthenticationError: 401. The call failed.
            PermissionDeniedError: 403. The call failed.
            NotFoundError: 404. The call failed.
            UnprocessableError: 422. The call failed.
            ServerError: 5XX. The call failed.
            RateLimitedError: 429. Too many calls were made.
        """
        return await self._transport.run(operations.pets_remove_toy(pet_id, toy_id))


class AsyncPetsRaw:
    """`AsyncPetsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport
        resource = AsyncPetsResource(transport)
        self.remove_toy = async_raw(resource.remove_toy)
