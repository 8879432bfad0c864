# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""What an argument takes besides a model: a value of an enumeration, a mapping in place of a struct."""

from __future__ import annotations

from typing import Literal, Required, TypeAlias

from foxreach_runtime.nested.annotations import AnyIterable, TypedDict

from .models.pets import Crate, Kind, Move

KindInput: TypeAlias = Kind | Literal["cat", "dog"]
"""`Kind`, or the value of one; a value this version does not know is passed as `Kind("...")`."""


class MoveDict(TypedDict, total=False):
    """`Move` as a mapping; the keys are the names of its fields in Python."""

    import_: Required[str]
    field_3_d_model: str | None
    is_not: bool
    lambda_: AnyIterable[CrateInput]


MoveInput: TypeAlias = Move | MoveDict
"""`Move`, or a mapping with the names of its fields."""


class CrateDict(TypedDict, total=False):
    """`Crate` as a mapping; the keys are the names of its fields in Python."""

    with_: Required[str]


CrateInput: TypeAlias = Crate | CrateDict
"""`Crate`, or a mapping with the names of its fields."""
