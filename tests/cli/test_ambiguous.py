"""Command lines that say two things at once, and errors of one id among several."""

from __future__ import annotations

import json

import pytest

from tests.cli.shell import Shell

TWICE = [
    '{"email": "a@example.com", "firstName": "A", "first_name": "B"}',
    '{"email": "a@example.com", "title": "A", "title": "B"}',
    '{"email": "a@example.com", "customFields": {"x": 1, "x": 2}}',
]


@pytest.mark.parametrize("body", TWICE)
def test_a_field_that_json_has_twice_is_refused(body: str, shell: Shell) -> None:
    done = shell("leads", "create", "--json", "-", stdin=body)
    assert (done.status, shell.sandbox.state.requests, "twice" in done.err) == (2, [], True), done.err


def test_a_body_of_any_call_has_no_name_twice(shell: Shell) -> None:
    done = shell("api", "POST", "/leads", "--json", "-", stdin=TWICE[1])
    assert (done.status, shell.sandbox.state.requests) == (2, [])


def test_a_field_is_cleared_or_set(demo: Shell) -> None:
    first = demo.sandbox.state.leads[0]
    done = demo("leads", "update", first["id"], "--clear", "title", "--title", "x")
    assert (done.status, demo.sandbox.state.requests) == (2, [])
    assert "--clear" in done.err
    assert "title" in done.err


def test_an_error_tells_which_of_several_ids_it_is_about(demo: Shell) -> None:
    first = demo.sandbox.state.leads[0]["id"]
    done = demo("leads", "get", first, "cld_none")
    assert (done.status, done.err.startswith("foxr: cld_none: ")) == (4, True), done.err
    told = demo("leads", "get", first, "cld_none", "-o", "json")
    assert (told.error["id"], told.error["status"]) == ("cld_none", 404)
    alone = demo("leads", "get", "cld_none", "-o", "json")
    assert "id" not in json.loads(alone.err)


@pytest.mark.parametrize(
    ("more", "body", "kept"),
    [
        ([], None, {"Office": "Bonn", "Team": "7", "Desk": "3"}),
        (["--json", "-"], {"title": "CTO"}, {"Office": "Bonn", "Team": "7", "Desk": "3"}),
        (["--json", "-"], {"customFields": {"Team": 8}}, {"Team": 8, "Desk": "3"}),
        (["--json", "-"], {"custom_fields": None}, {"Desk": "3"}),
        (["--custom-fields", '{"Team": 8}'], None, {"Team": 8, "Desk": "3"}),
        (["--clear", "custom_fields"], None, {"Desk": "3"}),
    ],
)
def test_set_keeps_the_names_of_a_map_unless_the_whole_map_is_given(
    more: list[str], body: object, kept: dict[str, object], shell: Shell
) -> None:
    words = ["--set", "Office=Bonn", "--set", "Team=7", "-o", "json"]
    lead = shell("leads", "create", "--email", "a@example.com", *words).json["id"]
    command = ["leads", "update", lead, "--set", "Desk=3", *more, "-o", "json"]
    planned = shell(*command, "--dry-run", stdin=json.dumps(body))
    assert ("read first" in planned.err) == ("Office" in kept)
    done = shell(*command, stdin=json.dumps(body))
    assert (done.status, done.json["custom_fields"]) == (0, kept), done.err
