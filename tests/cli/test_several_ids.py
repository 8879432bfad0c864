"""Commands with several ids: results as they come, each failure with its id, and what was not tried."""

from __future__ import annotations

import httpx2
import pytest
from foxreach_sandbox import Fault
from foxreach_shell.text import harmless

from tests.cli.shell import Shell, Stream
from tests.cli.test_import import Stopping


class Flushed(Stream):
    """A stream that knows how much of it was flushed."""

    flushed = ""

    def flush(self) -> None:
        """Keep what a reader can see now."""
        self.flushed = self.getvalue()


def ids(shell: Shell, count: int) -> list[str]:
    """Return ids of leads."""
    return [lead["id"] for lead in shell.sandbox.state.leads[:count]]


def titles(shell: Shell) -> int:
    """Return how many leads have the new title."""
    return sum(lead["title"] == "CTO" for lead in shell.sandbox.state.leads)


@pytest.mark.parametrize(("status", "code"), [(429, 7), (401, 3), (403, 3)])
@pytest.mark.parametrize("kind", ["table", "json", "jsonl", "csv"])
def test_what_is_not_tried_after_an_error_of_key_or_quota_is_named(
    kind: str, status: int, code: int, demo: Shell
) -> None:
    first, second, *others = ids(demo, 4)
    faults = [None, Fault.status(status)]
    demo.sandbox.faults.always("leads.update", lambda _: faults.pop(0))
    done = demo("leads", "update", first, second, *others, "--title", "CTO", "-o", kind)
    assert (done.status, titles(demo)) == (code, 1), done.err
    assert first in done.out
    if kind == "json":
        assert (done.error["id"], done.error["not_tried"], len(done.json)) == (second, others, 1)
    else:
        assert done.err.startswith(f"foxr: {second}: ")
        assert done.err.endswith(f"foxr: not tried: {others[0]}, {others[1]}\n")


@pytest.mark.parametrize("kind", ["table", "json", "jsonl", "csv"])
@pytest.mark.parametrize("after", [False, True])
def test_an_interruption_leaves_the_results_and_names_the_rest(after: bool, kind: str, demo: Shell) -> None:
    first, second, third = ids(demo, 3)
    client = httpx2.Client(transport=Stopping(demo.sandbox.transport(), 2, after=after, fault=KeyboardInterrupt))
    done = demo("leads", "update", first, second, third, "--title", "CTO", "-o", kind, http_client=client)
    assert (done.status, titles(demo)) == (130, 1 + after), done.err
    assert first in done.out
    if kind == "json":
        assert [item["id"] for item in done.json] == [first]
        assert (done.error["id"], done.error["not_tried"]) == (second, [third])
    else:
        assert f"foxr: {second}: " in done.err
        assert f"not tried: {third}\n" in done.err


def test_a_fault_of_the_program_names_its_id_and_the_rest(demo: Shell) -> None:
    first, second, third = ids(demo, 3)
    client = httpx2.Client(transport=Stopping(demo.sandbox.transport(), 2, after=False, fault=ZeroDivisionError))
    done = demo("leads", "get", first, second, third, "-o", "json", http_client=client)
    assert (done.status, done.error["id"], done.error["not_tried"]) == (1, second, [third])
    assert [item["id"] for item in done.json] == [first]


@pytest.mark.parametrize("kind", ["json", "jsonl", "csv"])
def test_a_result_is_written_before_the_next_call(kind: str, demo: Shell) -> None:
    first, second = ids(demo, 2)
    out, seen, inner = Stream(), list[str](), demo.sandbox.transport()

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(out.getvalue())
        return inner.handle_request(request)

    client = httpx2.Client(transport=httpx2.MockTransport(answer))
    assert demo("leads", "get", first, second, "-o", kind, out=out, http_client=client).status == 0
    assert [first in each for each in seen] == [False, True]


@pytest.mark.parametrize("kind", ["table", "json", "jsonl", "csv"])
@pytest.mark.parametrize("bad", [0, 1, 2])
def test_an_error_is_on_a_line_of_its_own_beside_the_results(kind: str, bad: int, demo: Shell) -> None:
    both, given = Stream(), ids(demo, 2)
    given.insert(bad, "cld_none")
    apart = demo("leads", "get", *given, "-o", kind, "--fields", "id")
    assert demo("leads", "get", *given, "-o", kind, "--fields", "id", out=both, err=both).status == apart.status == 4
    lines = both.getvalue().splitlines()
    assert [line for line in lines if "cld_none" in line] == apart.err.splitlines()
    assert [line for line in lines if "cld_none" not in line] == apart.out.splitlines()
    if kind == "json":
        assert [each["id"] for each in apart.json] == [each for each in given if each != "cld_none"]


@pytest.mark.parametrize("kind", ["json", "jsonl", "csv"])
def test_a_page_ends_with_its_line_before_the_next_is_fetched(kind: str, demo: Shell) -> None:
    out, seen, inner = Flushed(), list[str](), demo.sandbox.transport()

    def answer(request: httpx2.Request) -> httpx2.Response:
        seen.append(out.flushed)
        return inner.handle_request(request)

    client = httpx2.Client(transport=httpx2.MockTransport(answer))
    assert demo("leads", "list", "--all", "--page-size", "1", "-o", kind, out=out, http_client=client).status == 0
    assert len(seen) > 2
    assert all(each.endswith("\n") for each in seen[1:])


