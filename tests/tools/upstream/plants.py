"""Differences planted into the document of the application, and where each has to be found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Node = dict[str, Any]


@dataclass(frozen=True)
class Plant:
    """One difference: how to make it, the operation and path that meet it, its aspect, and the pointer in the spec."""

    name: str
    make: Callable[[Node], object]
    operation: str
    path: str
    aspect: str
    pointer: str

    def __str__(self) -> str:
        return self.name


def schema(name: str) -> Callable[[Node], Node]:
    return lambda document: document["components"]["schemas"][name]


def field(name: str, wire: str, **keywords: Any) -> Callable[[Node], object]:
    """Return what gives a property other *keywords*; None takes one away."""

    def make(document: Node) -> None:
        node = document["components"]["schemas"][name]["properties"][wire]
        for keyword, value in keywords.items():
            if value is None:
                node.pop(keyword.strip("_"))
            else:
                node[keyword.strip("_")] = value

    return make


def typed(name: str, wire: str, made: Node) -> Callable[[Node], object]:
    return lambda document: schema(name)(document)["properties"].__setitem__(wire, made)


def operation(path: str, method: str) -> Callable[[Node], Node]:
    return lambda document: document["paths"][f"/api/v1{path}"][method]


def parameter(path: str, name: str) -> Callable[[Node], Node]:
    return lambda document: next(
        each for each in operation(path, "get")(document)["parameters"] if each["name"] == name
    )


def renamed(name: str, old: str, new: str) -> Callable[[Node], object]:
    return lambda document: (found := schema(name)(document)["properties"]).__setitem__(new, found.pop(old))


EXTRA = {"type": "string", "title": "Extra"}
REPLY = {"200": {"description": "OK", "content": {"application/json": {"schema": {"type": "object"}}}}}
SCHEMAS = "/components/schemas"
PLANTS = (
    Plant("a path is gone", lambda d: d["paths"].pop("/api/v1/inbox/stats"),
          "GET /inbox/stats", "", "presence", "/paths/~1inbox~1stats/get"),
    Plant("a path is new", lambda d: d["paths"].__setitem__("/api/v1/tags", {"get": {"responses": REPLY}}),
          "GET /tags", "", "presence", "/paths"),
    Plant("a method is gone", lambda d: d["paths"]["/api/v1/templates/{template_id}"].pop("delete"),
          "DELETE /templates/{}", "", "presence", "/paths/~1templates~1{template_id}/delete"),
    Plant("a method is new",
          lambda d: d["paths"]["/api/v1/webhooks/{webhook_id}"].update(get={"responses": REPLY}),
          "GET /webhooks/{}", "", "presence", "/paths"),
    Plant("an operation is deprecated", lambda d: operation("/campaigns", "get")(d).__setitem__("deprecated", True),
          "GET /campaigns", "", "deprecated", "/paths/~1campaigns/get"),
    Plant("a parameter is gone",
          lambda d: operation("/leads", "get")(d)["parameters"].remove(parameter("/leads", "tags")(d)),
          "GET /leads", "query tags", "presence", "/paths/~1leads/get/parameters/4/schema"),
    Plant("a parameter is new", lambda d: operation("/templates", "get")(d)["parameters"].append(
              {"name": "sort", "in": "query", "required": False, "schema": EXTRA}),
          "GET /templates", "query sort", "presence", ""),
    Plant("a parameter is required", lambda d: parameter("/inbox/threads", "search")(d).update(required=True),
          "GET /inbox/threads", "query search", "required", "/paths/~1inbox~1threads/get/parameters/3/schema"),
    Plant("a parameter has another type", lambda d: parameter("/inbox/threads", "isRead")(d).update(schema=EXTRA),
          "GET /inbox/threads", "query isRead", "type", "/paths/~1inbox~1threads/get/parameters/4/schema"),
    Plant("a parameter has another maximum",
          lambda d: parameter("/campaigns", "pageSize")(d)["schema"].update(maximum=50),
          "GET /campaigns", "query pageSize", "bound maximum", "/components/parameters/PageSize/schema"),
    Plant("a parameter has another default", lambda d: parameter("/leads", "pageSize")(d)["schema"].update(default=50),
          "GET /leads", "query pageSize", "default", "/components/parameters/PageSize/schema"),
    Plant("a field of a reply is gone", lambda d: schema("Lead")(d)["properties"].pop("notes"),
          "GET /leads/{}", "reply.data.notes", "presence", f"{SCHEMAS}/Lead/properties/notes"),
    Plant("a field of a reply is new", typed("Campaign", "owner", EXTRA),
          "GET /campaigns/{}", "reply.data.owner", "presence", f"{SCHEMAS}/Campaign/properties"),
    Plant("a field of a reply has another name", renamed("CampaignAnalytics", "opened", "seen"),
          "GET /analytics/campaigns/{}", "reply.data.seen", "presence", f"{SCHEMAS}/CampaignAnalytics/properties"),
    Plant("a field of a reply has another type", field("Campaign", "dailyLimit", type="string"),
          "GET /campaigns/{}", "reply.data.dailyLimit", "type", f"{SCHEMAS}/Campaign/properties/dailyLimit"),
    Plant("a field of a reply may be null", typed("Step", "body", {"anyOf": [{"type": "string"}, {"type": "null"}]}),
          "GET /campaigns/{}/sequences", "reply.data[].body", "null", f"{SCHEMAS}/SequenceStep/properties/body"),
    Plant("a field of a reply is never null", typed("Thread", "subject", EXTRA),
          "GET /inbox/{}", "reply.data.subject", "not null", f"{SCHEMAS}/Thread/properties/subject"),
    Plant("a field of a reply is optional", lambda d: schema("Webhook")(d)["required"].remove("consecutiveFailures"),
          "GET /webhooks", "reply.data[].consecutiveFailures", "optional",
          f"{SCHEMAS}/Webhook/properties/consecutiveFailures"),
    Plant("a field of a reply is always there", lambda d: schema("Template")(d)["required"].append("sendAsHtml"),
          "GET /templates/{}", "reply.data.sendAsHtml", "required", f"{SCHEMAS}/Template/properties/sendAsHtml"),
    Plant("a field of a reply has another format", field("Sent", "messageId", format="uuid"),
          "POST /inbox/threads/{}/reply", "reply.data.messageId", "type",
          f"{SCHEMAS}/SendReceipt/properties/messageId"),
    Plant("items of a list have another type",
          typed("Imported", "duplicateEmails", {"type": "array", "items": {"type": "integer"}}),
          "POST /leads/import", "reply.data.duplicateEmails[]", "type",
          f"{SCHEMAS}/LeadImportReport/properties/duplicateEmails/items"),
    Plant("an enumeration lists one more value", lambda d: schema("CampaignStatus")(d)["enum"].append("archived"),
          "GET /campaigns/{}", "reply.data.status", "value archived", f"{SCHEMAS}/CampaignStatus/enum"),
    Plant("an enumeration lists one value less", lambda d: schema("SettableCategory")(d)["enum"].remove("unknown"),
          "PATCH /inbox/threads/{}", "body.category", "value unknown", f"{SCHEMAS}/WritableReplyCategory/enum"),
    Plant("an argument is gone", lambda d: schema("StepUpdate")(d)["properties"].pop("stepNumber"),
          "PATCH /campaigns/{}/sequences/{}", "body.stepNumber", "presence",
          f"{SCHEMAS}/SequenceStepUpdate/properties/stepNumber"),
    Plant("an argument is new", typed("LeadUpdate", "score", {"type": "number"}),
          "PATCH /leads/{}", "body.score", "presence", f"{SCHEMAS}/LeadUpdate/properties"),
    Plant("an argument is required", lambda d: schema("WebhookCreate")(d)["required"].append("isActive"),
          "POST /webhooks", "body.isActive", "required", f"{SCHEMAS}/WebhookCreate/properties/isActive"),
    Plant("an argument is optional", lambda d: schema("StepCreate")(d)["required"].remove("subject"),
          "POST /campaigns/{}/sequences", "body.subject", "optional",
          f"{SCHEMAS}/SequenceStepCreate/properties/subject"),
    Plant("an argument has another bound", field("LeadImport", "leads", maxItems=500),
          "POST /leads/import", "body.leads", "bound maxItems", f"{SCHEMAS}/LeadImport/properties/leads"),
    Plant("an argument has another default", field("CampaignCreate", "dailyLimit", default=100),
          "POST /campaigns", "body.dailyLimit", "default", f"{SCHEMAS}/CampaignCreate/properties/dailyLimit"),
    Plant("an argument has a format", field("WebhookCreate", "url", format="uri"),
          "POST /webhooks", "body.url", "format uri", f"{SCHEMAS}/WebhookCreate/properties/url"),
    Plant("an error is documented", lambda d: operation("/leads/{lead_id}", "get")(d)["responses"].__setitem__(
              "410", {"description": "Gone"}),
          "GET /leads/{}", "410", "presence", "/paths/~1leads~1{lead_id}/get/responses"),
    Plant("an error is no longer documented", lambda d: operation("/leads", "post")(d)["responses"].pop("409"),
          "POST /leads", "409", "presence", "/paths/~1leads/post/responses/409"),
    Plant("a success has another status", lambda d: (r := operation("/campaigns", "post")(d)["responses"]).__setitem__(
              "202", r.pop("201")),
          "POST /campaigns", "202", "presence", "/paths/~1campaigns/post/responses"),
    Plant("a number of a reply has a minimum", field("Campaign", "sentToday", minimum=0),
          "GET /campaigns/{}", "reply.data.sentToday", "bound minimum", f"{SCHEMAS}/Campaign/properties/sentToday"),
    Plant("a number of a reply has a maximum", field("PageInfo", "pageSize", maximum=100),
          "GET /leads", "reply.meta.pageSize", "bound maximum", f"{SCHEMAS}/PageMeta/properties/pageSize"),
    Plant("a text of a reply is never empty", field("Webhook", "url", minLength=1),
          "GET /webhooks", "reply.data[].url", "bound minLength", f"{SCHEMAS}/Webhook/properties/url"),
    Plant("a text of a reply is not longer than", lambda d: schema("Lead")(d)["properties"]["company"].update(
              anyOf=[{"type": "string", "maxLength": 200}, {"type": "null"}]),
          "GET /leads/{}", "reply.data.company", "bound maxLength", f"{SCHEMAS}/Lead/properties/company"),
    Plant("a text of a reply has a pattern", field("Lead", "id", pattern="^cld_"),
          "GET /leads/{}", "reply.data.id", "bound pattern", f"{SCHEMAS}/Lead/properties/id"),
    Plant("a list of a reply is never empty", field("Webhook", "events", minItems=1),
          "GET /webhooks", "reply.data[].events", "bound minItems", f"{SCHEMAS}/Webhook/properties/events"),
    Plant("a list of a reply is not longer than", field("Campaign", "sendingDays", maxItems=7),
          "GET /campaigns/{}", "reply.data.sendingDays", "bound maxItems",
          f"{SCHEMAS}/Campaign/properties/sendingDays"),
    Plant("items of a reply have a bound",
          lambda d: schema("Campaign")(d)["properties"]["sendingDays"]["items"].update(exclusiveMaximum=8),
          "GET /campaigns/{}", "reply.data.sendingDays[]", "bound maximum",
          f"{SCHEMAS}/Campaign/properties/sendingDays/items"),
    Plant("a number of a reply is above a bound",
          lambda d: schema("Overview")(d)["properties"]["replyRate"]["anyOf"][0].update(exclusiveMinimum=0),
          "GET /analytics/overview", "reply.data.replyRate", "bound exclusiveMinimum",
          f"{SCHEMAS}/AnalyticsOverview/properties/replyRate"),
    Plant("a list of a reply has no value twice", field("Campaign", "sendingDays", uniqueItems=True),
          "GET /campaigns/{}", "reply.data.sendingDays", "bound uniqueItems",
          f"{SCHEMAS}/Campaign/properties/sendingDays"),
    Plant("an argument is a multiple", field("StepCreate", "delayHours", multipleOf=2),
          "POST /campaigns/{}/sequences", "body.delayHours", "bound multipleOf",
          f"{SCHEMAS}/SequenceStepCreate/properties/delayHours"),
    Plant("an enumeration of a reply has another order", lambda d: schema("Direction")(d)["enum"].reverse(),
          "GET /inbox/threads/{}/conversation", "reply.data.messages[].direction", "order",
          f"{SCHEMAS}/MessageDirection/enum"),
    Plant("an enumeration has another order", lambda d: schema("Category")(d)["enum"].reverse(),
          "GET /templates", "query category", "order", f"{SCHEMAS}/TemplateCategory/enum"),
    Plant("a webhook is gone", lambda d: d["webhooks"].pop("lead.updated"),
          "EVENT lead.updated", "", "presence", "/webhooks/lead.updated/post"),
    Plant("a webhook is new", lambda d: d["webhooks"].__setitem__("lead.deleted", {"post": {"responses": REPLY}}),
          "EVENT lead.deleted", "", "presence", "/webhooks"),
    Plant("a field of a delivery is gone", lambda d: schema("ReceivedReply")(d)["properties"].pop("bodyPreview"),
          "EVENT reply.received", "delivery.data.bodyPreview", "presence",
          f"{SCHEMAS}/ReplyReceivedData/properties/bodyPreview"),
    Plant("a field of a delivery is new", typed("FailedMail", "code", {"type": "integer"}),
          "EVENT email.failed", "delivery.data.code", "presence", f"{SCHEMAS}/EmailFailedData/properties"),
    Plant("a field of a delivery has another type", field("Mail", "emailLogId", type="integer"),
          "EVENT email.opened", "delivery.data.emailLogId", "type", f"{SCHEMAS}/EmailOpenedData/properties/emailLogId"),
    Plant("a field of a delivery is never null", typed("SentMail", "subject", EXTRA),
          "EVENT email.sent", "delivery.data.subject", "not null", f"{SCHEMAS}/EmailSentData/properties/subject"),
    Plant("a field of a delivery is optional", lambda d: schema("EmailSentDelivery")(d)["required"].remove("timestamp"),
          "EVENT email.sent", "delivery.timestamp", "optional", f"{SCHEMAS}/EmailSentDelivery/properties/timestamp"),
    Plant("a field of a delivery has a bound", field("ReceivedReply", "replyId", maxLength=40),
          "EVENT reply.received", "delivery.data.replyId", "bound maxLength",
          f"{SCHEMAS}/ReplyReceivedData/properties/replyId"),
    Plant("an enumeration of a delivery lists one more value", lambda d: schema("BounceKind")(d)["enum"].append("soft"),
          "EVENT email.bounced", "delivery.data.bounceType", "value soft", f"{SCHEMAS}/BounceType/enum"),
    Plant("the data of a delivery is described", typed("CampaignStartedDelivery", "data",
              {"type": "object", "properties": {"campaignId": {"type": "string"}}}),
          "EVENT campaign.started", "delivery.data", "type",
          f"{SCHEMAS}/CampaignStartedDelivery/properties/data"),
    Plant("the key is sent otherwise", lambda d: d["components"]["securitySchemes"].__setitem__(
              "APIKeyHeader", {"type": "http", "scheme": "bearer"}),
          "the document", "key", "presence", "/components/securitySchemes"),
)  # fmt: skip
