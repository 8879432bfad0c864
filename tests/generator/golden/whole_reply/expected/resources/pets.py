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

    def first(self) -> models.Pet:
        """Get the first pet.

        Returns:
            An animal.

        Raises:
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_first())

    def delete(self, pet_id: str) -> models.Pet:
        """Delete a pet.

        The call is idempotent: a repeat is safe.

        Args:
            pet_id: Id of the pet.

        Returns:
            An animal.

        Raises:
            MissingError: 404. The call failed.
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_delete(pet_id))

    def counted(self, *, q: str | None = None) -> models.CountedPets:
        """Get pets and their number.

        Args:
            q: Text to look for.

        Returns:
            Pets and how many there are.

        Raises:
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_counted(q=q))


class PetsRaw(Resource[Transport]):
    """`PetsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        super().__init__(transport)
        resource = PetsResource(transport)
        self.first = raw(resource.first)
        self.delete = raw(resource.delete)
        self.counted = raw(resource.counted)


class AsyncPetsResource(Resource[AsyncTransport]):
    """Animals."""

    async def first(self) -> models.Pet:
        """Get the first pet.

        Returns:
            An animal.

        Raises:
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_first())

    async def delete(self, pet_id: str) -> models.Pet:
        """Delete a pet.

        The call is idempotent: a repeat is safe.

        Args:
            pet_id: Id of the pet.

        Returns:
            An animal.

        Raises:
            MissingError: 404. The call failed.
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_delete(pet_id))

    async def counted(self, *, q: str | None = None) -> models.CountedPets:
        """Get pets and their number.

        Args:
            q: Text to look for.

        Returns:
            Pets and how many there are.

        Raises:
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_counted(q=q))


class AsyncPetsRaw(Resource[AsyncTransport]):
    """`AsyncPetsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        super().__init__(transport)
        resource = AsyncPetsResource(transport)
        self.first = async_raw(resource.first)
        self.delete = async_raw(resource.delete)
        self.counted = async_raw(resource.counted)
