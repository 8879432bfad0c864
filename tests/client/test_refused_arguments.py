"""What is refused before anything is sent: arguments of the wrong type, out of range, or leading elsewhere."""

from __future__ import annotations

import math
import re
from typing import Any, NamedTuple

import pytest
import respx
from foxreach_client import UNSET

from tests.client.cases import BY_CALL, OPERATIONS, Operation
from tests.client.flavours import called, called_with_id

REFUSED_IDS = ["", ".", "..", "%2e", "%2E%2e", "%252e%252e", ".%2e", "a\nb", "a\x00", "%0a", "%00", "\x7f", "\u2028"]
IMPORT, CREATE = "leads.import_leads", "leads.create"
EMAIL = "jane@example.com"
LEADS = [{"email": f"{number}@example.com"} for number in range(1001)]


class Refusal(NamedTuple):
    """A call whose arguments cannot be sent, the class of the complaint, and words of it."""

    call: str
    arguments: dict[str, Any]
    kind: type[Exception]
    words: str


REFUSALS: list[tuple[str, dict[str, Any], type[Exception], str]] = [
    (
        IMPORT,
        {"leads": [{"email": EMAIL, "firstName": "J"}]},
        TypeError,
        "leads.import_leads: leads[0]: Unexpected keyword argument",
    ),
    (
        IMPORT,
        {"leads": [{"email": EMAIL}, {"first_name": "J"}]},
        TypeError,
        "leads.import_leads: leads[1]: Missing required argument",
    ),
    (IMPORT, {"leads": [{"email": 5}]}, TypeError, "leads[0].email: Expected `str`, got `int`"),
    (IMPORT, {"leads": EMAIL}, TypeError, "leads: Expected `array`, got `str`"),
    (IMPORT, {"leads": {"email": EMAIL}}, TypeError, "leads: Expected `array`, got `object`"),
    (IMPORT, {"leads": [EMAIL]}, TypeError, "leads[0]: Expected `object`, got `str`"),
    (IMPORT, {"leads": [None]}, TypeError, "leads[0]: Expected `object`, got `null`"),
    (IMPORT, {"leads": []}, ValueError, "leads: Expected `array` of length >= 1"),
    (IMPORT, {"leads": LEADS}, ValueError, "leads: Expected `array` of length <= 1000"),
    (IMPORT, {"leads": LEADS[:1], "restore_soft_deleted": "yes"}, TypeError, "restore_soft_deleted: Expected `bool`"),
    (CREATE, {"email": 5}, TypeError, "email: Expected `str`, got `int`"),
    (CREATE, {"email": None}, TypeError, "email: Expected `str`, got `null`"),
    (CREATE, {"email": EMAIL, "tags": "abc"}, TypeError, "tags: Expected `array | null`, got `str`"),
    (CREATE, {"email": EMAIL, "tags": ["a", 7]}, TypeError, "tags[1]: Expected `str`, got `int`"),
    (CREATE, {"email": EMAIL, "custom_fields": [1]}, TypeError, "custom_fields: Expected `object | null`"),
    (CREATE, {"email": b"a@b"}, TypeError, "leads.create: email: Expected `str`, got `bytes`"),
    (
        CREATE,
        {"email": EMAIL, "custom_fields": {"a": object()}},
        TypeError,
        "leads.create: custom_fields['a']: must be",
    ),
    (CREATE, {"email": EMAIL, "custom_fields": {"a": math.nan}}, ValueError, "custom_fields['a']: must be a finite"),
    (
        IMPORT,
        {"leads": [{"email": EMAIL, "custom_fields": {EMAIL: [-math.inf]}}]},
        ValueError,
        "custom_fields['…@…'][0]",
    ),
    (IMPORT, {"leads": [{"email": EMAIL, "first_name": 5}]}, TypeError, "leads[0].first_name: Expected `str | null`"),
    (
        CREATE,
        {"email": EMAIL, "first_name": "\ud800"},
        ValueError,
        "leads.create: first_name: a text has half of a surrogate",
    ),
    (CREATE, {"email": EMAIL, "status": 7}, TypeError, "status: Expected `str`, got `int`"),
    ("campaigns.create", {"name": "x", "sending_start_hour": 24}, ValueError, "sending_start_hour: "),
    ("campaigns.create", {"name": "x", "daily_limit": -1}, ValueError, "daily_limit: Expected `int` >= 0"),
    ("leads.list", {"page": "1"}, TypeError, "leads.list: page must be an integer, not str"),
    ("leads.list", {"search": 1.5j}, TypeError, "leads.list: search must be text, not complex"),
    ("leads.list", {"page": 1.5}, TypeError, "leads.list: page must be an integer, not float"),
    ("leads.list", {"page": True}, TypeError, "leads.list: page must be an integer, not bool"),
    ("leads.list", {"page": 0}, ValueError, "leads.list: page must be at least 1"),
    ("leads.list", {"page": 2**64}, ValueError, "leads.list: page must be a number of at most 64 bits"),
    ("leads.list", {"status": 5}, TypeError, "leads.list: status must be text, not int"),
    ("inbox.list_threads", {"is_read": 1}, TypeError, "inbox.list_threads: is_read must be True or False, not int"),
    ("leads.list", {"email": b"a"}, TypeError, "leads.list: email must be text"),
    ("leads.list", {"search": "\udfff"}, ValueError, "leads.list: search has half of a surrogate pair"),
]


@pytest.mark.parametrize("refusal", [Refusal(*each) for each in REFUSALS], ids=lambda each: each.words[:40])
async def test_an_argument_that_cannot_be_sent_is_refused_before_anything_is(
    refusal: Refusal, client: Any, httpx2_mock: respx.Router
) -> None:
    with pytest.raises(refusal.kind, match=re.escape(refusal.words)) as caught:
        await called(client, BY_CALL[refusal.call], **refusal.arguments)
    assert "@example" not in str(caught.value)
    assert httpx2_mock.calls.call_count == 0


@pytest.mark.parametrize("operation", [each for each in OPERATIONS if each.path_values], ids=str)
async def test_an_id_that_could_lead_elsewhere_is_refused(
    operation: Operation, client: Any, httpx2_mock: respx.Router
) -> None:
    for index, name in enumerate(operation.path_values):
        for value in REFUSED_IDS:
            with pytest.raises(ValueError, match=re.escape(f"{operation.call}: {name} must not")):
                await called_with_id(client, operation, index, value)
        for wrong in (7, None, b"a", UNSET):
            with pytest.raises(TypeError, match=re.escape(f"{operation.call}: {name} must be text")):
                await called_with_id(client, operation, index, wrong)
    assert httpx2_mock.calls.call_count == 0
