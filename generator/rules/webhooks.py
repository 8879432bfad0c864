"""Rules on the events that the server sends: one delivery for each event."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..api.naming import WORDS
from ..source.document import child
from .registry import Finding, rule
from .shape import schema_kind
from .spec import SCHEMAS, Spec

UNION = "Delivery"
ONLY = "x-deliveries"


@rule("webhook-delivery")
def webhook_delivery(spec: Spec) -> Iterator[Finding]:
    """A webhook has a body: a named object with the required constant `event` (its key), a `timestamp` and `data`.

    The client finds the type of a delivery by its event.
    """
    for event, hook in spec.webhooks.items() if ONLY not in spec.data else ():
        if not WORDS.fullmatch(event):
            yield Finding(child("/webhooks", event), f"`{event}` is not an event name.", "Use words joined by dots.")
        body = spec.deliveries.get(event)
        if hook.value and "requestBody" not in hook.value:
            yield Finding(hook.pointer, f"`{event}` has no body.", "Add the delivery as `requestBody`.")
        if body is None or schema_kind(body.value) != "struct":
            continue
        properties, required = spec.properties(body), body.value.get("required", [])
        constant = properties["event"].value.get("const") if "event" in properties else None
        if constant != event:
            message = f"the event of the delivery is not the constant `{event}`."
            yield Finding(body.pointer, message, f"Write `event: {{type: string, const: {event}}}`.")
        if "timestamp" in properties and properties["timestamp"].value.get("format") != "date-time":
            yield Finding(properties["timestamp"].at, "the timestamp is not a date-time.", "Write `format: date-time`.")
        for name in ("timestamp", "data"):
            if name not in properties or name not in required:
                yield Finding(body.pointer, f"the delivery has no required `{name}`.", "Add it.")


@rule("only-models")
def only_models(spec: Spec) -> Iterator[Finding]:
    """`x-deliveries: models` says that the deliveries of the API have another form, or another signature.

    Then the client has their models, and nothing that reads or verifies them.
    """
    kind = spec.data.get(ONLY)
    if kind and (kind != "models" or not spec.webhooks):
        yield Finding(child("", ONLY), f"`{kind}` says nothing.", "Write `models`, or remove it.")


@rule("webhook-reply")
def webhook_reply(spec: Spec) -> Iterator[Finding]:
    """A webhook documents one answer, `2XX`, without content or headers.

    The receiver decides about its answer, not the client.
    """
    for event, hook in spec.webhooks.items():
        pointer = child(hook.pointer, "responses")
        replies = hook.value.get("responses")
        if replies is not None and list(replies) != ["2XX"]:
            yield Finding(pointer, f"`{event}` documents replies other than `2XX`.", "Keep only `2XX`.")
        elif replies and replies["2XX"].keys() - {"description", "$ref"}:
            yield Finding(child(pointer, "2XX"), "the reply has more than a description.", "Keep only that.")


@rule("delivery-union")
def delivery_union(spec: Spec) -> Iterator[Finding]:
    """The tagged union `Delivery` lists the deliveries of all webhooks and nothing else, by `event`.

    The client's parser reads this union.
    """
    pointer = child(SCHEMAS, UNION)
    if not spec.webhooks or spec.in_invalid(pointer) or ONLY in spec.data:
        return
    union = spec.schemas.get(UNION, {})
    if schema_kind(union) != "tagged union":
        message = f"the document has no tagged union `{UNION}`."
        yield Finding(
            "/webhooks",
            message,
            f"Add `{UNION}` to the schemas: `oneOf` all deliveries, with the discriminator `event`.",
        )
        return
    for node in spec.delivery_unions:
        if node.pointer != pointer:
            yield Finding(node.pointer, "a second union has deliveries.", f"Keep only `{UNION}`.")
    if union.get("discriminator", {}).get("propertyName", "event") != "event":
        place = child(pointer, "discriminator", "propertyName")
        yield Finding(place, "the discriminator of deliveries is not `event`.", "Write `propertyName: event`.")
    yield from _unmatched(spec, pointer, union.get("oneOf", []))


def _unmatched(spec: Spec, pointer: str, options: list[dict[str, Any]]) -> Iterator[Finding]:
    """Yield the deliveries that are not options of the union, and the options that no webhook delivers."""
    listed = [spec.part(option, child(pointer, "oneOf", index)) for index, option in enumerate(options)]
    delivered = {body.pointer for body in spec.deliveries.values()}
    mapped = spec.schemas[UNION].get("discriminator", {}).get("mapping", {})
    for event, body in spec.deliveries.items():
        if mapped.get(event) == f"#{body.pointer}":
            continue  # If it is no option, the mapping and the options disagree, which is reported there.
        if body.value and all(option.pointer != body.pointer for option in listed):
            message = f"the delivery of `{event}` is not an option of `{UNION}`."
            yield Finding(child("/webhooks", event), message, "Add it to `oneOf` and to the mapping.")
    for option in listed:
        if option.value and option.pointer not in delivered:
            message = f"no webhook delivers the option `{option.pointer.rpartition('/')[2]}`."
            yield Finding(option.at, message, "Describe it under `webhooks`, or remove it.")


@rule("listed-events")
def listed_events(spec: Spec) -> Iterator[Finding]:
    """An enumeration that lists half of the events lists all of them, since callers subscribe to one by its value."""
    for node in spec.nodes("enumeration"):
        values: list[Any] = node.value.get("enum", [])
        missing = [event for event in spec.webhooks if event not in values]
        if missing and 2 * len(missing) <= len(spec.webhooks):
            names = ", ".join(f"`{event}`" for event in missing)
            name = node.pointer.rpartition("/")[2]
            yield Finding(child(node.pointer, "enum"), f"`{name}` lists other events, but not {names}.", "Add it here.")
