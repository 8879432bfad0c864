"""Python names: valid and distinct for any text, and for usual ones equal to those of the code generator."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from foxreach_runtime.enums import OpenEnum
from hypothesis import given
from hypothesis import strategies as st

from generator.api.naming import (
    fault_of_call,
    fault_of_class,
    fault_of_member,
    fault_of_name,
    field_names,
    member_names,
    python_name,
)
from generator.api.public import HANDWRITTEN

ROOT = Path(__file__).parents[3]
TEMPLATES = ROOT / "templates" / "foxreach_client"
IMPORT = re.compile(r"from [\w.]+ import ")
NAMES = [
    *["id", "email", "firstName", "linkedinUrl", "pageSize", "isNew", "emailLogId", "sendOnlyIfNoReply", "lead_id"],
    *["URL", "userID", "HTMLBody", "parseHTTPReply", "A", "aB", "Ab", "AB", "ABc", "aBC", "a1B", "a1b", "A1", "x2Y3z"],
    *["already_snake", "Mixed_Case", "mixed_CASE", "kebab-case", "Kebab-Case", "dot.ted", "e-Mail", "X-API-Key", "v2"],
    *["email.sent", "not_interested", "csvImport", "OOO", "class", "list", "Str", "true"],
    *["from", "From", "in", "None", "is", "X-Thing", "2fa", "2FA", "2faEnabled", "3DModel", "2-in", "7"],
]
ODD = [
    "$id",
    "@type",
    "_id",
    "größe",
    "filter[status]",
    "list",
    "self",
    "int",
    "field",
    "to_dict",
    "",
    "²",
    "ŉ",
    "ﬁ",
    "__x__",
]


def generated(name: str) -> str:
    """Return the name that datamodel-code-generator gives a field."""
    from datamodel_code_generator.reference import FieldNameResolver

    return FieldNameResolver(snake_case_field=True).get_valid_name(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_usual_name_equals_that_of_the_code_generator(name: str) -> None:
    assert python_name(name) == generated(name).rstrip("_")


@given(names=st.lists(st.text(max_size=8) | st.sampled_from([*NAMES, *ODD]), unique=True))
def test_fields_of_any_names_have_distinct_names_that_python_and_the_modules_allow(names: list[str]) -> None:
    made = field_names({name: {} for name in names})
    assert list(made) == names
    assert len(set(made.values())) == len(names)
    assert [name for name in made.values() if fault_of_name(name)] == []


@pytest.mark.parametrize(
    ("name", "python"),
    [
        ("$id", "id"), ("@type", "type"), ("größe", "größe"), ("filter[status]", "filter_status"), ("list", "list_"),
        ("self", "self_"), ("int", "int_"), ("2fa", "field_2fa"), ("from", "from_"), ("", "field_"),
        ("strict", "strict_"),
    ],
)  # fmt: skip
def test_a_field_has_the_name_that_the_page_promises(name: str, python: str) -> None:
    assert field_names({name: {}}) == {name: python}


def test_of_equal_names_the_one_on_the_wire_stays_and_the_others_get_numbers() -> None:
    assert field_names({"_id": {}, "id": {}, "$id": {}}) == {"_id": "id_2", "id": "id", "$id": "id_3"}
    assert field_names({"firstName": {}, "first_name": {}}) == {"firstName": "first_name_2", "first_name": "first_name"}
    assert field_names({"id": {}, "key": {"x-name": "id"}}) == {"id": "id_2", "key": "id"}
    assert field_names({"id": {}}, taken=["id"]) == {"id": "id_2"}
    assert field_names({("query", "id"): {}, ("path", "id"): {}}) == {("query", "id"): "id", ("path", "id"): "id_2"}


def test_a_new_property_does_not_rename_those_before_it() -> None:
    before = field_names({"id": {}, "$id": {}})
    assert field_names({"id": {}, "$id": {}, "@id": {}}).items() >= before.items()


VALUES = (
    st.text(max_size=8)
    | st.integers().map(str)
    | st.sampled_from(["", "+1", "-1", "1", "a b", "A b", "mro", "None", "true"])
)


@given(values=st.lists(VALUES, unique=True, min_size=1))
def test_members_of_any_values_make_an_enumeration_with_just_these_values(values: list[str]) -> None:
    names = member_names(values, {})
    functional: Any = OpenEnum
    made: Iterable[OpenEnum] = functional("made", [(names[value], value) for value in values])
    assert [member.value for member in made] == values
    assert [name for name in names.values() if fault_of_member(name)] == []


@pytest.mark.parametrize(
    ("value", "member"),
    [
        ("active", "ACTIVE"), ("email.sent", "EMAIL_SENT"), ("notNow", "NOT_NOW"), ("out-of-office", "OUT_OF_OFFICE"),
        ("24", "VALUE_24"), ("7d", "VALUE_7D"), ("2fa", "VALUE_2FA"), ("n/a", "N_A"),
        ("do not contact", "DO_NOT_CONTACT"), ("+1", "PLUS_1"), ("-1", "MINUS_1"), ("", "EMPTY"),
        ("gelöscht", "GELÖSCHT"), ("*", "VALUE"),
    ],
)  # fmt: skip
def test_a_member_has_the_name_that_the_page_promises(value: str, member: str) -> None:
    assert member_names([value], {}) == {value: member}


def test_values_that_differ_in_case_get_numbers_unless_the_document_names_them() -> None:
    assert member_names(["active", "Active"], {}) == {"active": "ACTIVE", "Active": "ACTIVE_2"}
    assert member_names(["active", "Active"], {"Active": "ACTIVE"}) == {"active": "ACTIVE_2", "Active": "ACTIVE"}
    assert member_names([1, -1], {"-1": "NONE"}) == {"1": "VALUE_1", "-1": "NONE"}


def imported() -> set[str]:
    """Return every name that a template imports, or that the package exports from the runtime."""
    lines = [line for path in TEMPLATES.rglob("*.jinja") for line in path.read_text("utf-8").splitlines()]
    found = {name for line in lines if IMPORT.match(line) for name in IMPORT.sub("", line).split(", ")}
    return {name for name in found.union(*HANDWRITTEN.values()) if name.isidentifier() and "_" not in name}


@pytest.mark.parametrize("name", sorted(name for name in imported() if name[0].isupper()))
def test_no_class_may_have_a_name_that_generated_modules_import(name: str) -> None:
    assert fault_of_class(name)


@pytest.mark.parametrize("name", ["Made", "Models", "List", "Class", "Datetime"])
def test_no_class_may_have_a_factory_that_hides_what_factories_use(name: str) -> None:
    assert "factory" in fault_of_class(name)


def hideable(function: ast.FunctionDef | ast.AsyncFunctionDef) -> set[str]:
    """Return the names in the body of a function that an argument could have."""
    nodes = [node for statement in function.body for node in ast.walk(statement)]
    names = {node.id for node in nodes if isinstance(node, ast.Name)}
    names |= {each.name for node in nodes if isinstance(node, ast.ImportFrom) for each in node.names}
    own = {each.arg for each in [*function.args.args, *function.args.kwonlyargs]} | {function.name}
    return {name for name in names - own if name == name.lower() and not fault_of_name(name)}


def test_no_argument_may_have_a_name_that_a_function_or_a_method_uses() -> None:
    folders = [ROOT / "generated/foxreach_client", *(ROOT / "tests/generator/golden").glob("*/expected")]
    paths = [path for each in folders for room in ("operations", "resources") for path in each.glob(f"{room}/*.py")]
    found = {
        f"{path.name}: {node.name}: {name}"
        for path in paths
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.name != "__init__"
        for name in hideable(node)
    }
    assert len(paths) > 10
    assert found == set()


@pytest.mark.parametrize("name", ["Lead", "EmailSentDelivery", "Page2", "CampaignError2"])
def test_a_valid_class_name_is_allowed(name: str) -> None:
    assert fault_of_class(name) == ""


@pytest.mark.parametrize("part", ["list", "import_leads", "send_reply", "v2"])
def test_a_valid_method_name_is_allowed(part: str) -> None:
    assert fault_of_call(part) == ""


@pytest.mark.parametrize("part", ["", "import", "List", "_list", "list_", "a__b", "2nd", "send-reply", "größe"])
def test_an_invalid_method_name_is_refused(part: str) -> None:
    assert fault_of_call(part)
