# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""What an argument takes besides a model: a value of an enumeration, a mapping in place of a struct."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .models.pets import Quoted

QuotedInput: TypeAlias = Quoted | Literal["A.b-c_d", "mro", "name", "value", "NONE", "title"]
"""`Quoted`, or the value of one; a value this version does not know is passed as `Quoted("...")`."""
