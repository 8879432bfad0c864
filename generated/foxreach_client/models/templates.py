# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The models that only `templates` uses."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from foxreach_runtime.enums import OpenEnum
from foxreach_runtime.model import Model, read_as_utc, show_in_repr
from msgspec import UNSET, UnsetType, field

from ._shared import PageMeta


class TemplateCategory(OpenEnum):
    """The purpose of a template. Other values may exist."""

    EMAIL = "email"
    REPLY_MACRO = "reply_macro"
    SNIPPET = "snippet"


class Template(Model, frozen=True, kw_only=True):
    """A text for sequence steps or replies."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    id: str
    """Id of the template."""
    name: str
    """Name of the template."""
    subject: str | None = None
    """Subject, with variables."""
    body: str
    """Text, with variables."""
    category: TemplateCategory
    """The purpose of the template."""
    created_at: datetime = field(name="createdAt")
    """When the template was created, in UTC."""
    updated_at: datetime = field(name="updatedAt")
    """When the template was last changed, in UTC."""
    send_as_html: bool | None = field(name="sendAsHtml", default=None)
    """Whether the text is sent as HTML."""


class TemplateReply(Model, frozen=True, kw_only=True):
    """The envelope of one template."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: Template
    """The template."""


class TemplatePage(Model, frozen=True, kw_only=True):
    """One page of templates."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: list[Template]
    """The templates on this page."""
    meta: PageMeta
    """The position of this page in the list."""


class TemplateCreate(Model, frozen=True, kw_only=True):
    """A template to create. Only the vendor's SDK says that the body is required."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    name: str
    """Name of the template."""
    body: str
    """Text, with variables."""
    subject: str | None | UnsetType = UNSET
    """Subject, with variables."""
    category: TemplateCategory | UnsetType = UNSET
    """The purpose of the template."""
    send_as_html: bool | UnsetType = field(name="sendAsHtml", default=UNSET)
    """Whether the text is sent as HTML. Not documented; known from the vendor's SDK."""


class TemplateUpdate(Model, frozen=True, kw_only=True):
    """The changes to a template. Fields that are left out keep their values; null clears a field."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    name: str | UnsetType = UNSET
    """Name of the template."""
    subject: str | None | UnsetType = UNSET
    """Subject, with variables."""
    body: str | UnsetType = UNSET
    """Text, with variables."""
    category: TemplateCategory | UnsetType = UNSET
    """The purpose of the template."""
    send_as_html: bool | UnsetType = field(name="sendAsHtml", default=UNSET)
    """Whether the text is sent as HTML. Not documented; known from the vendor's SDK."""


read_as_utc(Template, "created_at", "updated_at")
show_in_repr(Template, "id", "name")
show_in_repr(TemplateCreate, "name")
show_in_repr(TemplateUpdate, "name")


if not TYPE_CHECKING:

    def __getattr__(name):
        """Return a model that an older pickle expects here: a model that more resources use now is in another module."""
        from importlib import import_module

        return import_module(__package__).__getattr__(name)
