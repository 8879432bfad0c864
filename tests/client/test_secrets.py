"""The key and a lead's address are in no text that the client makes, whatever the server sends back."""

from __future__ import annotations

import copy
import pickle
import traceback
from typing import Any

import foxreach_client as fox
import httpx
import httpx2
import pytest
import respx

from tests.client.cases import BY_CALL, CASES, Case
from tests.client.flavours import KEY, called_by_example, new_client, response

SAMPLE = {"leads.create", "campaigns.sequences.update", "inbox.send_reply", "webhooks.delete", "leads.list"}
FAILURES = [case for case in CASES if case.operation.call in SAMPLE and case.status >= 400]
EMAIL = "j4ne.d0e@example.com"
TALK = f"{EMAIL} is known to the key {KEY}"
TALKATIVE = {
    "detail": [{"loc": ["body", TALK], "msg": TALK, "type": TALK}],
    "error": TALK,
    TALK: {"detail": [TALK, {TALK: TALK}]},
}


def check_silence(error: BaseException) -> None:
    """Assert that neither secret is in any form of *error*, and that it survives pickle and copy."""
    twins = [pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)]  # noqa: S301
    forms = [repr(error), str(error), pickle.dumps(error).decode("latin-1"), "".join(traceback.format_exception(error))]
    forms += [repr(value) for value in vars(error).values()]
    forms += [repr(dict(error.headers))] if isinstance(error, fox.StatusError) else []
    forms += shown_by_a_debugger(error)
    for form in forms:
        assert "5ecretKey" not in form
        assert "j4ne" not in form
    for twin in twins:
        assert type(twin) is type(error)
        assert twin.args == error.args
        assert vars(twin) == vars(error)


def shown_by_a_debugger(error: BaseException) -> list[str]:
    """Return the values of our own frames, which error reporters and `rich` show beside a traceback."""
    frames = traceback.TracebackException.from_exception(error, capture_locals=True).stack
    ours = [frame for frame in frames if "/foxreach_" in frame.filename.replace("\\", "/")]
    assert ours
    return [text for frame in ours for text in (frame.locals or {}).values()]


@pytest.mark.parametrize(
    "body", [TALKATIVE, {"detail": TALK}, [TALK], TALK, "<p>" + TALK], ids=["fields", "detail", "array", "text", "html"]
)
@pytest.mark.parametrize("case", FAILURES, ids=str)
async def test_no_form_of_an_error_has_the_key_or_an_address(
    case: Case, body: Any, client: Any, httpx2_mock: respx.Router
) -> None:
    httpx2_mock.route().mock(response(case.status, body, X_Echo=TALK, Set_Cookie=f"session={KEY}"))
    with pytest.raises(fox.StatusError) as caught:
        await called_by_example(client, case.operation)
    check_silence(caught.value)


@pytest.mark.parametrize("content", [TALK, f'{{"data": "{TALK}"}}', f'{{"{TALK}": 1}}', f'"{TALK}'])
async def test_nor_has_an_answer_that_cannot_be_read(content: str, client: Any, httpx2_mock: respx.Router) -> None:
    httpx2_mock.route().mock(httpx.Response(200, headers={"X-Echo": KEY}, text=content))
    with pytest.raises(fox.ResponseDecodeError) as caught:
        await called_by_example(client, BY_CALL["leads.list"])
    check_silence(caught.value)


async def test_nor_has_a_refused_redirect(client: Any, httpx2_mock: respx.Router) -> None:
    target = f"https://elsewhere.example/{KEY}/{EMAIL}?key={KEY}&email={EMAIL}"
    httpx2_mock.route().mock(response(307, None, Location=target))
    with pytest.raises(fox.RedirectRefusedError) as caught:
        await called_by_example(client, BY_CALL["leads.create"])
    check_silence(caught.value)


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (httpx2.ReadError(TALK), fox.OutcomeUnknownError),
        (httpx2.ConnectError(TALK), fox.NotSentError),
        (httpx2.ConnectTimeout(TALK), fox.ConnectTimeoutError),
        (httpx2.PoolTimeout(TALK), fox.PoolTimeoutError),
        (httpx2.LocalProtocolError(TALK), fox.NotSentError),
    ],
    ids=lambda value: value.__name__ if isinstance(value, type) else "",
)
async def test_nor_has_a_failure_of_the_connection(
    fault: Exception, kind: type[fox.FoxReachError], client: Any, httpx2_mock: respx.Router
) -> None:
    httpx2_mock.route().mock(side_effect=fault)
    with pytest.raises(fox.FoxReachError) as caught:
        await called_by_example(client, BY_CALL["leads.create"])
    assert type(caught.value) is kind
    check_silence(caught.value)


def test_nor_has_the_repr_of_anything_that_a_client_is_made_of(flavour: str) -> None:
    client = new_client(flavour, headers={"X-Other": "j4ne"})
    parts = [client, client.leads, client.with_raw_response, client.with_raw_response.leads, client.leads.list()]
    seen: list[Any] = list(parts)
    for part in parts:
        seen += part.__dict__.values()
    for part in seen:
        assert "5ecret" not in repr(part)
        assert "j4ne" not in repr(part)


def test_a_client_and_its_parts_cannot_be_pickled(flavour: str) -> None:
    client = new_client(flavour)
    for part in (client, client.leads, client.with_raw_response, client.with_options(timeout=1.0)):
        with pytest.raises(TypeError, match=r"cannot be pickled"):
            pickle.dumps(part)
