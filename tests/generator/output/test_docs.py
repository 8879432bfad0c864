"""Docstrings of methods and exceptions: every fact that a caller needs, in one form."""

from __future__ import annotations

import pytest

from generator.api.ir import Api, Argument, Page, Reply, Resource, Settlement, StatusClass, Type
from generator.output.docs import EVIDENCE, USUAL, exception_words, method_words, raised, usual_replies
from generator.rules.operations import EVIDENCE as KNOWN
from generator.rules.replies import ALWAYS
from tests.generator.operations import operation


def test_every_evidence_that_the_rules_allow_has_its_words() -> None:
    assert set(EVIDENCE) == set(KNOWN)


GATEWAY = Reply("5XX", "F", "A gateway failed.", "ServerError")


def test_the_sections_of_a_docstring_have_a_fixed_order() -> None:
    found = operation(
        description="One\nline.\n\nAnother.",
        deprecated=True,
        evidence="partly",
        arguments=(Argument("pet_id", "petId", "path", Type("text"), True, "Id of\n  the pet."),),
        replies=(
            Reply("200", "PetReply", "Found."),
            Reply("500", "F", "It failed", "ServerError"),
            Reply("5XX", "F", "A gateway.", "ServerError"),
        ),
        returns="The\npet.",
    )
    assert method_words(found, (), "") == (
        "Get a pet.\n\nOne line.\n\n"
        "Another. Deprecated by the API; it may go away. Documented; the page was read only in part.\n\n"
        "Args:\n    pet_id: Id of the pet.\n\nReturns:\n    The pet.\n\n"
        "Raises:\n    ServerError: 500. It failed. 5XX. A gateway.\n"
        "    FoxReachError: `foxreach_client.FoxReach` lists what every call may raise."
    )


def test_an_empty_section_is_omitted() -> None:
    assert method_words(operation(), (), "Async") == (
        "Get a pet.\n\nReturns:\n    The pet.\n\nRaises:\n    NotFoundError: 404. No pet has this id.\n"
        "    FoxReachError: `foxreach_client.AsyncFoxReach` lists what every call may raise."
    )


def test_what_every_call_may_raise_is_listed_only_in_other_words() -> None:
    own = Reply("5XX", "F", "The pet bit the server.", "ServerError")
    assert "5XX" not in method_words(operation(replies=(GATEWAY,)), [GATEWAY], "")
    assert "The pet bit the server." in method_words(operation(replies=(own,)), [GATEWAY], "")


@pytest.mark.parametrize(
    ("prefix", "settle"), [("", "`error.settle()`"), ("Async", "`await error.settle_async()`")], ids=["sync", "async"]
)
def test_a_call_that_must_not_be_repeated_says_what_to_do_without_an_answer(prefix: str, settle: str) -> None:
    settled = operation(repeat="never", settlement=Settlement("pets.list", (), "sent-fields"))
    assert f"OutcomeUnknownError: The call may have taken effect; {settle} checks it with pets.list." in method_words(
        settled, (), prefix
    )
    assert "OutcomeUnknownError: The call may have taken effect; check before" in method_words(
        operation(repeat="never"), (), prefix
    )


def test_only_an_idempotent_call_says_that_a_repeat_is_safe() -> None:
    words = "The call is idempotent: a repeat is safe."
    assert words in method_words(operation(repeat="idempotent"), (), "")
    assert words not in method_words(operation(repeat="never"), (), "")
    assert "OutcomeUnknownError" not in method_words(operation(repeat="idempotent"), (), "")


def test_an_exception_says_its_status_first_and_where_its_attributes_are_described() -> None:
    plain = StatusClass(451, "CensoredError", "StatusError", "A court\nforbids it.", "Ask a lawyer.")
    assert exception_words(plain, [plain]) == "451: A court forbids it."
    base = StatusClass(409, "TakenError", "ConflictStatusError", "It is taken.", "Choose another.")
    assert exception_words(base, [base]).endswith("described in `foxreach_runtime.errors.ConflictStatusError`.")


def test_a_paged_list_iterates_over_all_items() -> None:
    pets = Type("array", items=(Type("struct", "Pet"),))
    found = method_words(operation(page=Page("page", "meta"), result=pets), (), "")
    assert "Iterates over every `Pet` and requests pages as needed. `first()`, `one()` and" in found


def test_a_list_says_for_how_many_items_a_page_the_client_asks() -> None:
    size = Argument("page_size", "pageSize", "query", Type("integer"), False, "Items per page.")
    pets = Type("array", items=(Type("struct", "Pet"),))
    found = method_words(operation(page=Page("page", "meta", "pageSize", 50), result=pets, arguments=(size,)), (), "")
    assert "    page_size: Items per page. This client asks for 50 by default." in found


def test_usual_replies_are_the_common_words_of_statuses_that_every_operation_has() -> None:
    usual, own = Reply("403", "F", "Forbidden."), Reply("403", "F", "Not on Sundays.")
    missing = Reply("404", "F", "No pet has this id.")
    operations = tuple(
        operation(replies=(Reply("200", "PetReply", "Found."), missing, forbidden, GATEWAY, *more))
        for forbidden, more in ((own, ()), (usual, ()), (usual, (Reply("401", "F", "No key."),)))
    )
    api = Api("Pets", "1", "", "", "", "", (Resource(("pets",), "Pets.", operations),), (), (), (), ())
    assert usual_replies(api) == (usual, GATEWAY)


def test_an_exception_of_two_statuses_is_one_entry() -> None:
    replies = [Reply("500", "F", "It failed", "ServerError"), Reply("404", "F", "Gone.", "NotFoundError"), GATEWAY]
    assert raised(replies) == (
        "    ServerError: 500. It failed. 5XX. A gateway failed.\n    NotFoundError: 404. Gone.\n"
    )


def test_the_usual_statuses_are_those_that_the_rules_demand_of_every_operation() -> None:
    assert {*USUAL, "5XX"} == set(ALWAYS)
