from __future__ import annotations

import copy
import json
import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator

import httpx2
import pytest
from foxreach_runtime import errors
from foxreach_runtime.engine.result import ErrorFacts, error_from, unsent_error
from foxreach_runtime.errors import FoxReachError, StatusError, error_class
from foxreach_runtime.options.retry_policy import RetryPolicy
from foxreach_runtime.response.headers import Headers
from foxreach_runtime.response.outcome import Answer, Attempt, Failure

from .flavours import World, reply
from .sample import BY_STATUS, EMAIL, GET, KEY, LEADS_CREATE, LEADS_GET

HISTORY = (Attempt(1, "unknown", failure="ReadTimeout", wait=0.5), Attempt(2, "answered", 409))
CLASSES = {
    400: "ClientError",
    404: "NotFoundError",
    405: "ClientError",
    409: "ConflictError",
    418: "ClientError",
    422: "UnprocessableContentError",
    429: "TooManyRequestsError",
    451: "ClientError",
    500: "ServerError",
    502: "ServerError",
    599: "ServerError",
    999: "ServerError",
}
LEAKY = f'{{"detail": "{EMAIL} with key {KEY} exists", "email": "{EMAIL}", "{EMAIL}": ["{KEY}"]}}'.encode()
OUTCOMES: list[Answer | Failure] = [
    *(Answer(status, Headers([("retry-after", "7"), ("x-echo", KEY), ("via", EMAIL)]), LEAKY) for status in CLASSES),
    Answer(302, Headers([("location", f"https://elsewhere.test/{KEY}?email={EMAIL}")])),
    Answer(200, Headers(), LEAKY),
    Failure("not_sent", "connect", f"ConnectError: {KEY}"),
    Failure("not_sent", "connect_timeout", "ConnectTimeout"),
    Failure("not_sent", "pool_timeout", "PoolTimeout"),
    Failure("not_sent", "permanent", "LocalProtocolError"),
    Failure("unknown", "broken", f"ReadTimeout {EMAIL}"),
]


def every_error() -> Iterator[FoxReachError]:
    """Return an error for every outcome there is, and one of every class that no outcome leads to."""
    for outcome in OUTCOMES:
        for history in (HISTORY, HISTORY[-1:]):  # An attempt before the last one may have been carried out, or none.
            for classes in (BY_STATUS, dict[int, type[StatusError]]()):
                yield error_from(LEADS_CREATE, outcome, None, ErrorFacts(history, "Gave up.", (KEY,), classes=classes))
    yield errors.ConfigurationError("no key")
    yield errors.ClientClosedError("closed", operation="leads.get")
    yield errors.NotExactlyOneError("none", operation="leads.list", history=HISTORY)
    yield errors.WebhookSignatureError("wrong")
    yield errors.WebhookPayloadError("not JSON")
    yield unsent_error(LEADS_CREATE, ErrorFacts((), "The quota has room in 70.0 s.", (KEY,), wait=70.0))


@pytest.mark.parametrize("status", CLASSES)
def test_each_status_has_its_class_and_the_rest_that_of_its_family(status: int) -> None:
    assert error_class(status, BY_STATUS).__name__ == CLASSES[status]


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (404, errors.ClientError),
        (409, errors.ConflictStatusError),
        (422, errors.UnprocessableContentError),
        (429, errors.TooManyRequestsError),
        (500, errors.ServerError),
    ],
)
def test_a_status_that_no_spec_documents_has_the_class_of_its_behaviour_or_family(
    status: int, kind: type[StatusError]
) -> None:
    assert error_class(status, {}) is kind


def is_public(kind: object) -> bool:
    """Return whether *kind* is a class of an error that users may name, or Exception."""
    return isinstance(kind, type) and issubclass(kind, Exception) and not kind.__name__.startswith("_")


def test_the_drawn_tree_names_every_class_under_its_parent() -> None:
    drawn: dict[str, str] = {}
    parents: list[str] = []
    for line in (errors.__doc__ or "").split("::\n")[1].split("\n\nThe generated")[0].splitlines():
        depth, name = (len(line) - len(line.lstrip(" │├└─"))) // 4 - 1, line.strip(" │├└─").split(" ")[0]
        if name:
            parents[depth:] = [name]
            drawn[name] = parents[depth - 1] if depth else "Exception"
    classes = {
        name: next(base.__name__ for base in kind.__mro__[1:] if is_public(base))
        for name, kind in vars(errors).items()
        if is_public(kind)
    } | {"FoxReachError": "Exception"}
    assert drawn == classes


def test_every_class_is_at_home_in_the_module_that_people_import_from() -> None:
    homes = {
        kind.__module__ for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, Exception)
    }
    assert homes == {"foxreach_runtime.errors"}


def test_no_error_shadows_a_builtin() -> None:
    import builtins

    assert not {name for name in vars(errors) if name.endswith("Error")} & set(vars(builtins))


def test_errors_are_made_of_every_class() -> None:
    made = {type(error) for error in every_error()}
    kinds = {kind for kind in vars(errors).values() if is_public(kind)}
    assert kinds - made == {FoxReachError, StatusError}


@pytest.mark.parametrize("error", list(every_error()), ids=lambda error: type(error).__name__)
def test_errors_survive_pickle_and_copies_with_equal_attributes(error: FoxReachError) -> None:
    error.add_note("seen by the caller")
    for twin in (pickle.loads(pickle.dumps(error)), copy.copy(error), copy.deepcopy(error)):  # noqa: S301
        assert type(twin) is type(error)
        assert vars(twin) == vars(error)
        assert (twin.args, str(twin), repr(twin)) == (error.args, str(error), repr(error))
        assert (twin.operation, twin.attempts, twin.history) == (error.operation, error.attempts, error.history)


