"""Values of the spec's examples as expressions of Python, laid out as a formatter would. Pure."""

from __future__ import annotations

import json
import re
from typing import Any

from generator.api.ir import Type
from generator.source.document import is_list, is_mapping

from .facts import Facts

WIDTH = 76  # columns of a call, which stands four deep
LONGEST = 66  # columns of an object in a list in a call, which stands deeper
NEVER = 10_000
MADE = {  # What is no JSON in Python: the expression, and what it is imported from.
    "time": ("datetime.fromisoformat({})", "datetime", "datetime"),
    "date": ("date.fromisoformat({})", "datetime", "date"),
    "clock": ("time.fromisoformat({})", "datetime", "time"),
    "uuid": ("UUID({})", "uuid", "UUID"),
    "decimal": ("Decimal({})", "decimal", "Decimal"),
}


def literal(facts: Facts, type_: Type, value: Any) -> str:
    """Return the expression of a value that has the type *type_* in JSON: a struct is a mapping with Python's names."""
    inner = type_.items[0] if type_.items else Type("any")
    if is_list(value):
        items = [literal(facts, inner, each) for each in value]
        return _block("[]", items, WIDTH if any(each.startswith("{") for each in items) else NEVER)
    if is_mapping(value):
        fields = {each.wire: each for each in facts.structs[type_.name].fields} if type_.name in facts.structs else {}
        pairs = ((fields[key].name, fields[key].type) if key in fields else (key, inner) for key in value)
        values = zip(pairs, value.values(), strict=True)
        shown = (f"{_text(key)}: {literal(facts, kind, each)}" for (key, kind), each in values)
        return _block("{}", [*shown], LONGEST)
    if type_.kind in MADE and isinstance(value, str):
        return MADE[type_.kind][0].format(_text(value))
    return _text(value) if isinstance(value, str) else repr(value)


def renamed(facts: Facts, type_: Type, value: Any) -> Any:
    """Return a value in JSON with the names that its fields have in Python."""
    if is_list(value):
        return [renamed(facts, type_.items[0] if type_.items else type_, each) for each in value]
    struct = facts.structs.get(type_.name)
    if struct is None or not is_mapping(value):
        return value
    fields = {each.wire: each for each in struct.fields}
    return {fields[wire].name: renamed(facts, fields[wire].type, each) for wire, each in value.items()}


def called(head: str, arguments: list[str]) -> list[str]:
    """Return the lines of a call: one, or one for each argument."""
    line = f"{head}({', '.join(arguments)})"
    if len(line) <= WIDTH and "\n" not in line:
        return [line]
    return [f"{head}(", *(f"    {each}" for argument in arguments for each in f"{argument},".splitlines()), ")"]


def imports(program: str, prefix: str) -> list[str]:
    """Return the imports of *program*, whose client has a class with *prefix*."""
    made = [(text.partition("(")[0], module, name) for text, module, name in MADE.values()]
    own = {f"from {module} import {name}" for text, module, name in made if re.search(rf"(?<![\w.]){text}\(", program)}
    standard = [*(["import asyncio"] if prefix else []), *sorted(own)]
    return [*standard, *([""] if standard else []), f"from foxreach_client import {prefix}FoxReach"]


def _block(brackets: str, items: list[str], width: int) -> str:
    """Return the items between *brackets* on one line, or with a line for each if that is longer than *width*."""
    line = f"{brackets[0]}{', '.join(items)}{brackets[1]}"
    if len(line) <= width and "\n" not in line:
        return line
    lines = (f"    {line}" for each in items for line in f"{each},".splitlines())
    return "\n".join([brackets[0], *lines, brackets[1]])


def _text(value: str) -> str:
    return json.dumps(value, ensure_ascii=False)
