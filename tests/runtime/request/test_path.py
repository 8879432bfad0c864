from __future__ import annotations

from urllib.parse import unquote

import pytest
from foxreach_runtime.request.path import path_with
from hypothesis import given
from hypothesis import strategies as st
from msgspec import UNSET


def path(value: object) -> str:
    return path_with("leads.get", "/leads/{lead_id}/x", {"lead_id": value})


def test_a_plain_id_stays_as_it_is() -> None:
    assert path("cld_1-A") == "/leads/cld_1-A/x"


def test_any_other_text_is_one_segment() -> None:
    assert path("a/b?c#d é%41") == "/leads/a%2Fb%3Fc%23d%20%C3%A9%2541/x"
    assert path("..x") == "/leads/..x/x"
    assert path("100%") == "/leads/100%25/x"


@pytest.mark.parametrize(
    "value",
    ["", ".", "..", "%2e", "%2E%2e", ".%2e", "%252e", "%25252E%2e", "a\nb", "a\x00", "a\x7f", "%0a", "%250d", "\u2028"],
)
def test_what_could_lead_elsewhere_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"^leads\.get: lead_id must not"):
        path(value)


@pytest.mark.parametrize("value", ["\ud800", "%" + "25" * 12])
def test_what_no_server_can_read_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r"^leads\.get: lead_id"):
        path(value)


@pytest.mark.parametrize("value", [None, 5, b"x", UNSET, ["x"]])
def test_a_path_value_is_text(value: object) -> None:
    with pytest.raises(TypeError, match=r"^leads\.get: lead_id must be text, not"):
        path(value)


@given(st.text())
def test_a_segment_reads_back_as_the_value_or_is_refused(value: str) -> None:
    try:
        made = path(value)
    except ValueError:
        return
    assert made.count("/") == 3
    assert unquote(made.removeprefix("/leads/").removesuffix("/x")) == value
