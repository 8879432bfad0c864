# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""What an argument takes besides a model: a value of an enumeration, a mapping in place of a struct."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, Required, TypeAlias

from foxreach_runtime.nested.annotations import AnyIterable, ListLike, TypedDict

from .models.pets import Ball, Home, Mood, Person, PetCreate, Rope

MoodInput: TypeAlias = Mood | Literal["happy", "sad"]
"""`Mood`, or the value of one; a value this version does not know is passed as `Mood("...")`."""


class PersonDict(TypedDict, total=False):
    """`Person` as a mapping; the keys are the names of its fields in Python."""

    name: Required[str]
    children: AnyIterable[PersonInput]
    by_name: Mapping[str, PersonInput]
    next: PersonInput | None


PersonInput: TypeAlias = Person | PersonDict
"""`Person`, or a mapping with the names of its fields."""


class PetCreateDict(TypedDict, total=False):
    """`PetCreate` as a mapping; the keys are the names of its fields in Python."""

    name: Required[str]
    scores: Mapping[str, int | None]
    grid: Required[ListLike[ListLike[int] | None]]
    family: PersonInput | None
    toy: BallInput | RopeInput | None
    toys: ListLike[BallInput | RopeInput] | None
    homes: Mapping[str, HomeInput | None] | None
    moods: Mapping[str, ListLike[MoodInput]]
    tags: ListLike[str | None]
    mixed: ListLike[str | int | None]


PetCreateInput: TypeAlias = PetCreate | PetCreateDict
"""`PetCreate`, or a mapping with the names of its fields."""


class BallDict(TypedDict, total=False):
    """`Ball` as a mapping; the keys are the names of its fields in Python."""

    kind: Required[Literal["ball"]]
    size: Required[int]


BallInput: TypeAlias = Ball | BallDict
"""`Ball`, or a mapping with the names of its fields."""


class RopeDict(TypedDict, total=False):
    """`Rope` as a mapping; the keys are the names of its fields in Python."""

    kind: Required[Literal["rope"]]
    length: Required[float]


RopeInput: TypeAlias = Rope | RopeDict
"""`Rope`, or a mapping with the names of its fields."""


class HomeDict(TypedDict, total=False):
    """`Home` as a mapping; the keys are the names of its fields in Python."""

    street: Required[str]


HomeInput: TypeAlias = Home | HomeDict
"""`Home`, or a mapping with the names of its fields."""
