"""Webhook subscriptions; the secret is shown once."""

import hashlib

from ..call import Behaviour, Call, invalid
from ..document import Json
from ..store import Row


def events(call: Call) -> list[str]:
    """Return the names of the events that the spec lists."""
    schema = call.operation.schemas["200"] or {}
    return list(schema["properties"]["data"]["items"]["enum"])


def listed(call: Call) -> list[Json]:
    """Return the subscriptions without their secrets."""
    return [_shown(row) for row in call.rows("webhooks")]


def create(call: Call) -> Json:
    """Return the subscription with its secret."""
    _check_url(call)
    data: Json = {"isActive": True, "lastDeliveredAt": None, "consecutiveFailures": 0, **call.body}
    row = call.make("webhooks", "cwh", data)
    # The same in every run, so that what a sandbox says can be compared; FoxReach's own is random.
    secret = hashlib.sha256(f"{call.workspace} {row.id}".encode()).hexdigest()
    row.data["secret"] = secret
    call.store.put(row)
    return row.data


def update(call: Call) -> Json:
    """Return the subscription after the change."""
    row = call.row("webhooks", call.path["webhook_id"], "Webhook")
    _check_url(call)
    call.change(row, call.body)
    return _shown(row)


def delete(call: Call) -> Json:
    """Return the deletion."""
    return call.delete(call.row("webhooks", call.path["webhook_id"], "Webhook"))


def _check_url(call: Call) -> None:
    if not call.body.get("url", "https://").startswith(("https://", "http://")):
        raise invalid("url", "Input should be a valid URL", "url_parsing")


def _shown(row: Row) -> Json:
    return {name: value for name, value in row.data.items() if name != "secret"}


BEHAVIOURS: dict[str, Behaviour] = {
    "webhooks.list_events": events,
    "webhooks.list": listed,
    "webhooks.create": create,
    "webhooks.update": update,
    "webhooks.delete": delete,
}
