# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Animals."""

from __future__ import annotations

import builtins
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, overload

from foxreach_runtime.client import Resource
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw
from msgspec import UNSET, UnsetType

from .. import models
from ..operations import pets as operations

if TYPE_CHECKING:
    from foxreach_runtime.files.source import FileInput
    from foxreach_runtime.nested.annotations import ListLike

    from ..inputs import GroomingInput, PetInput


class PetsResource(Resource[Transport]):
    """Animals."""

    def all(self) -> builtins.list[models.Pet]:
        """Get all pets.

        Raises:
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_all())

    def replace(self, *, body: Iterable[PetInput]) -> builtins.list[int]:
        """Replace all pets.

        The call is idempotent: a repeat is safe.

        Args:
            body: The pets that there are then. Animals.

        Raises:
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_replace(body=body))

    def rename(self, *, names: Mapping[str, str | None]) -> None:
        """Rename pets.

        The call is idempotent: a repeat is safe.

        Args:
            names: Names by id.

        Raises:
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_rename(names=names))

    def count(self) -> int:
        """Count pets.

        Raises:
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_count())

    def facts(self) -> dict[str, Any]:
        """Get facts.

        Raises:
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_facts())

    def oldest(self) -> models.Pet | None:
        """Get the oldest pet.

        Raises:
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_oldest())

    def anything(self) -> Any:
        """Get anything.

        Raises:
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_anything())

    def keep(self, *, body: Any) -> datetime:
        """Keep anything.

        The call is idempotent: a repeat is safe.

        Args:
            body: The body.

        Raises:
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_keep(body=body))

    def restore(self, *, dry: bool | None = None, backup: FileInput) -> None:
        """Restore a backup.

        The call is idempotent: a repeat is safe.

        Args:
            dry: Only try.
            backup: The backup. A path, bytes, a file opened in binary mode, or an `Upload` with name and content
                type.

        Raises:
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_restore(dry=dry, backup=backup))

    @overload
    def groom(self) -> None: ...

    @overload
    def groom(self, *, brush: str, soap: bool | UnsetType = UNSET) -> None: ...

    @overload
    def groom(self, values: GroomingInput) -> None: ...

    def groom(
        self,
        values: GroomingInput | UnsetType = UNSET,
        *,
        brush: str | UnsetType = UNSET,
        soap: bool | UnsetType = UNSET,
    ) -> None:
        """Groom pets.

        Args:
            values: The fields below as one `Grooming`, or as a mapping such as `GroomingDict`, in place of
                keywords.
            brush: The brush.
            soap: Whether with soap.

        Raises:
            WrongValueError: 422. The call failed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_groom(values, brush=brush, soap=soap))

    def feed(self, *, ids: ListLike[int] | UnsetType = UNSET) -> None:
        """Feed pets.

        Args:
            ids: The body.

        Raises:
            WrongValueError: 422. The call failed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(operations.pets_feed(ids=ids))


class PetsRaw(Resource[Transport]):
    """`PetsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        super().__init__(transport)
        resource = PetsResource(transport)
        self.all = raw(resource.all)
        self.replace = raw(resource.replace)
        self.rename = raw(resource.rename)
        self.count = raw(resource.count)
        self.facts = raw(resource.facts)
        self.oldest = raw(resource.oldest)
        self.anything = raw(resource.anything)
        self.keep = raw(resource.keep)
        self.restore = raw(resource.restore)
        self.groom = raw(resource.groom)
        self.feed = raw(resource.feed)


class AsyncPetsResource(Resource[AsyncTransport]):
    """Animals."""

    async def all(self) -> builtins.list[models.Pet]:
        """Get all pets.

        Raises:
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_all())

    async def replace(self, *, body: Iterable[PetInput]) -> builtins.list[int]:
        """Replace all pets.

        The call is idempotent: a repeat is safe.

        Args:
            body: The pets that there are then. Animals.

        Raises:
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_replace(body=body))

    async def rename(self, *, names: Mapping[str, str | None]) -> None:
        """Rename pets.

        The call is idempotent: a repeat is safe.

        Args:
            names: Names by id.

        Raises:
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_rename(names=names))

    async def count(self) -> int:
        """Count pets.

        Raises:
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_count())

    async def facts(self) -> dict[str, Any]:
        """Get facts.

        Raises:
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_facts())

    async def oldest(self) -> models.Pet | None:
        """Get the oldest pet.

        Raises:
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_oldest())

    async def anything(self) -> Any:
        """Get anything.

        Raises:
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_anything())

    async def keep(self, *, body: Any) -> datetime:
        """Keep anything.

        The call is idempotent: a repeat is safe.

        Args:
            body: The body.

        Raises:
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_keep(body=body))

    async def restore(self, *, dry: bool | None = None, backup: FileInput) -> None:
        """Restore a backup.

        The call is idempotent: a repeat is safe.

        Args:
            dry: Only try.
            backup: The backup. A path, bytes, a file opened in binary mode, or an `Upload` with name and content
                type.

        Raises:
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_restore(dry=dry, backup=backup))

    @overload
    async def groom(self) -> None: ...

    @overload
    async def groom(self, *, brush: str, soap: bool | UnsetType = UNSET) -> None: ...

    @overload
    async def groom(self, values: GroomingInput) -> None: ...

    async def groom(
        self,
        values: GroomingInput | UnsetType = UNSET,
        *,
        brush: str | UnsetType = UNSET,
        soap: bool | UnsetType = UNSET,
    ) -> None:
        """Groom pets.

        Args:
            values: The fields below as one `Grooming`, or as a mapping such as `GroomingDict`, in place of
                keywords.
            brush: The brush.
            soap: Whether with soap.

        Raises:
            WrongValueError: 422. The call failed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_groom(values, brush=brush, soap=soap))

    async def feed(self, *, ids: ListLike[int] | UnsetType = UNSET) -> None:
        """Feed pets.

        Args:
            ids: The body.

        Raises:
            WrongValueError: 422. The call failed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(operations.pets_feed(ids=ids))


class AsyncPetsRaw(Resource[AsyncTransport]):
    """`AsyncPetsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        super().__init__(transport)
        resource = AsyncPetsResource(transport)
        self.all = async_raw(resource.all)
        self.replace = async_raw(resource.replace)
        self.rename = async_raw(resource.rename)
        self.count = async_raw(resource.count)
        self.facts = async_raw(resource.facts)
        self.oldest = async_raw(resource.oldest)
        self.anything = async_raw(resource.anything)
        self.keep = async_raw(resource.keep)
        self.restore = async_raw(resource.restore)
        self.groom = async_raw(resource.groom)
        self.feed = async_raw(resource.feed)
