"""Every method says what it does, what it returns, and which errors its caller has to handle."""

from __future__ import annotations

import inspect
import operator
import re
from typing import Any

import pytest
from foxreach_client.errors import BY_STATUS

from tests.client.cases import OPERATIONS, SPEC, Operation
from tests.client.flavours import FLAVOURS, new_client

EVERY = pytest.mark.parametrize("operation", OPERATIONS, ids=str)
FLAVOUR = pytest.mark.parametrize("flavour", FLAVOURS)
USUAL = {"401", "403", "429", "500", "5XX"}  # every operation documents them, and the client's docstring lists them


def spec_of(operation: Operation) -> dict[str, Any]:
    """Return the operation as the spec has it."""
    found: dict[str, Any] = SPEC["paths"][operation.path][operation.method.lower()]
    return found


def words_of(flavour: str, operation: Operation) -> str:
    """Return the docstring of the public method, each entry on one line."""
    method = operator.attrgetter(operation.call)(new_client(flavour))
    return re.sub(r"\n {8,}", " ", inspect.getdoc(method) or "")


def entries(docstring: str) -> dict[str, str]:
    """Return the text of each exception under Raises by its name."""
    lines = docstring.partition("Raises:\n")[2].splitlines()
    return {name.strip(): text for name, _, text in (line.partition(": ") for line in lines)}


@FLAVOUR
@EVERY
def test_a_docstring_begins_with_the_title_of_the_reference(flavour: str, operation: Operation) -> None:
    assert words_of(flavour, operation).splitlines()[0] == f"{spec_of(operation)['summary']}."


@FLAVOUR
@EVERY
def test_raises_lists_what_is_particular_to_the_operation(flavour: str, operation: Operation) -> None:
    found = entries(words_of(flavour, operation))
    particular = {BY_STATUS[int(status)].__name__ for status in operation.replies.keys() - USUAL if status > "3"}
    doubtful = {"OutcomeUnknownError"} if spec_of(operation)["x-call"]["repeat"] == "never" else set[str]()
    assert found.keys() - {"ServerError"} == particular | doubtful | {"FoxReachError"}


@FLAVOUR
def test_a_server_error_is_listed_only_where_the_spec_says_more_than_everywhere_else(flavour: str) -> None:
    listing = {each.call for each in OPERATIONS if "ServerError" in entries(words_of(flavour, each))}
    assert listing == {"inbox.send_reply"}


@EVERY
def test_a_call_in_doubt_names_the_way_to_settle_it(operation: Operation) -> None:
    way = spec_of(operation)["x-call"].get("settled-by")
    if way:
        assert f"`error.settle()` checks it with {way['call']}." in words_of("sync", operation)
        assert f"`await error.settle_async()` checks it with {way['call']}." in words_of("async", operation)


@FLAVOUR
@EVERY
def test_a_paged_list_says_that_it_iterates_over_every_item(flavour: str, operation: Operation) -> None:
    assert ("Iterates over every `" in words_of(flavour, operation)) == (operation.page is not None)


@FLAVOUR
def test_the_client_lists_what_every_call_may_raise(flavour: str) -> None:
    words = FLAVOURS[flavour].__doc__
    usual = {BY_STATUS[int(status)].__name__ for status in USUAL if status.isdecimal() and status < "500"}
    sent = {"NotSentError", "OutcomeUnknownError", "ResponseDecodeError", "RedirectRefusedError", "ClientClosedError"}
    assert all(f"{name}: " in words for name in {*usual, *sent, "ServerError", "ClientError"})
