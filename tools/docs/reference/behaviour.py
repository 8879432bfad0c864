"""What a caller should know about a call besides its arguments and its result, in words. Pure."""

from __future__ import annotations

from generator.api.ir import Bulk, Operation, Settlement, Upsert
from tools.development.evidence import KNOWN

from .facts import Facts

SCOPE = {True: "read", False: "write"}
REPEATED = {
    "safe": "Yes, always: it only reads. After a fault of the network or the server, the client repeats it by itself.",
    "idempotent": "Yes: a repeat has the same effect. If no answer comes, the client repeats it by itself.",
    "never": "Only if the server certainly did nothing, for example after a 429; then the client repeats it by itself.",
}
KEYED = "Yes, with the same key: all attempts of the client have one."
NO_DOUBT = "There is nothing to settle: make the call again."
UNSETTLED = (
    'The spec names no read that finds out: `error.settle()` returns `"unknown"`. Check before you repeat the call.'
)


def behaviour(facts: Facts, operation: Operation) -> dict[str, str]:
    """Return what is known about the calls of an operation, by title."""
    return {
        "May it be repeated?": KEYED if operation.idempotency else REPEATED[operation.repeat],
        "If the outcome is unknown": doubt(operation),
        "Quota": quota(operation),
        "Scope of the key": f"`{SCOPE[operation.http_method == 'GET']}`",
        "Evidence": evidence(facts, operation),
    }


def quota(operation: Operation) -> str:
    """Return how many requests a call counts as."""
    if operation.page and not operation.page.cursor:
        most = f" of up to {operation.page.most} items" if operation.page.most else ""
        return f"1 request for each page{most}; `first()`, `one()` and `first_page()` make 1. `strict` doubles them."
    return "1 request for each page." if operation.page else "1 request."


def upsert(operation: Operation, found: Upsert) -> dict[str, str]:
    """Return what is known about the method that creates or updates."""
    return {
        "May it be repeated?": "Yes: there are never two objects with the same key.",
        "If the outcome is unknown": f"The method looks for the object with {found.find} before it creates again.",
        "Quota": "1 request if the object is created; 2 if it exists and has these values "
        f"({operation.id}, {found.find}); 3 if it is changed ({found.update}). "
        "An outcome in doubt takes more, up to three rounds.",
        "Scope of the key": "`read` and `write`",
    }


def bulk(found: Bulk) -> dict[str, str]:
    """Return what is known about the method that imports any number of rows."""
    return {
        "May it be repeated?": "Yes, with the same *checkpoint*: rows with a recorded answer are not sent again.",
        "If the outcome is unknown": "Rows without an answer are sent again: they count as duplicates if they arrived.",
        "Quota": f"1 request for each batch of up to {found.limit:,} rows. If a report does not name all refused rows, "
        "more requests find them.",
        "Scope of the key": "`write`",
    }


def doubt(operation: Operation) -> str:
    """Return how a caller finds out whether the call took effect."""
    if operation.idempotency:
        return "Repeat the call with the same key, `error.idempotency_key`."
    if operation.repeat != "never":
        return NO_DOUBT
    return UNSETTLED if operation.settlement is None else _settled(operation, operation.settlement)


def _settled(operation: Operation, found: Settlement) -> str:
    given = " and ".join(f"the same `{argument}`" for argument, _ in found.arguments)
    state = " and ".join(f"`{name}` is {_either(values)}" for name, values in found.state)
    proof = f"its {state}" if state else "an object has the fields that were sent"
    since = f", with a `{found.since}` since the call began" if found.since else ""
    return (
        f"`error.settle()` of `OutcomeUnknownError`, `ServerError` and `ResponseDecodeError` reads {found.call} with "
        f"{given}. The call took effect if {proof}{since}. {operation.id} itself is never sent again."
    )


def _either(values: tuple[str, ...]) -> str:
    return " or ".join(f"`{value}`" for value in values)


def evidence(facts: Facts, operation: Operation) -> str:
    """Return how well the operation is known, and from which sources."""
    said = facts.provenance["operations"].get(operation.id, {})
    pages = [f"page `api-reference/{said['page']}`"] if "page" in said else []
    sources = [*pages, *([f"SDK {said['sdk']}"] if "sdk" in said else [])]
    return (
        f"Known from {KNOWN[operation.evidence]}. Sources: {', '.join(sources) or 'not recorded'}. "
        "See [Evidence](../evidence.md)."
    )
