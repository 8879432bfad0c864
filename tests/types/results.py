"""What the methods of every resource return, in both flavours, plain and raw: exactly these types."""

from datetime import date, datetime
from typing import Literal, assert_type

from foxreach_client import (
    Addition,
    AnalyticsOverview,
    AsyncFoxReach,
    AsyncPage,
    AsyncPages,
    Campaign,
    CampaignAnalytics,
    CampaignStatus,
    Conversation,
    CreatedWebhook,
    DailyStats,
    Deletion,
    EmailAccount,
    FoxReach,
    InboxStats,
    Lead,
    LeadActivity,
    Message,
    MessageDirection,
    Page,
    Pages,
    RawReply,
    Removal,
    ReplyCategory,
    SendReceipt,
    SequenceStep,
    Template,
    Thread,
    Webhook,
    WebhookEvent,
)


def campaigns(client: FoxReach) -> None:
    assert_type(client.campaigns.list(), Pages[Campaign])
    assert_type(client.campaigns.create(name="Spring").status, CampaignStatus)
    assert_type(client.campaigns.update("cmp_1", context=None).started_at, datetime | None)
    assert_type(client.campaigns.add_leads("cmp_1", lead_ids=["cld_1"]), Addition)
    assert_type(client.campaigns.remove_lead("cmp_1", "cld_1"), Removal)
    assert_type(client.campaigns.remove_account("cmp_1", "cea_1"), Removal)
    assert_type(client.campaigns.sequences.list("cmp_1"), list[SequenceStep])
    assert_type(client.campaigns.sequences.delete("cmp_1", "seq_1"), Deletion)


def templates_and_accounts(client: FoxReach) -> None:
    assert_type(client.templates.list(category="email").first_page(), Page[Template])
    assert_type(client.templates.create(name="Prices", body="Hi"), Template)
    assert_type(client.email_accounts.get("cea_1"), EmailAccount)


def inbox(client: FoxReach) -> None:
    assert_type(client.inbox.list_threads(is_read=False), Pages[Thread])
    assert_type(client.inbox.get("rpl_1").category, ReplyCategory | None)
    assert_type(client.inbox.update("rpl_1", category=None, is_starred=True), Thread)
    assert_type(client.inbox.get_conversation("rpl_1"), Conversation)
    assert_type(client.inbox.send_reply("rpl_1", body="Thank you"), SendReceipt)
    assert_type(client.inbox.stats(), InboxStats)


def numbers(client: FoxReach) -> None:
    assert_type(client.analytics.overview(), AnalyticsOverview)
    assert_type(client.analytics.campaign("cmp_1"), CampaignAnalytics)


def days(day: DailyStats, message: Message) -> None:
    assert_type(day.date, date | None)
    assert_type(message.direction, MessageDirection)


def webhooks(client: FoxReach) -> None:
    assert_type(client.webhooks.list_events(), list[WebhookEvent])
    assert_type(client.webhooks.create(url="https://x.example", events=["lead.created"]), CreatedWebhook)
    assert_type(client.webhooks.update("cwh_1", is_active=False), Webhook)


def absent_null_and_there(lead: Lead) -> int:
    assert_type(lead.first_name, str | None)
    assert_type(lead.tags, list[str] | None)
    return len(lead.tags) if lead.tags is not None else 0


def enumerations(status: CampaignStatus) -> Literal["draft"] | str:
    assert_type(status.known, bool)
    return "draft" if status is CampaignStatus.DRAFT else status.value


def whole_replies(client: FoxReach) -> None:
    raw = client.with_raw_response
    assert_type(raw.leads.activity("cld_1").parse(), LeadActivity)
    assert_type(raw.campaigns.sequences.list("cmp_1"), RawReply[list[SequenceStep]])
    assert_type(raw.inbox.list_threads(search="x").parse().items[0], Thread)
    assert_type(raw.webhooks.delete("cwh_1").rate_limit.remaining, int | None)


async def in_the_other_flavour(client: AsyncFoxReach) -> None:
    assert_type(client.campaigns.list(), AsyncPages[Campaign])
    assert_type(await client.campaigns.list().first_page(), AsyncPage[Campaign])
    assert_type(await (await client.campaigns.list().first_page()).next_page(), AsyncPage[Campaign] | None)
    assert_type(await client.campaigns.sequences.list("cmp_1"), list[SequenceStep])
    assert_type(await client.templates.update("ctm_1", subject=None), Template)
    assert_type(await client.email_accounts.delete("cea_1"), Deletion)
    assert_type(await client.inbox.stats(), InboxStats)
    assert_type(await client.analytics.overview(), AnalyticsOverview)
    assert_type(await client.webhooks.list_events(), list[WebhookEvent])
    assert_type(await client.with_raw_response.inbox.list_threads(), RawReply[AsyncPage[Thread]])
    assert_type(await client.with_raw_response.campaigns.sequences.list("cmp_1"), RawReply[list[SequenceStep]])
    assert_type(client.with_options(timeout=None), AsyncFoxReach)
