# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The bodies of requests and replies, as msgspec structs."""

from __future__ import annotations

from foxreach_runtime.enums import OpenEnum
from foxreach_runtime.model import Model
from msgspec import UNSET, UnsetType


class Kind(OpenEnum):
    """A kind of pet."""

    CAT = "cat"
    DOG = "Dog"
    NONE = "none"
    X1 = "x1"


class Colour(OpenEnum):
    """A colour. There are more."""

    LIGHT_BLUE = "light-blue"
    SEA_GREEN = "sea.green"


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

    kind: Kind
    mood: Mood | None
    colours: list[Colour] | UnsetType = UNSET
    """Colours."""
    asleep: Mood | None | UnsetType = UNSET
    """Its mood in dreams."""


class Pet(Model, frozen=True, kw_only=True):
    """An animal."""

    kind: Kind
    colours: list[Colour]
    """Colours."""
    state: State
    mood: Mood | None = None


class PetReply(Model, frozen=True, kw_only=True):
    """The envelope of a pet."""

    data: Pet


class Failure(Model, frozen=True, kw_only=True):
    """What a failed call answers."""

    detail: str
    """What went wrong."""
