"""What the probe asks: each list with page sizes inside and outside its range, each object of those lists, ids that
cannot be, and keys that are not valid. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from foxreach_runtime.differences.document import Document, Operation

from .server import Server

Key = Literal["own", "none", "wrong"]
PAGE_SIZES = (1, 100, 101, 0)
REFUSED_SIZES = frozenset({101, 0})
ABSURD = "no-such-id"
PARAMETER = re.compile(r"\{(\w+)\}")
# What sources contradict each other about, or no source says: the name in the comments of the spec, and what it is.
QUESTIONS = {
    "C1": "a key that is missing or not valid",
    "C4": "the status of a DELETE",
    "C6": "an import of a deleted lead",
    "C7": "an address that exists",
    "C13": "a step without a subject",
    "C21": "a page size outside of the range",
    "C31": "null in a field",
    "sendAsHtml": "a template with sendAsHtml",
}
SCRATCH = ("C4", "C6", "C7", "C13", "C31", "sendAsHtml")  # --write-scratch alone asks these.
NEVER = {"C8": "the path below which a thread is changed: no run asks it, as that changes a conversation with a person"}
PER_MINUTE = 100  # calls of a key, as the vendor's documentation says


@dataclass(frozen=True)
class Ask:
    """One read. *values* are those of its path and of no output.

    *expects* are the statuses that the documentation leads to expect. If *settles* is set, another final status is a
    difference, and it names the open question that this settles; otherwise another status tells nothing.
    """

    operation: str
    path: str
    about: str
    expects: frozenset[int] = frozenset({200})
    values: Mapping[str, str] = field(default_factory=dict[str, str], repr=False)
    query: Mapping[str, int] = field(default_factory=dict[str, int])
    key: Key = "own"
    settles: str = ""

    @property
    def target(self) -> str:
        """The path with its values, which have no character that would have to be encoded."""
        return PARAMETER.sub(lambda found: self.values[found[1]], self.path)


def reads(document: Document) -> dict[str, Operation]:
    """Return the operations that only read, by name."""
    return {name: each for name, each in document.operations.items() if each.method == "GET"}


def lists(document: Document) -> dict[str, Operation]:
    """Return the lists in pages, by name."""
    return {name: each for name, each in reads(document).items() if "x-page" in document.at(each.place)}


def sources(document: Document) -> dict[str, str]:
    """Return the list that has the ids for each path parameter."""
    by_path = {each.path: name for name, each in lists(document).items()}
    paths = sorted({each.path for each in document.operations.values()})
    ending = ((path.rpartition("/{"), path) for path in paths if path.endswith("}"))
    return {path[len(parent) + 2 : -1]: by_path[parent] for (parent, _, _), path in ending if parent in by_path}


def first_asks(document: Document) -> Iterator[Ask]:
    """Yield what can be asked without an id."""
    for name, each in sorted(reads(document).items()):
        if "{" in each.path:
            values = dict.fromkeys(PARAMETER.findall(each.path), ABSURD)
            yield Ask(name, each.path, "an id that cannot be", frozenset({404}), values, settles="ids")
        elif name in lists(document):
            size = document.at(each.place)["x-page"].get("size", "pageSize")
            for number in PAGE_SIZES:
                refused = number in REFUSED_SIZES
                expects, settles = (frozenset({422}), "C21") if refused else (frozenset({200}), "")
                about = f"page size {number}"
                yield Ask(name, each.path, about, expects, query={size: number}, settles=settles)
        else:
            yield Ask(name, each.path, "as documented")
    first = min(lists(document))
    for key in ("none", "wrong"):
        about = "no key" if key == "none" else "a key that is not valid"
        yield Ask(first, document.operations[first].path, about, frozenset({403}), key=key, settles="C1")


def object_asks(document: Document, ids: Mapping[str, list[str]], most: int) -> Iterator[Ask]:
    """Yield what can be asked with the *ids* by list, *most* of each; without one, an ask that has no values."""
    known = sources(document)
    for name, each in sorted(reads(document).items()):
        parameters = PARAMETER.findall(each.path)
        if len(parameters) == 1:
            (parameter,) = parameters
            found = ids.get(known.get(parameter, ""), [])[:most]
            for value in found:
                yield Ask(name, each.path, "an object of the list", values={parameter: value})
            if not found:
                yield Ask(name, each.path, "an object of the list")


def announcement(document: Document, most: int, server: Server, *, scratch: bool) -> list[str]:
    """Return the plan for people, in lines: how many calls, to which server, how long, and what they do."""
    objects = sum("{" in each.path for each in reads(document).values()) * most
    count = len(list(first_asks(document))) + objects
    lines = [
        f"The probe makes up to {count} calls, each a GET: {len(lists(document))} lists with page sizes "
        f"{', '.join(map(str, PAGE_SIZES))}, up to {most} of the objects in each, ids that cannot be, no key, and a "
        "key that is not valid.",
        f"That is within the quota of {PER_MINUTE} calls a minute and takes about {max(1, round(count / 4))} seconds, "
        "or up to two minutes if the quota is in use.",
        f"The calls go to {server.name}. {server.note}".rstrip(),
    ]
    if scratch:
        lines.append(
            "Then it creates one lead at example.invalid, one template and one draft campaign without leads, changes "
            "and removes them, with about 25 calls. No mail is sent; webhooks of the workspace are told of the lead."
        )
    return lines
