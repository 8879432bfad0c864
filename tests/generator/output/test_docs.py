"""Docstrings of methods: every fact that a caller needs, in one form."""

from __future__ import annotations

import pytest
from foxreach_client.errors import BY_STATUS
from foxreach_runtime.errors import error_class

from generator.api.ir import Argument, Page, Reply, Type
from generator.api.public import EXCEPTIONS
from generator.output.docs import EVIDENCE, exception, method_words
from generator.rules.operations import EVIDENCE as KNOWN
from tests.generator.operations import operation


def test_the_exceptions_are_those_that_the_client_raises() -> None:
    raised = {str(status): kind.__name__ for status, kind in BY_STATUS.items()}
    assert raised == EXCEPTIONS
    for status in range(400, 600):
        assert exception(str(status)) == error_class(status, BY_STATUS).__name__


@pytest.mark.parametrize(("family", "name"), [("4XX", "ClientError"), ("5XX", "ServerError")])
def test_a_family_of_statuses_raises_the_class_of_the_family(family: str, name: str) -> None:
    assert exception(family) == name


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
            Reply("500", "F", "It failed"),
            Reply("5XX", "F", "A gateway."),
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
