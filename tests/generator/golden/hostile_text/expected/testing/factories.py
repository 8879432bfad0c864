# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""One factory per model: `lead(email="john@example.com")` is the document's example with the passed fields replaced."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias, TypedDict, Unpack

from foxreach_testing.examples import Examples
from foxreach_testing.factories import build
from msgspec import UnsetType

from .. import models

EXAMPLES: Final = Examples(__name__.rsplit(".", 2)[0])

QuotedGiven: TypeAlias = models.Quoted | Literal["A.b-c_d", "mro", "name", "value", "NONE", "title"]


class PetFields(TypedDict, total=False):
    """The fields of `Pet`, all of them optional."""

    id: str
    x_odd_name: str | UnsetType
    self_made: str | UnsetType
    copy: str | UnsetType
    name: str | UnsetType
    data: str | UnsetType
    html_body2: str | None | UnsetType


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
