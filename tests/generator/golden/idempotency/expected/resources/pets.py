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
    from ..inputs import PetCreateInput


class PetsResource(Resource[Transport]):
    """Animals."""

    @overload
    def create(self, *, idempotency_key: str | None = None, name: str) -> models.Pet: ...

    @overload
    def create(self, values: PetCreateInput, *, idempotency_key: str | None = None) -> models.Pet: ...

    def create(
        self,
        values: PetCreateInput | UnsetType = UNSET,
        *,
        idempotency_key: str | None = None,
        name: str | UnsetType = UNSET,
    ) -> models.Pet:
        """Create a pet.

        A repeat with the same key is safe: all attempts of a call have one, and errors keep it.

        Args:
            values: The fields below as one `PetCreate`, or as a mapping such as `PetCreateDict`, in place of
                keywords.
            idempotency_key: Key of this call, by which the server recognises a repeat. Without one, the client
                makes one.
            name: Name.

        Returns:
            The pet.

        Raises:
            WrongValueError: 422. The call failed.
            OutcomeUnknownError: The call may have taken effect; repeat it with the same key,
                `error.idempotency_key`.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_create(values, idempotency_key=idempotency_key, name=name))

    def feed(self, *, x_once: str | None = None) -> models.Pet:
        """Feed the pets.

        A repeat with the same key is safe: all attempts of a call have one, and errors keep it.

        Args:
            x_once: Key.

        Returns:
            The pet.

        Raises:
            WrongValueError: 422. The call failed.
            OutcomeUnknownError: The call may have taken effect; repeat it with the same key,
                `error.idempotency_key`.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_feed(x_once=x_once))


class PetsRaw(Resource[Transport]):
    """`PetsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        super().__init__(transport)
        resource = PetsResource(transport)
        self.create = raw(resource.create)
        self.feed = raw(resource.feed)


class AsyncPetsResource(Resource[AsyncTransport]):
    """Animals."""

    @overload
    async def create(self, *, idempotency_key: str | None = None, name: str) -> models.Pet: ...

    @overload
    async def create(self, values: PetCreateInput, *, idempotency_key: str | None = None) -> models.Pet: ...

    async def create(
        self,
        values: PetCreateInput | UnsetType = UNSET,
        *,
        idempotency_key: str | None = None,
        name: str | UnsetType = UNSET,
    ) -> models.Pet:
        """Create a pet.

        A repeat with the same key is safe: all attempts of a call have one, and errors keep it.

        Args:
            values: The fields below as one `PetCreate`, or as a mapping such as `PetCreateDict`, in place of
                keywords.
            idempotency_key: Key of this call, by which the server recognises a repeat. Without one, the client
                makes one.
            name: Name.

        Returns:
            The pet.

        Raises:
            WrongValueError: 422. The call failed.
            OutcomeUnknownError: The call may have taken effect; repeat it with the same key,
                `error.idempotency_key`.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_create(values, idempotency_key=idempotency_key, name=name))

    async def feed(self, *, x_once: str | None = None) -> models.Pet:
        """Feed the pets.

        A repeat with the same key is safe: all attempts of a call have one, and errors keep it.

        Args:
            x_once: Key.

        Returns:
            The pet.

        Raises:
            WrongValueError: 422. The call failed.
            OutcomeUnknownError: The call may have taken effect; repeat it with the same key,
                `error.idempotency_key`.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_feed(x_once=x_once))


class AsyncPetsRaw(Resource[AsyncTransport]):
    """`AsyncPetsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        super().__init__(transport)
        resource = AsyncPetsResource(transport)
        self.create = async_raw(resource.create)
        self.feed = async_raw(resource.feed)
