# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""One factory per model: `lead(email="john@example.com")` is the document's example with the passed fields replaced."""

from __future__ import annotations

import datetime
from typing import Any, Final, TypedDict, Unpack

from foxreach_runtime.nested.annotations import ListLike
from foxreach_testing.examples import Examples
from foxreach_testing.factories import build
from msgspec import UnsetType

from .. import models

EXAMPLES: Final = Examples(__name__.rsplit(".", 2)[0])


class PetUpdateFields(TypedDict, total=False):
    """The fields of `PetUpdate`, all of them optional."""

    id: str | UnsetType
    name: str
    nick_name: str | None
    title: str | UnsetType
    rank: int | None | UnsetType
    weight: float | UnsetType
    alive: bool | UnsetType
    tags: ListLike[str] | None | UnsetType
    days: ListLike[int] | UnsetType
    extras: dict[str, Any] | UnsetType
    more: dict[str, Any] | None | UnsetType


def pet_update(**fields: Unpack[PetUpdateFields]) -> models.PetUpdate:
    """Build the document's example of `PetUpdate` with *fields* replaced."""
    return build(EXAMPLES, models.PetUpdate, fields)


class PetFields(TypedDict, total=False):
    """The fields of `Pet`, all of them optional."""

    code: str | UnsetType
    born_at: datetime.datetime
    sold_at: datetime.datetime | None
    seen_at: datetime.datetime | UnsetType
    birthday: datetime.date
    name_day: datetime.date | None | UnsetType
    legs: int
    weight: float
    alive: bool
    mixed: ListLike[str | int]
    loose: str | dict[str, Any] | ListLike[str] | None
    extras: dict[str, Any]
    more: dict[str, Any] | None | UnsetType
    links: ListLike[models.Link] | None | UnsetType


def pet(**fields: Unpack[PetFields]) -> models.Pet:
    """Build the document's example of `Pet` with *fields* replaced."""
    return build(EXAMPLES, models.Pet, fields)


class LinkFields(TypedDict, total=False):
    """The fields of `Link`, all of them optional."""

    href: str


def link(**fields: Unpack[LinkFields]) -> models.Link:
    """Build the document's example of `Link` with *fields* replaced."""
    return build(EXAMPLES, models.Link, fields)


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
