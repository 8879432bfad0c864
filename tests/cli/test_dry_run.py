"""A dry run refuses what the call refuses, and an address with a secret is neither shown nor stored."""

from __future__ import annotations

import pytest
from foxreach_shell import profiles

from tests.cli.shell import Shell

SECRET = "https://user:sekret@box.example.com/api/v1"


COMMANDS = [
    "auth login",
    "auth status",
    "doctor",
    "doctor -o json",
    "leads list",
    "leads delete x --dry-run",
    "leads upsert --email a@example.com --dry-run",
    "api GET /x --dry-run",
    "inbox watch",
    "probe --plan",
]


@pytest.mark.parametrize("more", [[], ["--dry-run"]])
@pytest.mark.parametrize(
    "path", ["leads", "https://evil.example/x", "//evil.example", "/a/../b", "/leads#x", "/é", "/a%2e%2e/%2e%2e/"]
)
def test_a_path_that_no_call_takes_is_refused(path: str, more: list[str], demo: Shell) -> None:
    done = demo("api", "GET", path, *more)
    assert (done.status, done.out, demo.sandbox.state.requests) == (2, "", []), done.out


@pytest.mark.parametrize(
    ("words", "repeat"),
    [
        ("api GET /leads --query a=1 --query a=2", "it only reads"),
        ("api PATCH /leads/x --json -", "it must not be repeated blindly"),
        ("api DELETE /leads/x", "it may be repeated"),
        ("leads upsert --email a@example.com", "it may be repeated"),
        ("leads create --email a@example.com", "it must not be repeated blindly"),
    ],
)
def test_a_dry_run_says_whether_the_call_may_be_repeated(words: str, repeat: str, demo: Shell) -> None:
    done = demo(*words.split(), "--dry-run", stdin='{"title": "CTO"}')
    assert (done.status, demo.sandbox.state.requests) == (0, [])
    assert done.out.splitlines()[-1].startswith(repeat)


def test_a_dry_run_of_any_call_shows_what_is_sent(demo: Shell) -> None:
    done = demo("api", "GET", "/leads", "--query", "a=ü", "--dry-run", "-o", "json")
    assert done.json["url"] == f"{demo.sandbox.url}/leads?a=%C3%BC"
    assert "json" not in done.json


def test_a_batch_is_checked_before_a_dry_run(demo: Shell) -> None:
    done = demo("leads", "import", "-", "--batch-size", "1001", "--dry-run", stdin="email\na@example.com\n")
    assert (done.status, done.out, "1 to 1000" in done.err) == (2, "", True), done.err


@pytest.mark.parametrize("url", [SECRET, "https://box.example.com/?sekret", "http://box.example.com/sekret"])
@pytest.mark.parametrize("words", COMMANDS)
def test_an_address_that_no_call_takes_is_not_shown_or_stored(words: str, url: str, shell: Shell) -> None:
    del shell.options["base_url"], shell.options["http_client"]
    done = shell(*words.split(), "--base-url", url, stdin="otr_x\n")
    assert (done.status, "sekret" in done.out + done.err) == (1 if "doctor" in words else 2, False), done.out + done.err
    assert "ddress must" in done.out + done.err
    assert not profiles.file().exists()
