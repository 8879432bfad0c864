"""Models by module: each resource has its own, several share the others, and no module needs one but the shared one."""

from __future__ import annotations

import re
from typing import Any

import pytest

from generator.api.models import models
from generator.api.modules import DELIVERIES, SHARED, Modules, modules, reached
from generator.source.canonical import canonical
from generator.source.document import Document
from tests.generator import cases
from tests.generator.pipes import changed


def of(document: Document) -> Modules:
    document = canonical(document)
    return modules(document, models(document).source)


def named(found: Modules) -> dict[str, list[str]]:
    return {name: list(module.models) for name, module in found.by_name.items()}


def test_models_that_several_resources_use_are_shared() -> None:
    own: dict[str, list[str]] = {"pet_shops": [], "pet_shops_opening_hours": [], "pet_shops_staff": []}
    assert named(of(cases.document("child_resource"))) == {SHARED: ["Thing", "ThingReply", "Failure"], **own}


def test_models_that_one_resource_or_deliveries_use_are_in_a_module_of_their_own() -> None:
    deliveries = ["PetLostDelivery", "PetSoldData", "PetSoldDelivery", "Delivery"]
    assert named(of(cases.document("webhooks"))) == {
        SHARED: [],
        "pets": ["CountReply", "Failure"],
        DELIVERIES: deliveries,
    }


def test_a_model_that_deliveries_and_a_resource_use_is_shared() -> None:
    def use(data: dict[str, Any]) -> None:
        data["components"]["schemas"]["CountReply"]["properties"]["sold"] = {"$ref": "#/components/schemas/PetSoldData"}

    assert named(of(changed("webhooks", use)))[SHARED] == ["PetSoldData"]


def test_a_reference_in_an_example_is_a_value() -> None:
    assert reached(Document("", {}, {}), [{"example": {"$ref": "x"}}, {"example": {"$ref": ["#/x"]}}]) == set()


@pytest.mark.parametrize("name", cases.NAMES)
def test_a_model_refers_only_to_its_own_module_and_the_shared_one(name: str) -> None:
    found = of(cases.document(name))
    everywhere = [model for module in found.by_name.values() for model in module.models]
    assert len(everywhere) == len(set(everywhere))
    for module in found.by_name.values():
        seen = {model for other in found.used_by(module.name) for model in other.models}
        assert set(re.findall(r"\w+", "".join(module.models.values()))) & set(everywhere) <= seen
