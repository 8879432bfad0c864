"""Docstrings of methods: every fact that a caller needs, in one form."""

from __future__ import annotations

from generator.api.ir import Argument, Page, Reply, StatusClass, Type
from generator.output.docs import EVIDENCE, exception_words, method_words
from generator.rules.operations import EVIDENCE as KNOWN
from tests.generator.operations import operation


def test_every_evidence_that_the_rules_allow_has_its_words() -> None:
    assert set(EVIDENCE) == set(KNOWN)


def test_every_section_stands_in_its_order() -> None:
    found = operation(
        description="One\nline.\n\nAnother.",
        deprecated=True,
        evidence="partly",
        arguments=(Argument("pet_id", "petId", "path", Type("text"), True, "Id of\n  the pet."),),
        replies=(
            Reply("200", "PetReply", "The\npet."),
            Reply("500", "F", "It failed", "ServerError"),
            Reply("5XX", "F", "A gateway.", "ServerError"),
        ),
    )
    assert method_words(found) == (
        "Get a pet.\n\nOne line.\n\nAnother.\n\nDeprecated by the API; it may go away.\n\n"
        "Its page in the documentation was read in part only.\n\n"
        "Args:\n    pet_id: Id of the pet.\n\nReturns:\n    The pet.\n\n"
        "Raises:\n    ServerError: 500. It failed. 5XX. A gateway."
    )


def test_a_section_without_anything_to_say_is_left_out() -> None:
    assert method_words(operation()) == (
        "Get a pet.\n\nReturns:\n    The pet.\n\nRaises:\n    NotFoundError: 404. No pet has this id."
    )


def test_a_paged_list_says_that_it_fetches_when_it_is_used() -> None:
    assert "`first_page()`" in method_words(operation(page=Page("page", "meta")))


def test_an_exception_says_its_status_first_and_where_its_attributes_are_described() -> None:
    plain = StatusClass(451, "CensoredError", "StatusError", "A court\nforbids it.", "Ask a lawyer.")
    assert exception_words(plain) == "451: A court forbids it."
    base = StatusClass(409, "TakenError", "ConflictStatusError", "It is taken.", "Choose another.")
    assert exception_words(base).endswith("described in `foxreach_runtime.errors.ConflictStatusError`.")
