# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""One factory per model: `lead(email="john@example.com")` is the document's example, but for what is passed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypedDict, Unpack

from foxreach_testing.examples import Examples
from foxreach_testing.making import made

from .. import models

EXAMPLES: Final = Examples(__name__.rsplit(".", 2)[0])


class PetFields(TypedDict, total=False):
    """The fields of `Pet`, none of which must be passed."""

    id: str


def pet(**fields: Unpack[PetFields]) -> models.Pet:
    """Return the document's example of `Pet`, but for *fields*."""
    return made(EXAMPLES, models.Pet, fields)


class PetListFields(TypedDict, total=False):
    """The fields of `PetList`, none of which must be passed."""

    data: Sequence[models.Pet]


def pet_list(**fields: Unpack[PetListFields]) -> models.PetList:
    """Return the document's example of `PetList`, but for *fields*."""
    return made(EXAMPLES, models.PetList, fields)


class PetPageFields(TypedDict, total=False):
    """The fields of `PetPage`, none of which must be passed."""

    data: Sequence[models.Pet]
    page_info: models.PageMeta


def pet_page(**fields: Unpack[PetPageFields]) -> models.PetPage:
    """Return the document's example of `PetPage`, but for *fields*."""
    return made(EXAMPLES, models.PetPage, fields)


class PageMetaFields(TypedDict, total=False):
    """The fields of `PageMeta`, none of which must be passed."""

    page: int
    page_size: int
    total: int
    total_pages: int


def page_meta(**fields: Unpack[PageMetaFields]) -> models.PageMeta:
    """Return the document's example of `PageMeta`, but for *fields*."""
    return made(EXAMPLES, models.PageMeta, fields)


class FailureFields(TypedDict, total=False):
    """The fields of `Failure`, none of which must be passed."""

    detail: str


def failure(**fields: Unpack[FailureFields]) -> models.Failure:
    """Return the document's example of `Failure`, but for *fields*."""
    return made(EXAMPLES, models.Failure, fields)
