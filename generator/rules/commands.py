"""Rules on `x-command`: how the command of an operation differs from its name and arguments."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from ..source.document import child
from .calls import arguments_of
from .registry import Finding, rule
from .results import result
from .spec import Operation, Part, Spec

NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def command_name(operation: Operation) -> str:
    """Return the words of the command of *operation*."""
    group, _, name = operation.id.rpartition(".")
    own = operation.value.get("x-command", {}).get("name")
    return f"{group}.{own or name.replace('_', '-')}"


def _added(operation: Operation) -> Iterator[tuple[str, str]]:
    """Yield the pointer and the words of each command that a key adds; `upsert` has a rule of its own."""
    group = operation.id.rpartition(".")[0]
    if "x-bulk" in operation.value:
        yield from ((child(operation.pointer, "x-bulk"), f"{group}.{name}") for name in ("import", "export"))
    if "watch" in operation.value.get("x-command", {}):
        yield child(operation.pointer, "x-command", "watch"), f"{group}.watch"


@rule("command-name")
def command_names(spec: Spec) -> Iterator[Finding]:
    """`x-command.name` is one or more lower-case words with hyphens, and no other command of the resource has it.

    `x-upsert`, `x-bulk` and `watch` add the commands `upsert`, `import`, `export` and `watch`.
    """
    taken = Counter({command_name(operation) for operation in spec.operations})
    for operation in spec.operations:
        facts = operation.value.get("x-command", {})
        pointer = child(operation.pointer, "x-command", "name")
        if "name" in facts and not NAME.fullmatch(facts["name"]):
            yield Finding(pointer, f"`{facts['name']}` is not a name of a command.", "Write lower-case words.")
        elif "name" in facts and _others(spec, operation, command_name(operation)):
            message = f"another command is called `{facts['name']}`."
            yield Finding(pointer, message, "Choose another name.")
        for place, name in _added(operation):
            if taken[name]:
                yield Finding(place, f"a command is called `{name}` already.", "Give it another `x-command.name`.")


def _others(spec: Spec, operation: Operation, name: str) -> bool:
    return any(other is not operation and command_name(other) == name for other in spec.operations)


@rule("command-shows")
def command_shows(spec: Spec) -> Iterator[Finding]:
    """What `x-command.shows` names reads something with arguments that the operation has, before it asks.

    It shows `fields` of one object, or the `count` of the items of a list that has no pages.
    """
    by_id = {operation.id: operation for operation in reversed(spec.operations)}
    for operation in spec.operations:
        facts = operation.value.get("x-command", {})
        for at, shown in enumerate(facts.get("shows", [])):
            pointer = child(operation.pointer, "x-command", "shows", str(at))
            read = by_id.get(shown.get("call", ""))
            if shown.get("call") and (read is None or read.method != "get" or read.value.get("x-page")):
                message = f"`{shown['call']}` does not read one object or a whole list."
                yield Finding(child(pointer, "call"), message, "Name an operation of this document that does.")
            elif read is not None:
                yield from _wrong_arguments(spec, operation, read, shown.get("with", {}), child(pointer, "with"))
                yield from _wrong_fields(spec, read, shown, pointer)


def _wrong_arguments(
    spec: Spec, operation: Operation, read: Operation, given: dict[str, Any], pointer: str
) -> Iterator[Finding]:
    ours, theirs = arguments_of(spec, operation), arguments_of(spec, read)
    for name, source in given.items():
        if name not in theirs or not ours.get(source):
            message = f"`{read.id}` has no argument `{name}`, or `{operation.id}` no required one `{source}`."
            yield Finding(child(pointer, name), message, "Name one that each of them has.")


def _wrong_fields(spec: Spec, read: Operation, shown: dict[str, Any], pointer: str) -> Iterator[Finding]:
    found = result(spec, read)
    if found is None:
        return
    lists = "items" in found.value
    if lists != bool(shown.get("count")):
        message = f"`{read.id}` is {'a list' if lists else 'one object'}."
        yield Finding(pointer, message, f"Write `{'count' if lists else 'fields'}`.")
    for at, name in enumerate(shown.get("fields", [])):
        if name not in found.value.get("properties", {}):
            place = child(pointer, "fields", str(at))
            yield Finding(place, f"the result has no property `{name}`.", "Name one that it has.")


@rule("command-file")
def command_file(spec: Spec) -> Iterator[Finding]:
    """`x-command.file` names a text of the body, which the command also reads from a file."""
    for operation in spec.operations:
        name = operation.value.get("x-command", {}).get("file")
        if name is None:
            continue
        parts = [spec.part(part.value, part.pointer) for part in (operation.body.schemas() if operation.body else ())]
        if not any(part.value.get("properties", {}).get(name, {}).get("type") == "string" for part in parts):
            place = child(operation.pointer, "x-command", "file")
            yield Finding(place, f"the body has no text `{name}`.", "Name one that it has.")


@rule("command-watch")
def command_watch(spec: Spec) -> Iterator[Finding]:
    """`x-command.watch` names the text by which the items of a paged list are told apart."""
    for operation in spec.operations:
        name = operation.value.get("x-command", {}).get("watch")
        if name is None:
            continue
        found = result(spec, operation) if operation.value.get("x-page") else None
        item = spec.part(found.value.get("items", {}), found.pointer) if found else Part("", "", {})
        if item.value.get("properties", {}).get(name, {}).get("type") != "string":
            place = child(operation.pointer, "x-command", "watch")
            yield Finding(place, f"this is no list of objects with a text `{name}`.", "Name the id of its items.")
