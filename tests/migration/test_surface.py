"""Every public name of the vendor's SDK is one of ours, or has its row in docs/migration.md: none can be missing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields, is_dataclass
from importlib import import_module
from inspect import Parameter, getmembers, iscoroutinefunction, isroutine, signature
from operator import attrgetter
from typing import Any

import foxreach_client
import msgspec
import pytest

from tests.migration.sides import OURS, vendor
from tests.migration.test_migration import ERRORS, PAGE, ROWS, TABLES

CODE = [old for old, _, _ in [*ROWS, *TABLES["Closing"]]]
CLASSES = {old: new for old, new, _ in TABLES["Classes"]}
MODELS = [name for name in vendor.__all__ if is_dataclass(getattr(vendor, name))]
SAME = [name for name in MODELS if hasattr(OURS.get(CLASSES.get(name, name)), "__struct_fields__")]
CLIENTS = pytest.mark.parametrize("kind", ["FoxReach", "AsyncFoxReach"])


def public(value: object) -> Iterator[tuple[str, Any]]:
    """Yield each public attribute by its name, those of resources by their path."""
    for name, inner in getmembers(value):
        if not name.startswith("_"):
            yield name, inner
            if not isroutine(inner):
                yield from ((f"{name}.{path}", each) for path, each in public(inner))


def defaults(model: str) -> Iterator[Field[Any]]:
    """Yield the fields of the SDK's *model* that have a default other than None."""
    for field in fields(getattr(vendor, model)):
        default = field.default if field.default_factory is MISSING else field.default_factory()
        if default is not MISSING and default is not None:
            yield field


def test_every_name_of_the_package_is_ours_or_in_a_table() -> None:
    tabled = {*CLASSES, *(old for _, old, _ in ERRORS)}
    assert [name for name in vendor.__all__ if name not in OURS and name not in tabled] == []
    assert {name for name, _, _ in TABLES["Classes"]} <= set(MODELS)
    assert set(CLASSES.values()) <= set(OURS)


@CLIENTS
def test_every_method_is_ours_with_its_row(kind: str) -> None:
    theirs, ours = getattr(vendor, kind)("otr_any"), getattr(foxreach_client, kind)(api_key="otr_any")
    found = {path: value for path, value in public(theirs) if isroutine(value)}
    assert len(found) > 40
    for path, method in found.items():
        assert any(f"client.{path}(" in line for line in CODE), path
        lists = path.rpartition(".")[2] in ("list", "list_threads") and path != "campaigns.sequences.list"
        assert iscoroutinefunction(attrgetter(path)(ours)) == (iscoroutinefunction(method) and not lists), path
    client: object = getattr(vendor, kind)
    assert [name for name in vars(client) if not hasattr(ours, name)] == []  # with, async with


@CLIENTS
def test_every_argument_is_ours_or_in_a_row(kind: str) -> None:
    theirs, ours = getattr(vendor, kind)("otr_any"), getattr(foxreach_client, kind)(api_key="otr_any")
    for path, method in public(theirs):
        for place, (name, old) in enumerate(signature(method).parameters.items() if isroutine(method) else ()):
            taken = signature(attrgetter(path)(ours)).parameters
            calls = [line for line in CODE if f"client.{path}(" in line]
            if old.kind is Parameter.KEYWORD_ONLY and name not in ("page", "page_size"):
                assert any(f"{name}=" in line for line in calls), f"{path}: {name}"
            if name == "data":  # One row says it of all methods.
                assert any("(data=" in line for line in CODE)
                assert list(taken)[place] == "values", path
                assert taken["values"].kind is Parameter.POSITIONAL_OR_KEYWORD, path
                continue
            assert name in taken, f"{path}: {name}"
            if old.kind is not taken[name].kind:
                news = [new for before, new, _ in ROWS if before in calls and f"{name}=" not in before]
                assert [new for new in news if f"{name}=" not in new] == [], f"{path}: {name}"
                assert news


def test_every_field_of_a_body_has_a_row() -> None:
    for name in MODELS:
        if name.endswith(("Create", "Update")):
            used = "".join(line for line in CODE if f"{name}(" in line)
            assert [field.name for field in fields(getattr(vendor, name)) if f"{field.name}=" not in used] == [], name


def test_every_field_is_ours_or_in_the_table_of_fields() -> None:
    missing = {
        f"{name}.{field.name}"
        for name in SAME
        for field in fields(getattr(vendor, name))
        if field.name not in OURS[CLASSES.get(name, name)].__struct_fields__
    }
    assert missing == {old for old, _, _ in TABLES["Fields"]}
    for _, new, _ in TABLES["Fields"]:
        model, _, field = new.partition(".")
        assert not field or field in OURS[model].__struct_fields__
    assert set(MODELS) - set(SAME) == {"PaginationMeta", "LeadListParams", "ThreadListParams", "WebhookEvent"}


def test_a_default_that_is_none_here_is_named() -> None:
    (bullet,) = re.findall(r"^- \*\*What the server leaves out is None\.\*\*.+?(?=^- )", PAGE, re.MULTILINE | re.DOTALL)
    named = set(re.findall(r"`([\w.]+)`", bullet))
    for name in SAME:
        kind = CLASSES.get(name, name)
        ours = {field.name: field for field in msgspec.structs.fields(OURS[kind])}
        for field in defaults(name):
            if field.name in ours and ours[field.name].default is None:
                assert {kind, f"{kind}.{field.name}"} & named, f"{kind}.{field.name}"


@pytest.mark.parametrize("kind", ["PaginatedResponse", "AsyncPaginatedResponse"])
def test_every_attribute_of_a_page_has_a_row(kind: str) -> None:
    pages = import_module("foxreach._pagination")
    page = getattr(pages, kind)([], vendor.PaginationMeta(), _http=None, _path="", _params={}, _item_factory=None)
    names = [name for name, _ in getmembers(page) if not name.startswith("_")]
    names += [f"meta.{field.name}" for field in fields(vendor.PaginationMeta)]
    assert [name for name in names if not any(f".{name}" in line for line in CODE)] == []
    assert any("len(" in line for line in CODE)


def test_every_attribute_of_an_exception_is_on_the_page() -> None:
    error: object = vendor.RateLimitError("", retry_after=1.0)
    assert [name for name in vars(error) if f".{name}`" not in PAGE] == []
