"""Validate and convert requests as FastAPI does: the faults have its order, words, `input` and `ctx`. Pure.

FastAPI validates with pydantic in lax mode: "9" and 9.0 are integers, "yes" is a boolean, and a field that no schema
names is dropped. Reads the keywords that docs/spec-dialect.md calls carried; a format is not checked.
"""

import json
import operator
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, cast

from .document import Json, Parameter, is_list, is_object

Place = tuple[str | int, ...]
INTEGER = re.compile(r"\s*[+-]?[0-9]+(_[0-9]+)*(\.0*)?\s*", re.ASCII)
NUMBER = re.compile(r"\s*[+-]?([0-9]+(_[0-9]+)*\.?[0-9]*|\.[0-9]+)(e[+-]?[0-9]{1,4})?\s*", re.ASCII | re.IGNORECASE)
MOST_DIGITS = 4300  # Python, and so pydantic, refuses to parse longer integers.
TRUE, FALSE = frozenset(("1", "on", "t", "true", "y", "yes")), frozenset(("0", "off", "f", "false", "n", "no"))
Holds = Callable[[float, float], bool]
BOUNDS: tuple[tuple[str, str, str, str, Holds], ...] = (
    ("minimum", "greater_than_equal", "greater than or equal to", "ge", operator.ge),
    ("maximum", "less_than_equal", "less than or equal to", "le", operator.le),
    ("exclusiveMinimum", "greater_than", "greater than", "gt", operator.gt),
    ("exclusiveMaximum", "less_than", "less than", "lt", operator.lt),
    ("multipleOf", "multiple_of", "a multiple of", "multiple_of", lambda value, bound: value % bound == 0),
)
OBJECT = "Input should be a valid dictionary or object to extract fields from"
LABELS = {"string": "str", "integer": "int", "number": "float", "boolean": "bool", "array": "list", "object": "dict"}


