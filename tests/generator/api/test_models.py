"""The behaviour of datamodel-code-generator that the generator depends on; its warnings and omissions are faults."""

from __future__ import annotations

import ast
import json
import warnings
from importlib.metadata import version
from pathlib import Path
from typing import Any

import pytest
from datamodel_code_generator import Error as ForeignError

from generator.api import models as making
from generator.api.models import models
from generator.diagnostics import SpecError
from tests.generator import cases
from tests.generator.pipes import changed

# Settings of the current folder that each formatter would follow.
HOSTILE = {
    "pyproject.toml": "[tool.black]\nline-length = 20\n[tool.isort]\nforce_single_line = true\n"
    "[tool.ruff]\nline-length = 20\n[tool.datamodel-codegen]\nsnake-case-field = false\nfield-constraints = true\n",
    ".isort.cfg": "[settings]\nforce_single_line = true\n",
    "ruff.toml": "line-length = 20\n",
    "setup.cfg": "[isort]\nforce_single_line = true\n",
    ".editorconfig": "[*.py]\nindent_style = tab\n",
}


def classes(name: str) -> dict[str, ast.ClassDef]:
    module = ast.parse(models(cases.document(name)).source)
    return {node.name: node for node in module.body if isinstance(node, ast.ClassDef)}


def fields(node: ast.ClassDef) -> dict[str, str]:
    """Return the annotation and the default of each field as text."""
    return {
        ast.unparse(line.target): ast.unparse(line.annotation) + (f" = {ast.unparse(line.value)}" if line.value else "")
        for line in node.body
        if isinstance(line, ast.AnnAssign)
    }


def test_the_installed_version_is_the_pinned_one() -> None:
    assert version("datamodel-code-generator") == "0.89.0"


def test_every_struct_is_a_frozen_model_with_keyword_only_fields() -> None:
    for node in classes("nested_structs").values():
        if [ast.unparse(base) for base in node.bases] != ["OpenEnum"]:
            assert [ast.unparse(base) for base in node.bases] == ["Model"]
            keywords = {word.arg: ast.unparse(word.value) for word in node.keywords}
            assert keywords == {"frozen": "True", "kw_only": "True"}


def test_absent_is_unset_and_null_is_none() -> None:
    found = fields(classes("values")["PetUpdate"])
    assert found["name"] == "str"
    assert found["nick_name"] == "str | None = field(name='nickName')"
    assert found["title"] == "str | UnsetType = UNSET"
    assert found["rank"] == "Annotated[int, Meta(ge=1)] | None | UnsetType = UNSET"


def test_an_absent_nullable_field_reads_as_null_in_a_reply_and_stays_required_in_a_request() -> None:
    found = classes("values")
    assert fields(found["Pet"])["sold_at"] == "datetime | None = field(name='soldAt', default=None)"
    assert fields(found["Pet"])["loose"] == "str | dict[str, Any] | list[str] | None = None"
    assert fields(found["PetUpdate"])["nick_name"] == "str | None = field(name='nickName')"


def test_times_with_and_without_a_zone_are_datetimes_and_days_are_dates() -> None:
    found = fields(classes("values")["Pet"])
    assert found["born_at"] == "datetime = field(name='bornAt')"
    assert found["sold_at"] == "datetime | None = field(name='soldAt', default=None)"
    assert found["birthday"] == "date"
    assert fields(classes("webhooks")["PetSoldDelivery"])["timestamp"] == "datetime"


def test_a_tagged_struct_has_its_tag_as_a_class_variable_and_the_union_lists_all() -> None:
    node = classes("webhooks")["PetSoldDelivery"]
    keywords = {word.arg: ast.unparse(word.value) for word in node.keywords}
    assert (keywords["tag_field"], keywords["tag"]) == ("'event'", "'pet.sold'")
    assert fields(node)["event"] == "ClassVar[Literal['pet.sold']] = 'pet.sold'"
    assert "Delivery: TypeAlias = " in models(cases.document("webhooks")).source


def test_enumerations_are_open() -> None:
    found = classes("enumerations")["State"]
    assert [ast.unparse(base) for base in found.bases] == ["OpenEnum"]
    members = [ast.unparse(line) for line in found.body if isinstance(line, ast.Assign)]
    assert members == ["SOLD_OUT = 'sold.out'", "KNOWN = 'known'", "VALUE = 'value'"]


def test_the_python_name_of_every_property_is_known() -> None:
    document = cases.document("hostile_text")
    names = models(document).names
    assert names["Pet", "X-Odd.name"] == "x_odd_name"
    assert names["Pet", "HTMLBody2"] == "html_body2"
    schemas: dict[str, Any] = document.data["components"]["schemas"]
    assert set(names) == {(name, wire) for name, schema in schemas.items() for wire in schema.get("properties", {})}


def test_descriptions_reach_the_source_only_as_docstrings() -> None:
    source = models(changed("get", lambda data: describe(data, "SENTINEL '''"))).source
    module = ast.parse(source)
    assert source.count("SENTINEL") == 2
    pet = next(node for node in module.body if isinstance(node, ast.ClassDef) and node.name == "Pet")
    assert ast.get_docstring(pet) == "SENTINEL '''"


def describe(data: dict[str, Any], words: str) -> None:
    pet = data["components"]["schemas"]["Pet"]
    pet["description"] = words
    pet["properties"]["id"]["description"] = words


def test_settings_of_ruff_outside_the_generator_have_no_effect(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = cases.document("values")
    expected = models(document)
    for name, text in HOSTILE.items():
        (tmp_path / name).write_text(text)
    monkeypatch.chdir(tmp_path)
    assert models(document) == expected


@pytest.mark.parametrize("fault", [UserWarning("a warning"), ForeignError("an error"), KeyError("a slip")])
def test_a_warning_or_an_error_of_the_tool_is_a_complaint(monkeypatch: pytest.MonkeyPatch, fault: Exception) -> None:
    def failing(*_: object, **__: object) -> str:
        if isinstance(fault, Warning):
            warnings.warn(fault, stacklevel=1)
            return "x = 1"
        raise fault

    monkeypatch.setattr(making, "generate", failing)
    warnings.simplefilter("ignore")  # pytest makes errors of warnings, and puts that back after the test
    with pytest.raises(SpecError) as caught:
        models(cases.document("get"))
    (complaint,) = caught.value.complaints
    assert (complaint.rule, complaint.pointer) == ("models", "/components/schemas")
    assert str(fault.args[0]) in complaint.message


def test_a_field_or_class_that_the_tool_drops_or_renames_is_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    known: dict[str, Any] = {
        "models": [
            {"source_ref": "#/components/schemas/PetReply", "name": "PetReply1", "fields": []},
            {
                "source_ref": "#/components/schemas/Pet",
                "name": "Pet",
                "fields": [{"original_name": "id", "name": "id"}],
            },
        ]
    }

    def lossy(_: str, *, config: Any) -> str:
        config.emit_model_metadata.write_text(json.dumps(known))
        return "x = 1"

    monkeypatch.setattr(making, "generate", lossy)
    with pytest.raises(SpecError) as caught:
        models(cases.document("get"))
    assert {complaint.pointer for complaint in caught.value.complaints} == {
        "/components/schemas/PetReply",
        "/components/schemas/PetReply/properties/data",
        "/components/schemas/Failure",
        "/components/schemas/Failure/properties/detail",
    }
