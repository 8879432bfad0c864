# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""One factory per model: `lead(email="john@example.com")` is the document's example, but for what is passed."""

from __future__ import annotations

from typing import Final, TypedDict, Unpack

from foxreach_testing.examples import Examples
from foxreach_testing.making import made

from .. import models

EXAMPLES: Final = Examples(__name__.rsplit(".", 2)[0])


class ThingFields(TypedDict, total=False):
    """The fields of `Thing`, none of which must be passed."""

    id: str


def thing(**fields: Unpack[ThingFields]) -> models.Thing:
    """Return the document's example of `Thing`, but for *fields*."""
    return made(EXAMPLES, models.Thing, fields)


class ThingReplyFields(TypedDict, total=False):
    """The fields of `ThingReply`, none of which must be passed."""

    data: models.Thing


def thing_reply(**fields: Unpack[ThingReplyFields]) -> models.ThingReply:
    """Return the document's example of `ThingReply`, but for *fields*."""
    return made(EXAMPLES, models.ThingReply, fields)


class FailureFields(TypedDict, total=False):
    """The fields of `Failure`, none of which must be passed."""

    detail: str


def failure(**fields: Unpack[FailureFields]) -> models.Failure:
    """Return the document's example of `Failure`, but for *fields*."""
    return made(EXAMPLES, models.Failure, fields)
