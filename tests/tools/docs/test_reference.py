"""The reference: every call, model, exception and event has its section, and each says what is known of it."""

from __future__ import annotations

import inspect
import re
from dataclasses import replace
from pathlib import Path

import foxreach_client
import pytest
from foxreach_client import FoxReach, models

from generator.api.ir import Operation, Type
from tools.docs import reference
from tools.docs.failure import SiteError
from tools.docs.reference import operations
from tools.docs.reference.exceptions import exported
from tools.docs.reference.facts import facts
from tools.docs.reference.literals import imports, literal, renamed
from tools.docs.reference.markup import Links
from tools.docs.reference.processing import restructured

ROOT = Path(__file__).resolve().parents[3]
PAGES = reference.pages(ROOT)
FACTS = facts(ROOT)
LINKS = Links([], models=[], errors=[], events=[])
TARGETS = [name for text in PAGES.values() for name in re.findall(r"^\((.+)\)=$", text, re.MULTILINE)]


def section(target: str) -> str:
    """Return the section below a target."""
    (text,) = (text for text in PAGES.values() if f"({target.lower()})=\n" in text)
    return text.partition(f"({target.lower()})=\n")[2].partition("\n(")[0]


def test_every_call_model_event_and_exception_has_one_target() -> None:
    names = [name.lower() for name in (*FACTS.calls, *(f"events.{each.event}" for each in FACTS.api.deliveries))]
    names += [f"models.{name}".lower() for name in (*FACTS.structs, *FACTS.enumerations)]
    errors = [name for name in exported(ROOT) if name.endswith("Error") and name != "FieldError"]
    names += [f"errors.{name}".lower() for name in errors]
    assert [name for name in names if TARGETS.count(name) != 1] == []
    assert len(TARGETS) == len(set(TARGETS))


def test_every_call_of_the_client_has_a_section() -> None:
    with FoxReach(api_key="test") as client:
        for resource in FACTS.api.all_resources:
            found: object = client
            for name in resource.path:
                found = getattr(found, name)
            methods = [name for name, _ in inspect.getmembers(type(found), inspect.isfunction) if name[0] != "_"]
            assert sorted(FACTS.methods[".".join(resource.path)]) == methods


@pytest.mark.parametrize("operation", FACTS.api.operations, ids=lambda each: each.id)
def test_the_section_of_an_operation_says_what_is_known_of_it(operation: Operation) -> None:
    text = section(operation.id)
    assert operation.summary in text
    assert f"`{operation.http_method} {operation.path}`" in text
    statuses = re.findall(r"^`(\dXX|\d{3})` (?:raises \[`(\w+)`|returns)", text, re.MULTILINE)
    assert statuses == [(reply.status, reply.exception) for reply in operation.replies]
    arguments = text.partition("{rubric} Arguments")[2].partition("{rubric}")[0]
    named = re.findall(r"^`(\w+)` ", arguments, re.MULTILINE)
    assert {argument.name for argument in operation.arguments} <= {*named}
    for title in ("May it be repeated?", "If the outcome is unknown", "Quota", "Scope of the key", "Evidence"):
        assert f"\n**{title}**\n: " in text


def test_repeats_and_doubt_are_told_as_the_spec_has_them() -> None:
    assert "reads [`leads.list`](#leads.list) with the same `email`" in section("leads.create")
    assert "`status` is `active` or `completed`, with a `startedAt` since the call began" in section("campaigns.start")
    assert '`error.settle()` returns `"unknown"`' in section("campaigns.create")
    assert "Yes, always: it only reads." in section("leads.get")
    assert "1 request for each batch of up to 1,000 rows" in section("leads.import_all")
    assert "`write`" in section("leads.update")
    assert "`read`" in section("leads.get")


def test_words_of_the_spec_are_no_markup_but_names_and_links_are() -> None:
    links = Links(["leads.get"], models=["Lead"], errors=["NotFoundError"], events=[])
    assert links.prose("a *b* `Lead` <c> [d]") == r"a `b` [`Lead`](#models.lead) \<c\> \[d\]"
    assert links.prose("leads.get, not /leads.get or leads.gets: [e](../e.md) 2*3") == (
        r"[`leads.get`](#leads.get), not /leads.get or leads.gets: [e](../e.md) 2\*3"
    )
    assert links.type("list[Lead] | None") == "[`list[Lead] | None`](#models.lead)"
    assert links.type("LeadInput") == "[`LeadInput`](#models.lead)"
    assert links.type("int") == "`int`"


def test_a_result_leads_to_its_model_and_to_its_class() -> None:
    assert "[`Pages[Lead]`](#models.lead)" in section("leads.list")
    assert "See [`Pages`](#classes.pages)." in section("leads.list")
    assert "[`ImportProgress`](#classes.importprogress) – The progress" in section("leads.import_all")
    assert "See [`Upserted`](#classes.upserted)." in section("leads.upsert")


def test_a_model_has_the_fields_of_the_class() -> None:
    for name in FACTS.structs:
        named = re.findall(r"^`(\w+)` ", section(f"models.{name}"), re.MULTILINE)
        fields = [field.name for field in FACTS.structs[name].fields]
        assert named == fields
        assert sorted(fields) == sorted({*getattr(models, name).__annotations__} - {"repeated"})


def test_an_enumeration_has_the_values_of_the_class() -> None:
    for name in FACTS.enumerations:
        text = section(f"models.{name}")
        for member in getattr(models, name):
            assert f'`{name}.{member.name}` = `"{member.value}"`' in text


def test_the_page_of_a_resource_leads_to_those_below_it() -> None:
    assert "\n- [campaigns.sequences](campaigns-sequences.md)\n" in PAGES["campaigns.md"]


