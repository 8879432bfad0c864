# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""One factory per model: `lead(email="john@example.com")` is the document's example with the passed fields replaced."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, TypedDict, Unpack

from foxreach_testing.examples import Examples
from foxreach_testing.factories import build

from .. import models

EXAMPLES: Final = Examples(__name__.rsplit(".", 2)[0])


class PetFields(TypedDict, total=False):
    """The fields of `Pet`, all of them optional."""

    id: str


def pet(**fields: Unpack[PetFields]) -> models.Pet:
    """Build the document's example of `Pet` with *fields* replaced."""
    return build(EXAMPLES, models.Pet, fields)


class PetListFields(TypedDict, total=False):
    """The fields of `PetList`, all of them optional."""

    data: Sequence[models.Pet]


def pet_list(**fields: Unpack[PetListFields]) -> models.PetList:
    """Build the document's example of `PetList` with *fields* replaced."""
    return build(EXAMPLES, models.PetList, fields)


class PetPageFields(TypedDict, total=False):
    """The fields of `PetPage`, all of them optional."""

    data: Sequence[models.Pet]
    page_info: models.PageMeta


def pet_page(**fields: Unpack[PetPageFields]) -> models.PetPage:
    """Build the document's example of `PetPage` with *fields* replaced."""
    return build(EXAMPLES, models.PetPage, fields)


class PageMetaFields(TypedDict, total=False):
    """The fields of `PageMeta`, all of them optional."""

    page: int
    page_size: int
    total: int
    total_pages: int


def page_meta(**fields: Unpack[PageMetaFields]) -> models.PageMeta:
    """Build the document's example of `PageMeta` with *fields* replaced."""
    return build(EXAMPLES, models.PageMeta, fields)


class FailureFields(TypedDict, total=False):
    """The fields of `Failure`, all of them optional."""

    detail: str


def failure(**fields: Unpack[FailureFields]) -> models.Failure:
    """Build the document's example of `Failure` with *fields* replaced."""
    return build(EXAMPLES, models.Failure, fields)
