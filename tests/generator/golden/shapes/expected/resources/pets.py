# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""Animals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, overload

from foxreach_runtime.client import Resource
from foxreach_runtime.engine.transport import AsyncTransport, Transport
from foxreach_runtime.raw import async_raw, raw
from msgspec import UNSET, UnsetType

from .. import models
from ..operations import pets as operations

if TYPE_CHECKING:
    from foxreach_runtime.nested.annotations import ListLike

    from ..inputs import BallInput, HomeInput, MoodInput, PersonInput, PetCreateInput, RopeInput


class PetsResource(Resource[Transport]):
    """Animals."""

    @overload
    def create(
        self,
        *,
        name: str,
        scores: Mapping[str, int | None] | UnsetType = UNSET,
        grid: ListLike[ListLike[int] | None],
        family: PersonInput | None | UnsetType = UNSET,
        toy: BallInput | RopeInput | None | UnsetType = UNSET,
        toys: ListLike[BallInput | RopeInput] | None | UnsetType = UNSET,
        homes: Mapping[str, HomeInput | None] | None | UnsetType = UNSET,
        moods: Mapping[str, ListLike[MoodInput]] | UnsetType = UNSET,
        tags: ListLike[str | None] | UnsetType = UNSET,
        mixed: ListLike[str | int | None] | UnsetType = UNSET,
    ) -> models.Pet: ...

    @overload
    def create(self, values: PetCreateInput) -> models.Pet: ...

    def create(
        self,
        values: PetCreateInput | UnsetType = UNSET,
        *,
        name: str | UnsetType = UNSET,
        scores: Mapping[str, int | None] | UnsetType = UNSET,
        grid: ListLike[ListLike[int] | None] | UnsetType = UNSET,
        family: PersonInput | None | UnsetType = UNSET,
        toy: BallInput | RopeInput | None | UnsetType = UNSET,
        toys: ListLike[BallInput | RopeInput] | None | UnsetType = UNSET,
        homes: Mapping[str, HomeInput | None] | None | UnsetType = UNSET,
        moods: Mapping[str, ListLike[MoodInput]] | UnsetType = UNSET,
        tags: ListLike[str | None] | UnsetType = UNSET,
        mixed: ListLike[str | int | None] | UnsetType = UNSET,
    ) -> models.Pet:
        """Create a pet.

        Args:
            values: The fields below as one `PetCreate`, or as a mapping such as `PetCreateDict`, in place of
                keywords.
            name: Name.
            scores: Scores by name.
            grid: Rows.
            family: A person.
            toy: The best toy.
            toys: All toys.
            homes: Homes by name.
            moods: Moods by day.
            tags: Tags.
            mixed: Mixed.

        Returns:
            A pet.

        Raises:
            WrongValueError: 422. The call failed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(
            operations.pets_create(
                values,
                name=name,
                scores=scores,
                grid=grid,
                family=family,
                toy=toy,
                toys=toys,
                homes=homes,
                moods=moods,
                tags=tags,
                mixed=mixed,
            )
        )


class PetsRaw(Resource[Transport]):
    """`PetsResource`, each method returning the whole reply."""

    def __init__(self, transport: Transport) -> None:
        super().__init__(transport)
        resource = PetsResource(transport)
        self.create = raw(resource.create)


class AsyncPetsResource(Resource[AsyncTransport]):
    """Animals."""

    @overload
    async def create(
        self,
        *,
        name: str,
        scores: Mapping[str, int | None] | UnsetType = UNSET,
        grid: ListLike[ListLike[int] | None],
        family: PersonInput | None | UnsetType = UNSET,
        toy: BallInput | RopeInput | None | UnsetType = UNSET,
        toys: ListLike[BallInput | RopeInput] | None | UnsetType = UNSET,
        homes: Mapping[str, HomeInput | None] | None | UnsetType = UNSET,
        moods: Mapping[str, ListLike[MoodInput]] | UnsetType = UNSET,
        tags: ListLike[str | None] | UnsetType = UNSET,
        mixed: ListLike[str | int | None] | UnsetType = UNSET,
    ) -> models.Pet: ...

    @overload
    async def create(self, values: PetCreateInput) -> models.Pet: ...

    async def create(
        self,
        values: PetCreateInput | UnsetType = UNSET,
        *,
        name: str | UnsetType = UNSET,
        scores: Mapping[str, int | None] | UnsetType = UNSET,
        grid: ListLike[ListLike[int] | None] | UnsetType = UNSET,
        family: PersonInput | None | UnsetType = UNSET,
        toy: BallInput | RopeInput | None | UnsetType = UNSET,
        toys: ListLike[BallInput | RopeInput] | None | UnsetType = UNSET,
        homes: Mapping[str, HomeInput | None] | None | UnsetType = UNSET,
        moods: Mapping[str, ListLike[MoodInput]] | UnsetType = UNSET,
        tags: ListLike[str | None] | UnsetType = UNSET,
        mixed: ListLike[str | int | None] | UnsetType = UNSET,
    ) -> models.Pet:
        """Create a pet.

        Args:
            values: The fields below as one `PetCreate`, or as a mapping such as `PetCreateDict`, in place of
                keywords.
            name: Name.
            scores: Scores by name.
            grid: Rows.
            family: A person.
            toy: The best toy.
            toys: All toys.
            homes: Homes by name.
            moods: Moods by day.
            tags: Tags.
            mixed: Mixed.

        Returns:
            A pet.

        Raises:
            WrongValueError: 422. The call failed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(
            operations.pets_create(
                values,
                name=name,
                scores=scores,
                grid=grid,
                family=family,
                toy=toy,
                toys=toys,
                homes=homes,
                moods=moods,
                tags=tags,
                mixed=mixed,
            )
        )


class AsyncPetsRaw(Resource[AsyncTransport]):
    """`AsyncPetsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        super().__init__(transport)
        resource = AsyncPetsResource(transport)
        self.create = async_raw(resource.create)
