"""The enumerations of the application, with the values that the vendor's pages, SDK and plugin have."""

from __future__ import annotations

from enum import StrEnum, auto


class LeadStatus(StrEnum):
    ACTIVE = auto()
    BOUNCED = auto()
    UNSUBSCRIBED = auto()
    REPLIED = auto()


class LeadSource(StrEnum):
    API = auto()
    CSV_IMPORT = auto()
    MANUAL = auto()


class CampaignStatus(StrEnum):
    DRAFT = auto()
    ACTIVE = auto()
    PAUSED = auto()
    COMPLETED = auto()


class Category(StrEnum):
    EMAIL = auto()
    REPLY_MACRO = auto()
    SNIPPET = auto()


class ReplyCategory(StrEnum):
    INTERESTED = auto()
    NOT_INTERESTED = auto()
    OUT_OF_OFFICE = auto()
    UNCATEGORIZED = auto()
    UNKNOWN = auto()
    BOUNCE = auto()


class SettableCategory(StrEnum):
    INTERESTED = auto()
    NOT_INTERESTED = auto()
    OUT_OF_OFFICE = auto()
    UNCATEGORIZED = auto()
    UNKNOWN = auto()


class Direction(StrEnum):
    SENT = auto()
    RECEIVED = auto()


class ActivityKind(StrEnum):
    EMAIL_SENT = auto()
    REPLY_RECEIVED = auto()


class BounceKind(StrEnum):
    HARD = auto()


class EmailKind(StrEnum):
    CAMPAIGN = auto()


class WebhookEvent(StrEnum):
    EMAIL_SENT = "email.sent"
    EMAIL_FAILED = "email.failed"
    EMAIL_BOUNCED = "email.bounced"
    EMAIL_OPENED = "email.opened"
    REPLY_RECEIVED = "reply.received"
    REPLY_CATEGORIZED = "reply.categorized"
    CAMPAIGN_STARTED = "campaign.started"
    CAMPAIGN_PAUSED = "campaign.paused"
    CAMPAIGN_COMPLETED = "campaign.completed"
    LEAD_CREATED = "lead.created"
    LEAD_UPDATED = "lead.updated"
