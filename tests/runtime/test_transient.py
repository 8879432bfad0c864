from __future__ import annotations

import ssl
from collections.abc import Callable
from typing import Any

import httpx2
import pytest
from foxreach_runtime import errors
from foxreach_runtime.engine.result import ErrorFacts, unsent_error
from foxreach_runtime.errors import FoxReachError
from foxreach_runtime.options.retry_policy import RetryPolicy

from .flavours import World, reply, reply_bytes
from .sample import CREATE, GET, LEAD, LEADS_GET

Worlds = Callable[..., World]


def bad_certificate() -> httpx2.ConnectError:
    """Return what httpx2 makes of a certificate that no authority has signed."""
    error = httpx2.ConnectError("certificate verify failed")
    error.__cause__ = ssl.SSLCertVerificationError("self-signed certificate")
    return error


OTHER_SHAPES = {  # Whole bodies of JSON: the next one would be the same.
    "another type at a place": b'{"data": {"id": 5}}',
    "another type as a whole": b"[]",
    "no result": b"{}",
    "too deep": b'{"odd": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
}
ENDINGS: dict[str, tuple[Any, bool]] = {
    "refused": (httpx2.ConnectError("refused"), True),
    "connect timeout": (httpx2.ConnectTimeout(""), True),
    "pool timeout": (httpx2.PoolTimeout(""), True),
    "bad certificate": (bad_certificate(), False),
    "illegal header": (httpx2.LocalProtocolError(""), False),
    "no answer": (httpx2.ReadTimeout(""), True),
    "redirect": (reply(302, Location="/elsewhere"), False),
    "no JSON": (reply_bytes(200, b"<html>"), True),
    "empty": (reply_bytes(200, b""), True),
    **{shape: (reply_bytes(200, content), False) for shape, content in OTHER_SHAPES.items()},
    **{str(status): (reply(status), True) for status in (408, 429, 500, 502, 503, 504, 507, 520, 599)},
    **{str(status): (reply(status), False) for status in (400, 401, 402, 403, 404, 405, 409, 422, 425, 501, 505)},
}


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("call", [GET, CREATE])
def test_an_error_says_whether_it_may_pass_whatever_the_call_does(world: Worlds, call: Any, ending: str) -> None:
    answered, transient = ENDINGS[ending]
    with pytest.raises(FoxReachError) as caught:
        world(answered, retry=RetryPolicy(max_attempts=1)).run(call)
    assert caught.value.transient is transient


@pytest.mark.parametrize("shape", OTHER_SHAPES)
def test_a_reply_of_another_shape_is_not_fetched_again(world: Worlds, shape: str) -> None:
    here = world(reply_bytes(200, OTHER_SHAPES[shape]), reply(200, {"data": LEAD}))
    with pytest.raises(errors.ResponseDecodeError) as caught:
        here.run(GET)
    assert (caught.value.attempts, len(here.sent), here.waits) == (1, 1, [])


@pytest.mark.parametrize("content", [b"", b"<html>", b'{"data": ', b"\xff"])
def test_a_reply_that_is_no_json_is_fetched_again(world: Worlds, content: bytes) -> None:
    here = world(reply_bytes(200, content), reply(200, {"data": LEAD}))
    assert here.run(GET).id == LEAD["id"]
    assert len(here.sent) == 2


def test_after_an_attempt_in_doubt_a_permanent_failure_does_not_pass(world: Worlds) -> None:
    with pytest.raises(errors.OutcomeUnknownError) as caught:
        world(httpx2.ReadTimeout(""), bad_certificate()).run(GET)
    assert not caught.value.transient


def test_the_quota_has_room_again_and_a_setting_stays_wrong() -> None:
    assert unsent_error(LEADS_GET, ErrorFacts((), "The quota has room in 70.0 s.")).transient
    for kind in (errors.ConfigurationError, errors.ClientClosedError, errors.WebhookPayloadError):
        assert not kind("wrong").transient


def test_an_error_made_by_hand_knows_by_its_class_and_status() -> None:
    assert errors.ServerError(status=503).transient
    assert errors.ClientError(status=408).transient
    assert errors.NotSentError().transient
    assert not errors.ClientError(status=404).transient
