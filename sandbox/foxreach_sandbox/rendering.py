"""The text of a mail: spin syntax `{Hi|Hello}` and variables such as `{{firstName}}`. Pure; *random* chooses."""

import re
from random import Random
from typing import Any

from .document import Json

VARIABLE = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")
GROUP = re.compile(r"\{([^{}]*)\}")  # Without a group inside.
MARK = re.compile("\x1e(\\d+)\x1e")  # Stands for a variable, whose value may contain braces.


def rendered(text: str, lead: Json, random: Random) -> str:
    """Return *text* for *lead*. A variable without a value is empty; FoxReach does not say what it sends then."""
    names: list[str] = []

    def mark(found: re.Match[str]) -> str:
        names.append(found[1])
        return f"\x1e{len(names) - 1}\x1e"

    text = VARIABLE.sub(mark, text)
    while GROUP.search(text):  # From the innermost group outwards.
        text = GROUP.sub(lambda found: random.choice(found[1].split("|")), text)
    return MARK.sub(lambda found: _value(lead, names[int(found[1])]), text)


def _value(lead: Json, name: str) -> str:
    custom: Json = lead.get("customFields") or {}
    value: Any = lead[name] if name in lead else custom.get(name)
    return "" if value is None else str(value)
