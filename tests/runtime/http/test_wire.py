from __future__ import annotations

import httpx2
from foxreach_runtime.http import wire
from foxreach_runtime.request.path import path_with
from foxreach_runtime.request.query import query_with
from hypothesis import given
from hypothesis import strategies as st

BASE = httpx2.URL("https://api.test:8443/v1")
TEXT = st.text(min_size=1)


@given(TEXT, TEXT)
def test_a_spliced_url_is_the_one_that_parsing_gives(value: str, searched: str) -> None:
    try:
        path = path_with("x", "/v1/leads/{id}", {"id": value})
        target = f"{path}?{'&'.join(query_with({'search': searched}))}"
    except ValueError:
        return
    spliced = wire._spliced_url_at(BASE, target)  # pyright: ignore[reportPrivateUsage]
    assert spliced == httpx2.URL(f"https://api.test:8443{target}")
    assert spliced.raw_path == target.encode()
    assert wire._spliced_url_at(BASE, path) == httpx2.URL(f"https://api.test:8443{path}")  # pyright: ignore[reportPrivateUsage]


def test_urls_are_spliced_and_not_parsed_with_the_httpx2_that_we_have() -> None:
    assert wire.url_at is wire._spliced_url_at  # pyright: ignore[reportPrivateUsage]


def test_the_base_is_not_changed_by_splicing() -> None:
    wire.url_at(BASE, "/elsewhere?x=1")
    assert str(BASE) == "https://api.test:8443/v1"
