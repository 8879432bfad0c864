# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""What an argument takes besides a model: the text of an enumeration's value, a mapping in place of a struct."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Required, TypeAlias, TypedDict

from . import models

KindInput: TypeAlias = models.Kind | Literal["cat", "Dog", "none", "x1"]
"""`Kind`, or the text of one; a value this version does not know is passed as `Kind("...")`."""

ColourInput: TypeAlias = models.Colour | Literal["light-blue", "sea.green"] | str
"""`Colour`, or the text of one; a value this version does not know is passed as `Colour("...")`."""

MoodInput: TypeAlias = models.Mood | Literal["happy"]
"""`Mood`, or the text of one; a value this version does not know is passed as `Mood("...")`."""


class PetCreateDict(TypedDict, total=False):
    """`PetCreate` as a mapping; the keys are the names of its fields in Python."""

    kind: Required[KindInput]
    colours: Sequence[ColourInput]
    mood: Required[MoodInput | None]
    asleep: MoodInput | None


PetCreateInput: TypeAlias = models.PetCreate | PetCreateDict
"""`PetCreate`, or a mapping with the names of its fields."""
