# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""One factory per model: `lead(email="john@example.com")` is the document's example, but for what is passed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, TypeAlias, TypedDict, Unpack

from foxreach_testing.examples import Examples
from foxreach_testing.making import made
from msgspec import UnsetType

from .. import models

EXAMPLES: Final = Examples(__name__.rsplit(".", 2)[0])

KindGiven: TypeAlias = models.Kind | Literal["cat", "dog"]


class CrateFields(TypedDict, total=False):
    """The fields of `Crate`, none of which must be passed."""

    with_: str


def crate(**fields: Unpack[CrateFields]) -> models.Crate:
    """Return the document's example of `Crate`, but for *fields*."""
    return made(EXAMPLES, models.Crate, fields)


class MoveFields(TypedDict, total=False):
    """The fields of `Move`, none of which must be passed."""

    import_: str
    field_3_d_model: str | None | UnsetType
    is_not: bool | UnsetType
    lambda_: Sequence[models.Crate] | UnsetType


def move(**fields: Unpack[MoveFields]) -> models.Move:
    """Return the document's example of `Move`, but for *fields*."""
    return made(EXAMPLES, models.Move, fields)


class PetFields(TypedDict, total=False):
    """The fields of `Pet`, none of which must be passed."""

    async_: str
    none: str | None | UnsetType


def pet(**fields: Unpack[PetFields]) -> models.Pet:
    """Return the document's example of `Pet`, but for *fields*."""
    return made(EXAMPLES, models.Pet, fields)


class PetReplyFields(TypedDict, total=False):
    """The fields of `PetReply`, none of which must be passed."""

    data: models.Pet


def pet_reply(**fields: Unpack[PetReplyFields]) -> models.PetReply:
    """Return the document's example of `PetReply`, but for *fields*."""
    return made(EXAMPLES, models.PetReply, fields)


class FailureFields(TypedDict, total=False):
    """The fields of `Failure`, none of which must be passed."""

    detail: str


def failure(**fields: Unpack[FailureFields]) -> models.Failure:
    """Return the document's example of `Failure`, but for *fields*."""
    return made(EXAMPLES, models.Failure, fields)
