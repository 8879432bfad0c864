# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""What an argument takes besides a model: a value of an enumeration, a mapping in place of a struct."""

from __future__ import annotations

from typing import Literal, Required, TypeAlias

from foxreach_runtime.nested.annotations import ListLike, TypedDict

from .models.pets import Colour, Kind, Legs, Mood, PetCreate

KindInput: TypeAlias = (
    Kind | Literal["cat", "Dog", "none", "x1", "DOG", "", "24", "7d", "n/a", "do not contact", "+1", "gel\xf6scht"]
)
"""`Kind`, or the value of one; a value this version does not know is passed as `Kind("...")`."""

ColourInput: TypeAlias = Colour | Literal["light-blue", "sea.green"] | str
"""`Colour`, or the value of one; a value this version does not know is passed as `Colour("...")`."""

LegsInput: TypeAlias = Legs | Literal[2, 4, -1]
"""`Legs`, or the value of one; a value this version does not know is passed as `Legs("...")`."""

MoodInput: TypeAlias = Mood | Literal["happy"]
"""`Mood`, or the value of one; a value this version does not know is passed as `Mood("...")`."""


class PetCreateDict(TypedDict, total=False):
    """`PetCreate` as a mapping; the keys are the names of its fields in Python."""

    kind: Required[KindInput]
    colours: ListLike[ColourInput]
    mood: Required[MoodInput | None]
    legs: LegsInput
    asleep: MoodInput | None


PetCreateInput: TypeAlias = PetCreate | PetCreateDict
"""`PetCreate`, or a mapping with the names of its fields."""