@dataclass
class Reading:
    """One value that is read by its schema; collects the faults on the way."""

    faults: list[Json] = field(default_factory=list[Json])

    def value(self, schema: Json, given: Any, place: Place) -> Any:
        """Return *given* converted as *schema* says; where it does not fit, add a fault at *place*."""
        options = _options(schema)
        if options is not None:
            return self._one_of(options, given, place)
        if "allOf" in schema:
            return self._all_of(schema["allOf"], given, place)
        if "enum" in schema or "const" in schema:
            return self._choice(schema, given, place)
        read = _READERS.get(schema.get("type", ""))
        return given if read is None else read(self, schema, given, place)

    def fault(self, kind: str, message: str, given: Any, place: Place, **context: Any) -> Any:
        """Add a fault and return *given*."""
        item: Json = {"type": kind, "loc": list(place), "msg": message, "input": given}
        self.faults.append({**item, "ctx": context} if context else item)
        return given

    def _one_of(self, options: list[Json], given: Any, place: Place) -> Any:
        left = [option for option in options if option.get("type") != "null"]
        if given is None and len(left) < len(options):
            return None
        if len(left) == 1:
            return self.value(left[0], given, place)
        found: list[Json] = []
        for option in sorted(left, key=lambda each: not _is(given, each)):
            trial = Reading()
            value = trial.value(option, given, (*place, _label(option)))
            if not trial.faults:
                return value
            found += trial.faults
        self.faults += found
        return given

    def _all_of(self, parts: list[Json], given: Any, place: Place) -> Any:
        read = [self.value(part, given, place) for part in parts]
        objects = [value for value in read if is_object(value)]
        return {name: value for each in objects for name, value in each.items()} if objects else read[-1]

    def _choice(self, schema: Json, given: Any, place: Place) -> Any:
        allowed: list[Any] = schema["enum"] if "enum" in schema else [schema["const"]]
        value = given
        if schema.get("type") in ("integer", "number", "boolean"):
            value = Reading().value({"type": schema["type"]}, given, place)
        if any(value == each and isinstance(value, bool) == isinstance(each, bool) for each in allowed):
            return value
        *most, last = [repr(each) for each in allowed]
        expected = f"{', '.join(most)} or {last}" if most else last
        kind = "enum" if "enum" in schema else "literal_error"
        return self.fault(kind, f"Input should be {expected}", given, place, expected=expected)

    def _string(self, schema: Json, given: Any, place: Place) -> Any:
        if not isinstance(given, str):
            return self.fault("string_type", "Input should be a valid string", given, place)
        least, most, pattern = schema.get("minLength", 0), schema.get("maxLength"), schema.get("pattern")
        if len(given) < least:
            text = f"String should have at least {_count(least, 'character')}"
            return self.fault("string_too_short", text, given, place, min_length=least)
        if most is not None and len(given) > most:
            text = f"String should have at most {_count(most, 'character')}"
            return self.fault("string_too_long", text, given, place, max_length=most)
        if pattern is not None and re.search(pattern, given) is None:
            text = f"String should match pattern '{pattern}'"
            return self.fault("string_pattern_mismatch", text, given, place, pattern=pattern)
        return given

    def _integer(self, schema: Json, given: Any, place: Place) -> Any:
        value: int
        if isinstance(given, str):
            text = given.strip().replace("_", "")
            if len(text) > MOST_DIGITS:
                message = "Unable to parse input string as an integer, exceeded maximum size"
                return self.fault("int_parsing_size", message, given, place)
            if INTEGER.fullmatch(given) is None:
                message = "Input should be a valid integer, unable to parse string as an integer"
                return self.fault("int_parsing", message, given, place)
            value = int(text.partition(".")[0])
        elif isinstance(given, float) and not given.is_integer():
            message = "Input should be a valid integer, got a number with a fractional part"
            return self.fault("int_from_float", message, given, place)
        elif isinstance(given, int | float):
            value = int(given)
        else:
            return self.fault("int_type", "Input should be a valid integer", given, place)
        return self._bounded(schema, value, given, place)

    def _number(self, schema: Json, given: Any, place: Place) -> Any:
        if isinstance(given, str):
            if NUMBER.fullmatch(given) is None:
                message = "Input should be a valid number, unable to parse string as a number"
                return self.fault("float_parsing", message, given, place)
            return self._bounded(schema, float(given), given, place)
        if not isinstance(given, int | float):
            return self.fault("float_type", "Input should be a valid number", given, place)
        return self._bounded(schema, float(given) if isinstance(given, bool) else given, given, place)

    def _bounded(self, schema: Json, value: float, given: Any, place: Place) -> Any:
        for keyword, kind, words, name, holds in BOUNDS:
            bound = schema.get(keyword)
            if bound is not None and not holds(value, bound):
                return self.fault(kind, f"Input should be {words} {bound}", given, place, **{name: bound})
        return value

    def _boolean(self, _: Json, given: Any, place: Place) -> Any:
        if isinstance(given, bool):
            return given
        if not isinstance(given, str | int | float):
            return self.fault("bool_type", "Input should be a valid boolean", given, place)
        text = given.lower() if isinstance(given, str) else f"{given:g}"
        if text not in TRUE | FALSE:
            message = "Input should be a valid boolean, unable to interpret input"
            return self.fault("bool_parsing", message, given, place)
        return text in TRUE

    def _array(self, schema: Json, given: Any, place: Place) -> Any:
        if not is_list(given):
            return self.fault("list_type", "Input should be a valid list", given, place)
        return self._sized(schema, given, place, "Items") or [
            self.value(schema.get("items", {}), item, (*place, number)) for number, item in enumerate(given)
        ]

    def _object(self, schema: Json, given: Any, place: Place) -> Any:
        known: Json | None = schema.get("properties")
        if not is_object(given):
            if known is None:
                return self.fault("dict_type", "Input should be a valid dictionary", given, place)
            return self.fault("model_attributes_type", OBJECT, given, place)
        read = {} if known is None else self._fields(schema, known, given, place)
        others = schema.get("additionalProperties", known is None or None)  # None: they are dropped.
        for name in given.keys() - (known or {}).keys() if others is not None else ():
            if others is False:
                self.fault("extra_forbidden", "Extra inputs are not permitted", given[name], (*place, name))
            else:
                read[name] = self.value(others if is_object(others) else {}, given[name], (*place, name))
        self._sized(schema, given, place, "Properties")
        return read

    def _fields(self, schema: Json, known: Json, given: Json, place: Place) -> Json:
        required = frozenset(schema.get("required", ()))
        read: Json = {}
        for name, rule in known.items():
            if name in given:
                read[name] = self.value(rule, given[name], (*place, name))
            elif name in required:
                self.fault("missing", "Field required", given, (*place, name))
        return read

    def _sized(self, schema: Json, given: Any, place: Place, unit: str) -> Any:
        """Add a fault if *given* has too few or too many items, and return it then; else return None."""
        least, most, has = schema.get(f"min{unit}", 0), schema.get(f"max{unit}"), len(given)
        what = "List" if unit == "Items" else "Dictionary"
        if has < least:
            text = f"{what} should have at least {_count(least, 'item')} after validation, not {has}"
            context: Json = {"field_type": what, "min_length": least, "actual_length": has}
            return self.fault("too_short", text, given, place, **context)
        if most is not None and has > most:
            text = f"{what} should have at most {_count(most, 'item')} after validation, not {has}"
            context = {"field_type": what, "max_length": most, "actual_length": has}
            return self.fault("too_long", text, given, place, **context)
        return None


