"""The program around the commands: words, usage, output, terminals, and errors that nobody expected."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import httpx2
import pytest
from foxreach_sandbox import Fault
from foxreach_shell import failures, main, tree
from foxreach_shell.text import cut, harmless, width

from tests.cli.arguments import words_of
from tests.cli.shell import Shell
from tests.client.cases import OPERATIONS

EVIL = "Eve\x1b]0;owned\x07\x1b[2J\u202etxt.exe\x9b31m"
GOLDEN = Path(__file__).with_name("help.txt")
COMMANDS = [words for words, _ in tree.leaves(tree.tree())]


def test_each_operation_has_a_command() -> None:
    assert {tuple(words_of(operation)) for operation in OPERATIONS} <= set(COMMANDS)


def test_the_help_of_every_command_is_as_written(shell: Shell, request: pytest.FixtureRequest) -> None:
    found = "".join(f"{shell(*words, '--help').out}\n{'-' * 80}\n" for words in [(), *COMMANDS])
    if os.environ.get("FOXR_UPDATE"):
        GOLDEN.write_text(found, "utf-8")
    assert found == GOLDEN.read_text("utf-8")


def test_help_fits_a_narrow_terminal(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = [line for words in COMMANDS for line in shell(*words, "--help").out.splitlines()]
    long = [line for line in lines if len(line) > 60 and "unknown whether" not in line and "done   1" not in line]
    assert not [line for line in long if not line.lstrip().startswith(("-", "usage")) and "completion" not in line]


def test_help_loads_no_client_and_no_http() -> None:
    program = "import sys; from foxreach_shell.main import main; main(['leads', 'list', '--help']); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.splitlines()[-1].split())
    heavy = {"httpx2", "msgspec", "json", "typing", "dataclasses", "foxreach_client.client", "foxreach_client.models"}
    assert not loaded & heavy


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        ([], 2, "usage: foxr COMMAND"),
        (["leads"], 2, "usage: foxr leads COMMAND"),
        (["leads", "lst"], 2, "Did you mean 'list'?"),
        (["-o", "json", "leads", "list"], 2, "Options come behind the command"),
        (["leads", "get"], 2, "LEAD_ID"),
        (["leads", "list", "--limit", "0"], 2, "must be 1 or more"),
        (["leads", "list", "--status", "actve"], 2, "must be one of active"),
        (["leads", "list", "--fields", "mood"], 2, "is no field"),
        (["leads", "create"], 2, "--email must be given"),
        (["leads", "update", "cld_1"], 2, "nothing to update"),
        (["leads", "update", "cld_1", "--set", "x"], 2, "NAME=TEXT"),
        (["leads", "update", "cld_1", "--json", "/nowhere"], 2, "No such file"),
        (["leads", "get", ".."], 2, "lead_id"),
        (["schema", "no.such"], 2, "There is no operation"),
    ],
)
def test_wrong_usage_is_told_in_one_line(arguments: list[str], status: int, words: str, shell: Shell) -> None:
    done = shell(*arguments)
    assert done.status == status
    assert words in done.err
    assert (done.out, "Traceback" in done.err) == ("", False)
    assert shell.sandbox.state.requests == []


def test_without_a_key_the_status_is_3(shell: Shell) -> None:
    del shell.options["api_key"]
    done = shell("leads", "list", "-o", "json")
    assert done.status == 3
    assert "foxr auth login" in done.error["detail"]


def test_a_fault_of_the_program_is_no_traceback(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("jane@example.com")

    monkeypatch.setattr("foxreach_shell.output.write_list", broken)
    done = shell("leads", "list")
    assert done.status == 1
    assert "fault of the program: ZeroDivisionError (tests.cli" in done.err
    assert "jane" not in done.err


def test_output_in_each_format_has_the_same_values(demo: Shell) -> None:
    fields = ["--fields", "email,tags,custom_fields", "--all"]
    items = demo("leads", "list", *fields, "-o", "json").json
    assert len(items) > 2
    assert demo("leads", "list", *fields, "-o", "jsonl").lines == items
    rows = list(csv.DictReader(io.StringIO(demo("leads", "list", *fields, "-o", "csv").out)))
    assert [row["email"] for row in rows] == [item["email"] for item in items]
    table = demo("leads", "list", *fields).out.splitlines()
    assert [line.split()[0] for line in table] == ["EMAIL", *(item["email"] for item in items)]


def test_a_limit_costs_one_call_and_says_what_is_left_out(shell: Shell) -> None:
    rows = "email\n" + "".join(f"p{number}@example.com\n" for number in range(230))
    assert shell("leads", "import", "-", stdin=rows).status == 0
    for arguments, count, calls in ((["--limit", "7"], 7, 1), ([], 100, 1), (["--all"], 230, 3)):
        before = len(shell.sandbox.state.requests)
        done = shell("leads", "list", *arguments, "-o", "jsonl")
        assert (len(done.lines), len(shell.sandbox.state.requests) - before) == (count, calls)
        assert ("100 of 230" in done.err) is (arguments == [])


@pytest.mark.parametrize("rich", [True, False])
@pytest.mark.parametrize("columns", [20, 40, 80, 200])
def test_a_table_fits_its_terminal_and_escapes_are_harmless(
    columns: int, rich: bool, shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not rich:
        monkeypatch.setitem(sys.modules, "rich.console", None)
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setenv("NO_COLOR", "1")
    for number in range(3):
        shell("leads", "create", "--email", f"p{number}@example.com", "--first-name", EVIL, "--company", "株式会社" * 9)
    for arguments in (
        ["list"],
        ["get", shell.sandbox.state.leads[0]["id"]],
        ["list", "-o", "json"],
        ["list", "-o", "csv"],
    ):
        done = shell("leads", *arguments, terminal=True)
        assert done.status == 0, done.err
        assert all(character.isprintable() or character == "\n" for character in done.out), arguments
        if "-o" not in arguments:
            assert max(map(width, done.out.splitlines())) <= columns
    assert json.loads(shell("leads", "list", "-o", "json").out)[0]["first_name"] == EVIL
    monkeypatch.delenv("NO_COLOR")
    assert "\x1b[1m" in shell("leads", "list", terminal=True).out
    assert "\x1b" not in shell("leads", "list").out


@pytest.mark.parametrize("status", [400, 404, 409, 422, 500])
def test_a_name_in_an_error_is_harmless(status: int, shell: Shell) -> None:
    lead = shell("leads", "create", "--email", "a@example.com", "-o", "json").json["id"]
    shell.sandbox.faults.always("leads.get", Fault.status(status, body={"detail": f"{EVIL} is no lead"}))
    shown = shell("leads", "get", lead, terminal=True)
    told = shell("leads", "get", lead, "-o", "json", terminal=True)
    assert told.error["detail"] == f"{EVIL} is no lead"
    for done in (shown, told):
        assert done.status not in (0, 2)
        assert all(character.isprintable() or character == "\n" for character in done.out + done.err), done.err


def test_a_rejected_row_and_a_file_are_harmless(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "leads\x1b[2J.csv"
    path.write_text(f"email,{EVIL}\n{EVIL},x,{EVIL}\n", "utf-8")
    for words in (["import", str(path)], ["import", str(path), "--dry-run"], ["import", f"{path}.none"], ["get", EVIL]):
        done = shell("leads", *words, terminal=True)
        printed = (done.out + done.err).replace("\r\x1b[K", "")  # Of the progress.
        assert (done.status == 0, all(each.isprintable() or each == "\n" for each in printed)) == (False, True), printed


def test_text_is_cut_by_columns_and_made_visible() -> None:
    assert harmless("a\x1bb\nc\u202e") == "a\\x1bb\\nc\\u202e"
    assert [width(cut("株式会社", most)) for most in (8, 7, 4, 1)] == [8, 7, 3, 1]


def test_several_ids_are_each_told_and_one_failure_stops_no_other(demo: Shell) -> None:
    first, second = (lead["id"] for lead in demo.sandbox.state.leads[:2])
    done = demo("leads", "get", first, "cld_none", second, "-o", "jsonl")
    assert [item["id"] for item in done.lines] == [first, second]
    assert (done.status, done.err.count("404")) == (4, 1)
    again = demo("leads", "delete", "-", stdin=f"{first}\n\n{second}\n", terminal=False)
    assert again.status == 0, again.err
    assert demo("leads", "get", first).status == 4


def test_an_update_clears_and_merges(shell: Shell) -> None:
    made = shell(
        "leads", "create", "--email", "a@example.com", "--phone", "1", "--set", "A=1", "--set", "B:=2", "-o", "json"
    )
    done = shell("leads", "update", made.json["id"], "--clear", "phone", "--set", "A=x", "-o", "json").json
    assert (done["phone"], done["custom_fields"]) == (None, {"A": "x", "B": 2})
    new = shell("leads", "upsert", "--email", "A@example.com", "--title", "CTO", "-o", "json")
    assert (new.json["title"], "it was there" in new.err, len(shell.sandbox.state.leads)) == ("CTO", True, 1)


@pytest.mark.parametrize(("work", "settled"), [(True, "unknown"), (False, "not_observed")])
def test_a_doubt_is_6_and_says_what_a_read_found(work: bool, settled: str, shell: Shell) -> None:
    shell.sandbox.faults.next("leads.create", 1, Fault.status(500, after_work=work))
    done = shell("leads", "create", "--email", "a@example.com", "-o", "json")
    assert (done.status, done.error["settled"], done.error["class"]) == (6, settled, "ServerError")
    shell.sandbox.faults.next("leads.create", 1, Fault.close(after_work=work))
    told = shell("leads", "create", "--email", "b@example.com")
    assert told.status == 6
    assert failures.SETTLED[settled] in told.err


def test_an_interrupt_during_a_call_is_looked_up(shell: Shell) -> None:
    class Interrupting(httpx2.BaseTransport):
        def handle_request(self, request: httpx2.Request) -> httpx2.Response:
            response = shell.http_client._transport.handle_request(request)  # pyright: ignore[reportPrivateUsage]
            if request.method == "POST":
                raise KeyboardInterrupt
            return response

    client = httpx2.Client(transport=Interrupting())
    done = shell("leads", "create", "--email", "a@example.com", http_client=client)
    assert done.status == 130
    assert failures.SETTLED["unknown"] in done.err
    assert len(shell.sandbox.state.leads) == 1
    before = shell("leads", "list", http_client=httpx2.Client(transport=httpx2.MockTransport(interrupt)))
    assert (before.status, before.err) == (130, "foxr: interrupted\n")


def interrupt(request: httpx2.Request) -> httpx2.Response:
    """Be a person who presses Ctrl-C."""
    raise KeyboardInterrupt


def test_a_pipe_that_closes_early_ends_quietly(shell: Shell) -> None:
    program = "from foxreach_shell.main import main; import sys; sys.exit(main(['schema', '-o', 'json']))"
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run([sys.executable, "-c", program], stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_help_of_a_command_begins_as_the_list_of_commands_says(shell: Shell) -> None:
    for words, leaf in tree.leaves(tree.tree()):
        told = " ".join(shell(*words, "--help").out.split("\n\n")[1].split())
        assert told.rstrip(".").startswith(tree.summary_of(words, leaf).rstrip(".")), words


def test_known_values_of_an_open_enumeration_are_named_and_others_taken(demo: Shell) -> None:
    assert "such as api, csv_import, manual" in " ".join(demo("leads", "create", "--help").out.split())
    assert demo("complete", "leads", "create", "--source").out.split() == ["api", "csv_import", "manual"]
    rows = demo("schema", "leads.create").out
    assert "api|csv_import|manual" in rows
    assert "active|bounced|" in rows
    assert demo("leads", "create", "--email", "a@example.com", "--source", "another", "--dry-run").status == 0


def test_all_pages_from_a_later_one_are_all(demo: Shell) -> None:
    done = demo("leads", "list", "--page", "2", "--page-size", "2", "--all", "-o", "jsonl")
    assert (done.status, "--all" in done.err) == (0, False), done.err


def test_a_program_that_is_not_there_is_found_out_before_the_first_look(demo: Shell) -> None:
    done = demo("inbox", "watch", "--exec", "/nowhere/nosuch --x", "--looks", "1")
    assert (done.status, "/nowhere/nosuch" in done.err, demo.sandbox.state.requests) == (2, True, []), done.err


def test_completion_offers_commands_options_and_values(shell: Shell) -> None:
    def offered(*words: str) -> list[str]:
        return shell("complete", *words).out.split()

    assert {"leads", "auth", "completion"} <= set(offered())
    assert {"list", "import", "get"} <= set(offered("leads"))
    assert "--status" in offered("leads", "list")
    assert offered("leads", "list", "--status") == ["active", "bounced", "unsubscribed", "replied"]
    assert offered("leads", "list", "-o") == ["csv", "json", "jsonl", "table"]
    assert offered("nowhere", "at") == []
    assert offered("completion") == ["bash", "fish", "zsh", "--help"]
    assert offered("completion", "bash") == ["--help"]
    methods = ["GET", "POST", "PUT", "PATCH", "DELETE"]
    assert offered("api")[:6] == [*methods, "--base-url"]
    assert offered("api", "--profile", "x", "--dry-run")[:5] == methods
    assert offered("api", "GET", "/leads")[0] == "--base-url"
    assert offered("leads", "import", "-")[0].startswith("--")


SHELLS = {  # A script that prints what is offered for the last of the words $1, $2, ...; "files" for names of files.
    "bash": """eval "$(foxr completion bash)"; COMP_WORDS=(foxr "$@"); COMP_CWORD=$#; _foxr
        echo "${COMPREPLY[@]:-files}" """,
    "zsh": """compdef() {}; _files() { echo files }; compadd() { print -l ${(M)found:#${words[-1]}*} }
        eval "$(foxr completion zsh)"; words=(foxr "$@"); CURRENT=$#words; _foxr""",
    "fish": """foxr completion fish | source; touch lead.csv
        complete -C "foxr $argv" | string replace -r '\\t.*' '' | string replace lead.csv files""",
}


@pytest.mark.parametrize(
    "kind", [each if shutil.which(each) else pytest.param(each, marks=pytest.mark.skip) for each in SHELLS]
)
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["leads", "li"], ["list"]),
        (["leads", "import", "lead"], ["files"]),
        (["leads", "import", "x.csv", "--rejected", "lead"], ["files"]),
        (["completion", "z"], ["zsh"]),
    ],
)
def test_a_shell_completes(kind: str, words: list[str], offered: list[str], tmp_path: Path) -> None:
    program = tmp_path / "foxr"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m foxreach_shell "$@"\n', "utf-8")
    program.chmod(0o755)
    environ = {**os.environ, "PATH": os.pathsep.join([str(tmp_path), os.environ["PATH"]]), "HOME": str(tmp_path)}
    command = [kind, "-c", SHELLS[kind], *(["foxr"] if kind != "fish" else []), *words]
    done = subprocess.run(command, env=environ, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.stdout.split() == offered, done.stderr


def test_the_version_is_that_of_the_client(shell: Shell) -> None:
    from foxreach_client import __version__

    assert shell("--version").out == f"foxr {__version__}\n"
    assert main.main is not None
