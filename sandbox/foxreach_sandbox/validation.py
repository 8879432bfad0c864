"""Validate requests against the spec, with faults in the words of FastAPI's 422. Pure."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, cast

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from .document import Json, Operation, Parameter, is_list, is_object

KINDS = {
    "array": ("list_type", "Input should be a valid list"),
    "boolean": ("bool_type", "Input should be a valid boolean"),
    "integer": ("int_type", "Input should be a valid integer"),
    "number": ("float_type", "Input should be a valid number"),
    "object": ("dict_type", "Input should be a valid dictionary"),
    "string": ("string_type", "Input should be a valid string"),
}
BOUNDS = {
    "minimum": ("greater_than_equal", "Input should be greater than or equal to {}"),
    "maximum": ("less_than_equal", "Input should be less than or equal to {}"),
    "minLength": ("string_too_short", "String should have at least {} characters"),
    "maxLength": ("string_too_long", "String should have at most {} characters"),
    "minItems": ("too_short", "List should have at least {} items"),
    "maxItems": ("too_long", "List should have at most {} items"),
}
NUMBER = r"-?[0-9]{1,40}(\.[0-9]{1,40})?(e[+-]?[0-9]{1,3})?"
MOST_DIGITS = 4300  # Python refuses to parse longer integers.
BOOLEANS = {"true": True, "1": True, "on": True, "yes": True, "false": False, "0": False, "off": False, "no": False}


class Validators:
    """A validator for each request body, created at its first use."""

    def __init__(self) -> None:
        self._made: dict[str, Draft202012Validator] = {}

    def body_faults(self, operation: Operation, body: Any) -> list[Json]:
        """Return the faults of *body*."""
        if operation.body is None:
            return []
        if operation.name not in self._made:
            self._made[operation.name] = Draft202012Validator(operation.body)
        return [_item(error) for error in _errors(self._made[operation.name], body)]


def missing_body() -> list[Json]:
    """Return the fault of a missing body."""
    return [{"loc": ["body"], "msg": "Field required", "type": "missing"}]


def parameter_values(
    place: str, wanted: Iterable[Parameter], given: Mapping[str, list[str]]
) -> tuple[Json, list[Json]]:
    """Return the parameters of a place converted to their types, and their faults; unknown ones are ignored."""
    values: Json = {}
    faults: list[Json] = []
    for parameter in wanted:
        if parameter.name in given:
            values[parameter.name] = _converted(given[parameter.name], parameter)
            errors = _errors(Draft202012Validator(parameter.schema), values[parameter.name])
            faults += [_item(error, place, parameter.name) for error in errors]
        elif parameter.required:
            faults.append({"loc": [place, parameter.name], "msg": "Field required", "type": "missing"})
    return values, faults


def _errors(validator: Any, value: Any) -> Iterable[ValidationError]:
    return cast("Iterable[ValidationError]", validator.iter_errors(value))


def _converted(texts: list[str], parameter: Parameter) -> Any:
    """Return all values of a list, and of any other parameter the last one, as FastAPI does."""
    if parameter.schema.get("type") != "array":
        return _value(texts[-1], parameter.schema)
    items = [item for text in texts for item in text.split(",")] if parameter.joined else texts
    return [_value(item, parameter.schema["items"]) for item in items]


def _value(text: str, schema: Json) -> Any:
    wanted = schema.get("type")
    if wanted == "integer":
        digits = text.strip().removeprefix("-")
        return int(text) if digits.isascii() and digits.isdigit() and len(digits) < MOST_DIGITS else text
    if wanted == "number" and re.fullmatch(NUMBER, text):
        return float(text)
    if wanted == "boolean":
        return BOOLEANS.get(text.lower(), text)
    return text


def _item(error: ValidationError, *start: str) -> Json:
    place: list[str | int] = [*(start or ("body",)), *error.absolute_path]
    rule, wanted = str(error.validator), cast("Any", error.validator_value)
    if rule == "required":
        instance = cast("Json", error.instance)
        lacking = next((name for name in wanted if name not in instance and f"'{name}'" in error.message), "")
        return {"loc": [*place, lacking], "msg": "Field required", "type": "missing"}
    kind, message = _worded(rule, wanted)
    return {"loc": place, "msg": message, "type": kind}


def _worded(rule: str, wanted: Any) -> tuple[str, str]:
    if rule == "type":
        names = cast("list[str]", wanted if isinstance(wanted, list) else [wanted])
        return KINDS.get(names[0], ("type_error", "Input has the wrong type"))
    if rule == "enum":
        return "enum", "Input should be " + " or ".join(repr(value) for value in wanted)
    if rule in BOUNDS:
        kind, text = BOUNDS[rule]
        return kind, text.format(wanted)
    return "value_error", "Input is not valid"


def known_fields(schema: Json, value: Any) -> Any:
    """Return *value* without the fields that *schema* does not name, as FoxReach ignores them."""
    if is_list(value):
        return [known_fields(schema.get("items", {}), each) for each in value]
    names: Json | None = schema.get("properties")
    if not is_object(value) or names is None:
        return value
    return {name: known_fields(names[name], each) for name, each in value.items() if name in names}
