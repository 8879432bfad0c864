"""The public names of the package: those of the runtime, and no name twice."""

from __future__ import annotations

from importlib import import_module

import pytest
from foxreach_runtime import errors

from generator.api.naming import CLASS, fault_of_class
from generator.api.public import HANDWRITTEN, base, family, public_names
from generator.output.render import input_structs
from tests.generator import cases
from tests.generator.pipes import api_of


def test_every_exception_of_the_runtime_is_exported() -> None:
    found = {
        name
        for name, value in vars(errors).items()
        if isinstance(value, type) and value.__module__ == errors.__name__ and not name.startswith("_")
    }
    bases = {kind.__name__ for kind in errors.WITH_BEHAVIOUR.values()}  # of generated classes, which are offered
    assert set(HANDWRITTEN["foxreach_runtime.errors"]) - {"Settled"} == found - bases - {"InDoubt"}


@pytest.mark.parametrize("status", range(400, 600))
def test_the_base_of_an_exception_is_the_one_that_the_runtime_has_for_its_status(status: int) -> None:
    assert base(str(status)) == errors.base_class(status).__name__
    assert family(str(status)) == errors.family_class(status).__name__


@pytest.mark.parametrize("module", HANDWRITTEN)
def test_every_handwritten_name_exists(module: str) -> None:
    for name in HANDWRITTEN[module]:
        assert hasattr(import_module(module), name), name


def test_no_schema_may_take_a_handwritten_name() -> None:
    names = {name for names in HANDWRITTEN.values() for name in names if CLASS.fullmatch(name)}
    assert {name for name in names if not fault_of_class(name)} == set()


@pytest.mark.parametrize("case", ["webhooks", "get", "nested_structs"])
def test_no_name_is_exported_twice_and_webhook_names_only_with_webhooks(case: str) -> None:
    api = api_of(cases.document(case))
    passed = input_structs(api)
    offered = public_names(api, passed)
    names = [name for names in offered.values() for name in names]
    assert len(names) == len(set(names))
    assert ("parse_delivery" in names) == ("UnknownDelivery" in names) == (case == "webhooks")
    assert ("SIGNATURE_HEADER" in names) == (case == "webhooks")
    assert {f"{struct.name}Dict" for struct in passed} == {name for name in names if name.endswith("Dict")}
    assert bool(passed) == (case == "nested_structs")
