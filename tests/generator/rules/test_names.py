"""Names that the document gives, broken rule by rule."""

from __future__ import annotations

import pytest

from .broken import Case, assert_found

LEAD = "/components/schemas/Lead/properties"
STATUS = "/components/schemas/CampaignStatus/x-enum-names"
CUSTOM = 'customFields: {type: [object, "null"],'
EMAIL = "email: {type: string, description: The address."
NEW = "        - name: isNew\n"
OTHER = "{name: b, in: query, x-name: a, description: x, schema: {type: string}}"
VALUES = "enum: [draft, active]"


def named(name: str, pointer: str = f"{LEAD}/email/x-name") -> Case:
    """Return the case of a property with a given name that cannot be."""
    return Case("given-names", pointer, [(EMAIL, f"{EMAIL[:-1]}, x-name: {name}§")])


CASES = [
    *map(
        named,
        [
            "self",
            "list",
            "class",
            "_x",
            "a-b",
            "'2fa'",
            "field",
            "to_dict",
            "models",
            "ﬁn",
            "LEADS_CREATE",
            "isinstance",
        ],
    ),
    Case("given-names", "/paths/~1leads/get/parameters/1/x-name", [(NEW, f"{NEW}          x-name: self§\n")]),
    Case("given-names", "/components/schemas/Owner/x-name", [("    Owner:\n", "    Owner:\n      x-name: owner§\n")]),
    Case(
        "distinct-names",
        f"{LEAD}/score/x-name",
        [(EMAIL, f"{EMAIL[:-1]}, x-name: a"), ("score: {", "score: {x-name: a,§ ")],
    ),
    Case(
        "distinct-names",
        "/paths/~1leads/get/parameters/2",
        [
            (
                NEW,
                f"        - {OTHER}\n{NEW[:-1]}§\n          x-name: a\n",
            )
        ],
    ),
    Case(
        "distinct-names",
        "/paths/~1leads/post",
        [("    post:\n", "    post:§\n"), (CUSTOM, f"{CUSTOM} x-name: leads_create,")],
    ),
    Case("enumeration-names", f"{STATUS}/gone", [(VALUES, f"{VALUES}\n      x-enum-names: {{gone: GONE}}§")]),
    Case("enumeration-names", f"{STATUS}/draft", [(VALUES, f"{VALUES}\n      x-enum-names: {{draft: Draft}}§")]),
    Case(
        "enumeration-names", f"{STATUS}/active", [(VALUES, f"{VALUES}\n      x-enum-names: {{draft: A, active: A}}§")]
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_each_fault_is_found_at_its_place_and_only_once(case: Case) -> None:
    assert_found(case)
