"""The page of the webhook events: when each is sent, what it carries, and a handler. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from generator.api.ir import Delivery, Field, Struct

from .facts import Facts, Node
from .markup import Links, body, definitions, fence, rubric, target
from .models import fields
from .samples import PLAIN

HANDLER = '''\
from foxreach_client import {model}, WebhookSignatureError, parse_delivery


def handle(body: bytes, signature: str | None, secret: str) -> int:
    """Return the status with which to answer the request."""
    try:
        delivery = parse_delivery(body, signature, secret)
    except WebhookSignatureError:
        return 401
    if isinstance(delivery, {model}):
        print({shown})
    return 204
'''
HEAD = """\
# Webhook events

FoxReach posts each event to the URL of the webhooks that subscribe to it: see {create}.
[`parse_delivery`](#functions.parse_delivery) checks the signature and returns one class for each event, or an
[`UnknownDelivery`](#classes.unknowndelivery) for an event that this version does not know.

- The header `X-Webhook-Signature` has the HMAC-SHA256 of the raw body in lower-case hexadecimal digits; the key is the
  secret of the webhook. Give `parse_delivery` the raw bytes of the body, before any parsing.
- The signature covers no time, and no delivery has an id: one may come twice, or in another order.
- {answer}"""


def page(facts: Facts, links: Links) -> str:
    """Return the page."""
    answers = {_answer(facts, each.event) for each in facts.api.deliveries}
    head = HEAD.format(create=links.name("webhooks.create"), answer=" ".join(sorted(answers)))
    return "\n\n".join([head, *(_section(facts, links, each) for each in facts.api.deliveries)]) + "\n"


def handlers(facts: Facts) -> Iterator[tuple[Delivery, str]]:
    """Yield the sample of each event."""
    for delivery in facts.api.deliveries:
        struct = facts.structs.get(_data(facts, delivery).type.name)
        names = [each.name for each in struct.fields if each.type.kind in PLAIN][:2] if struct else []
        shown = ", ".join(f"delivery.data.{name}" for name in names) or "delivery.data"
        first, second = sorted((delivery.model, "WebhookSignatureError"), key=str.lower)
        text = HANDLER.format(model=delivery.model, shown=shown)
        yield delivery, text.replace(f"{delivery.model}, WebhookSignatureError", f"{first}, {second}", 1)


def payload(facts: Facts, event: str) -> Node:
    """Return the example of the body of an event."""
    post = facts.document["webhooks"][event]["post"]
    (media,) = post["requestBody"]["content"].values()
    example: Node = media["example"]
    return example


def _answer(facts: Facts, event: str) -> str:
    (answer,) = facts.document["webhooks"][event]["post"]["responses"].items()
    return f"Answer with a status `{answer[0]}`. {answer[1]['description']}"


def _data(facts: Facts, delivery: Delivery) -> Field:
    """Return the field with what the event carries."""
    return next(each for each in facts.structs[delivery.model].fields if each.wire == "data")


def _section(facts: Facts, links: Links, delivery: Delivery) -> str:
    data = _data(facts, delivery)
    struct = facts.structs.get(data.type.name)
    shown = fields(links, struct) if struct else fields(links, Struct(delivery.model, (data,)))
    sample = dict(handlers(facts))[delivery]
    return "\n\n".join(
        [
            target(f"events.{delivery.event}"),
            f"## {delivery.event}",
            f"{links.prose(delivery.description)} Its class is {links.name(delivery.model)}.",
            rubric("Payload"),
            body(payload(facts, delivery.event)),
            rubric(f"Fields of data, a {data.type.name}" if struct else "Data"),
            definitions(shown),
            rubric("Handler"),
            fence("python", sample),
        ]
    )
