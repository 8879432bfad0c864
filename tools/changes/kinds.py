"""The kinds of changes and the class of each: the one table behind the comparison and docs/changes.md. Pure data.

What a caller sends and what a caller receives follow opposite rules: a new required argument breaks, a new required
field of a reply is an addition.
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
        Kind("resource-removed", BREAKING, "A resource was removed."),
        Kind("resource-added", ADDITION, "A resource was added."),
        Kind("operation-removed", BREAKING, "An operation was removed."),
        Kind("operation-renamed", BREAKING, "The same request has another name in the client."),
        Kind(
            "operation-exchanged",
            BREAKING,
            "A call sends the request that another call sent, or its path has its values in another order.",
            "The same program does something else.",
        ),
        Kind("operation-added", ADDITION, "An operation was added."),
        Kind("deprecated", ADDITION, "An operation is deprecated.", "It still works, with a warning."),
        Kind("not-deprecated", DOCUMENTATION, "An operation is no longer deprecated."),
        Kind("paging-added", BREAKING, "A list is now fetched page by page.", "`Pages` is returned for a list."),
        Kind(
            "paging-removed", BREAKING, "A list is no longer fetched page by page.", "A list is returned for `Pages`."
        ),
        Kind(
            "paging-kind",
            BREAKING,
            "A list is paged by cursor instead of number, or the reverse.",
            "Its pages have a cursor or counts; `strict` and `prefetch` need numbers.",
        ),
        Kind(
            "repeat-narrowed",
            BREAKING,
            "`x-call.repeat` allows fewer repeats.",
            "Failures that a repeat hid now reach the caller.",
        ),
        Kind("repeat-widened", ADDITION, "`x-call.repeat` allows more repeats.", "Fewer failures reach the caller."),
        Kind("idempotency-added", ADDITION, "`x-idempotency` was added.", "A call may be repeated: it has a key."),
        Kind("idempotency-removed", BREAKING, "`x-idempotency` was removed.", "Failures that a repeat hid are raised."),
        Kind(
            "settling-removed", BREAKING, "`settled-by` was removed.", "`settle()` of its errors now returns `unknown`."
        ),
        Kind("settling-added", ADDITION, "`settled-by` was added."),
        Kind(
            "settling-changed",
            WIRE_ONLY,
            "`settled-by` looks up the outcome in another way.",
            "`settle()` returns the same results.",
        ),
        Kind("request-line", WIRE_ONLY, "The method or the path of the request changed."),
        Kind("page-keys", WIRE_ONLY, "The wire names used for paging changed.", "Only the client uses them."),
        Kind("page-size", WIRE_ONLY, "The largest page changed.", "A list asks for pages of at most that size."),
        Kind("operation-words", DOCUMENTATION, "Summary or description of an operation changed."),
        Kind("resource-words", DOCUMENTATION, "The description of a resource changed."),
        Kind("evidence", DOCUMENTATION, "`x-evidence` of an operation changed."),
        Kind("examples", DOCUMENTATION, "Examples of an operation changed."),
    ),
    "What callers send: arguments, and fields of structs inside them": (
        Kind("argument-removed", BREAKING, "An argument was removed."),
        Kind("argument-added-required", BREAKING, "A required argument was added."),
        Kind("argument-added", ADDITION, "An optional argument was added."),
        Kind("argument-now-required", BREAKING, "An optional argument is now required."),
        Kind("argument-now-optional", ADDITION, "A required argument is now optional."),
        Kind("argument-not-null", BREAKING, "An argument no longer accepts None."),
        Kind("argument-nullable", ADDITION, "An argument now accepts None."),
        Kind(
            "argument-narrowed",
            BREAKING,
            "An argument no longer accepts every value that it accepted, or a list in a body has other items.",
        ),
        Kind("argument-widened", ADDITION, "An argument accepts values of more types."),
        Kind(
            "argument-tightened",
            BREAKING,
            "A bound or a pattern was added or tightened.",
            "Values that were accepted are refused. A pattern counts as loosened if each of its parts admits more.",
        ),
        Kind("argument-loosened", ADDITION, "A bound or a pattern was removed or loosened."),
        Kind(
            "argument-moved",
            BREAKING,
            "A positional argument changed its position or became keyword-only, or the reverse.",
        ),
        Kind(
            "argument-wire",
            WIRE_ONLY,
            "The wire name or form of arguments changed, or they moved between query, headers and body.",
        ),
        Kind(
            "argument-exchanged",
            BREAKING,
            "An argument has the wire name that another one had, or another one has its own.",
            "The same program sends something else.",
        ),
        Kind(
            "body-media",
            BREAKING,
            "A file that is the whole body is of another media type.",
            "The files that a program sends are of the old one.",
        ),
        Kind("body-model", BREAKING, "A call takes another model as one object, or none.", "The old one is refused."),
        Kind("body-model-added", ADDITION, "A call whose body was no JSON object takes a model as one object."),
        Kind("body-now-optional", ADDITION, "A body may be left out.", "A call without its fields sends none."),
        Kind(
            "body-now-required",
            BREAKING,
            "A body may no longer be left out.",
            "A call without its fields sends an empty object, or is refused.",
        ),
        Kind("argument-deprecated", ADDITION, "An argument is deprecated.", "It still works, with a warning."),
        Kind("argument-not-deprecated", DOCUMENTATION, "An argument is no longer deprecated."),
        Kind("argument-words", DOCUMENTATION, "The description of an argument changed."),
    ),
    "What callers receive: results, fields, statuses": (
        Kind("result-changed", BREAKING, "A method returns another type, such as a list, a map or a single value."),
        Kind("result-narrowed", ADDITION, "A method returns fewer types than before."),
        Kind(
            "result-media", BREAKING, "A file that is returned is of another media type.", "Programs read the old one."
        ),
        Kind("empty-result", BREAKING, "The result that replaces an empty 204 has other values."),
        Kind("field-removed", BREAKING, "A field was removed."),
        Kind("field-added", ADDITION, "A field was added, required or not."),
        Kind("field-now-optional", BREAKING, "A field may be absent.", "Its type gains `UnsetType`."),
        Kind("field-now-required", ADDITION, "A field is always there."),
        Kind("field-nullable", BREAKING, "A field may be None."),
        Kind("field-not-null", ADDITION, "A field is never None."),
        Kind(
            "field-changed",
            BREAKING,
            "A field holds values of other or of more types, or a list of other ones.",
            "For type checkers, a list of fewer types is another type.",
        ),
        Kind("field-narrowed", ADDITION, "A field holds values of fewer types than before."),
        Kind(
            "field-default-lost",
            BREAKING,
            "A struct of replies is now sent, too: its fields that may be None no longer default to None.",
        ),
        Kind(
            "field-default-gained", ADDITION, "A struct is no longer sent: its fields that may be None have a default."
        ),
        Kind(
            "field-exchanged",
            BREAKING,
            "A field has the wire name that another one had, or another one has its own.",
            "It holds something else.",
        ),
        Kind("field-wire", WIRE_ONLY, "The wire name of a field changed."),
        Kind("field-format", WIRE_ONLY, "The wire format of a field changed, but not its type in Python."),
        Kind("field-deprecated", ADDITION, "A field is deprecated.", "It is still read, with a warning."),
        Kind("field-not-deprecated", DOCUMENTATION, "A field is no longer deprecated."),
        Kind("field-personal", ADDITION, "A field is hidden or shown in reprs.", "Logs may hold other values."),
        Kind("field-words", DOCUMENTATION, "The description of a field changed."),
        Kind("envelope", WIRE_ONLY, "The envelope of a reply changed.", "Methods return its content."),
        Kind("status-removed", BREAKING, "An error status is no longer documented.", "Its `body` has another type."),
        Kind("status-in-family", DOCUMENTATION, "An error status is documented by its family, with the same body."),
        Kind(
            "status-added", ADDITION, "An error status is documented.", "It was raised before, as an undocumented one."
        ),
        Kind(
            "status-class",
            BREAKING,
            "A status raises another class.",
            "`except` of the old class no longer matches it.",
        ),
        Kind("status-class-derived", ADDITION, "A status raises a class derived from the one that it raised."),
        Kind("advice", DOCUMENTATION, "What a status advises changed.", "The message of its error has other words."),
        Kind("status-words", DOCUMENTATION, "The description of a reply changed."),
        Kind("success-status", WIRE_ONLY, "Another 2xx is documented.", "Every 2xx counts as success."),
        Kind(
            "tag",
            BREAKING,
            "The constant by which a union knows an object is another one, sent or received.",
            "Mappings with the old one are refused, and comparisons with it fail.",
        ),
        Kind("error-body", BREAKING, "The body of an error status is another model."),
    ),
    "Enumerations": (
        Kind(
            "member-removed", BREAKING, "A member was removed.", "Received or sent: code that names it no longer runs."
        ),
        Kind("member-added", ADDITION, "A member was added.", "Enumerations are open: it could be received before."),
        Kind("member-renamed", BREAKING, "A member has another name.", "Code that names it no longer runs."),
        Kind(
            "enum-closed",
            BREAKING,
            "`x-open` was removed from an enumeration that is sent.",
            "Other values are refused.",
        ),
        Kind("enum-opened", ADDITION, "`x-open` was added to an enumeration that is sent."),
    ),
    "Names that the package exports": (
        Kind("name-removed", BREAKING, "A model was removed, or changed its kind."),
        Kind("name-added", ADDITION, "A model was added."),
        Kind("name-words", DOCUMENTATION, "The description of a model changed."),
    ),
    "Webhooks": (
        Kind("event-removed", BREAKING, "An event was removed."),
        Kind("event-added", ADDITION, "An event was added.", "It was an `UnknownDelivery` before."),
        Kind("event-payload", BREAKING, "The delivery of an event is another model."),
        Kind("event-words", DOCUMENTATION, "The description of an event changed."),
    ),
    "The service": (
        Kind(
            "server", BREAKING, "The default base URL changed.", "The key goes to another host; proxies must allow it."
        ),
        Kind(
            "key-header",
            WIRE_ONLY,
            "The header of the API key changed, or the scheme before the key in it.",
            "Callers pass the same key, which never has a scheme.",
        ),
        Kind(
            "spec-version",
            DOCUMENTATION,
            "`info.version` or the title changed.",
            "The changes in it are listed one by one.",
        ),
        Kind("other-words", DOCUMENTATION, "Something changed that no other row covers."),
    ),
    "Python names": (
        Kind("public-removed", BREAKING, "A module, class, function, method or attribute was removed."),
        Kind("public-added", ADDITION, "A module, class, function, method or attribute was added."),
        Kind("public-kind", BREAKING, "A method became an attribute, a sync function became async, and the like."),
        Kind("base-removed", BREAKING, "A class lost a base.", "`except` and `isinstance` no longer match it."),
        Kind("base-added", ADDITION, "A class gained a base."),
        Kind(
            "public-type", BREAKING, "An annotation or an alias changed so that correct code may fail its type check."
        ),
        Kind("public-type-safe", ADDITION, "A parameter accepts more types, or a result has fewer."),
        Kind("constant-changed", BREAKING, "A constant has another value.", "Programs may have stored the old one."),
        Kind(
            "trait-changed",
            BREAKING,
            "A class or function gained or lost a decorator or an option, such as `frozen`.",
            "Assignment, hash, order or use as a fixture may fail.",
        ),
        Kind("trait-safe", ADDITION, "A class is no longer `final`, is ordered, or an attribute became writable."),
        Kind("parameter-removed", BREAKING, "A parameter was removed."),
        Kind("parameter-required", BREAKING, "A required parameter was added, or a parameter is now required."),
        Kind("parameter-added", ADDITION, "An optional parameter was added, or a required one is now optional."),
        Kind(
            "parameter-moved",
            BREAKING,
            "A parameter changed its position, or is no longer both positional and keyword.",
        ),
        Kind("default-changed", ADDITION, "A default changed.", "Callers who need the old one can pass it."),
        Kind("public-words", DOCUMENTATION, "A docstring changed."),
    ),
    "The package": (
        Kind("python-raised", BREAKING, "`requires-python` excludes a Python that it allowed."),
        Kind("python-lowered", ADDITION, "`requires-python` allows another Python."),
        Kind("extra-removed", BREAKING, "An extra was removed."),
        Kind("extra-added", ADDITION, "An extra was added."),
        Kind("dependency-removed", BREAKING, "A dependency was removed.", "A program may import it, as `httpx2`."),
        Kind(
            "dependency-added",
            BREAKING,
            "A dependency was added.",
            "An environment that has it in another version can no longer install the client.",
        ),
        Kind(
            "dependency-narrowed",
            BREAKING,
            "The range of a dependency excludes a version that it allowed.",
            "An environment that has this version can no longer install the client.",
        ),
        Kind("dependency-widened", ADDITION, "The range of a dependency allows more versions."),
        Kind("script-removed", BREAKING, "A command or another entry point was removed."),
        Kind("script-added", ADDITION, "A command or another entry point was added."),
        Kind("typed-removed", BREAKING, "`py.typed` was removed.", "Type checkers ignore the annotations."),
        Kind("typed-added", ADDITION, "`py.typed` was added."),
        Kind("licence-changed", BREAKING, "The licence is another one.", "Somebody has to agree to it."),
        Kind("package-words", DOCUMENTATION, "The description, the keywords or the classifiers changed."),
    ),
    "Commands": (
        Kind("command-removed", BREAKING, "A command below another one was removed."),
        Kind("command-added", ADDITION, "A command below another one was added."),
        Kind("option-removed", BREAKING, "An option or an argument of a command was removed."),
        Kind("option-added", ADDITION, "An optional option or argument was added."),
        Kind("option-required", BREAKING, "A required option or argument was added, or one is now required."),
        Kind("option-optional", ADDITION, "An option or an argument is now optional."),
        Kind("option-narrowed", BREAKING, "An option takes other or fewer values, or another number of them."),
        Kind("option-widened", ADDITION, "An option takes more values."),
        Kind("option-moved", BREAKING, "An argument of a command has another position."),
        Kind("option-default", ADDITION, "The default of an option changed.", "The old one can be passed."),
        Kind("option-words", DOCUMENTATION, "The help of an option changed."),
        Kind("exit-changed", BREAKING, "An exit status is another number or was removed.", "Scripts compare it."),
        Kind("exit-added", ADDITION, "An exit status was added."),
        Kind("command-unread", BREAKING, "The options of a command can no longer be read.", "It does not start."),
    ),
}

KINDS: dict[str, Kind] = {kind.name: kind for kinds in THEMES.values() for kind in kinds}


@dataclass(frozen=True)
class Change:
    """One change: what it is of, in words. *pointer* leads into the document, and is empty for handwritten code.

    *calls* are the calls that meet a change of a model. *accepted* is a class that a person gave it, with the *reason*.
    """

    kind: str
    subject: str
    words: str
    pointer: str = ""
    calls: tuple[str, ...] = ()
    accepted: Weight | None = None
    reason: str = ""

    @property
    def weight(self) -> Weight:
        return self.accepted or KINDS[self.kind].weight

    @property
    def marked(self) -> str:
        """The subject as code in Markdown; those of commands are."""
        return self.subject if "`" in self.subject else f"`{self.subject}`"

    def __str__(self) -> str:
        return f"{self.subject}: {self.words}"
