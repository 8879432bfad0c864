"""The readings that a sandbox follows where FoxReach's own sources contradict each other. Pure."""

from dataclasses import dataclass, fields
from typing import Any, Literal, get_args, get_type_hints

Json = dict[str, Any]


@dataclass(frozen=True)
class Variants:
    """One answer to each open question; the defaults follow the endpoint pages of the documentation.

    *deletes* is the status of a DELETE: 200 with a body, or 204 without. *bad_key* is the status for an unknown or
    missing key; a missing scope is always a 403. *duplicates* is the status of creating a lead whose address exists:
    409, or 201 with the existing lead. *lead_deletes* says whether an import restores a deleted lead (`soft`) or
    creates a new one (`final`). *thread_path* is where a thread is changed: at `/inbox/threads/{id}` alone, or at
    `/inbox/{id}`, too, where the vendor's SDK does so. *step_subject* says whether a step needs a subject.
    *template_html* says whether templates have the field `sendAsHtml`, which only the SDK knows.
    """

    deletes: Literal[200, 204] = 200
    bad_key: Literal[403, 401] = 403
    duplicates: Literal[409, 201] = 409
    lead_deletes: Literal["soft", "final"] = "soft"
    thread_path: Literal["threads", "inbox"] = "threads"
    step_subject: Literal["required", "optional"] = "required"
    template_html: Literal["kept", "ignored"] = "kept"

    def __post_init__(self) -> None:
        for name, choices in CHOICES.items():
            if getattr(self, name) not in choices:
                raise ValueError(f"{name} must be {' or '.join(map(str, choices))}")


CHOICES: dict[str, tuple[Any, ...]] = {
    field.name: get_args(get_type_hints(Variants)[field.name]) for field in fields(Variants)
}
HELP = {
    "deletes": "status of a DELETE",
    "bad_key": "status for an unknown or missing key",
    "duplicates": "status of creating a lead whose address exists",
    "lead_deletes": "whether an import restores a deleted lead",
    "thread_path": "path below which a thread is changed",
    "step_subject": "whether a step needs a subject",
    "template_html": "whether sendAsHtml of templates is kept",
}
VENDOR: dict[str, Any] = {"thread_path": "inbox", "step_subject": "optional"}
"""The readings by which the vendor's own SDK and command work whole."""
DEFAULT = Variants()


def optional(schema: Json, name: str) -> Json:
    """Return *schema* where the property *name* may be null or left out."""
    known, rest = schema["properties"], [each for each in schema.get("required", []) if each != name]
    return {**schema, "required": rest, "properties": {**known, name: {"anyOf": [known[name], {"type": "null"}]}}}


def with_minutes(schema: Json) -> Json:
    """Return the *schema* of a campaign with the minutes of its window, which the vendor's plugin knows."""
    minute = {"type": "integer", "minimum": 0, "maximum": 59}
    more = dict.fromkeys(("sendingStartMinute", "sendingEndMinute"), minute)
    return {**schema, "properties": {**schema["properties"], **more}}


def without(schema: Json, name: str) -> Json:
    """Return *schema* without the property *name*."""
    return {**schema, "properties": {each: rule for each, rule in schema["properties"].items() if each != name}}
