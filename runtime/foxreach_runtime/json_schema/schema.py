"""The JSON Schema of a model: true of what the model reads, or of what it writes. Pure.

msgspec lists the values of an enumeration as if there were no others, and gives no format to a time without a zone.
Both are put right here.
"""

from __future__ import annotations

from typing import Any, cast, get_args

import msgspec

WRITTEN = {"type": "string", "format": "date-time"}  # RFC 3339: with a zone
# The registry of formats of the OpenAPI Initiative has both.
READ = {"type": "string", "anyOf": [{"format": "date-time"}, {"format": "date-time-local"}]}

Schema = dict[str, Any]


def schema_of(model: type[msgspec.Struct], *, written: bool) -> Schema:
    """Return the schema of *model* as it is written, or read, with what it refers to written in place."""
    (whole,), known = msgspec.json.schema_components([model], ref_template="{name}")
    for kind in _structs(model, {}):
        wire = dict(zip(kind.__struct_fields__, kind.__struct_encode_fields__, strict=True))
        fields: Schema = known[kind.__name__]["properties"]
        for name in getattr(kind, "__times__", ()):
            fields[wire[name]] = _timed(fields[wire[name]], WRITTEN if written else READ)
    return cast("Schema", _in_place(whole, {name: opened(schema) for name, schema in known.items()}))


def _structs(kind: Any, found: dict[type[msgspec.Struct], None]) -> dict[type[msgspec.Struct], None]:
    """Return all structs in the type *kind*, in the order in which they are *found*."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        if kind not in found:
            found[kind] = None
            for field in msgspec.structs.fields(kind):
                _structs(field.type, found)
    else:
        for part in get_args(kind):
            _structs(part, found)
    return found


def _timed(schema: Schema, time: Schema) -> Schema:
    """Return the *schema* of a time, null or not, as that of *time*; one that has a format keeps it."""
    if "anyOf" in schema:
        return {**schema, "anyOf": [_timed(option, time) for option in schema["anyOf"]]}
    return time if schema == {"type": "string"} else schema


def opened(schema: Schema) -> Schema:
    """Return the *schema* of an enumeration with any other text or integer beside its values; another as it is."""
    if "enum" not in schema:
        return schema
    others = {key: value for key, value in schema.items() if key != "enum"}
    kind = "string" if isinstance(schema["enum"][0], str) else "integer"
    return {**others, "anyOf": [{"enum": schema["enum"]}, {"type": kind}]}


def _in_place(schema: Any, known: dict[str, Schema], above: tuple[str, ...] = ()) -> Any:
    """Return *schema* with each reference replaced by its target; one to a schema *above* it admits anything."""
    if isinstance(schema, list):
        return [_in_place(item, known, above) for item in cast("list[object]", schema)]
    if not isinstance(schema, dict):
        return schema
    name = cast("dict[str, str]", schema).get("$ref")
    if name is not None:
        return {} if name in above else _in_place(known[name], known, (*above, name))
    return {key: _in_place(item, known, above) for key, item in cast("dict[str, object]", schema).items()}