@pytest.mark.parametrize("words", [["get"], ["delete"], ["update", "--title", "CTO"]])
def test_ids_that_all_fail_are_not_nothing_found(words: list[str], demo: Shell) -> None:
    done = demo("leads", *words, "cld_none", "cld_nobody")
    assert (done.status, done.out, done.err.count("foxr: "), "nothing found" in done.err) == (4, "", 2, False), done.err
    assert demo("leads", *words, "cld_none", "cld_nobody", "-o", "json").json == []


@pytest.mark.parametrize("bad", ["..", "a\x07b", ""])
def test_an_id_that_cannot_be_is_named_before_the_first_call(bad: str, demo: Shell) -> None:
    done = demo("leads", "delete", "cld_2", bad, "cld_3")
    assert (done.status, demo.sandbox.state.requests) == (2, [])
    assert harmless(f"{bad}: leads.delete") in done.err


def test_an_id_that_cannot_be_shown_before_mail_goes_out_is_named(demo: Shell) -> None:
    done = demo("campaigns", "start", "cmp_7", "cmp_none", terminal=True)
    assert done.status == 4
    assert "foxr: cmp_none: campaigns.get: 404" in done.err
    assert "not tried: cmp_7\n" in done.err


COMMANDS = [
    "campaigns remove-lead cmp_7",
    "campaigns remove-account cmp_7",
    "campaigns sequences delete cmp_7",
    "leads get",
]


@pytest.mark.parametrize("command", COMMANDS)
def test_the_last_argument_takes_ids_of_stdin(command: str, demo: Shell) -> None:
    client = httpx2.Client(transport=httpx2.MockTransport(lambda _: httpx2.Response(404, json={"detail": "none"})))
    done = demo(*command.split(), "-", "x_3", stdin="x_1\r\n\n x_2\n", http_client=client)
    assert (done.status, [line.split(":")[1] for line in done.err.splitlines()]) == (4, [" x_1", " x_2", " x_3"]), (
        done.err
    )


ALONE = [
    "campaigns sequences list -",
    "campaigns sequences create - --subject x --body y",
    "campaigns add-leads - --lead-ids cld_1 --yes",
    "inbox reply - --body x --yes",
    "campaigns remove-lead - cld_1",
]


@pytest.mark.parametrize("command", [*ALONE, "leads update - --json -", "leads get - -"])
@pytest.mark.parametrize("more", [[], ["--dry-run"]])
def test_no_dash_is_sent_as_an_id_or_read_twice(command: str, more: list[str], demo: Shell) -> None:
    more = [] if "list" in command or "get" in command else more
    done = demo(*command.split(), *more, stdin='{"title": "CTO"}')
    assert (done.status, demo.sandbox.state.requests, "- " in done.err) == (2, [], True), done.err


@pytest.mark.parametrize("count", [1, 2])
def test_ids_of_stdin_are_a_list_of_any_length(count: int, demo: Shell) -> None:
    given = ids(demo, count)
    done = demo("leads", "get", "-", "-o", "json", stdin="\n".join(given))
    assert [each["id"] for each in done.json] == given
    assert demo("leads", "get", given[0], "-o", "json").json["id"] == given[0]


def test_a_dry_run_of_several_ids_is_one_document(demo: Shell) -> None:
    done = demo("leads", "delete", "cld_2", "cld_3", "--dry-run", "-o", "json")
    assert [each["url"].rpartition("/")[2] for each in done.json] == ["cld_2", "cld_3"]
    assert [each["method"] for each in demo("leads", "delete", "-", "--dry-run", "-o", "json", stdin="x").json] == [
        "DELETE"
    ]
    assert demo("leads", "delete", "cld_2", "--dry-run", "-o", "json").json["method"] == "DELETE"
    assert len(demo("leads", "delete", "cld_2", "cld_3", "--dry-run", "-o", "jsonl").lines) == 2


@pytest.mark.parametrize("words", [["leads", "get"], ["leads", "delete"], ["campaigns", "start", "--yes"]])
@pytest.mark.parametrize("more", [[], ["--dry-run"], ["-o", "json"]])
def test_no_id_on_stdin_is_nothing_to_do(words: list[str], more: list[str], demo: Shell) -> None:
    if words[-1] == "get" and "--dry-run" in more:
        return
    done = demo(*words, "-", *more, stdin="\n")
    assert (done.status, "nothing to do" in done.err, demo.sandbox.state.requests) == (0, True, []), done.err
    assert done.out == ("[]\n" if more == ["-o", "json"] else "")


def test_mail_of_several_campaigns_waits_for_a_yes(demo: Shell) -> None:
    done = demo("campaigns", "start", "cmp_7", "cmp_16", stdin="n\n", terminal=True)
    assert (done.status, "cmp_7" in done.err, "cmp_16" in done.err) == (130, True, True), done.err
    assert {request["method"] for request in demo.sandbox.state.requests} == {"GET"}


@pytest.mark.parametrize("status", [408, 503])
def test_a_doubt_goes_before_the_first_failure(status: int, demo: Shell) -> None:
    faults = [Fault.status(404), Fault.status(status)]
    demo.sandbox.faults.always("campaigns.start", lambda _: faults.pop(0))
    done = demo("campaigns", "start", "--yes", "cmp_7", "cmp_16")
    assert (done.status, faults) == (6, []), done.err
