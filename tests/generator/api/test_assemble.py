"""The client as values: the result of the parser, combined with facts that only the document has."""

from __future__ import annotations

from typing import Any

import pytest

from generator.api.assemble import bounds
from generator.api.ir import Api, Enumeration, Filled, Operation, Page, Settlement
from tests.generator import cases
from tests.generator.pipes import api_of, changed


def api(name: str) -> Api:
    return api_of(cases.document(name))


def called(found: Api, id_: str) -> Operation:
    return next(operation for operation in found.operations if operation.id == id_)


def test_facts_of_the_whole_document() -> None:
    found = api("get")
    assert (found.title, found.version, found.source) == ("Pet shop", "1.2.3", "spec.yaml")
    assert (found.server, found.key_header) == ("https://pets.example/v1", "X-Pet-Key")
    assert len(found.sha256) == 64


def test_resources_come_in_the_order_of_their_tags_each_below_its_parent() -> None:
    (shops,) = api("child_resource").resources
    assert (shops.attribute, shops.module, shops.class_name) == ("pet_shops", "pet_shops", "PetShops")
    assert [child.module for child in shops.children] == ["pet_shops_opening_hours", "pet_shops_staff"]
    assert [child.class_name for child in shops.children] == ["PetShopsOpeningHours", "PetShopsStaff"]
    assert [operation.function for operation in shops.children[0].operations] == ["pet_shops_opening_hours_get"]


def test_arguments_keep_the_order_of_the_document_and_their_place() -> None:
    touch = called(api("query"), "pets.touch")
    assert [(argument.name, argument.wire, argument.place, argument.required) for argument in touch.arguments] == [
        ("pet_id", "petId", "path", True),
        ("verbose", "verbose", "query", False),
        ("min_age", "minAge", "query", True),
        ("max_weight", "max_weight", "query", False),
        ("search", "search", "query", False),
        ("kind", "kind", "query", False),
        ("strength", "strength", "body", True),
    ]
    assert [argument.description for argument in touch.arguments][:2] == ["Id of the pet.", "Whether to say more."]


def test_a_field_has_its_own_description_or_that_of_its_component() -> None:
    pet = next(struct for struct in api("enumerations").structs if struct.name == "PetCreate")
    assert [field.description for field in pet.fields] == [
        *("A kind of pet.", "Colours.", "How a pet feels.", "How many legs it has.", "Its mood in dreams."),
    ]


def test_the_result_of_an_empty_reply_takes_path_values_by_their_python_names() -> None:
    assert called(api("deletion"), "pets.remove_toy").empty == (
        Filled("toy_id", argument="toy_id"),
        Filled("pet_id", argument="pet_id"),
        Filled("removed", constant=True),
        Filled("count", constant=1),
        Filled("note", constant="gone"),
    )


def test_a_page_is_found_by_its_wire_name_in_the_query_and_by_its_python_name_in_the_reply() -> None:
    found = api("paged_list")
    assert called(found, "pets.list").page == Page("page", "page_info", "perPage", 50)
    assert called(found, "pets.favourites").page is None


def test_settlements_of_all_kinds() -> None:
    found = api("settlement")
    assert {operation.id: operation.settlement for operation in found.operations if operation.settlement} == {
        "pets.create": Settlement("pets.list", (("pet_name", "pet_name"),), "sent-fields"),
        "pets.sell": Settlement(
            "pets.get", (("pet_id", "pet_id"),), "state", (("status", ("sold", "gone")),), "soldAt"
        ),
        "pets.write": Settlement("pets.letters", (("pet_id", "pet_id"),), "sent-message"),
    }


def test_an_enumeration_tells_whether_its_list_is_open() -> None:
    found = {enumeration.name: enumeration for enumeration in api("enumerations").enumerations}
    assert found["Colour"] == Enumeration("Colour", ("light-blue", "sea.green"), True, ("LIGHT_BLUE", "SEA_GREEN"))
    assert not found["Kind"].open


def test_deliveries_are_one_per_event() -> None:
    found = [(delivery.event, delivery.model) for delivery in api("webhooks").deliveries]
    assert found == [("pet.sold", "PetSoldDelivery"), ("pet.lost", "PetLostDelivery")]


def test_deprecation_and_evidence_are_those_of_the_operation() -> None:
    found = api("deprecation")
    assert [(operation.deprecated, operation.evidence) for operation in found.operations] == [
        *((True, "sdk"), (False, "partly"), (False, "docs")),
    ]


def test_another_order_of_the_properties_is_another_order_of_the_arguments() -> None:
    def reverse(data: dict[str, Any]) -> None:
        schema: dict[str, Any] = data["components"]["schemas"]["PetUpdate"]
        schema["properties"] = dict(reversed(schema["properties"].items()))

    update = called(api_of(changed("values", reverse)), "pets.update")
    assert [argument.name for argument in update.arguments][:3] == ["pet_id", "more", "extras"]


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "string", "description": "Text."}, {}),
        ({"type": "integer", "maximum": 9, "minimum": 0}, {"minimum": 0, "maximum": 9}),
        ({"type": "string", "format": "date", "pattern": "x"}, {"format": "date", "pattern": "x"}),
        ({"type": "array", "maxItems": 2, "items": {"maxLength": 3}}, {"maxItems": 2, "items.maxLength": 3}),
        ({"anyOf": [{"type": "string", "minLength": 1}, {"type": "null"}]}, {"or.minLength": 1}),
    ],
)
def test_every_bound_is_named_by_its_place(schema: dict[str, Any], expected: dict[str, Any]) -> None:
    assert dict(bounds(schema)) == expected
