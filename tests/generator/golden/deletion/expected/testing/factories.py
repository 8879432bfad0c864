# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""One factory per model: `lead(email="john@example.com")` is the document's example, but for what is passed."""

from __future__ import annotations

from typing import Final, TypedDict, Unpack

from foxreach_testing.examples import Examples
from foxreach_testing.making import made

from .. import models

EXAMPLES: Final = Examples(__name__.rsplit(".", 2)[0])


class RemovalFields(TypedDict, total=False):
    """The fields of `Removal`, none of which must be passed."""

    toy_id: str
    pet_id: str
    removed: bool
    count: int
    note: str


def removal(**fields: Unpack[RemovalFields]) -> models.Removal:
    """Return the document's example of `Removal`, but for *fields*."""
    return made(EXAMPLES, models.Removal, fields)


class RemovalReplyFields(TypedDict, total=False):
    """The fields of `RemovalReply`, none of which must be passed."""

    data: models.Removal


def removal_reply(**fields: Unpack[RemovalReplyFields]) -> models.RemovalReply:
    """Return the document's example of `RemovalReply`, but for *fields*."""
    return made(EXAMPLES, models.RemovalReply, fields)


class FailureFields(TypedDict, total=False):
    """The fields of `Failure`, none of which must be passed."""

    detail: str


def failure(**fields: Unpack[FailureFields]) -> models.Failure:
    """Return the document's example of `Failure`, but for *fields*."""
    return made(EXAMPLES, models.Failure, fields)
