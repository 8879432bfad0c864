"""Proposes the call of each operation: from its own operationId if that says one, else from path and method. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from generator.api.naming import ON_CLIENTS, fault_of_call, snake_case
from generator.source.document import is_mapping

Node = dict[str, Any]

METHODS = ("get", "put", "post", "patch", "delete")
VERSION = re.compile(r"v\d+(\.\d+)*|api|rest|public", re.IGNORECASE)
# The method of a call on a collection, and on one object of it.
VERBS = {
    "get": ("list", "get"),
    "post": ("create", "create"),
    "put": ("replace", "replace"),
    "patch": ("update", "update"),
    "delete": ("delete", "delete"),
}


@dataclass(frozen=True)
class Route:
    """One operation: its method and path, and its own operationId."""

    method: str
    path: str
    own: str

    @property
    def words(self) -> list[str]:
        return [part for part in self.path.split("/") if part]


def routes(data: Node) -> Iterator[Route]:
    """Yield the operations of a document in its order."""
    for path, item in data["paths"].items():
        for method in METHODS:
            if is_mapping(item) and is_mapping(item.get(method)):
                yield Route(method, path, str(item[method].get("operationId", "")))


def proposed(found: Sequence[Route]) -> dict[tuple[str, str], str]:
    """Return the call of each operation by method and path; each is valid and none is used twice."""
    prefix = _prefix([route.words for route in found])
    calls: dict[tuple[str, str], str] = {}
    resources = {_split(route, prefix, found)[0] for route in found}
    used = {route.own for route in found if is_call(route.own)}
    for route in found:
        call = route.own
        if not is_call(call):
            call = next(each for each in _candidates(route, prefix, found, resources) if each not in used)
        used.add(call)
        calls[route.method, route.path] = call
    return calls


def is_call(text: str) -> bool:
    """Return whether an operationId is a call already."""
    parts = text.split(".")
    return len(parts) in (2, 3) and not any(map(fault_of_call, parts)) and parts[0] not in ON_CLIENTS


def _prefix(paths: Sequence[Sequence[str]]) -> int:
    """Return how many words the paths have in common that name no resource, such as `api/v1`."""
    count = 0
    while all(len(words) > count + 1 for words in paths) and len({words[count] for words in paths}) == 1:
        if not VERSION.fullmatch(paths[0][count]):
            break
        count += 1
    return count


def _split(route: Route, prefix: int, found: Sequence[Route]) -> tuple[str, list[str]]:
    """Return the resource of a path, of one or two parts, and the words after it."""
    words = route.words[prefix:]
    first = _part(words[0]) if words and not _is_value(words[0]) else "root"
    fixed = [index for index, word in enumerate(words) if not _is_value(word)]
    for index in fixed[1:2]:
        if any(_is_below(other.words[prefix:], words[: index + 1]) for other in found):
            return f"{first}.{_part(words[index])}", words[index + 1 :]
    return first, words[1:]


def _is_below(words: Sequence[str], start: Sequence[str]) -> bool:
    """Return whether a path goes on behind *start* with a value: *start* is a collection."""
    plain = ["{}" if _is_value(word) else word for word in words]
    return plain[: len(start) + 1] == [*("{}" if _is_value(word) else word for word in start), "{}"]


def _is_value(word: str) -> bool:
    return "{" in word


def _candidates(route: Route, prefix: int, found: Sequence[Route], resources: set[str]) -> Iterator[str]:
    """Yield valid calls, the best first."""
    resource, rest = _split(route, prefix, found)
    own = route.own.replace("/", ".").replace(":", ".").replace("-", "_")
    own = ".".join(snake_case(part) for part in own.split("."))
    if is_call(own) and own.count(".") and own not in resources:
        yield own
    said = _said(route, resource)
    by_path = _by_path(route, rest)
    for name in dict.fromkeys([said, by_path, f"{route.method}_{by_path}"]):
        call = f"{resource}.{_part(name, resource)}"
        if name and call not in resources:
            yield call
    for number in range(2, 1000):
        yield f"{resource}.{_part(by_path, resource)}_{number}"


def _said(route: Route, resource: str) -> str:
    """Return the method that an operationId such as `listPets` or FastAPI's `list_pets_pets_get` says, '' if none."""
    name = snake_case(re.sub(r"\W+", "_", route.own)).strip("_")
    slug = re.sub(r"\W", "_", route.path)
    made = re.sub(r"_+", "_", f"{slug}_{route.method}").strip("_").lower()
    if re.sub(r"_+", "_", name).endswith(made):
        name = re.sub(r"_+", "_", name).removesuffix(made).strip("_")
    nouns = {form for part in re.split(r"[._]", resource) for form in (part, part.removesuffix("s"), f"{part}s")}
    words = [word for word in name.split("_") if word and word not in nouns]
    plain = {
        *METHODS,
        "by",
        "id",
        "root",
        *nouns,
        *(word for each in route.words for word in snake_case(each).split("_")),
    }
    if set(words) <= plain | set(re.findall("[a-z0-9]+", slug.lower())):
        return ""  # It repeats method and path.
    while len(words) > 1 and words[-1] in ("by", "id"):
        words.pop()
    return "_".join(words)


def _by_path(route: Route, rest: Sequence[str]) -> str:
    fixed = [_slug(word) for word in rest if not _is_value(word)]
    ends_in_value = bool(rest) and _is_value(rest[-1])
    verb = VERBS[route.method][ends_in_value or (not rest and _is_value(route.path))]
    if not fixed:
        return verb
    action = route.method == "post" and not ends_in_value
    return "_".join(fixed) if action or (route.method == "get" and not ends_in_value) else "_".join([verb, *fixed])


def _slug(word: str) -> str:
    name = re.sub(r"[^a-z0-9]+", "_", snake_case(word.replace("-", "_"))).strip("_")
    return re.sub(r"^(?=\d)", "n", name) or "item"


def _part(word: str, resource: str = "item") -> str:
    """Return a word as a part of a call; one that Python does not allow gets the name of its resource."""
    name = _slug(word)
    return f"{name}_{resource.rpartition('.')[2]}" if fault_of_call(name) or name in ON_CLIENTS else name


def tags(calls: Mapping[tuple[str, str], str]) -> list[str]:
    """Return the resources of the calls, each after its parent, in the order of the document."""
    found: dict[str, None] = {}
    for call in calls.values():
        resource = call.rpartition(".")[0]
        found |= dict.fromkeys([resource.partition(".")[0], resource])
    return list(found)
