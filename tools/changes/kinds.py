"""The kinds of changes and the class of each: the one table behind the comparison and docs/changes.md. Pure data.

What a caller sends and what a caller receives go opposite ways: a new required argument breaks, a new required field
of a reply is an addition.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Weight = Literal["breaking", "addition", "documentation", "wire-only"]
WEIGHTS: tuple[Weight, ...] = get_args(Weight)
BREAKING, ADDITION, DOCUMENTATION, WIRE_ONLY = WEIGHTS


@dataclass(frozen=True)
class Kind:
    """One row of the table: *what* changed, its class, and why it is of that class where that is not plain."""

    name: str
    weight: Weight
    what: str
    why: str = ""


THEMES: dict[str, tuple[Kind, ...]] = {
    "Operations": (
        Kind("resource-removed", BREAKING, "A resource is gone."),
        Kind("resource-added", ADDITION, "A resource is new."),
        Kind("operation-removed", BREAKING, "An operation is gone."),
        Kind("operation-renamed", BREAKING, "The same request has another call."),
        Kind("operation-added", ADDITION, "An operation is new."),
        Kind("deprecated", ADDITION, "An operation is deprecated.", "It works as before, and warns."),
        Kind("not-deprecated", DOCUMENTATION, "An operation is no longer deprecated."),
        Kind("paging-added", BREAKING, "A list is now fetched page by page.", "`Pages` is returned for a list."),
        Kind(
            "paging-removed", BREAKING, "A list is no longer fetched page by page.", "A list is returned for `Pages`."
        ),
        Kind(
            "repeat-narrowed",
            BREAKING,
            "`x-call.repeat` allows fewer repeats.",
            "Failures that a repeat hid now reach the caller.",
        ),
        Kind("repeat-widened", ADDITION, "`x-call.repeat` allows more repeats.", "Fewer failures reach the caller."),
        Kind("settling-removed", BREAKING, "`settled-by` is gone.", "`settle()` of its errors can no longer find out."),
        Kind("settling-added", ADDITION, "`settled-by` is new."),
        Kind("settling-changed", WIRE_ONLY, "`settled-by` looks in another way.", "`settle()` says the same words."),
        Kind("request-line", WIRE_ONLY, "The method or the path of the request changed."),
        Kind(
            "page-keys", WIRE_ONLY, "The names by which pages go on changed.", "The client knows them, callers do not."
        ),
        Kind("operation-words", DOCUMENTATION, "Summary or description of an operation changed."),
        Kind("resource-words", DOCUMENTATION, "The description of a resource changed."),
        Kind("evidence", DOCUMENTATION, "`x-evidence` of an operation changed."),
        Kind("examples", DOCUMENTATION, "Examples of an operation changed."),
    ),
    "What callers send: arguments, and fields of structs inside them": (
        Kind("argument-removed", BREAKING, "An argument is gone."),
        Kind("argument-added-required", BREAKING, "A required argument is new."),
        Kind("argument-added", ADDITION, "An optional argument is new."),
        Kind("argument-now-required", BREAKING, "An optional argument is now required."),
        Kind("argument-now-optional", ADDITION, "A required argument is now optional."),
        Kind("argument-not-null", BREAKING, "An argument no longer takes None."),
        Kind("argument-nullable", ADDITION, "An argument now takes None."),
        Kind("argument-narrowed", BREAKING, "An argument no longer takes every value it took."),
        Kind("argument-widened", ADDITION, "An argument takes values of more types."),
        Kind(
            "argument-tightened", BREAKING, "A bound or a pattern is new or tighter.", "Values that passed are refused."
        ),
        Kind("argument-loosened", ADDITION, "A bound or a pattern is gone or wider."),
        Kind(
            "argument-moved",
            BREAKING,
            "A positional argument changed its place or became keyword-only, or the reverse.",
        ),
        Kind("argument-wire", WIRE_ONLY, "The wire name of an argument changed, or it moved between query and body."),
        Kind("argument-words", DOCUMENTATION, "The description of an argument changed."),
    ),
    "What callers receive: results, fields, statuses": (
        Kind("result-changed", BREAKING, "A method returns another type."),
        Kind("result-narrowed", ADDITION, "A method returns fewer of the types it returned."),
        Kind("empty-result", BREAKING, "The result that stands for an empty 204 has other values."),
        Kind("field-removed", BREAKING, "A field is gone."),
        Kind("field-added", ADDITION, "A field is new, required or not."),
        Kind("field-now-optional", BREAKING, "A field may be absent.", "Its type gains `UnsetType`."),
        Kind("field-now-required", ADDITION, "A field is always there."),
        Kind("field-nullable", BREAKING, "A field may be None."),
        Kind("field-not-null", ADDITION, "A field is never None."),
        Kind("field-changed", BREAKING, "A field holds values of other or of more types."),
        Kind("field-narrowed", ADDITION, "A field holds fewer of the types it held."),
        Kind("field-wire", WIRE_ONLY, "The wire name of a field changed."),
        Kind("field-format", WIRE_ONLY, "A field is written in another format, its type in Python being the same."),
        Kind("field-words", DOCUMENTATION, "The description of a field changed."),
        Kind("envelope", WIRE_ONLY, "The envelope of a reply changed.", "Methods return what is inside."),
        Kind(
            "status-removed", BREAKING, "An error status is no longer documented.", "Its class is caught for nothing."
        ),
        Kind("status-added", ADDITION, "An error status is documented.", "It raised before, as an undocumented one."),
        Kind("status-words", DOCUMENTATION, "The description of a reply changed."),
        Kind("success-status", WIRE_ONLY, "Another 2xx is documented.", "Any of them succeeds."),
        Kind("error-body", BREAKING, "The body of an error status is another model."),
    ),
    "Enumerations": (
        Kind("member-removed", BREAKING, "A member is gone.", "Received or sent: code that names it no longer runs."),
        Kind("member-added", ADDITION, "A member is new.", "Enumerations are open: it could be received before."),
        Kind("enum-closed", BREAKING, "`x-open` is gone from an enumeration that is sent.", "Other texts are refused."),
        Kind("enum-opened", ADDITION, "`x-open` is new on an enumeration that is sent."),
    ),
    "Names that the package exports": (
        Kind("name-removed", BREAKING, "A model is gone, or is another kind of thing."),
        Kind("name-added", ADDITION, "A model is new."),
        Kind("name-words", DOCUMENTATION, "The description of a model changed."),
    ),
    "Webhooks": (
        Kind("event-removed", BREAKING, "An event is gone."),
        Kind("event-added", ADDITION, "An event is new.", "It was an `UnknownDelivery` before."),
        Kind("event-payload", BREAKING, "The delivery of an event is another model."),
        Kind("event-words", DOCUMENTATION, "The description of an event changed."),
    ),
    "The service": (
        Kind(
            "server", BREAKING, "The default base URL changed.", "The key goes to another host; proxies must allow it."
        ),
        Kind("key-header", WIRE_ONLY, "The header of the API key changed."),
        Kind("spec-version", DOCUMENTATION, "`info.version` or the title changed.", "Its changes count one by one."),
        Kind("other-words", DOCUMENTATION, "The document changed in what no other row names."),
    ),
    "The handwritten layer": (
        Kind("public-removed", BREAKING, "A class, function, method or attribute is gone."),
        Kind("public-added", ADDITION, "A class, function, method or attribute is new."),
        Kind("public-kind", BREAKING, "What was a method is an attribute, sync is async, and the like."),
        Kind("base-removed", BREAKING, "A class lost a base.", "`except` and `isinstance` no longer meet it."),
        Kind("base-added", ADDITION, "A class gained a base."),
        Kind("public-type", BREAKING, "An annotation changed so that code which fitted may not fit."),
        Kind("public-type-safe", ADDITION, "A parameter takes more, or a result is one of fewer types."),
        Kind("parameter-removed", BREAKING, "A parameter is gone."),
        Kind("parameter-required", BREAKING, "A parameter is new and required, or is now required."),
        Kind("parameter-added", ADDITION, "An optional parameter is new, or a required one is now optional."),
        Kind(
            "parameter-moved", BREAKING, "A parameter changed its place, or is no longer both positional and keyword."
        ),
        Kind("default-changed", ADDITION, "A default changed.", "Callers who need the old one can pass it."),
        Kind(
            "status-class", BREAKING, "A status raises another class.", "`except` of the old class no longer meets it."
        ),
        Kind("public-words", DOCUMENTATION, "A docstring changed."),
    ),
}

KINDS: dict[str, Kind] = {kind.name: kind for kinds in THEMES.values() for kind in kinds}


@dataclass(frozen=True)
class Change:
    """One change: what it is of, in words. *pointer* leads into the document, and is empty for handwritten code.

    *calls* are the calls that meet a change of a model.
    """

    kind: str
    subject: str
    words: str
    pointer: str = ""
    calls: tuple[str, ...] = ()

    @property
    def weight(self) -> Weight:
        return KINDS[self.kind].weight

    def __str__(self) -> str:
        return f"{self.subject}: {self.words}"
