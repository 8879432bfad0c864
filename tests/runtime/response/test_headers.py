from __future__ import annotations

import copy
import pickle
from typing import Any

import pytest
from foxreach_runtime.response.headers import Headers

LINES = [(b"Content-Type", b"application/json"), (b"Via", b"a"), (b"via", b"caf\xe9")]


def test_names_are_read_without_regard_to_case_and_lines_of_one_name_joined() -> None:
    headers = Headers(LINES)
    number: Any = 5
    assert headers["content-TYPE"] == "application/json"
    assert headers["Via"] == "a, café"
    assert ("VIA" in headers, "x" in headers, number in headers, headers.get("x")) == (True, False, False, None)
    assert dict(headers) == {"content-type": "application/json", "via": "a, café"}


def test_a_missing_name_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        Headers()["x"]


def test_headers_survive_pickle_and_copies() -> None:
    headers = Headers(LINES)
    for twin in (pickle.loads(pickle.dumps(headers)), copy.copy(headers), copy.deepcopy(headers)):  # noqa: S301
        assert twin == headers
        assert hash(twin) == hash(headers)


def test_the_repr_has_no_values() -> None:
    assert repr(Headers(LINES)) == "Headers(['content-type', 'via'])"


class Overtaken(Headers):
    """Headers that another thread looks at, and is done with, just when this one begins to read the lines."""

    @property
    def _lines(self) -> Any:
        if not self.overtaken:
            self.overtaken = True
            assert dict(self) == {"via": "a"}
        return self.lines

    @_lines.setter
    def _lines(self, lines: Any) -> None:
        self.lines = lines

    overtaken = False
    lines: Any = ()


def test_a_thread_that_is_overtaken_by_another_misses_no_header() -> None:
    headers = Overtaken([("Via", "a")])
    assert dict(headers) == {"via": "a"}
    assert dict(headers) == {"via": "a"}
