# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""What goes over the wire, as msgspec structs."""

from __future__ import annotations

from foxreach_runtime.model import Model
from msgspec import field


class Pet(Model, frozen=True, kw_only=True):
    """An animal."""

    id: str
    """Id of the pet."""


class PetList(Model, frozen=True, kw_only=True):
    """Some pets."""

    data: list[Pet]
    """The pets."""


class PageMeta(Model, frozen=True, kw_only=True):
    """Where a page is."""

    page: int
    """Number of the page."""
    page_size: int = field(name="pageSize")
    """Items on a page."""
    total: int
    """Items in all."""
    total_pages: int = field(name="totalPages")
    """Pages in all."""


class Failure(Model, frozen=True, kw_only=True):
    """What a failed call answers."""

    detail: str
    """What went wrong."""


class PetPage(Model, frozen=True, kw_only=True):
    """One page of pets."""

    data: list[Pet]
    """The pets."""
    page_info: PageMeta = field(name="pageInfo")
