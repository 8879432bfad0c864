"""The steps of a draft: what is read becomes a spec, a list of guesses, and a list of what was lost. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.diagnostics import Complaint
from generator.rules import check
from generator.source.document import Document, child, is_list, is_mapping

from .marks import guesses
from .names import routes
from .propose import not_taken, proposal
from .repair import MENDS, Lost, repaired
from .security import with_one_security, without_cookies
from .upgrade import upgraded


@dataclass(frozen=True)
class Draft:
    """The result. *complaints* are what the generator still says of it."""

    document: Document
    guesses: tuple[tuple[str, str, str], ...]
    lost: tuple[Lost, ...]
    complaints: tuple[Complaint, ...]

    @property
    def operations(self) -> int:
        return len(list(routes(self.document.data)))

    @property
    def finished(self) -> int:
        """Return how many operations need no edit: no complaint is in them, or in a component that they reach."""
        at = [complaint.pointer for complaint in self.complaints]
        return sum(not any(map(_covers(places), at)) for places in _reached(self.document.data))


def drafted(document: Document) -> Draft:
    """Return the draft of a document of OpenAPI 3.0 or 3.1."""
    found, cookies = without_cookies(upgraded(document))
    found, keys = with_one_security(found)
    found, keywords = repaired(found, {"supported-keywords"})
    found, others = repaired(proposal(found), MENDS.keys())
    return Draft(
        found,
        tuple(guesses(found)),
        tuple(sorted({*not_taken(document), *cookies, *keys, *keywords, *others})),
        tuple(check(found)),
    )


def _covers(places: frozenset[str]) -> Callable[[str], bool]:
    """Return a function that says whether a pointer is at one of the places, or below one."""

    def covers(pointer: str) -> bool:
        parts = pointer.split("/")
        return any("/".join(parts[:end]) in places for end in range(2, len(parts) + 1))

    return covers


def _reached(data: dict[str, Any]) -> Iterator[frozenset[str]]:
    """Yield for each operation the pointers of itself, of what stands beside it, and of all that it refers to."""
    document = Document("", data, {})
    for route in routes(data):
        item = data["paths"][route.path]
        own = child("", "paths", route.path, route.method)
        shared = child("", "paths", route.path, "parameters")
        places, waiting = {own, shared}, [item[route.method], item.get("parameters", [])]
        while waiting:
            for ref in _references(waiting.pop()):
                if ref[1:] not in places:
                    places.add(ref[1:])
                    waiting.append(document.resolve(ref)[1])
        yield frozenset(places)


def _references(node: Any) -> Iterator[str]:
    if is_list(node):
        for item in node:
            yield from _references(item)
    elif is_mapping(node):
        for key, value in node.items():
            if key == "$ref" and isinstance(value, str) and value.startswith("#/"):
                yield value
            elif key not in ("example", "examples"):
                yield from _references(value)
