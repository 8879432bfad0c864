"""Types as Python text: annotations of arguments and results, and conversions."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.api.ir import Argument, Enumeration, Field, Kind, Struct, Type
from generator.output.signatures import (
    accepted,
    converted,
    forwarded,
    given_as_object,
    optional_keys,
    overloads,
    parameter,
    queried,
    required_keys,
    result,
    signature,
    texts,
)
from tests.generator.operations import operation

TEXT, LEAD, STATUS, MAP = Type("text"), Type("struct", "Lead"), Type("enum", "Status"), Type("map")


def array(item: Type) -> Type:
    return Type("array", items=(item,))


def argument(type_: Type, name: str = "x", *, required: bool = True) -> Argument:
    return Argument(name, name, "body", type_, required, "")


@pytest.mark.parametrize(
    ("type_", "passed", "given", "expression"),
    [
        (TEXT, "str", "str", "x"),
        (Type("integer", nullable=True), "int | None", "int | None", "x"),
        (Type("number"), "float", "float", "x"),
        (Type("boolean"), "bool", "bool", "x"),
        (Type("time"), "datetime", "datetime", "x"),
        (Type("date"), "date", "date", "x"),
        (Type("any"), "Any", "Any", "x"),
        (STATUS, "StatusInput", "models.Status", "enum_value(Status, x)"),
        (LEAD, "LeadInput", "models.Lead", "struct_value('pets.get: x', Lead, x)"),
        (MAP, "Mapping[str, Any]", "dict[str, Any]", "dict_of(x)"),
        (array(TEXT), "ListLike[str]", "list[str]", "list_of(x)"),
        (array(STATUS), "ListLike[StatusInput]", "list[models.Status]", "enum_list(Status, x)"),
        (array(LEAD), "Iterable[LeadInput]", "list[models.Lead]", "struct_list('pets.get: x', Lead, x)"),
        (Type("union", items=(TEXT, LEAD), nullable=True), "str | LeadInput | None", "str | models.Lead | None", "x"),
    ],
)  # fmt: skip
def test_each_kind_has_an_argument_annotation_a_result_annotation_and_a_conversion(
    type_: Type, passed: str, given: str, expression: str
) -> None:
    converting = converted(operation(), argument(type_, required=False))
    assert (accepted(type_), result(type_), converting) == (passed, given, expression)
    assert converted(operation(), argument(type_)) == f"present({expression})"


@pytest.mark.parametrize(
    ("type_", "bounds", "expression"),
    [
        (TEXT, {}, "query_text('pets.get: x', x)"),
        (STATUS, {}, "query_text('pets.get: x', x)"),
        (Type("boolean"), {}, "query_boolean('pets.get: x', x)"),
        (Type("integer"), {"least": 1}, "query_integer('pets.get: x', x, 1, None)"),
        (Type("number"), {"most": 9.5}, "query_number('pets.get: x', x, None, 9.5)"),
    ],
)
def test_each_kind_of_query_parameter_has_a_check(type_: Type, bounds: dict[str, float], expression: str) -> None:
    of_query = replace(argument(type_, required=False), place="query", **bounds)  # type: ignore[arg-type]
    assert queried(operation(), of_query) == expression


def test_a_required_query_parameter_is_checked() -> None:
    required = replace(argument(TEXT), place="query")
    assert queried(operation(), required) == "query_text('pets.get: x', query_given('pets.get: x', x))"


@pytest.mark.parametrize("kind", Kind.__args__)  # type: ignore[attr-defined]
def test_every_kind_has_an_annotation(kind: Kind) -> None:
    type_ = Type(kind, "Name", items=(TEXT,) if kind in ("array", "union") else ())
    assert accepted(type_)
    assert result(type_)


def test_a_list_is_spelled_as_the_class_allows() -> None:
    assert result(array(array(LEAD)), "builtins.list") == "builtins.list[builtins.list[models.Lead]]"


def test_an_optional_field_defaults_to_unset() -> None:
    assert parameter(argument(TEXT, required=False)) == "x: str | UnsetType = UNSET"
    assert parameter(argument(TEXT)) == "x: str"


def test_path_values_are_positional_and_everything_else_has_a_name() -> None:
    path, query = Argument("a", "a", "path", TEXT, True, ""), Argument("b", "B", "query", TEXT, False, "")
    both = operation(arguments=(path, query, replace(query, name="c", required=True)))
    assert signature(both) == "a: str, *, b: str | None = None, c: str"
    assert forwarded(both) == "a, b=b, c=c"
    assert overloads(both) == []
    assert signature(operation(arguments=(path,))) == "a: str"
    assert signature(operation(arguments=())) == ""


def test_a_body_is_passed_by_keywords_or_as_one_object() -> None:
    path, query = Argument("a", "a", "path", TEXT, True, ""), Argument("b", "B", "query", TEXT, True, "")
    update = operation(body="PetUpdate", arguments=(path, query, argument(TEXT, "c")))
    assert overloads(update) == ["a: str, *, b: str, c: str", "a: str, values: PetUpdateInput, *, b: str"]
    assert signature(update) == (
        "a: str, values: PetUpdateInput | UnsetType = UNSET, *, b: str, c: str | UnsetType = UNSET"
    )
    assert forwarded(update) == "a, values, b=b, c=c"
    assert given_as_object(update) == "a, b=b, **fields_of('pets.get', _body, values)"


def test_a_mapping_for_a_struct_has_values_that_need_no_conversion() -> None:
    types = {"a": TEXT, "b": Type("enum", "Status", nullable=True), "c": LEAD, "d": MAP, "e": array(LEAD)}
    fields = tuple(Field(name.upper(), name, type_, name == "a") for name, type_ in types.items())
    assert required_keys(Struct("Lead", fields)).split("\n    ") == [
        "a: Required[str]",
        "b: StatusInput | None",
        "c: LeadInput",
        "d: dict[str, Any]",
        "e: AnyIterable[LeadInput]",
    ]


def test_an_open_enumeration_takes_any_text() -> None:
    assert texts(Enumeration("Status", ("a", "b'"), open=False)) == """Literal['a', "b'"]"""
    assert texts(Enumeration("Status", ("a",), open=True)) == "Literal['a'] | str"


def test_all_keys_of_a_factory_are_optional_and_absent_fields_accept_unset() -> None:
    fields = (
        Field("id", "id", TEXT, required=True),
        Field("date", "date", Type("date", nullable=True), required=False),
        Field("times", "times", array(Type("time")), required=True),
        Field("status", "status", STATUS, required=True),
    )
    assert optional_keys(Struct("Pet", fields)).splitlines() == [
        "id: str",
        "    date: datetime.date | None | UnsetType",
        "    times: ListLike[datetime.datetime]",
        "    status: StatusGiven",
    ]
