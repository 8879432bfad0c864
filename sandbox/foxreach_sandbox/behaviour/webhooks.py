"""Webhook subscriptions; only the answer to their creation contains the secret."""

import hashlib

from ..document import Json
from ..store import Row
from .call import Behaviour, Call


def events(call: Call) -> list[str]:
    """List the events of the spec."""
    schema = call.operation.schemas["200"] or {}
    return list(schema["properties"]["data"]["items"]["enum"])


def listed(call: Call) -> list[Json]:
    """List the subscriptions without their secrets."""
    return [_public(row) for row in call.rows("webhooks")]


def create(call: Call) -> Json:
    """Create a subscription and return it with its secret."""
    data: Json = {"isActive": True, "lastDeliveredAt": None, "consecutiveFailures": 0, **call.body}
    row = call.make("webhooks", "cwh", data)
    # Deterministic, so that two runs can be compared; FoxReach's secrets are random.
    secret = hashlib.sha256(f"{call.workspace} {row.id}".encode()).hexdigest()
    row.data["secret"] = secret
    call.store.put(row)
    return row.data


def update(call: Call) -> Json:
    """Update the subscription."""
    row = call.row("webhooks", call.path["webhook_id"], "Webhook")
    call.change(row, call.body)
    return _public(row)


def delete(call: Call) -> Json:
    """Delete the subscription."""
    return call.delete(call.row("webhooks", call.path["webhook_id"], "Webhook"))


def _public(row: Row) -> Json:
    return {name: value for name, value in row.data.items() if name != "secret"}


BEHAVIOURS: dict[str, Behaviour] = {
    "webhooks.list_events": events,
    "webhooks.list": listed,
    "webhooks.create": create,
    "webhooks.update": update,
    "webhooks.delete": delete,
}
