# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""One factory per model: `lead(email="john@example.com")` is the document's example, but for what is passed."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any, Final, TypedDict, Unpack

from foxreach_testing.examples import Examples
from foxreach_testing.making import made
from msgspec import UnsetType

from .. import models

EXAMPLES: Final = Examples(__name__.rsplit(".", 2)[0])


class PetUpdateFields(TypedDict, total=False):
    """The fields of `PetUpdate`, none of which must be passed."""

    name: str
    nick_name: str | None
    title: str | UnsetType
    rank: int | None | UnsetType
    weight: float | UnsetType
    alive: bool | UnsetType
    tags: Sequence[str] | None | UnsetType
    days: Sequence[int] | UnsetType
    extras: dict[str, Any] | UnsetType
    more: dict[str, Any] | None | UnsetType


def pet_update(**fields: Unpack[PetUpdateFields]) -> models.PetUpdate:
    """Return the document's example of `PetUpdate`, but for *fields*."""
    return made(EXAMPLES, models.PetUpdate, fields)


class PetFields(TypedDict, total=False):
    """The fields of `Pet`, none of which must be passed."""

    born_at: datetime.datetime
    sold_at: datetime.datetime | None
    seen_at: datetime.datetime | UnsetType
    birthday: datetime.date
    name_day: datetime.date | None | UnsetType
    legs: int
    weight: float
    alive: bool
    mixed: Sequence[str | int]
    loose: str | dict[str, Any] | Sequence[str] | None
    extras: dict[str, Any]
    more: dict[str, Any] | None | UnsetType
    links: Sequence[models.Link] | None | UnsetType


def pet(**fields: Unpack[PetFields]) -> models.Pet:
    """Return the document's example of `Pet`, but for *fields*."""
    return made(EXAMPLES, models.Pet, fields)


class LinkFields(TypedDict, total=False):
    """The fields of `Link`, none of which must be passed."""

    href: str


def link(**fields: Unpack[LinkFields]) -> models.Link:
    """Return the document's example of `Link`, but for *fields*."""
    return made(EXAMPLES, models.Link, fields)


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
