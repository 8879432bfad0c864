"""Media types: one spelling of each, with which the client is the same."""

from __future__ import annotations

import pytest

from generator.rules import check
from generator.source.canonical import canonical
from generator.source.load import load
from tests.generator.rules.broken import GOOD

SUCCESS = "          content:\n            application/json:\n"
BODY = "        content:\n          application/json:\n"
SHARED = "      content:\n        application/json:\n"
ERROR = f"      description: It failed.\n{SHARED}"
SPELLED = ("application/json; charset=utf-8", "Application/JSON")
PROBLEM = "application/problem+json"
FORM = "multipart/form-data"


@pytest.mark.parametrize(
    ("place", "name"),
    [*((place, name) for place in (SUCCESS, BODY, ERROR) for name in SPELLED), (ERROR, PROBLEM)],
)
def test_json_of_any_spelling_is_json(place: str, name: str) -> None:
    text = GOOD.replace(place, place.replace("application/json", f'"{name}"'), 1)
    document = load(text, "spec.yaml")
    assert document.data != load(GOOD, "spec.yaml").data
    assert canonical(document).data == canonical(load(GOOD, "spec.yaml")).data
    assert check(document) == []


@pytest.mark.parametrize("name", [f"{FORM}; boundary=x", "Multipart/Form-Data"])
def test_a_form_of_any_spelling_is_a_form(name: str) -> None:
    field = "schema: {type: object, properties: {a: {type: string, description: x}}}"
    plain, spelled = (
        GOOD.replace(BODY, f'        content:\n          "{each}":\n            {field}\n          x:\n', 1)
        for each in (FORM, name)
    )
    assert canonical(load(spelled, "a")).data == canonical(load(plain, "a")).data


def test_a_fault_below_a_media_type_of_another_spelling_has_its_line() -> None:
    text = GOOD.replace(SUCCESS, SUCCESS.replace("application/json", "Application/JSON"), 1)
    text = text.replace('schemas/LeadPage"}\n', 'schemas/Nothing"}\n', 1)
    (line,) = [number for number, each in enumerate(text.split("\n"), 1) if "schemas/Nothing" in each]
    assert (line, "reference") in [(found.line, found.rule) for found in check(load(text, "spec.yaml"))]


def test_a_second_spelling_of_json_is_reported() -> None:
    error = f'{ERROR}          schema: {{$ref: "#/components/schemas/FailureBody"}}\n'
    second = error.partition("content:\n")[2].replace("/json", "/JSON")
    (found,) = check(load(GOOD.replace(error, f"{error}          example: {{detail: x}}\n{second}", 1), "spec.yaml"))
    assert (found.rule, found.pointer.rpartition("/")[2]) == ("json-only", "application~1JSON")


def test_json_with_a_name_of_its_own_in_a_success_keeps_it() -> None:
    text = GOOD.replace(SHARED, SHARED.replace("application/json", PROBLEM), 1)
    responses = canonical(load(text, "spec.yaml")).data["components"]["responses"]
    assert list(responses["Campaign"]["content"]) == [PROBLEM]
