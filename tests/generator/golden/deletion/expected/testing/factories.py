# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""One factory per model: `lead(email="john@example.com")` is the document's example with the passed fields replaced."""

from __future__ import annotations

from typing import Final, TypedDict, Unpack

from foxreach_testing.examples import Examples
from foxreach_testing.factories import build

from .. import models

EXAMPLES: Final = Examples(__name__.rsplit(".", 2)[0])


class RemovalFields(TypedDict, total=False):
    """The fields of `Removal`, all of them optional."""

    toy_id: str
    pet_id: str
    removed: bool
    count: int
    note: str


def removal(**fields: Unpack[RemovalFields]) -> models.Removal:
    """Build the document's example of `Removal` with *fields* replaced."""
    return build(EXAMPLES, models.Removal, fields)


class RemovalReplyFields(TypedDict, total=False):
    """The fields of `RemovalReply`, all of them optional."""

    data: models.Removal


def removal_reply(**fields: Unpack[RemovalReplyFields]) -> models.RemovalReply:
    """Build the document's example of `RemovalReply` with *fields* replaced."""
    return build(EXAMPLES, models.RemovalReply, fields)


class FailureFields(TypedDict, total=False):
    """The fields of `Failure`, all of them optional."""

    detail: str


def failure(**fields: Unpack[FailureFields]) -> models.Failure:
    """Build the document's example of `Failure` with *fields* replaced."""
    return build(EXAMPLES, models.Failure, fields)
