"""A watch without --bookmark remembers what it saw by server, key and filter, and says where."""

from __future__ import annotations

import pytest
from foxreach_shell import profiles

from tests.cli.shell import Shell

WATCH = ("inbox", "watch", "--looks", "1")


@pytest.mark.parametrize("other", [("--category", "interested"), ("--base-url", "http://127.0.0.1:9/api/v1")])
def test_each_server_and_filter_has_a_bookmark_of_its_own(other: tuple[str, ...], demo: Shell) -> None:
    assert demo(*WATCH).out == ""
    assert demo(*WATCH, *other, "--from-start").lines
    assert len(list(profiles.folder().glob("*.seen"))) == 2


def test_each_key_has_a_bookmark_of_its_own(demo: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    assert demo(*WATCH).out == ""
    del demo.options["api_key"]
    monkeypatch.setenv("FOXREACH_API_KEY", demo.sandbox.key)
    assert (demo(*WATCH, "--from-start").out, len(list(profiles.folder().glob("*.seen")))) == ("", 1)
    demo("auth", "login", "--profile", "two", stdin="otr_another\n")
    refused = demo(*WATCH, "--from-start", "--profile", "two")
    assert (refused.status, "what is seen is kept in" in refused.err) == (3, True)


def test_a_watch_says_what_it_goes_on_from(demo: Shell) -> None:
    first = demo(*WATCH)
    [mark] = profiles.folder().glob("*.seen")
    assert f"what is seen is kept in {mark}" in first.err
    again = demo(*WATCH, "--from-start")
    assert (again.out, again.err.count("\n")) == ("", 1)
    assert f"going on from {mark}, where --from-start has no effect" in again.err
    assert demo.sandbox.key not in mark.name + mark.read_text("utf-8")
