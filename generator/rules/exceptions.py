"""Rules on the exceptions that error statuses become: one class per status, named in the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from http import HTTPStatus

from ..api.naming import fault_of_exception
from ..api.public import base
from ..source.document import child
from .registry import Finding, rule
from .spec import Part, Spec

STATUS = re.compile(r"[45][0-9][0-9]")


def _replies(spec: Spec) -> dict[str, dict[str, Part]]:
    """Return the replies of each status, by the pointer of the place where each is written."""
    found: dict[str, dict[str, Part]] = {}
    for operation in spec.operations:
        for status, reply in operation.replies.items():
            found.setdefault(status, {}).setdefault(reply.pointer, reply)
    return found


def _named(spec: Spec) -> Iterator[tuple[str, Part]]:
    """Yield the status and the reply of each class that is named."""
    for status, replies in _replies(spec).items():
        yield from ((status, reply) for reply in replies.values() if reply.value.get("x-exception"))


@rule("exception-named")
def exception_named(spec: Spec) -> Iterator[Finding]:
    """One reply of each documented 4xx status names its class under `x-exception`; all replies of the status raise it.

    A 5xx may have a class too. Without one it raises `ServerError`, since a caller reacts to every 5xx in the same way:
    wait, and settle the outcome of a call that must not be repeated.
    """
    for status, replies in _replies(spec).items():
        named = any("x-exception" in reply.value or not reply.value for reply in replies.values())
        if STATUS.fullmatch(status) and status < "500" and not named:
            message = f"no reply of the status {status} names the class of its exception."
            remedy = f"Write `x-exception: {_suggested(status)}` and an `x-advice` into this reply."
            yield Finding(next(iter(replies)), message, remedy)


def _suggested(status: str) -> str:
    """Return a name for the class of a status, from the words that the status has in HTTP."""
    known = {each.value: each.phrase for each in HTTPStatus}
    words = re.sub(r"\W", "", known.get(int(status), f"Status {status}").title())
    return f"{words.removesuffix('Error')}Error"


@rule("exception-place")
def exception_place(spec: Spec) -> Iterator[Finding]:
    """`x-exception` belongs to one error status: not to a success, and not to `4XX` or `5XX`.

    The classes of the families are `ClientError` and `ServerError`.
    """
    for status, reply in _named(spec):
        if not STATUS.fullmatch(status):
            message = f"`{status}` is not one error status, so it cannot have a class."
            yield Finding(child(reply.pointer, "x-exception"), message, "Remove `x-exception` and `x-advice`.")


@rule("one-exception")
def one_exception(spec: Spec) -> Iterator[Finding]:
    """A status has one class, named once. A class belongs to one reply, which several statuses may share.

    They behave alike: a 409, 422 or 429 has details of its own. So the name of a class is written once.
    """
    by_status: dict[str, Part] = {}
    by_name: dict[str, tuple[str, str]] = {}
    for status, reply in _named(spec):
        name, pointer = reply.value["x-exception"], child(reply.pointer, "x-exception")
        if status in by_status:
            line = spec.copy.at(child(by_status[status].pointer, "x-exception")).line
            message = f"line {line} names the class of {status} already."
            yield Finding(pointer, message, f"Remove it: every {status} raises that class.")
        elif by_name.setdefault(name, (reply.pointer, base(status))) != (reply.pointer, base(status)):
            first = next(other for other, found in by_status.items() if found.value["x-exception"] == name)
            message = f"`{name}` would be the class of {first} and of {status}."
            yield Finding(pointer, message, "Give each status a reply and a class of its own.")
        by_status.setdefault(status, reply)


@rule("exception-name")
def exception_name(spec: Spec) -> Iterator[Finding]:
    """The name of a class is CamelCase and ends in `Error`; Python and the handwritten layer do not have it."""
    for _, reply in _named(spec):
        name = reply.value["x-exception"]
        if fault := fault_of_exception(name):
            message = f"`{name}` {fault}."
            yield Finding(child(reply.pointer, "x-exception"), message, "Choose another name that ends in `Error`.")


@rule("exception-advice")
def exception_advice(spec: Spec) -> Iterator[Finding]:
    """`x-advice` accompanies `x-exception`: one sentence on what to do next, which ends the exception's message."""
    for node in spec.nodes("response"):
        advice = node.value.get("x-advice")
        if ("x-exception" in node.value) != (advice is not None):
            message = "the reply has only one of `x-exception` and `x-advice`."
            yield Finding(node.pointer, message, "Write both or neither.")
        elif advice and not (advice[0].isupper() and advice.endswith(".")):
            message = "the advice is not a sentence."
            yield Finding(child(node.pointer, "x-advice"), message, "Begin with a capital and end with a full stop.")
