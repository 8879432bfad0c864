# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The models that several resources use."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, ClassVar, TypeAlias

from foxreach_runtime.enums import OpenEnum
from foxreach_runtime.model import Model, show_in_repr
from msgspec import UNSET, Meta, UnsetType, field


class ErrorBody(Model, frozen=True, kw_only=True):
    """The body of most errors."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    detail: str
    """The cause of the error, as text for people."""


class ValidationItem(Model, frozen=True, kw_only=True):
    """One value that was not accepted."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    loc: list[str | int]
    """The path to the value, such as body and email. Indexes are counted from 0."""
    msg: str
    """The fault of the value, as text for people."""
    type: str
    """The fault of the value, as a code such as missing."""
    input: Any | UnsetType = UNSET
    """The value itself. It may be of any type."""
    ctx: dict[str, Any] | None = None
    """Further values of the message, such as a bound."""


class RateLimitDetails(Model, frozen=True, kw_only=True):
    """The limit that was exceeded."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    limit: int
    """Number of calls allowed per minute."""
    reset: int
    """When the limit is reset, in seconds since 1970-01-01 UTC."""


class GatewayErrorBody(Model, frozen=True, kw_only=True):
    """The body that a gateway may send. Its shape is not documented."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    detail: str | None = None
    """The cause of the error, as text for people."""


class PageMeta(Model, frozen=True, kw_only=True):
    """The position of a page in its list."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    page: int
    """Number of this page, counted from 1."""
    page_size: int = field(name="pageSize")
    """Maximum number of items on a page."""
    total: int
    """Number of items in the whole list."""
    total_pages: int = field(name="totalPages")
    """Number of pages in the whole list."""


class Deletion(Model, frozen=True, kw_only=True):
    """The id of the deleted object."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    id: str
    """Id of the deleted object."""
    deleted: bool
    """True if the object was deleted."""


SendingDay: TypeAlias = Annotated[int, Meta(ge=1, le=7)]


class ReplyCategory(OpenEnum):
    """The category of a reply. Some sources mention other values, which may exist."""

    INTERESTED = "interested"
    NOT_INTERESTED = "not_interested"
    OUT_OF_OFFICE = "out_of_office"
    UNCATEGORIZED = "uncategorized"
    UNKNOWN = "unknown"
    BOUNCE = "bounce"


class ValidationBody(Model, frozen=True, kw_only=True):
    """The body of a 422. Its shape is not documented."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    detail: str | list[ValidationItem]
    """The cause of the error, as text or as a list with one item per value."""


class RateLimitBody(Model, frozen=True, kw_only=True):
    """The body of a 429."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    error: str
    """The cause of the error, as text for people."""
    code: str
    """Always rate_limit_exceeded."""
    details: RateLimitDetails
    """The limit that was exceeded."""


class DeletionReply(Model, frozen=True, kw_only=True):
    """The envelope of a deletion."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: Deletion
    """The id of the deleted object."""


show_in_repr(ErrorBody, "detail")
show_in_repr(ValidationBody, "detail")
show_in_repr(ValidationItem, "loc", "msg", "type")
show_in_repr(RateLimitBody, "error", "code")
show_in_repr(GatewayErrorBody, "detail")
show_in_repr(Deletion, "id")


if not TYPE_CHECKING:

    def __getattr__(name):
        """Return a model that an older pickle expects here: a model that more resources use now is in another module."""
        from importlib import import_module

        return import_module(__package__).__getattr__(name)
