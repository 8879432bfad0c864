"""Build models for tests from the examples of the OpenAPI document. Does no I/O besides reading these examples."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any, ParamSpec, TypeVar

import msgspec
from foxreach_runtime.request.body import list_of

from .examples import Examples

P = ParamSpec("P")
S = TypeVar("S", bound=msgspec.Struct)


def build(examples: Examples, model: type[S], fields: Mapping[str, Any]) -> S:
    """Return the example of *model* with *fields* replaced; TypeError where the schema does not allow them."""
    name = model.__name__
    unknown = sorted(fields.keys() - set(model.__struct_fields__))
    if unknown:
        raise TypeError(f"{name} has no field {unknown[0]}")
    wire_names = dict(zip(model.__struct_fields__, model.__struct_encode_fields__, strict=True))
    example = msgspec.convert(examples.of_schema(name), model)
    replaced = {
        field: _without_zone(value) if examples.is_local_time(name, wire_names[field]) else list_of(value)
        for field, value in fields.items()
    }
    try:
        return msgspec.json.decode(msgspec.json.encode(msgspec.structs.replace(example, **replaced)), type=model)
    except msgspec.ValidationError as error:
        raise TypeError(f"{name}: {error}") from None


def _without_zone(value: object) -> object:
    """Return an aware time as FoxReach sends it, in UTC without a zone; return anything else unchanged."""
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(UTC).replace(tzinfo=None)
    return value


def several(factory: Callable[P, S], count: int, /, *args: P.args, **fields: P.kwargs) -> list[S]:
    """Build *count* objects with *factory*; their ids and e-mail addresses differ unless you pass them.

    `several(lead, 2)` has the ids `cld_1` and `cld_2` and the addresses jane1@... and jane2@..., each time the same.
    """
    built = [factory(*args, **fields) for _ in range(count)]
    return [
        msgspec.structs.replace(each, **_numbered(each, number, set(fields))) for number, each in enumerate(built, 1)
    ]


def _numbered(model: msgspec.Struct, number: int, passed: set[str]) -> dict[str, str]:
    """Return id and e-mail address with *number* in them, as far as *model* has them and they were not *passed*."""
    numbered: dict[str, str] = {}
    if isinstance(id_ := getattr(model, "id", None), str):
        numbered["id"] = f"{id_.rpartition('_')[0] or id_}_{number}"
    if isinstance(email := getattr(model, "email", None), str):
        name, _, host = email.partition("@")
        numbered["email"] = f"{name}{number}@{host}"
    return {name: value for name, value in numbered.items() if name not in passed}
