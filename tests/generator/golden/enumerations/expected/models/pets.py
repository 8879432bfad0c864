# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The models that only `pets` uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from foxreach_runtime.enums import OpenEnum, OpenIntEnum
from foxreach_runtime.model import Model
from msgspec import UNSET, UnsetType


class Kind(OpenEnum):
    """A kind of pet."""

    CAT = "cat"
    DOG = "Dog"
    NONE = "none"
    X1 = "x1"
    DOG_2 = "DOG"
    EMPTY = ""
    VALUE_24 = "24"
    VALUE_7D = "7d"
    N_A = "n/a"
    DO_NOT_CONTACT = "do not contact"
    PLUS_1 = "+1"
    GELÖSCHT = "gel\xf6scht"


class Colour(OpenEnum):
    """A colour. There are more."""

    LIGHT_BLUE = "light-blue"
    SEA_GREEN = "sea.green"


class Legs(OpenIntEnum):
    """How many legs it has."""

    VALUE_2 = 2
    VALUE_4 = 4
    LOST_COUNT = -1


class Mood(OpenEnum):
    """How a pet feels."""

    HAPPY = "happy"


class State(OpenEnum):
    """Whether a pet can be bought."""

    SOLD_OUT = "sold.out"
    KNOWN = "known"
    VALUE = "value"


class PetCreate(Model, frozen=True, kw_only=True):
    """A pet to create."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    kind: Kind
    mood: Mood | None
    colours: list[Colour] | UnsetType = UNSET
    """Colours."""
    legs: Legs | UnsetType = UNSET
    asleep: Mood | None | UnsetType = UNSET
    """Its mood in dreams."""


class Pet(Model, frozen=True, kw_only=True):
    """An animal."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    kind: Kind
    colours: list[Colour]
    """Colours."""
    state: State
    mood: Mood | None = None
    legs: Legs | UnsetType = UNSET


class PetReply(Model, frozen=True, kw_only=True):
    """The envelope of a pet."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: Pet


class Failure(Model, frozen=True, kw_only=True):
    """What a failed call answers."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    detail: str
    """What went wrong."""


if not TYPE_CHECKING:

    def __getattr__(name):
        """Return a model that an older pickle expects here: a model that more resources use now is in another module."""
        from importlib import import_module

        return import_module(__package__).__getattr__(name)
