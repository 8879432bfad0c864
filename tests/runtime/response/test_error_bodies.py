from __future__ import annotations

import copy
import pickle

import pytest
from foxreach_runtime.engine.result import ErrorFacts, error_from
from foxreach_runtime.errors import StatusError, error_class
from foxreach_runtime.response.error_bodies import FieldError, error_details
from foxreach_runtime.response.headers import Headers
from foxreach_runtime.response.outcome import Answer
from hypothesis import given
from hypothesis import strategies as st

from ..sample import BY_STATUS, LEADS_GET, ErrorBody

SHAPES: list[tuple[bytes, str | None]] = [
    (b'{"detail": "Lead not found"}', "Lead not found"),
    (
        b'{"error": "Rate limit exceeded", "code": "rate_limit_exceeded", "details": {"limit": 100, "reset": 1}}',
        "Rate limit exceeded",
    ),
    (
        b'{"detail": [{"loc": ["body", "email"], "msg": "not an address", "type": "value_error"}]}',
        "email: not an address",
    ),
    (b'{"detail": {"message": "Contact limit reached", "limit": 500}}', "Contact limit reached"),
    (b'{"message": "no"}', "no"),
    (b'{"detail": {"limit": 500}}', None),
    (b'{"detail": []}', None),
    (b'{"detail": [1, null, "x"]}', None),
    (b'{"detail": 5}', None),
    (b'{"detail": null, "message": "later"}', "later"),
    (b'"just text"', "just text"),
    (b"[]", None),
    (b"[1]", None),
    (b"null", None),
    (b"0", None),
    (b"", None),
    (b"  \n", None),
    (b"<html><body>Bad Gateway</body></html>", None),
    (b"upstream timed out", "upstream timed out"),
    (b"\xff\xfe\x00", "��\x00"),
    (b"[" * 100_000, None),
    (b"9" * 5_000, None),
    (b'{"detail": "unfinished', None),
]


@pytest.mark.parametrize(("content", "detail"), SHAPES, ids=range(len(SHAPES)))
@pytest.mark.parametrize("status", [400, 402, 404, 422, 429, 500, 503, 418])
def test_a_body_never_changes_the_class_and_its_words_are_found(
    content: bytes, detail: str | None, status: int
) -> None:
    error = error_from(LEADS_GET, Answer(status, Headers(), content), None, ErrorFacts((), classes=BY_STATUS))
    assert type(error) is error_class(status, BY_STATUS)
    assert isinstance(error, StatusError)
    if detail is not None:
        assert error.detail == detail


@given(st.binary())
def test_no_body_raises(content: bytes) -> None:
    error_details(content, ErrorBody)


def test_the_body_is_of_the_documented_type_where_it_fits_and_plain_where_it_does_not() -> None:
    assert error_details(b'{"detail": "no"}', ErrorBody).body == ErrorBody(detail="no")
    assert error_details(b'{"detail": 5}', ErrorBody).body == {"detail": 5}
    assert error_details(b'{"detail": "no"}', None).body == {"detail": "no"}
    assert error_details(b"[1]", ErrorBody).body == [1]
    assert error_details(b"null", ErrorBody).body is None
    assert error_details(b"", ErrorBody).body is None
    assert error_details(b"<html>no</html>", ErrorBody).body == "<html>no</html>"


def test_the_fields_of_a_422_are_named_as_the_arguments_are_nested() -> None:
    content = b"""{"detail": [
        {"loc": ["body", "leads", 3, "email"], "msg": "bad", "type": "value_error", "input": "x"},
        {"loc": ["query", "pageSize"], "msg": "too large", "type": "less_than_equal"},
        {"loc": ["body"], "msg": "JSON decode error", "type": "json_invalid"},
        {"loc": ["body", 0, true, 1.5, null], "msg": "odd", "type": "odd"},
        {"loc": "odd", "msg": 7}
    ]}"""
    assert error_details(content, None).errors == (
        FieldError("leads[3].email", "bad", "value_error", ("leads", 3, "email")),
        FieldError("pageSize", "too large", "less_than_equal", ("pageSize",)),
        FieldError("", "JSON decode error", "json_invalid"),
        FieldError("[0].True.1.5.None", "odd", "odd", (0, "True", "1.5", "None")),
        FieldError("", "", ""),
    )


def test_a_fault_without_a_path_can_be_made_by_hand_and_all_of_it_survives_pickle_and_copies() -> None:
    assert FieldError("email", "bad", "value_error").path == ()
    fault = FieldError("leads[3].email", "bad", "value_error", ("leads", 3, "email"))
    for twin in (pickle.loads(pickle.dumps(fault)), copy.copy(fault), copy.deepcopy(fault)):  # noqa: S301
        assert (twin, twin.path) == (fault, ("leads", 3, "email"))


def test_the_path_of_a_fault_has_no_address_either() -> None:
    content = b'{"detail": [{"loc": ["body", "customFields", "jane@example.com"], "msg": "bad"}]}'
    assert error_details(content, None).errors[0].path[:1] == ("customFields",)
    assert "example.com" not in repr(error_details(content, None))


@pytest.mark.parametrize(
    "content",
    [
        b'{"detail": "Lead jane@example.com exists"}',
        b'{"detail": "jane\\u0040example.com"}',
        b'{"detail": [{"loc": ["body"], "msg": "jane@example.com is taken", "input": {"email": "jane@example.com"}}]}',
        b'{"jane@example.com": "jane@example.com"}',
        b"jane@example.com, and <jane@example.com>",
        b"see https://x.test/?email=jane%40example.com",
        b"x" * 262_000 + b" jane@example.com",
    ],
)
def test_addresses_are_redacted_before_anything_sees_them(content: bytes) -> None:
    assert "example.com" not in repr(error_details(content, None))


def test_a_long_text_without_an_address_is_searched_in_no_time() -> None:
    assert error_details(b'"' + b"a" * 2**20 + b'@"', None).detail is not None
