# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""What an argument takes besides a model: a value of an enumeration, a mapping in place of a struct."""

from __future__ import annotations

from typing import Literal, Required, TypeAlias

from foxreach_runtime.nested.annotations import AnyIterable, TypedDict

from .models.pets import Mood, Owner, PetCreate, PetImport

MoodInput: TypeAlias = Mood | Literal["happy", "sad"]
"""`Mood`, or the value of one; a value this version does not know is passed as `Mood("...")`."""


class OwnerDict(TypedDict, total=False):
    """`Owner` as a mapping; the keys are the names of its fields in Python."""

    first_name: Required[str]
    mood: MoodInput


OwnerInput: TypeAlias = Owner | OwnerDict
"""`Owner`, or a mapping with the names of its fields."""


class PetImportDict(TypedDict, total=False):
    """`PetImport` as a mapping; the keys are the names of its fields in Python."""

    pets: Required[AnyIterable[PetCreateInput]]
    buyer: Required[OwnerInput]
    witness: Required[OwnerInput | None]


PetImportInput: TypeAlias = PetImport | PetImportDict
"""`PetImport`, or a mapping with the names of its fields."""


class PetCreateDict(TypedDict, total=False):
    """`PetCreate` as a mapping; the keys are the names of its fields in Python."""

    name: Required[str]
    owner: OwnerInput | None
    weight: float


PetCreateInput: TypeAlias = PetCreate | PetCreateDict
"""`PetCreate`, or a mapping with the names of its fields."""
