"""The steps of a draft: what is read becomes a spec, a list of guesses, and a list of what was lost. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from generator.diagnostics import Complaint
from generator.rules import check
from generator.source.document import Document, child, is_list, is_mapping

from .credentials import with_one_scheme, without_cookies
from .marks import guesses
from .names import METHODS, routes
from .pages import with_pages
from .propose import is_draft, not_taken, proposal
from .read import DraftError
from .references import local
from .repair import MENDS, Lost, repaired
from .upgrade import upgraded

Node = dict[str, Any]


@dataclass(frozen=True)
class Draft:
    """The result. *operations* counts those of the source; *complaints* are what the generator still says."""

    document: Document
    operations: int
    guesses: tuple[tuple[str, str, str], ...]
    lost: tuple[Lost, ...]
    complaints: tuple[Complaint, ...]

    @property
    def finished(self) -> int:
        """Return how many operations of the source need no edit: the others are taken out."""
        return len(list(routes(self.document.data)))


def drafted(document: Document) -> Draft:
    """Return the draft of a document of OpenAPI 3.0 or 3.1; DraftError if a part of it has the wrong type."""
    try:
        return _drafted(document)
    except (AttributeError, LookupError, RecursionError, TypeError, ValueError) as error:
        raise DraftError(f"{document.file} is no valid document of OpenAPI{_fault(document)}") from error


def _fault(document: Document) -> str:
    """Return where a part has the wrong type, as the end of a sentence."""
    found = next((each for each in check(document) if each.rule in ("value-shape", "reference")), None)
    return f", line {found.line}, {found.pointer}: {found.message}" if found else "."


def _drafted(document: Document) -> Draft:
    found, references = local(upgraded(document))
    found, cookies = without_cookies(found)
    found, keys = with_one_scheme(found)
    found, keywords = repaired(found, {"supported-keywords", "named-body"})
    found, others = repaired(proposal(found), MENDS.keys())
    found = found if is_draft(document) else with_pages(found)
    # A draft that a person edits keeps its faults: the generator names them.
    found, refused = (found, list[Lost]()) if is_draft(document) else _without_refused(found)
    found, unused = repaired(found, {"unused-components"}) if refused else (found, list[Lost]())
    return Draft(
        found,
        len(list(routes(document.data))),
        tuple(guesses(found)),
        tuple(sorted({*not_taken(document), *references, *cookies, *keys, *keywords, *others, *refused, *unused})),
        tuple(check(found)),
    )


def _without_refused(document: Document) -> tuple[Document, list[Lost]]:
    """Take out each operation with a complaint that is left, in itself or in what it refers to."""
    data: Node = deepcopy(document.data)
    complaints, lost = check(document), list[Lost]()
    for route, places in zip(list(routes(data)), list(_reached(data)), strict=True):
        covers, path = _covers(places), child("", "paths", route.path)
        found = [each for each in complaints if covers(each.pointer) or each.pointer == path]
        if found:
            del data["paths"][route.path][route.method]
            words = f"`{route.own}` was taken out: {found[0].message} {found[0].remedy}"
            pointer = child(path, route.method)
            lost.append(Lost(document.at(pointer).line, pointer, found[0].rule, words))
    left = {path: item for path, item in data["paths"].items() if set(METHODS) & item.keys()}
    used = {name for route in routes({"paths": left}) for name in _tags_of(route.own)}
    data |= {"paths": left, "tags": [tag for tag in data.get("tags", []) if tag.get("name") in used]} if lost else {}
    return Document(document.file, data, document.positions), lost


def _tags_of(call: str) -> tuple[str, str]:
    resource = call.rpartition(".")[0]
    return resource, resource.partition(".")[0]


def _covers(places: frozenset[str]) -> Callable[[str], bool]:
    """Return a function that says whether a pointer is at one of the places, or below one."""

    def covers(pointer: str) -> bool:
        parts = pointer.split("/")
        return any("/".join(parts[:end]) in places for end in range(2, len(parts) + 1))

    return covers


def _reached(data: Node) -> Iterator[frozenset[str]]:
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
