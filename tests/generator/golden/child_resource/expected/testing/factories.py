# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""One factory per model: `lead(email="john@example.com")` is the document's example with the passed fields replaced."""

from __future__ import annotations

from typing import Final, TypedDict, Unpack

from foxreach_testing.examples import Examples
from foxreach_testing.factories import build

from .. import models

EXAMPLES: Final = Examples(__name__.rsplit(".", 2)[0])


class ThingFields(TypedDict, total=False):
    """The fields of `Thing`, all of them optional."""

    id: str


def thing(**fields: Unpack[ThingFields]) -> models.Thing:
    """Build the document's example of `Thing` with *fields* replaced."""
    return build(EXAMPLES, models.Thing, fields)


class ThingReplyFields(TypedDict, total=False):
    """The fields of `ThingReply`, all of them optional."""

    data: models.Thing


def thing_reply(**fields: Unpack[ThingReplyFields]) -> models.ThingReply:
    """Build the document's example of `ThingReply` with *fields* replaced."""
    return build(EXAMPLES, models.ThingReply, fields)


class FailureFields(TypedDict, total=False):
    """The fields of `Failure`, all of them optional."""

    detail: str


def failure(**fields: Unpack[FailureFields]) -> models.Failure:
    """Build the document's example of `Failure` with *fields* replaced."""
    return build(EXAMPLES, models.Failure, fields)
