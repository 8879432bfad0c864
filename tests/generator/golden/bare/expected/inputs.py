# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""What an argument takes besides a model: a value of an enumeration, a mapping in place of a struct."""

from __future__ import annotations

from typing import Required, TypeAlias

from foxreach_runtime.nested.annotations import TypedDict

from .models.pets import Grooming, Pet


class GroomingDict(TypedDict, total=False):
    """`Grooming` as a mapping; the keys are the names of its fields in Python."""

    brush: Required[str]
    soap: bool


GroomingInput: TypeAlias = Grooming | GroomingDict
"""`Grooming`, or a mapping with the names of its fields."""


class PetDict(TypedDict, total=False):
    """`Pet` as a mapping; the keys are the names of its fields in Python."""

    id: Required[int]
    name: str


PetInput: TypeAlias = Pet | PetDict
"""`Pet`, or a mapping with the names of its fields."""
