"""Python names: equal to those of the code generator, and always valid."""

from __future__ import annotations

import keyword
import re
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.api.naming import fault_of_call, fault_of_class, fault_of_field, field_name, member_name
from generator.api.public import HANDWRITTEN

TEMPLATES = Path(__file__).parents[3] / "templates" / "foxreach_client"
IMPORT = re.compile(r"from [\w.]+ import ")
NAMES = [
    *["id", "email", "firstName", "linkedinUrl", "pageSize", "isNew", "emailLogId", "sendOnlyIfNoReply", "lead_id"],
    *["URL", "userID", "HTMLBody", "parseHTTPReply", "A", "aB", "Ab", "AB", "ABc", "aBC", "a1B", "a1b", "A1", "x2Y3z"],
    *["already_snake", "Mixed_Case", "mixed_CASE", "kebab-case", "Kebab-Case", "dot.ted", "e-Mail", "X-API-Key", "v2"],
    *["email.sent", "not_interested", "csvImport", "OOO", "class", "list", "Str", "true"],
    *["from", "From", "in", "None", "is", "X-Thing", "2fa", "2FA", "2faEnabled", "3DModel", "2-in", "7"],
]
WIRE = st.from_regex(r"[A-Za-z0-9]+([_.-][A-Za-z0-9]+)*", fullmatch=True)


def generated(name: str) -> str:
    """Return the name that datamodel-code-generator gives a field."""
    from datamodel_code_generator.reference import FieldNameResolver

    return FieldNameResolver(snake_case_field=True).get_valid_name(name)


@pytest.mark.parametrize("name", NAMES)
def test_a_name_equals_that_of_the_code_generator(name: str) -> None:
    assert field_name(name) == generated(name)


@given(name=WIRE)
def test_every_allowed_name_equals_that_of_the_code_generator(name: str) -> None:
    if not fault_of_field(name):
        assert field_name(name) == generated(name)


@given(name=st.text(max_size=20) | WIRE)
def test_every_allowed_name_is_a_valid_identifier(name: str) -> None:
    if not fault_of_field(name):
        assert field_name(name).isidentifier()
        assert not keyword.iskeyword(field_name(name))


@pytest.mark.parametrize(
    ("value", "member"),
    [("active", "ACTIVE"), ("email.sent", "EMAIL_SENT"), ("notNow", "NOT_NOW"), ("out-of-office", "OUT_OF_OFFICE")],
)
def test_a_member_is_the_value_in_upper_case(value: str, member: str) -> None:
    assert member_name(value) == member


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


def test_no_argument_may_have_a_name_that_the_functions_behind_the_methods_call() -> None:
    lines = (TEMPLATES / "operations.py.jinja").read_text("utf-8").splitlines()
    modules = ("foxreach_runtime.request.body", "foxreach_runtime.request.query")
    names = [line.partition(" import ")[2].split(", ") for line in lines if line.startswith(modules, len("from "))]
    assert len(names) == len(modules)
    assert all(fault_of_field(name) for name in [*chain(*names), "models", "operations", "self"])


@pytest.mark.parametrize("name", ["Lead", "EmailSentDelivery", "Page2", "CampaignError2"])
def test_a_valid_class_name_is_allowed(name: str) -> None:
    assert fault_of_class(name) == ""


@pytest.mark.parametrize("part", ["list", "import_leads", "send_reply", "v2"])
def test_a_valid_method_name_is_allowed(part: str) -> None:
    assert fault_of_call(part) == ""


@pytest.mark.parametrize("part", ["", "import", "List", "_list", "list_", "a__b", "2nd", "send-reply", "größe"])
def test_an_invalid_method_name_is_refused(part: str) -> None:
    assert fault_of_call(part)
