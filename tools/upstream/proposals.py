"""Says what to write into the spec to agree with the vendor's document. Pure; writes nothing."""

from __future__ import annotations

import json
from typing import Any

from generator.api.ir import Type

from .compare import Difference
from .places import FORMATS, Place

NAMES = {"text": "string", "struct": "object", "map": "object", "array": "array"}
WHOLE = {
    "operation-added": "Describe {}, as `Add an endpoint` in CONTRIBUTING.md says.",
    "operation-removed": "Remove the operation, if the vendor gave it up.",
    "event-added": "Describe {}, as `Other edits of the spec` in CONTRIBUTING.md says.",
    "event-removed": "Remove the event, if the vendor gave it up.",
}
TEXTS = frozenset({"text", *FORMATS.values()})


def proposal(difference: Difference) -> str:
    """Return what to write at that pointer, in one sentence."""
    if difference.aspect == "presence":
        return _presence(difference)
    if difference.old is None or difference.new is None:
        return _of_operation(difference)
    return _of_place(difference.aspect, difference.old, difference.new)


def _of_place(aspect: str, old: Place, new: Place) -> str:
    what, _, rest = aspect.partition(" ")
    bounds = dict(new.field.bounds)
    if what == "bound":
        return f"Write `{rest}: {_shown(bounds[rest])}`." if rest in bounds else f"Remove `{rest}`."
    if what == "order":
        return f"Write the values in the order {_shown(list(new.values))}."
    if what == "value":
        return f"Add `{rest}` to the list." if rest in map(str, new.values) else f"Remove `{rest}` from the list."
    if what in ("required", "optional"):
        return f"{'List' if new.field.required else 'Do not list'} `{old.field.name}` in `required`."
    if what == "default":
        said = f'Write "The server\'s default is {new.default}."' if new.default else "Remove the words on a default"
        return f"{said} in its `description`."
    return f"Write `{_shown(schema_of(new))}`."


def _presence(difference: Difference) -> str:
    kind, path = difference.change.kind, difference.path
    if not path and kind in WHOLE:
        return WHOLE[kind].format(difference.operations[0])
    if path.isdigit():
        return (
            f'Remove `"{path}"`.' if "not documented" in difference.change.words else f'Describe the reply `"{path}"`.'
        )
    if difference.new is None:
        name = difference.old.field.name if difference.old else path
        return f"Remove `{name}`." if path != "key" else "Describe that key under `securitySchemes`."
    place = difference.new
    where = " and list it in `required`" if place.field.required and "." in path else ""
    return f"Add `{place.field.name}: {_shown(schema_of(place))}`{where}."


def _of_operation(difference: Difference) -> str:
    if difference.aspect == "envelope":
        return "Describe the reply without `data`, with `x-result: whole`."
    return "Write `deprecated: true`." if difference.change.kind == "deprecated" else "Remove `deprecated`."


def schema_of(place: Place) -> dict[str, Any]:
    """Return the schema of a place in our dialect, without its name and words."""
    types = place.field.type.items if place.field.type.kind == "union" else (place.field.type,)
    names: list[str] = list(dict.fromkeys(map(_name, types)))
    names += ["null"] if place.field.type.nullable else []
    found: dict[str, Any] = {"type": names[0] if len(names) == 1 else names} if "any" not in names else {"x-any": True}
    found |= {"format": place.format} if place.format else {}
    found |= {"enum": list(place.values)} if place.values else {}
    return found | dict(place.field.bounds)


def _name(type_: Type) -> str:
    return "string" if type_.kind in TEXTS else NAMES.get(type_.kind, type_.kind)


def _shown(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
