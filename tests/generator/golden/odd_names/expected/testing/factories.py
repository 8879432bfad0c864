# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""One factory per model: `lead(email="john@example.com")` is the document's example with the passed fields replaced."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias, TypedDict, Unpack

from foxreach_runtime.nested.annotations import ListLike
from foxreach_testing.examples import Examples
from foxreach_testing.factories import build
from msgspec import UnsetType

from .. import models

EXAMPLES: Final = Examples(__name__.rsplit(".", 2)[0])

KindGiven: TypeAlias = models.Kind | Literal["cat", "dog"]


class CrateFields(TypedDict, total=False):
    """The fields of `Crate`, all of them optional."""

    with_: str


def crate(**fields: Unpack[CrateFields]) -> models.Crate:
    """Build the document's example of `Crate` with *fields* replaced."""
    return build(EXAMPLES, models.Crate, fields)


class MoveFields(TypedDict, total=False):
    """The fields of `Move`, all of them optional."""

    import_: str
    field_3_d_model: str | None | UnsetType
    is_not: bool | UnsetType
    lambda_: ListLike[models.Crate] | UnsetType


def move(**fields: Unpack[MoveFields]) -> models.Move:
    """Build the document's example of `Move` with *fields* replaced."""
    return build(EXAMPLES, models.Move, fields)


class PetFields(TypedDict, total=False):
    """The fields of `Pet`, all of them optional."""

    async_: str
    async_2: int | UnsetType
    id: str | None | UnsetType
    type: str | UnsetType
    größe: float | UnsetType
    list_: ListLike[str] | UnsetType
    to_dict_: bool | UnsetType
    form: str | UnsetType
    none: str | None | UnsetType


def pet(**fields: Unpack[PetFields]) -> models.Pet:
    """Build the document's example of `Pet` with *fields* replaced."""
    return build(EXAMPLES, models.Pet, fields)


class PetReplyFields(TypedDict, total=False):
    """The fields of `PetReply`, all of them optional."""

    data: models.Pet


def pet_reply(**fields: Unpack[PetReplyFields]) -> models.PetReply:
    """Build the document's example of `PetReply` with *fields* replaced."""
    return build(EXAMPLES, models.PetReply, fields)


class FailureFields(TypedDict, total=False):
    """The fields of `Failure`, all of them optional."""

    detail: str


def failure(**fields: Unpack[FailureFields]) -> models.Failure:
    """Build the document's example of `Failure` with *fields* replaced."""
    return build(EXAMPLES, models.Failure, fields)
