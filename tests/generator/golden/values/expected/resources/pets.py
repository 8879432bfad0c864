# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Animals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, overload

from foxreach_runtime.client import Resource
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw
from msgspec import UNSET, UnsetType

from .. import models
from ..operations import pets as operations

if TYPE_CHECKING:
    from foxreach_runtime.nested.annotations import ListLike

    from ..inputs import PetUpdateInput


class PetsResource(Resource[Transport]):
    """Animals."""

    @overload
    def update(
        self,
        pet_id: str,
        *,
        id: str | UnsetType = UNSET,
        name: str,
        nick_name: str | None,
        title: str | UnsetType = UNSET,
        rank: int | None | UnsetType = UNSET,
        weight: float | UnsetType = UNSET,
        alive: bool | UnsetType = UNSET,
        tags: ListLike[str] | None | UnsetType = UNSET,
        days: ListLike[int] | UnsetType = UNSET,
        extras: Mapping[str, Any] | UnsetType = UNSET,
        more: Mapping[str, Any] | None | UnsetType = UNSET,
    ) -> models.Pet: ...

    @overload
    def update(self, pet_id: str, values: PetUpdateInput) -> models.Pet: ...

    def update(
        self,
        pet_id: str,
        values: PetUpdateInput | UnsetType = UNSET,
        *,
        id: str | UnsetType = UNSET,
        name: str | UnsetType = UNSET,
        nick_name: str | None | UnsetType = UNSET,
        title: str | UnsetType = UNSET,
        rank: int | None | UnsetType = UNSET,
        weight: float | UnsetType = UNSET,
        alive: bool | UnsetType = UNSET,
        tags: ListLike[str] | None | UnsetType = UNSET,
        days: ListLike[int] | UnsetType = UNSET,
        extras: Mapping[str, Any] | UnsetType = UNSET,
        more: Mapping[str, Any] | None | UnsetType = UNSET,
    ) -> models.Pet:
        """Update a pet.

        The call is idempotent: a repeat is safe.

        Args:
            pet_id: Id of the pet.
            values: The fields below as one `PetUpdate`, or as a mapping such as `PetUpdateDict`, in place of
                keywords.
            id: Id. `readOnly`: true.
            name: Name.
            nick_name: Name for friends, null for none.
            title: Title.
            rank: Rank.
            weight: Weight in kg.
            alive: Whether it lives.
            tags: Tags.
            days: Days of the week, 1 for Monday.
            extras: Values of your own.
            more: More of them.

        Returns:
            An animal.

        Raises:
            MissingError: 404. The call failed.
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(
            operations.pets_update(
                pet_id,
                values,
                id=id,
                name=name,
                nick_name=nick_name,
                title=title,
                rank=rank,
                weight=weight,
                alive=alive,
                tags=tags,
                days=days,
                extras=extras,
                more=more,
            )
        )


class PetsRaw(Resource[Transport]):
    """`PetsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        super().__init__(transport)
        resource = PetsResource(transport)
        self.update = raw(resource.update)


class AsyncPetsResource(Resource[AsyncTransport]):
    """Animals."""

    @overload
    async def update(
        self,
        pet_id: str,
        *,
        id: str | UnsetType = UNSET,
        name: str,
        nick_name: str | None,
        title: str | UnsetType = UNSET,
        rank: int | None | UnsetType = UNSET,
        weight: float | UnsetType = UNSET,
        alive: bool | UnsetType = UNSET,
        tags: ListLike[str] | None | UnsetType = UNSET,
        days: ListLike[int] | UnsetType = UNSET,
        extras: Mapping[str, Any] | UnsetType = UNSET,
        more: Mapping[str, Any] | None | UnsetType = UNSET,
    ) -> models.Pet: ...

    @overload
    async def update(self, pet_id: str, values: PetUpdateInput) -> models.Pet: ...

    async def update(
        self,
        pet_id: str,
        values: PetUpdateInput | UnsetType = UNSET,
        *,
        id: str | UnsetType = UNSET,
        name: str | UnsetType = UNSET,
        nick_name: str | None | UnsetType = UNSET,
        title: str | UnsetType = UNSET,
        rank: int | None | UnsetType = UNSET,
        weight: float | UnsetType = UNSET,
        alive: bool | UnsetType = UNSET,
        tags: ListLike[str] | None | UnsetType = UNSET,
        days: ListLike[int] | UnsetType = UNSET,
        extras: Mapping[str, Any] | UnsetType = UNSET,
        more: Mapping[str, Any] | None | UnsetType = UNSET,
    ) -> models.Pet:
        """Update a pet.

        The call is idempotent: a repeat is safe.

        Args:
            pet_id: Id of the pet.
            values: The fields below as one `PetUpdate`, or as a mapping such as `PetUpdateDict`, in place of
                keywords.
            id: Id. `readOnly`: true.
            name: Name.
            nick_name: Name for friends, null for none.
            title: Title.
            rank: Rank.
            weight: Weight in kg.
            alive: Whether it lives.
            tags: Tags.
            days: Days of the week, 1 for Monday.
            extras: Values of your own.
            more: More of them.

        Returns:
            An animal.

        Raises:
            MissingError: 404. The call failed.
            WrongValueError: 422. The call failed.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(
            operations.pets_update(
                pet_id,
                values,
                id=id,
                name=name,
                nick_name=nick_name,
                title=title,
                rank=rank,
                weight=weight,
                alive=alive,
                tags=tags,
                days=days,
                extras=extras,
                more=more,
            )
        )


class AsyncPetsRaw(Resource[AsyncTransport]):
    """`AsyncPetsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        super().__init__(transport)
        resource = AsyncPetsResource(transport)
        self.update = async_raw(resource.update)
