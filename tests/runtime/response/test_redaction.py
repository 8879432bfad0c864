"""No part of an address, no secret and no cookie stays in a text, wherever it is."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from foxreach_runtime.response.headers import Headers
from foxreach_runtime.response.redaction import REDACTED, redacted, redacted_headers
from hypothesis import given
from hypothesis import strategies as st

LETTERS = "abcxyzABCXYZ0189.!#$*+-/^_`~äß"  # of a local part, without what also stands around addresses in prose
PROSE = ("{}", "Lead {} exists", "<{}>", '{{"email": "{}"}}', "email={}&page=2", "mailto:{}", "to {}, {}; {}")


@given(st.text(LETTERS, min_size=1, max_size=64), st.sampled_from(PROSE))
def test_an_address_of_any_length_is_redacted_whole(local: str, prose: str) -> None:
    address = f"{local}@example.com"
    assert redacted(prose.replace("{}", address)) == prose.replace("{}", REDACTED)


@given(st.text(LETTERS, min_size=1, max_size=64).filter(lambda local: len(local.encode()) <= 64))
def test_an_address_in_a_query_is_redacted_whole(local: str) -> None:
    query = f"/leads?email={quote(local, safe='')}%40example.com&page=2"
    assert redacted(query) == f"/leads?email={REDACTED}&page=2"


def test_secrets_are_redacted_beside_addresses() -> None:
    assert redacted("the key otr_1 of jane@example.com", ["otr_1"]) == f"the key … of {REDACTED}"


@pytest.mark.parametrize("text", ["a @ b", "@example", "jane@", "no address", "price %40 each"])
def test_an_at_sign_alone_is_no_address(text: str) -> None:
    assert redacted(text) == text


def test_headers_are_shown_without_cookies() -> None:
    headers = Headers([("set-cookie", "session=s3cr3t"), ("x-lead", "jane@example.com"), ("server", "nginx")])
    assert list(redacted_headers(headers).items()) == [("x-lead", REDACTED), ("server", "nginx")]
