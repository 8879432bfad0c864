# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Animals."""

from __future__ import annotations

import builtins

from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw
from msgspec import UNSET, UnsetType

from .. import models, operations


class PetsResource:
    """Animals."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def list(self, *, pet_name: str | UnsetType = UNSET) -> builtins.list[models.Pet]:
        """Every pet.

        Args:
            pet_name: Name.

        Returns:
            The pets.

        Raises:
            AuthenticationError: 401. The call failed.
            PermissionDeniedError: 403. The call failed.
            UnprocessableError: 422. The call failed.
            ServerError: 5XX. The call failed.
            RateLimitedError: 429. Too many calls were made.
        """
        return self._transport.run(operations.pets_list(pet_name=pet_name))

    def create(self, *, pet_name: str) -> models.Pet:
        """The pet just created.

        Args:
            pet_name: Name.

        Returns:
            The pet.

        Raises:
            AuthenticationError: 401. The call failed.
            PermissionDeniedError: 403. The call failed.
            UnprocessableError: 422. The call failed.
            ServerError: 5XX. The call failed.
            RateLimitedError: 429. Too many calls were made.
        """
        return self._transport.run(operations.pets_create(pet_name=pet_name))

    def get(self, pet_id: str) -> models.Pet:
        """The pet.

        Args:
            pet_id: Id of the pet.

        Returns:
            The pet.

        Raises:
            AuthenticationError: 401. The call failed.
            PermissionDeniedError: 403. The call failed.
            NotFoundError: 404. The call failed.
            UnprocessableError: 422. The call failed.
            ServerError: 5XX. The call failed.
            RateLimitedError: 429. Too many calls were made.
        """
        return self._transport.run(operations.pets_get(pet_id))

    def sell(self, pet_id: str) -> models.Pet:
        """The pet, sold.

        Args:
            pet_id: Id of the pet.

        Returns:
            The pet.

        Raises:
            AuthenticationError: 401. The call failed.
            PermissionDeniedError: 403. The call failed.
            NotFoundError: 404. The call failed.
            UnprocessableError: 422. The call failed.
            ServerError: 5XX. The call failed.
            RateLimitedError: 429. Too many calls were made.
        """
        return self._transport.run(operations.pets_sell(pet_id))

    def letters(self, pet_id: str) -> models.Letters:
        """The letters to a pet.

        Args:
            pet_id: Id of the pet.

        Returns:
            The letters.

        Raises:
            AuthenticationError: 401. The call failed.
            PermissionDeniedError: 403. The call failed.
            NotFoundError: 404. The call failed.
            UnprocessableError: 422. The call failed.
            ServerError: 5XX. The call failed.
            RateLimitedError: 429. Too many calls were made.
        """
        return self._transport.run(operations.pets_letters(pet_id))

    def write(self, pet_id: str, *, body: str) -> models.Letter:
        """The letter just sent.

        Args:
            pet_id: Id of the pet.
            body: What is written.

        Returns:
            The letter.

        Raises:
            AuthenticationError: 401. The call failed.
            PermissionDeniedError: 403. The call failed.
            NotFoundError: 404. The call failed.
            UnprocessableError: 422. The call failed.
            ServerError: 5XX. The call failed.
            RateLimitedError: 429. Too many calls were made.
        """
        return self._transport.run(operations.pets_write(pet_id, body=body))


class PetsRaw:
    """`PetsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        self._transport = transport
        resource = PetsResource(transport)
        self.list = raw(resource.list)
        self.create = raw(resource.create)
        self.get = raw(resource.get)
        self.sell = raw(resource.sell)
        self.letters = raw(resource.letters)
        self.write = raw(resource.write)


class AsyncPetsResource:
    """Animals."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport

    async def list(self, *, pet_name: str | UnsetType = UNSET) -> builtins.list[models.Pet]:
        """Every pet.

        Args:
            pet_name: Name.

        Returns:
            The pets.

        Raises:
            AuthenticationError: 401. The call failed.
            PermissionDeniedError: 403. The call failed.
            UnprocessableError: 422. The call failed.
            ServerError: 5XX. The call failed.
            RateLimitedError: 429. Too many calls were made.
        """
        return await self._transport.run(operations.pets_list(pet_name=pet_name))

    async def create(self, *, pet_name: str) -> models.Pet:
        """The pet just created.

        Args:
            pet_name: Name.

        Returns:
            The pet.

        Raises:
            AuthenticationError: 401. The call failed.
            PermissionDeniedError: 403. The call failed.
            UnprocessableError: 422. The call failed.
            ServerError: 5XX. The call failed.
            RateLimitedError: 429. Too many calls were made.
        """
        return await self._transport.run(operations.pets_create(pet_name=pet_name))

    async def get(self, pet_id: str) -> models.Pet:
        """The pet.

        Args:
            pet_id: Id of the pet.

        Returns:
            The pet.

        Raises:
            AuthenticationError: 401. The call failed.
            PermissionDeniedError: 403. The call failed.
            NotFoundError: 404. The call failed.
            UnprocessableError: 422. The call failed.
            ServerError: 5XX. The call failed.
            RateLimitedError: 429. Too many calls were made.
        """
        return await self._transport.run(operations.pets_get(pet_id))

    async def sell(self, pet_id: str) -> models.Pet:
        """The pet, sold.

        Args:
            pet_id: Id of the pet.

        Returns:
            The pet.

        Raises:
            AuthenticationError: 401. The call failed.
            PermissionDeniedError: 403. The call failed.
            NotFoundError: 404. The call failed.
            UnprocessableError: 422. The call failed.
            ServerError: 5XX. The call failed.
            RateLimitedError: 429. Too many calls were made.
        """
        return await self._transport.run(operations.pets_sell(pet_id))

    async def letters(self, pet_id: str) -> models.Letters:
        """The letters to a pet.

        Args:
            pet_id: Id of the pet.

        Returns:
            The letters.

        Raises:
            AuthenticationError: 401. The call failed.
            PermissionDeniedError: 403. The call failed.
            NotFoundError: 404. The call failed.
            UnprocessableError: 422. The call failed.
            ServerError: 5XX. The call failed.
            RateLimitedError: 429. Too many calls were made.
        """
        return await self._transport.run(operations.pets_letters(pet_id))

    async def write(self, pet_id: str, *, body: str) -> models.Letter:
        """The letter just sent.

        Args:
            pet_id: Id of the pet.
            body: What is written.

        Returns:
            The letter.

        Raises:
            AuthenticationError: 401. The call failed.
            PermissionDeniedError: 403. The call failed.
            NotFoundError: 404. The call failed.
            UnprocessableError: 422. The call failed.
            ServerError: 5XX. The call failed.
            RateLimitedError: 429. Too many calls were made.
        """
        return await self._transport.run(operations.pets_write(pet_id, body=body))


class AsyncPetsRaw:
    """`AsyncPetsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        self._transport = transport
        resource = AsyncPetsResource(transport)
        self.list = async_raw(resource.list)
        self.create = async_raw(resource.create)
        self.get = async_raw(resource.get)
        self.sell = async_raw(resource.sell)
        self.letters = async_raw(resource.letters)
        self.write = async_raw(resource.write)