@pytest.mark.parametrize("error", list(every_error()), ids=lambda error: type(error).__name__)
def test_neither_the_key_nor_an_address_is_anywhere_in_an_error(error: FoxReachError) -> None:
    seen = [str(error), repr(error), repr(vars(error)), pickle.dumps(error).decode("utf-8", "replace")]
    for text in seen:
        assert KEY not in text
        assert EMAIL not in text


def test_str_has_operation_status_the_servers_words_and_what_to_do() -> None:
    answer = Answer(404, Headers(), b'{"detail": "Lead not found"}')
    error = error_from(LEADS_GET, answer, None, ErrorFacts((Attempt(1, "answered", 404),), classes=BY_STATUS))
    assert str(error) == "leads.get: 404 Not Found: Lead not found. Check the id."


def test_the_servers_words_are_cut_at_200_characters() -> None:
    answer = Answer(400, Headers(), b'{"detail": "' + b"x" * 300 + b'"}')
    error = error_from(LEADS_GET, answer, None, ErrorFacts(()))
    assert "x" * 199 + "…" in str(error)
    assert "x" * 200 not in str(error)
    assert isinstance(error, StatusError)
    assert error.detail == "x" * 300


def test_a_status_is_documented_exactly_or_by_its_family() -> None:
    documented = {}
    for status in (404, 418, 500, 503):
        error = error_from(LEADS_GET, Answer(status, Headers(), b""), None, ErrorFacts(()))
        assert isinstance(error, StatusError)
        documented[status] = error.documented
    assert documented == {404: True, 418: False, 500: True, 503: True}


def test_a_rate_limit_error_has_the_numbers_of_headers_or_body() -> None:
    body = b'{"error": "Rate limit exceeded", "details": {"limit": 100, "reset": 1706140920}}'
    error = error_from(LEADS_GET, Answer(429, Headers(), body), None, ErrorFacts((), local_now=1706140900.0))
    assert isinstance(error, errors.TooManyRequestsError)
    assert (error.retry_after, error.limit, error.reset and error.reset.timestamp()) == (20.0, 100, 1706140920)
    headers = Headers([("Retry-After", "42"), ("X-RateLimit-Limit", "50"), ("X-RateLimit-Reset", "1706140930")])
    error = error_from(LEADS_GET, Answer(429, headers, body), None, ErrorFacts((), local_now=0.0))
    assert isinstance(error, errors.TooManyRequestsError)
    assert (error.retry_after, error.limit, error.reset and error.reset.timestamp()) == (42.0, 50, 1706140930)


def test_a_conflict_may_be_ours_only_after_an_attempt_that_may_have_acted() -> None:
    def conflict(*before: Attempt) -> bool:
        history = (*before, Attempt(len(before) + 1, "answered", 409))
        error = error_from(LEADS_CREATE, Answer(409, Headers(), b""), None, ErrorFacts(history))
        assert isinstance(error, errors.ConflictStatusError)
        return error.maybe_ours

    assert not conflict()
    assert not conflict(Attempt(1, "answered", 429))
    assert not conflict(Attempt(1, "not_sent", failure="ConnectError"))
    assert conflict(Attempt(1, "unknown", failure="ReadTimeout"))
    assert conflict(Attempt(1, "answered", 503))


def test_an_error_can_be_made_by_hand_for_a_test_of_ones_own() -> None:
    error = errors.ClientError("gone", status=404, detail="Lead not found")
    assert (error.status, error.detail, error.attempts, error.rate_limit.limit) == (404, "Lead not found", 0, None)


@pytest.mark.parametrize("module", ["errors", "engine.retry", "model", "enums"])
def test_values_load_without_httpx2(module: str) -> None:
    code = f"import sys, foxreach_runtime.{module}; sys.exit('httpx2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("answered", [httpx2.ReadTimeout("slow"), reply(404), reply(200)])
def test_no_error_of_a_call_leads_to_a_request_or_response(world: Callable[..., World], answered: object) -> None:
    with pytest.raises(FoxReachError) as caught:
        world(answered, retry=RetryPolicy(max_attempts=1)).run(GET)
    assert caught.value.__cause__ is None
    assert caught.value.__context__ is None


def through_celery(error: BaseException) -> BaseException:
    """Return *error* as Celery's JSON result backend gives it back: from its module, its class and its arguments.

    `celery.backends.base.Backend`: prepare_exception keeps each argument that JSON can carry, and exception_to_python
    calls the class with them.
    """
    kept = [arg if json.loads(json.dumps(arg)) == arg else repr(arg) for arg in error.args]
    stored = json.dumps({"type": type(error).__qualname__, "module": type(error).__module__, "message": kept})
    found = json.loads(stored)
    kind: type[BaseException] = getattr(sys.modules[found["module"]], found["type"])
    return kind(*found["message"])


@pytest.mark.parametrize("error", list(every_error()), ids=lambda error: type(error).__name__)
def test_an_error_comes_back_from_celery_with_its_words_operation_and_status(error: FoxReachError) -> None:
    twin = through_celery(error)
    assert type(twin) is type(error)
    assert isinstance(twin, FoxReachError)
    assert (str(twin), twin.operation) == (str(error), error.operation)
    for name in ("status", "detail"):
        assert getattr(twin, name, None) == getattr(error, name, None)
    if isinstance(error, StatusError):
        assert twin.transient == error.transient