_READERS = {
    "string": Reading._string,  # pyright: ignore[reportPrivateUsage]
    "integer": Reading._integer,  # pyright: ignore[reportPrivateUsage]
    "number": Reading._number,  # pyright: ignore[reportPrivateUsage]
    "boolean": Reading._boolean,  # pyright: ignore[reportPrivateUsage]
    "array": Reading._array,  # pyright: ignore[reportPrivateUsage]
    "object": Reading._object,  # pyright: ignore[reportPrivateUsage]
}


def read_body(schema: Json, body: Any) -> tuple[Any, list[Json]]:
    """Return the body converted, without fields that *schema* does not name, and its faults."""
    reading = Reading()
    return reading.value(schema, body, ("body",)), reading.faults


def missing(place: str, *names: str, given: Any = None) -> Json:
    """Return the fault of a missing body, or of a missing part of it."""
    return {"type": "missing", "loc": [place, *names], "msg": "Field required", "input": given}


def invalid_json(text: bytes) -> Json:
    """Return the fault of a body that is no JSON, in the words of Python's own parser, as FastAPI uses it."""
    try:
        json.loads(text)
        where, reason = 0, "Expecting value"
    except json.JSONDecodeError as error:
        where, reason = error.pos, error.msg
    except (ValueError, RecursionError):
        where, reason = 0, "Expecting value"
    place = ["body", where]
    return {"type": "json_invalid", "loc": place, "msg": "JSON decode error", "input": {}, "ctx": {"error": reason}}


def parameter_values(
    place: str, wanted: Iterable[Parameter], given: Mapping[str, list[str]]
) -> tuple[Json, list[Json]]:
    """Return the parameters of a place converted to their types, and their faults; unknown ones are ignored."""
    values: Json = {}
    reading = Reading()
    for parameter in wanted:
        if parameter.name in given:
            texts = _texts(given[parameter.name], parameter)
            values[parameter.name] = reading.value(parameter.schema, texts, (place, parameter.name))
        elif parameter.required:
            reading.faults.append(missing(place, parameter.name))
    return values, reading.faults


def _texts(texts: list[str], parameter: Parameter) -> Any:
    """Return all values of a list, and of any other parameter the last one, as FastAPI does."""
    if parameter.schema.get("type") != "array":
        return texts[-1]
    return [item for text in texts for item in text.split(",")] if parameter.joined else texts


def _options(schema: Json) -> list[Json] | None:
    """Return the alternatives of a schema, None if it has one form."""
    kinds = schema.get("type")
    if is_list(kinds):
        one = {name: value for name, value in schema.items() if name != "type"}
        return [{"type": "null"} if kind == "null" else {**one, "type": kind} for kind in kinds]
    return cast("list[Json] | None", schema.get("anyOf", schema.get("oneOf")))


def _is(given: Any, schema: Json) -> bool:
    """Return whether *given* fits *schema* unconverted, for which pydantic prefers it in a union."""
    trial = Reading()
    value = trial.value(schema, given, ())
    return not trial.faults and type(value) is type(given) and bool(value == given)


def _label(schema: Json) -> str:
    return str(schema.get("title", LABELS.get(schema.get("type", ""), "any")))


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
