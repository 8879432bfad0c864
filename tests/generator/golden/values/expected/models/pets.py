# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The models that only `pets` uses."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from foxreach_runtime.model import Model, read_as_utc
from msgspec import UNSET, Meta, UnsetType, field

from ._shared import Day


class PetUpdate(Model, frozen=True, kw_only=True):
    """What to change of a pet."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    name: str
    """Name."""
    nick_name: str | None = field(name="nickName")
    """Name for friends, null for none."""
    id: str | UnsetType = UNSET
    """Id. `readOnly`: true."""
    title: str | UnsetType = UNSET
    """Title."""
    rank: Annotated[int, Meta(ge=1)] | None | UnsetType = UNSET
    """Rank."""
    weight: float | UnsetType = UNSET
    """Weight in kg."""
    alive: bool | UnsetType = UNSET
    """Whether it lives."""
    tags: list[str] | None | UnsetType = UNSET
    """Tags."""
    days: list[Day] | UnsetType = UNSET
    """Days of the week, 1 for Monday."""
    extras: dict[str, Any] | UnsetType = UNSET
    """Values of your own."""
    more: dict[str, Any] | None | UnsetType = UNSET
    """More of them."""


class Link(Model, frozen=True, kw_only=True):
    """A link."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    href: str
    """Where it leads."""


class Failure(Model, frozen=True, kw_only=True):
    """What a failed call answers."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    detail: str
    """What went wrong."""


class Pet(Model, frozen=True, kw_only=True):
    """An animal."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    born_at: datetime = field(name="bornAt")
    """When it was born, in UTC."""
    sold_at: datetime | None = field(name="soldAt", default=None)
    """When it was sold, in UTC."""
    birthday: date
    """Birthday."""
    legs: int
    """Legs."""
    weight: float
    """Weight in kg."""
    alive: bool
    """Whether it lives."""
    mixed: list[str | int]
    """Text and numbers."""
    loose: str | dict[str, Any] | list[str] | None = None
    """Text, an object, a list, or null."""
    extras: dict[str, Any]
    """Values of your own."""
    code: str | UnsetType = UNSET
    """Code of its collar. `writeOnly`: true."""
    seen_at: datetime | UnsetType = field(name="seenAt", default=UNSET)
    """When it was seen, in UTC."""
    name_day: date | None = field(name="nameDay", default=None)
    """Day of its name."""
    more: dict[str, Any] | None = None
    """More of them."""
    links: list[Link] | None = None
    """Links."""


class PetReply(Model, frozen=True, kw_only=True):
    """The envelope of a pet."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: Pet


read_as_utc(Pet, "born_at", "sold_at", "seen_at")


if not TYPE_CHECKING:

    def __getattr__(name):
        """Return a model that an older pickle expects here: a model that more resources use now is in another module."""
        from importlib import import_module

        return import_module(__package__).__getattr__(name)
