"""A fault in a template is one complaint that names the template, and nothing is generated."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator import template_faults
from generator.api import models
from generator.diagnostics import Complaint, SpecError
from generator.output import render
from generator.pipeline import generate
from generator.source.load import load
from tests.generator import cases

TEMPLATES = template_faults.TEMPLATES
RESOURCE = "foxreach_client/resources/[resource].py.jinja"
STRUCT = "models/msgspec.jinja2"
INIT = "    def __init__(self, transport"


@pytest.fixture
def templates(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the templates, which the generator uses in their place."""
    copy = tmp_path / "templates"
    shutil.copytree(TEMPLATES, copy)
    monkeypatch.setattr(template_faults, "TEMPLATES", copy)
    monkeypatch.setattr(render, "TEMPLATES", copy)
    monkeypatch.setattr(models, "TEMPLATES", copy / "models")
    return copy


def complaint() -> Complaint:
    """Return the one complaint about the templates."""
    document = cases.text("child_resource")
    with pytest.raises(SpecError) as caught:
        generate(load(document, "spec.yaml"), "")
    [found] = caught.value.complaints
    assert found.rule == "template"
    return found


NEEDED = sorted(
    path.relative_to(TEMPLATES).as_posix()
    for path in TEMPLATES.rglob("*.jinja*")
    if path.name not in ("inputs.py.jinja", "webhooks.py.jinja")  # These have no output for this document.
)


@pytest.mark.parametrize("name", NEEDED)
def test_a_removed_template_is_missed(name: str, templates: Path) -> None:
    (templates / name).unlink()
    assert complaint().file == f"templates/{name}"


@pytest.mark.parametrize(
    ("name", "edit", "placed", "words"),
    [
        (STRUCT, ("class {{", '{% include "nothing.jinja" %}\nclass {{'), True, "there is no template `nothing.jinja`"),
        (STRUCT, ("class {{", "{{ nothing.at_all }}\nclass {{"), True, "'nothing' is undefined"),
        (STRUCT, ("class {{", "clas {{"), False, "line 1"),
        (STRUCT, ("in fields %}", "in [] %}"), False, "the output lacks `models/_shared.py: "),
        (RESOURCE, ("{{ header }}", '{% include "nothing.jinja" %}'), True, "there is no template `nothing.jinja`"),
        (RESOURCE, ("{% for flavour", "{% four flavour"), True, "unknown tag 'four'"),
        (RESOURCE, ("resource.description", "resource.descripton"), True, "no attribute 'descripton'"),
        (RESOURCE, ("| docstring", "| docstrin"), True, "No filter named 'docstrin'"),
        (RESOURCE, ("{{ header }}", "{{ resource.operations }}"), True, "only text and numbers"),
        (RESOURCE, ("{{ header }}", "{{ 1 / 0 }}"), True, "division by zero"),
        (RESOURCE, (INIT, f"    x = = 1\n{INIT}"), False, "of the rendered `resources/pet_shops.py` is not Python"),
        (RESOURCE, ("in resource.operations", "in []"), False, "lacks `resources/pet_shops.py: PetShopsResource.get`"),
        (RESOURCE, (INIT, f"    def get(self): ...\n{INIT}"), False, "two definitions of `get`"),
    ],
)
def test_a_fault_names_the_template_and_what_is_wrong(
    name: str, edit: tuple[str, str], placed: bool, words: str, templates: Path
) -> None:
    text = (templates / name).read_text("utf-8")
    assert edit[0] in text
    (templates / name).write_text(text.replace(*edit, 1), "utf-8")
    found = complaint()
    line = text[: text.index(edit[0])].count("\n") + 1
    assert (found.file, found.line) == (f"templates/{name}", line if placed else 0)
    assert words in found.message


def test_an_error_that_is_not_of_a_template_is_not_blamed_on_one() -> None:
    with pytest.raises(ValueError, match="something else"), template_faults.template_faults():
        raise ValueError("something else")
