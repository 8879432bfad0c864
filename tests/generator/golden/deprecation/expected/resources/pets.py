# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Animals."""

from __future__ import annotations

from typing import TYPE_CHECKING, overload

from foxreach_runtime.client import Resource
from foxreach_runtime.deprecation.call import deprecated
from foxreach_runtime.deprecation.use import deprecated_arguments
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw
from msgspec import UNSET, UnsetType

from .. import models
from ..operations import pets as operations

if TYPE_CHECKING:
    from ..inputs import PetCreateInput


class PetsResource(Resource[Transport]):
    """Animals."""

    @deprecated("pets.oldest() is deprecated by the API; it may go away.")
    def oldest(self) -> models.Pet:
        """Get the oldest pet.

        Deprecated by the API; it may go away. No page of the documentation describes this operation; it is known
        only from the vendor's own clients.

        Returns:
            An animal.

        Raises:
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_oldest())

    def youngest(self) -> models.Pet:
        """Get the youngest pet.

        Documented; the page was read only in part.

        Returns:
            An animal.

        Raises:
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_youngest())

    @overload
    def create(
        self, *, old: bool | None = None, older: bool | None = None, name: str, nick: str | UnsetType = UNSET
    ) -> models.Pet: ...

    @overload
    def create(self, values: PetCreateInput, *, old: bool | None = None, older: bool | None = None) -> models.Pet: ...

    @deprecated_arguments("pets.create", "old", "older", "nick")
    def create(
        self,
        values: PetCreateInput | UnsetType = UNSET,
        *,
        old: bool | None = None,
        older: bool | None = None,
        name: str | UnsetType = UNSET,
        nick: str | UnsetType = UNSET,
    ) -> models.Pet:
        """Create a pet.

        Args:
            values: The fields below as one `PetCreate`, or as a mapping such as `PetCreateDict`, in place of
                keywords.
            old: An old flag. Deprecated; it may go away.
            older: An older flag. Deprecated; it may go away.
            name: Name.
            nick: Nickname. Deprecated; it may go away.

        Returns:
            An animal.

        Raises:
            WrongValueError: 422. The call failed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_create(values, old=old, older=older, name=name, nick=nick))


class PetsRaw(Resource[Transport]):
    """`PetsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        super().__init__(transport)
        resource = PetsResource(transport)
        self.oldest = raw(resource.oldest)  # pyright: ignore[reportDeprecated]
        self.youngest = raw(resource.youngest)
        self.create = raw(resource.create)


class AsyncPetsResource(Resource[AsyncTransport]):
    """Animals."""

    @deprecated("pets.oldest() is deprecated by the API; it may go away.")
    async def oldest(self) -> models.Pet:
        """Get the oldest pet.

        Deprecated by the API; it may go away. No page of the documentation describes this operation; it is known
        only from the vendor's own clients.

        Returns:
            An animal.

        Raises:
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_oldest())

    async def youngest(self) -> models.Pet:
        """Get the youngest pet.

        Documented; the page was read only in part.

        Returns:
            An animal.

        Raises:
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_youngest())

    @overload
    async def create(
        self, *, old: bool | None = None, older: bool | None = None, name: str, nick: str | UnsetType = UNSET
    ) -> models.Pet: ...

    @overload
    async def create(
        self, values: PetCreateInput, *, old: bool | None = None, older: bool | None = None
    ) -> models.Pet: ...

    @deprecated_arguments("pets.create", "old", "older", "nick")
    async def create(
        self,
        values: PetCreateInput | UnsetType = UNSET,
        *,
        old: bool | None = None,
        older: bool | None = None,
        name: str | UnsetType = UNSET,
        nick: str | UnsetType = UNSET,
    ) -> models.Pet:
        """Create a pet.

        Args:
            values: The fields below as one `PetCreate`, or as a mapping such as `PetCreateDict`, in place of
                keywords.
            old: An old flag. Deprecated; it may go away.
            older: An older flag. Deprecated; it may go away.
            name: Name.
            nick: Nickname. Deprecated; it may go away.

        Returns:
            An animal.

        Raises:
            WrongValueError: 422. The call failed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_create(values, old=old, older=older, name=name, nick=nick))


class AsyncPetsRaw(Resource[AsyncTransport]):
    """`AsyncPetsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        super().__init__(transport)
        resource = AsyncPetsResource(transport)
        self.oldest = async_raw(resource.oldest)  # pyright: ignore[reportDeprecated]
        self.youngest = async_raw(resource.youngest)
        self.create = async_raw(resource.create)
