"""What is told of a fault: its class and words of ours or of the system, and never those of the server."""

from __future__ import annotations

import os
import socket
import ssl

import httpx2
import pytest
from foxreach_runtime.http.failure import TooLargeError, TooLateError, failure_from, outcome_from, words
from foxreach_runtime.http.lifetime import Lifetime
from foxreach_runtime.http.network import CLOSED, DEADLINE, NO_THREAD
from foxreach_runtime.http.progress import Progress
from foxreach_runtime.response.outcome import Answer, Failure

SECRET = "5ecret of the server"


def caused_by(cause: BaseException, fault: type[httpx2.HTTPError] = httpx2.ConnectError) -> httpx2.HTTPError:
    error = fault(f"{SECRET}: {cause}")
    error.__cause__ = cause
    return error


def certificate() -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, SECRET)
    error.reason, error.verify_message = "CERTIFICATE_VERIFY_FAILED", "certificate has expired"
    return error


def handshake() -> ssl.SSLError:
    error = ssl.SSLError(1, SECRET)
    error.reason = "WRONG_VERSION_NUMBER"
    return error


def circle() -> httpx2.HTTPError:
    error, other = httpx2.ReadError(SECRET), ValueError(SECRET)
    error.__context__, other.__context__ = other, error
    return error


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        (TooLateError(DEADLINE), "TooLateError: the time for the whole call is over"),
        (httpx2.ReadTimeout(DEADLINE), "ReadTimeout: the time for the whole call is over"),
        (httpx2.ConnectError(CLOSED), "ConnectError: the client was closed"),
        (httpx2.ConnectError(NO_THREAD), "ConnectError: no thread can begin that resolves the name of the host"),
        (httpx2.ConnectTimeout(SECRET), "ConnectTimeout: no connection in time"),
        (httpx2.PoolTimeout(SECRET), "PoolTimeout: no connection of the pool became free in time"),
        (httpx2.WriteTimeout(SECRET), "WriteTimeout: the request could not be sent in time"),
        (httpx2.ReadTimeout(SECRET), "ReadTimeout: no answer in time"),
        (httpx2.LocalProtocolError(SECRET), "LocalProtocolError: the request breaks the rules of HTTP"),
        (httpx2.DecodingError(SECRET), "DecodingError: the compression of the body is broken"),
        (httpx2.UnsupportedProtocol(SECRET), "UnsupportedProtocol: the address is neither http nor https"),
        (UnicodeError(SECRET), "UnicodeError: a header of the answer is not ASCII"),
        (httpx2.RemoteProtocolError(SECRET), "RemoteProtocolError: the answer breaks the rules of HTTP"),
        (
            httpx2.RemoteProtocolError(f"Server disconnected without {SECRET}"),
            "RemoteProtocolError: the server closed the connection without an answer",
        ),
        (
            httpx2.RemoteProtocolError(f"peer closed connection {SECRET}"),
            "RemoteProtocolError: the server closed the connection within the body",
        ),
        (httpx2.ProxyError(f"403 {SECRET}"), "ProxyError: 403 from the proxy"),
        (httpx2.ProxyError(SECRET), "ProxyError: the proxy refused"),
        (httpx2.ProxyError("40\u0663"), "ProxyError: the proxy refused"),
        (caused_by(ConnectionRefusedError(111, SECRET)), f"ConnectError: {os.strerror(111)}"),
        (caused_by(OSError(SECRET)), "ConnectError"),
        (caused_by(socket.gaierror(socket.EAI_NONAME, "Name not known")), "ConnectError: Name not known"),
        (caused_by(certificate()), "ConnectError: CERTIFICATE_VERIFY_FAILED, certificate has expired"),
        (caused_by(handshake(), httpx2.ReadError), "ReadError: WRONG_VERSION_NUMBER"),
        (
            caused_by(ExceptionGroup(SECRET, [ConnectionResetError(104, SECRET), OSError(SECRET)])),
            f"ConnectError: {os.strerror(104)}",
        ),
        (circle(), "ReadError"),
        (httpx2.HTTPError(SECRET), "HTTPError"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_fault_is_told_by_its_kind(fault: BaseException, text: str) -> None:
    assert words(fault) == text


def test_a_body_that_is_too_large_is_told_with_the_limit() -> None:
    assert words(TooLargeError(1024)) == "TooLargeError: larger than 1024 bytes"


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        (httpx2.ConnectTimeout(""), "connect_timeout"),
        (httpx2.PoolTimeout(""), "pool_timeout"),
        (httpx2.LocalProtocolError(""), "permanent"),
        (httpx2.UnsupportedProtocol(""), "permanent"),
        (caused_by(certificate(), httpx2.ReadError), "permanent"),
        (httpx2.ConnectError(""), "connect"),
        (httpx2.ProxyError(""), "connect"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_some_faults_are_not_sent_whatever_the_transport_reports(fault: BaseException, kind: str) -> None:
    failure = failure_from(fault, Progress(Lifetime()))
    assert (failure.stage, failure.kind, failure.text) == ("not_sent", kind, words(fault))
    assert failure_from(httpx2.ReadError(""), Progress(Lifetime())) == Failure("unknown", "broken", "ReadError")


def test_a_status_that_a_hook_raised_is_an_answer_if_it_is_one_to_this_request() -> None:
    request, other = (httpx2.Request("GET", "https://api.test") for _ in range(2))
    response = httpx2.Response(418, request=request, content=b"tea", headers={"x-pot": "short"})
    fault = httpx2.HTTPStatusError(SECRET, request=request, response=response)
    answer = outcome_from(fault, Progress(Lifetime()), request)
    assert isinstance(answer, Answer)
    assert (answer.status, answer.content, answer.fault) == (418, b"tea", None)
    assert answer.headers["x-pot"] == "short"
    assert outcome_from(fault, Progress(Lifetime()), other) == Failure("unknown", "broken", "HTTPStatusError")


def test_a_body_that_the_hook_has_not_read_is_lost() -> None:
    request = httpx2.Request("GET", "https://api.test")
    response = httpx2.Response(418, request=request, stream=httpx2.ByteStream(b"tea"))
    fault = httpx2.HTTPStatusError(SECRET, request=request, response=response)
    answer = outcome_from(fault, Progress(Lifetime()), request)
    assert isinstance(answer, Answer)
    assert (answer.status, answer.content) == (418, b"")
    assert answer.fault == "an event hook of the http_client raised before the body was read"
