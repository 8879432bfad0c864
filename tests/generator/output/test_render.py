"""Templates: they get only the values of `api/`, and print only text and numbers."""

from __future__ import annotations

import jinja2
import pytest

from generator.api.modules import Modules
from generator.output import render as rendering
from generator.output.render import input_structs
from tests.generator import cases
from tests.generator.pipes import api_of, rendered


def printed(template: str, **known: object) -> str:
    return rendering._environment().from_string(template).render(**known)  # pyright: ignore[reportPrivateUsage]


def test_an_undefined_name_is_refused() -> None:
    with pytest.raises(jinja2.UndefinedError):
        printed("{{ nothing }}")
    with pytest.raises(jinja2.UndefinedError):
        printed("{{ text.nothing }}", text="")


@pytest.mark.parametrize("value", [None, True, ["a"], {"a": 1}, ("a",), b"a", object()])
def test_only_text_and_numbers_are_printed(value: object) -> None:
    with pytest.raises(TypeError, match="only text and numbers"):
        printed("{{ value }}", value=value)
    assert printed("{{ text }} {{ number }}", text="a", number=1) == "a 1"


def test_text_of_the_document_is_not_a_template() -> None:
    assert (
        printed("{{ text | docstring }}", text="{{ 7 * 7 }} {% raw %} {# x #}") == '"""{{ 7 * 7 }} {% raw %} {# x #}"""'
    )


def test_the_path_of_a_template_is_the_path_of_its_output() -> None:
    tree = rendered(cases.document("child_resource"))
    resources = ("pet_shops", "pet_shops_opening_hours", "pet_shops_staff")
    assert sorted(tree) == [
        *("__init__.py", "client.py", "commands.py", "differences.py", "errors.py"),
        *(f"models/{module}.py" for module in ("__init__", "_shared", *resources)),
        *(f"operations/{module}.py" for module in ("__init__", *resources)),
        "recording.py",
        *(f"resources/{module}.py" for module in ("__init__", *resources)),
        "spec.py",
        *(f"testing/{module}.py" for module in ("__init__", "factories", "fixtures", "routes")),
    ]


@pytest.mark.parametrize("path", ["[foo].py", "resources/[resources].py", "[]/x.py"])
def test_a_path_with_an_unknown_placeholder_is_refused(path: str) -> None:
    document = cases.document("get")
    with pytest.raises(ValueError, match=r"is neither `\[resource\]` nor `\[module\]`"):
        rendering._outputs(path, api_of(document), Modules("", {}))  # pyright: ignore[reportPrivateUsage]


def test_an_empty_template_has_no_output() -> None:
    assert "webhooks.py" in rendered(cases.document("webhooks"))
    assert "webhooks.py" not in rendered(cases.document("get"))


def test_every_file_begins_with_its_source_and_a_warning() -> None:
    for path, text in rendered(cases.document("webhooks")).items():
        assert text.startswith("# Generated from spec/spec.yaml by `nox -s generate`. Do not edit"), path


def test_structs_that_callers_never_pass_have_no_mapping() -> None:
    found = input_structs(api_of(cases.document("nested_structs")))
    assert sorted(struct.name for struct in found) == ["Owner", "PetCreate", "PetImport"]
