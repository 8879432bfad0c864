# Generated from spec/foxreach.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The models that only `campaigns.sequences` uses."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from foxreach_runtime.model import Model, read_as_utc, show_in_repr
from msgspec import UNSET, Meta, UnsetType, field


class SequenceStep(Model, frozen=True, kw_only=True):
    """One e-mail of a campaign, and the delay before it."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    id: str
    """Id of the step."""
    campaign_id: str = field(name="campaignId")
    """Id of the campaign."""
    step_number: int = field(name="stepNumber")
    """Position in the sequence, counted from 1."""
    name: str | None = None
    """Name of the step."""
    subject: str | None = None
    """Subject, with variables and spin syntax."""
    body: str
    """Text of the e-mail, with variables and spin syntax."""
    delay_days: int = field(name="delayDays")
    """Days to wait after the previous step."""
    delay_hours: int = field(name="delayHours")
    """Hours to wait in addition to the days."""
    send_only_if_no_reply: bool = field(name="sendOnlyIfNoReply")
    """Whether leads that have replied are skipped."""
    created_at: datetime = field(name="createdAt")
    """When the step was created, in UTC."""
    updated_at: datetime = field(name="updatedAt")
    """When the step was last changed, in UTC."""
    send_as_html: bool | None = field(name="sendAsHtml", default=None)
    """Whether the text is sent as HTML."""
    variants: list[dict[str, Any]] | None = None
    """Versions of the e-mail for A/B tests. Their content is not documented."""
    has_variants: bool | None = field(name="hasVariants", default=None)
    """Whether the step has variants."""


class SequenceStepReply(Model, frozen=True, kw_only=True):
    """The envelope of one step."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: SequenceStep
    """The step."""


class SequenceStepList(Model, frozen=True, kw_only=True):
    """The steps of a campaign."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: list[SequenceStep]
    """The steps of the campaign."""


class SequenceStepCreate(Model, frozen=True, kw_only=True):
    """A step to create."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    subject: str
    """Subject, with variables and spin syntax."""
    body: str
    """Text of the e-mail, with variables and spin syntax."""
    step_number: Annotated[int, Meta(ge=1)] | UnsetType = field(name="stepNumber", default=UNSET)
    """Position in the sequence, counted from 1. The server assigns one if it is left out. Not documented; known
    from the vendor's SDK.
    """
    name: str | None | UnsetType = UNSET
    """Name of the step."""
    delay_days: Annotated[int, Meta(ge=0)] | UnsetType = field(name="delayDays", default=UNSET)
    """Days to wait after the previous step. The server's default is 0."""
    delay_hours: Annotated[int, Meta(ge=0)] | UnsetType = field(name="delayHours", default=UNSET)
    """Hours to wait in addition to the days. The server's default is 0."""
    send_only_if_no_reply: bool | UnsetType = field(name="sendOnlyIfNoReply", default=UNSET)
    """Whether leads that have replied are skipped. The server's default is true."""
    send_as_html: bool | UnsetType = field(name="sendAsHtml", default=UNSET)
    """Whether the text is sent as HTML. The server's default is false. Not documented; known from the vendor's
    plugin.
    """


class SequenceStepUpdate(Model, frozen=True, kw_only=True):
    """The changes to a step. Fields that are left out keep their values; null clears a field."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    step_number: Annotated[int, Meta(ge=1)] | UnsetType = field(name="stepNumber", default=UNSET)
    """Position in the sequence, counted from 1. Not documented; known from the vendor's SDK."""
    name: str | None | UnsetType = UNSET
    """Name of the step."""
    subject: str | None | UnsetType = UNSET
    """Subject, with variables and spin syntax."""
    body: str | UnsetType = UNSET
    """Text of the e-mail, with variables and spin syntax."""
    delay_days: Annotated[int, Meta(ge=0)] | UnsetType = field(name="delayDays", default=UNSET)
    """Days to wait after the previous step."""
    delay_hours: Annotated[int, Meta(ge=0)] | UnsetType = field(name="delayHours", default=UNSET)
    """Hours to wait in addition to the days."""
    send_only_if_no_reply: bool | UnsetType = field(name="sendOnlyIfNoReply", default=UNSET)
    """Whether leads that have replied are skipped."""
    send_as_html: bool | UnsetType = field(name="sendAsHtml", default=UNSET)
    """Whether the text is sent as HTML. Not documented; known from the vendor's plugin."""


read_as_utc(SequenceStep, "created_at", "updated_at")
show_in_repr(SequenceStep, "id", "campaign_id", "name")
show_in_repr(SequenceStepCreate, "name")
show_in_repr(SequenceStepUpdate, "name")


if not TYPE_CHECKING:

    def __getattr__(name):
        """Return a model that an older pickle expects here: a model that more resources use now is in another module."""
        from importlib import import_module

        return import_module(__package__).__getattr__(name)
