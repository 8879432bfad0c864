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
    from foxreach_runtime.nested.annotations import ListLike

    from ..inputs import ColourInput, KindInput, LegsInput, MoodInput, PetCreateInput


class PetsResource(Resource[Transport]):
    """Animals."""

    @overload
    def create(
        self,
        *,
        legs_2: LegsInput | None = None,
        as_kind: KindInput,
        kind: KindInput,
        colours: ListLike[ColourInput] | UnsetType = UNSET,
        mood: MoodInput | None,
        legs: LegsInput | UnsetType = UNSET,
        asleep: MoodInput | None | UnsetType = UNSET,
    ) -> models.Pet: ...

    @overload
    def create(self, values: PetCreateInput, *, legs_2: LegsInput | None = None, as_kind: KindInput) -> models.Pet: ...

    def create(
        self,
        values: PetCreateInput | UnsetType = UNSET,
        *,
        legs_2: LegsInput | None = None,
        as_kind: KindInput,
        kind: KindInput | UnsetType = UNSET,
        colours: ListLike[ColourInput] | UnsetType = UNSET,
        mood: MoodInput | None | UnsetType = UNSET,
        legs: LegsInput | UnsetType = UNSET,
        asleep: MoodInput | None | UnsetType = UNSET,
    ) -> models.Pet:
        """Create a pet.

        Args:
            values: The fields below as one `PetCreate`, or as a mapping such as `PetCreateDict`, in place of
                keywords.
            legs_2: Legs.
            as_kind: Kind.
            kind: A kind of pet.
            colours: Colours.
            mood: How a pet feels.
            legs: How many legs it has.
            asleep: Its mood in dreams.

        Returns:
            An animal.

        Raises:
            WrongValueError: 422. The call failed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.FoxReach` lists what every call may raise.
        """
        return self._transport.run(
            operations.pets_create(
                values, legs_2=legs_2, as_kind=as_kind, kind=kind, colours=colours, mood=mood, legs=legs, asleep=asleep
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
        legs_2: LegsInput | None = None,
        as_kind: KindInput,
        kind: KindInput,
        colours: ListLike[ColourInput] | UnsetType = UNSET,
        mood: MoodInput | None,
        legs: LegsInput | UnsetType = UNSET,
        asleep: MoodInput | None | UnsetType = UNSET,
    ) -> models.Pet: ...

    @overload
    async def create(
        self, values: PetCreateInput, *, legs_2: LegsInput | None = None, as_kind: KindInput
    ) -> models.Pet: ...

    async def create(
        self,
        values: PetCreateInput | UnsetType = UNSET,
        *,
        legs_2: LegsInput | None = None,
        as_kind: KindInput,
        kind: KindInput | UnsetType = UNSET,
        colours: ListLike[ColourInput] | UnsetType = UNSET,
        mood: MoodInput | None | UnsetType = UNSET,
        legs: LegsInput | UnsetType = UNSET,
        asleep: MoodInput | None | UnsetType = UNSET,
    ) -> models.Pet:
        """Create a pet.

        Args:
            values: The fields below as one `PetCreate`, or as a mapping such as `PetCreateDict`, in place of
                keywords.
            legs_2: Legs.
            as_kind: Kind.
            kind: A kind of pet.
            colours: Colours.
            mood: How a pet feels.
            legs: How many legs it has.
            asleep: Its mood in dreams.

        Returns:
            An animal.

        Raises:
            WrongValueError: 422. The call failed.
            OutcomeUnknownError: The call may have taken effect; check before you repeat it.
            FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise.
        """
        return await self._transport.run(
            operations.pets_create(
                values, legs_2=legs_2, as_kind=as_kind, kind=kind, colours=colours, mood=mood, legs=legs, asleep=asleep
            )
        )


class AsyncPetsRaw(Resource[AsyncTransport]):
    """`AsyncPetsResource`, each method returning the whole reply."""

    def __init__(self, transport: AsyncTransport) -> None:
        super().__init__(transport)
        resource = AsyncPetsResource(transport)
        self.create = async_raw(resource.create)