def test_a_model_names_the_operations_that_use_it() -> None:
    assert "Used by [`leads.list`](#leads.list), [`leads.create`](#leads.create)" in section("models.Lead")
    assert "[`campaigns.get`](#campaigns.get)" in section("models.CampaignStatus")


def test_an_exception_names_the_operations_that_document_it() -> None:
    text = section("errors.ConflictError")
    assert text.count("](#") == 3  # its base, leads.create and leads.update
    assert "Raised by: Every call." in section("errors.AuthenticationError")


def test_the_tree_of_exceptions_has_the_classes_that_can_be_imported_below_their_bases() -> None:
    tree = PAGES["exceptions.md"].partition("\n- ")[2].partition("\n\n")[0]
    above: list[type[BaseException]] = []
    for indent, name in re.findall(r"^( *)- \[`(\w+)`\]", f"- {tree}", re.MULTILINE):
        found = getattr(foxreach_client, name)
        above[len(indent) // 2 :] = [found]
        assert len(above) == 1 or issubclass(found, above[-2]), name
    every = {name for name in exported(ROOT) if name.endswith("Error")} - {"FieldError", "BadCheckpointError"}
    assert sorted(re.findall(r"- \[`(\w+)`\]", f"- {tree}")) == sorted(every)
    assert "\n    - [`ConflictError`](#errors.conflicterror): 409, with `.maybe_ours`\n" in tree
    assert "The base of [`ConflictError`](#errors.conflicterror)" in section("errors.ConflictStatusError")


def test_samples_are_said_to_have_the_ids_of_examples() -> None:
    assert "The ids in samples are examples: replace them by ids of your workspace." in PAGES["index.md"]


def test_the_pages_are_the_same_each_time() -> None:
    facts.cache_clear()
    assert reference.pages(ROOT) == PAGES


def test_a_method_without_words_about_an_argument_fails() -> None:
    resource, method = FACTS.api.resources[0], FACTS.methods["leads"]["get"]
    methods = {**FACTS.methods["leads"], "get": replace(method, doc=replace(method.doc, arguments={}))}
    with pytest.raises(SiteError, match=r"leads\.get: get: its docstring has no words about lead_id"):
        operations.page(replace(FACTS, methods={**FACTS.methods, "leads": methods}), LINKS, resource)


def test_an_identifier_without_an_example_fails_and_says_what_to_do() -> None:
    operation = FACTS.operations["leads.get"]
    (argument,) = operation.arguments
    bare = replace(operation, arguments=(replace(argument, description="Id of the lead."),))
    with pytest.raises(SiteError, match=r"leads\.get: lead_id: end its description in the spec with an example"):
        FACTS.path_values(bare)


def test_values_of_the_examples_become_what_their_types_are_in_python() -> None:
    moment = literal(FACTS, Type("time"), "2025-01-15T10:30:00Z")
    assert moment == 'datetime.fromisoformat("2025-01-15T10:30:00Z")'
    assert imports(f"update(at={moment})", "Async") == [
        "import asyncio",
        "from datetime import datetime",
        "",
        "from foxreach_client import AsyncFoxReach",
    ]
    value = {"email": "a@example.com", "customFields": {"Team Size": [1, None, True]}}
    assert literal(FACTS, Type("struct", "LeadCreate"), value) == (
        '{\n    "email": "a@example.com",\n    "custom_fields": {"Team Size": [1, None, True]},\n}'
    )
    assert literal(FACTS, Type("struct", "LeadCreate"), {"firstName": "Jane"}) == '{"first_name": "Jane"}'
    assert renamed(FACTS, Type("array", items=(Type("struct", "LeadCreate"),)), [value]) == [
        {"email": "a@example.com", "custom_fields": {"Team Size": [1, None, True]}}
    ]


def test_a_docstring_is_written_as_autodoc_expects_it() -> None:
    assert restructured("RateLimitedError: 429. Too many.") == r"RateLimitedError: 429\. Too many."
    assert restructured("*wait*: seconds; 2*3*4 and **kwargs**") == "``wait``: seconds; 2*3*4 and **kwargs**"


def test_every_public_name_of_the_package_has_a_section() -> None:
    alone = {"JsonValue", "Settled", "ReceivedDelivery", "UNSET", "UnsetType", "SIGNATURE_HEADER", "__version__"}
    alone |= {"SPEC_SHA256", "SPEC_VERSION"}  # Values and aliases, which the pages explain where they occur.
    names = {target.rpartition(".")[2] for target in TARGETS}
    public = {name for name in exported(ROOT) if not name.endswith("Dict")} - alone
    assert sorted(name for name in public if name.lower() not in names) == []


def test_docstrings_of_classes_are_on_the_site(site: Path) -> None:
    client = (site / "reference" / "client.html").read_text("utf-8")
    assert "the API key, or a function that returns it" in client
    assert re.search(r"AuthenticationError.{0,60}401\. The API key is missing", client, re.DOTALL)
    for page in (*PAGES,):
        assert 'class="system-message"' not in (site / "reference" / page).with_suffix(".html").read_text("utf-8")


def test_what_a_named_tuple_has_from_tuple_is_not_on_the_site(site: Path) -> None:
    for page in ("results", "testing-kit"):
        text = (site / "reference" / f"{page}.html").read_text("utf-8")
        assert re.findall(r'id="foxreach_\w+(?:\.\w+)*\.(?:count|index)"', text) == [], page


def test_a_target_has_the_address_that_the_index_promises(site: Path) -> None:
    for promised in re.findall(r"`([\w/]+\.html#[\w-]+)`", PAGES["index.md"]):
        page, _, name = promised.partition("#")
        assert f'id="{name}"' in (site / "reference" / page).read_text("utf-8")
