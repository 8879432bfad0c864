# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""What an argument takes besides a model: a value of an enumeration, a mapping in place of a struct."""

from __future__ import annotations

import datetime
import decimal
import uuid
from typing import Literal, Required, TypeAlias

from foxreach_runtime.nested.annotations import ListLike, TypedDict

from .models.pets import Kind, PetPut

KindInput: TypeAlias = Kind | Literal["cat", "dog"]
"""`Kind`, or the value of one; a value this version does not know is passed as `Kind("...")`."""


class PetPutDict(TypedDict, total=False):
    """`PetPut` as a mapping; the keys are the names of its fields in Python."""

    date: Required[datetime.date]
    time: datetime.time | None
    at: datetime.datetime
    key: uuid.UUID
    price: decimal.Decimal
    days: ListLike[datetime.date]
    mail: str


PetPutInput: TypeAlias = PetPut | PetPutDict
"""`PetPut`, or a mapping with the names of its fields."""
