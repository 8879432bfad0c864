"""The errors of real calls, and their logs: they survive pickle and copies, and hold nothing that is private."""

from __future__ import annotations

import copy
import logging
import pickle
import re
import traceback
from collections.abc import Iterator
from functools import cache

import foxreach_client as fox
import pytest
from foxreach_client import FoxReachError
from foxreach_client.errors import BY_STATUS

from tests.faults import routes
from tests.faults.answers import answer, closing, replying, resetting
from tests.faults.calls import CALLS, COMPANY, EMAIL, KEY, Setting, seen
from tests.faults.catalogue import FAULTS
from tests.faults.observed import observed
from tests.faults.server import Script, serving

ADDRESS = re.compile(r"[\w.+-]+(@|%40)[\w-]+\.\w+")
ECHO = f'{{"detail": "{EMAIL} exists, {KEY} {EMAIL.replace("@", "%40")}", "key": ["{KEY}"], "{EMAIL}": 1}}'.encode()
ECHOES: dict[str, Script] = {
    **{
        f"a {status} that repeats what was sent": replying(
            answer(status, ECHO, f"X-Echo: {KEY} {EMAIL}", f"Set-Cookie: {KEY}", f"Location: /{KEY}/{EMAIL}?{EMAIL}")
        )
        for status in (200, 302, 418, 500, *BY_STATUS)
    },
    "half an answer that repeats what was sent": closing(answer(200, ECHO, length=len(ECHO) + 1)),
    "a reset after half an answer that does": resetting(answer(500, ECHO, length=len(ECHO) + 1)),
}


@cache
def met() -> tuple[FoxReachError, ...]:
    """Return the errors of all faults and of answers that repeat what was sent, and those that no answer leads to."""
    saws = [observed(fault, call, "sync") for fault in FAULTS for call in fault.calls]
    for script in ECHOES.values():
        with serving(script) as server, routes.plain(server) as route:
            saws.append(seen("sync", CALLS["create"], server, route, Setting()))
    return (*(saw.error for saw in saws if saw.error is not None), *unanswered())


def unanswered() -> Iterator[FoxReachError]:
    """Return the errors that come of no request."""
    with pytest.raises(FoxReachError) as caught:
        fox.FoxReach(api_key=f"{KEY}\n")
    yield caught.value
    client = fox.FoxReach(api_key=KEY)
    client.close()
    with pytest.raises(FoxReachError) as caught:
        client.leads.create(email=EMAIL)
    yield caught.value


def test_every_class_that_an_answer_leads_to_was_met() -> None:
    offered = [getattr(fox, name) for name in fox.__all__]
    kinds = {kind for kind in offered if isinstance(kind, type) and issubclass(kind, FoxReachError)}
    # Two are bases, two are about webhooks, one needs a crowded quota, one a list.
    others = {FoxReachError, fox.StatusError, fox.WebhookSignatureError, fox.WebhookPayloadError, fox.QuotaError}
    others |= {fox.NotExactlyOneError}
    assert {type(error) for error in met()} == kinds - others


def test_errors_survive_pickle_and_copies() -> None:
    for error in met():
        copies = [pickle.loads(pickle.dumps(error, protocol)) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)]  # noqa: S301
        for twin in (*copies, copy.copy(error), copy.deepcopy(error)):
            assert type(twin) is type(error)
            assert public(twin) == public(error)
            assert (twin.args, str(twin), repr(twin)) == (error.args, str(error), repr(error))
            assert twin.attempts == error.attempts


def public(error: FoxReachError) -> dict[str, object]:
    """Return the attributes that a caller may look at."""
    return {name: value for name, value in vars(error).items() if not name.startswith("_")}


def test_no_text_made_of_an_error_holds_the_key_or_an_address() -> None:
    for error in met():
        texts = [str(error), repr(error), repr(vars(error)), "".join(traceback.format_exception(error))]
        texts += [pickle.dumps(error).decode("latin-1"), repr(error.history), repr(getattr(error, "headers", ""))]
        for text in texts:
            assert KEY not in text
            assert not ADDRESS.search(text)
            assert COMPANY not in text


def test_an_error_says_what_happened_and_nothing_of_the_library_below() -> None:
    for error in met():
        assert error.__context__ is None
        assert error.__cause__ is None
        assert len(str(error)) < 600
        assert "\n" not in str(error)


@pytest.mark.parametrize("flavour", ["sync", "asyncio"])
@pytest.mark.parametrize("name", ECHOES)
@pytest.mark.parametrize("call", ["update", "create"])
def test_the_log_tells_of_each_attempt_and_nothing_private(
    flavour: str, name: str, call: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, logger="foxreach_client")
    with serving(ECHOES[name]) as server, routes.plain(server) as route:
        saw = seen(flavour, CALLS[call], server, route, Setting())
    lines = [record for record in caplog.records if record.name.startswith("foxreach_client")]
    assert saw.error is not None
    assert len(lines) >= saw.error.attempts
    for record in lines:
        told = f"{record.getMessage()} {record.args!r} {logging.Formatter().format(record)}"
        assert KEY not in told
        assert COMPANY not in told
        assert "cld_1" not in told
        assert not ADDRESS.search(told)
