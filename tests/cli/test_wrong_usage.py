"""What a person can mend is told in a sentence with status 2, and nothing is sent."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from foxreach_shell import profiles
from foxreach_shell.main import main

from tests.cli.shell import Done, Shell, Stream


def refused(shell: Shell, done: Done, words: str, status: int = 2) -> bool:
    """Return whether a command said *words* and sent nothing."""
    assert (done.status, words in done.err, shell.sandbox.state.requests) == (status, True, []), done
    return True


@pytest.mark.parametrize(
    ("command", "words"),
    [
        (("inbox", "watch", "--exec", '"unclosed'), "--exec: a quote is not closed"),
        (("leads", "import", "FILE", "--encoding", "rot13"), "'rot13' is no encoding"),
        (("leads", "import", "FILE", "--encoding", "base64"), "'base64' is no encoding"),
        (("webhooks", "listen", "--port", "99999", "--secret-file", "FILE"), "--port: must be 0 to 65535"),
        (("webhooks", "listen", "--port", "x", "--secret-file", "FILE"), "--port: is not a whole number"),
        (("webhooks", "verify", "FILE", "--signature", "00", "--secret-file", "BINARY"), "is not UTF-8"),
    ],
)
def test_what_a_person_can_mend_is_told(command: tuple[str, ...], words: str, shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "FILE").write_text("email\n", "utf-8")
    (tmp_path / "BINARY").write_bytes(b"\xff\xfe\x80")
    assert refused(shell, shell(*[str(tmp_path / each) if each.isupper() else each for each in command]), words)


@pytest.mark.parametrize("command", [("leads", "list"), ("schema",), ("leads", "list", "-o", "json")])
def test_a_stdout_that_is_closed_is_told(
    command: tuple[str, ...], shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    err = Stream()
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", err)
    assert refused(shell, Done(main(command, **shell.options), "", err.getvalue()), "stdout is closed")


def test_other_streams_may_be_closed(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    out = Stream()
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", None)
    assert main(("nowhere",), **shell.options) == 2
    sys.stderr.close()  # What took its place.
    err = Stream()
    monkeypatch.setattr(sys, "stderr", err)
    monkeypatch.setattr(sys, "stdin", None)
    assert main(("auth", "login", "--profile", "z"), **shell.options) == 3
    sys.stdin.close()
    assert "Nothing was stored" in err.getvalue()


@pytest.mark.parametrize(
    ("command", "words", "status"),
    [
        (("api", "GET", "/leads", "--json", "-"), "GET takes no body: leave out --json", 2),
        (("api", "GET", "/leads", "--query", "=x"), "--query: write NAME=TEXT", 2),
        (("api", "GET", "/leads?x=1"), "write parameters as --query NAME=TEXT", 2),
        (("leads", "list", "--base-url", "http://box.example.com/api/v1"), "FOXREACH_ALLOW_HTTP=1 allows http", 2),
        (("leads", "list", "--base-url", "nonsense"), "The server's address must be an absolute URL", 2),
        (("auth", "login", "--profile", "a\nb"), "--profile: a name is", 2),
        (("auth", "login", "--profile", "x" * 101), "--profile: a name is", 2),
        (("auth", "login", "--base-url", "javascript:x"), "The server's address must be an absolute URL", 2),
        (("schema", "nowhere.at_all"), "There is no operation or command 'nowhere.at_all'", 2),
        (("schema", "auth login"), "`foxr auth login` makes no call of one operation", 2),
    ],
)
def test_what_cannot_work_is_refused(command: tuple[str, ...], words: str, status: int, shell: Shell) -> None:
    del shell.options["base_url"], shell.options["http_client"]
    assert refused(shell, shell(*command, stdin="{}"), words, status)
    assert "base_url" not in shell(*command, stdin="{}").err
    assert not profiles.file().exists()


def test_a_key_of_any_length_is_not_stored(shell: Shell) -> None:
    done = shell("auth", "login", stdin="x" * 5_000)
    assert (done.status, "at most 4,096" in done.err, profiles.file().exists()) == (3, True, False)


@pytest.mark.parametrize("name", ["leads.upsert", "inbox.reply", "leads import", "inbox.watch", "leads.export"])
def test_the_schema_of_a_command_is_that_of_its_operation(name: str, shell: Shell) -> None:
    done = shell("schema", name, "-o", "json")
    assert (done.status, done.json["path"][0]) == (0, "/")


def test_the_doctor_tells_an_address_and_a_file_that_are_broken(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("api_key", "base_url", "http_client"):
        del shell.options[name]
    monkeypatch.setenv("FOXREACH_BASE_URL", "nonsense")
    bad = shell("doctor")
    assert (bad.status, "FAIL  server    The server's address must be an absolute URL" in bad.out) == (1, True)
    profiles.folder().mkdir()
    profiles.file().write_text("{", "utf-8")
    profiles.file().chmod(0o600)
    monkeypatch.delenv("FOXREACH_BASE_URL")
    done = shell("doctor")
    assert (done.status, "FAIL  server" in done.out, "profiles.json is not JSON" in done.out) == (1, True, True)
    done = shell("doctor", "--base-url", shell.sandbox.url, http_client=shell.http_client)
    assert (done.status, "FAIL  key" in done.out, "profiles.json is not JSON" in done.out) == (3, True, True)


def test_a_dry_run_says_only_what_is_so(shell: Shell) -> None:
    update = ("leads", "update", "cld_1", "--set", "b=2", "--dry-run")
    assert "other names are read first" in shell(*update).err
    assert "read first" not in shell(*update, "--custom-fields", '{"a": 1}').err


def test_a_profile_goes_to_its_own_server_else_to_that_of_the_environment(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("api_key", "base_url"):
        del shell.options[name]
    shell("auth", "login", stdin="otr_one\n")
    shell("auth", "login", "--profile", "box", "--base-url", "https://box.example.com", stdin="otr_two\n")
    monkeypatch.setenv("FOXREACH_BASE_URL", "https://other.example.com")
    for command in (("auth", "status"), ("auth", "status", "--profile", "default")):
        assert "https://other.example.com" in shell(*command).out
    assert "https://box.example.com" in shell("auth", "status", "--profile", "box").out
    monkeypatch.setenv("FOXR_PROFILE", "box")
    assert "https://box.example.com" in shell("auth", "status").out
    assert "https://third.example.com" in shell("auth", "status", "--base-url", "https://third.example.com").out


def test_one_row_is_one_row(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "list.jsonl").write_text('{"email": "a@example.com"}\nno\n', "utf-8")
    done = shell("leads", "import", str(tmp_path / "list.jsonl"), "--rejected", str(tmp_path / "rejected.csv"))
    assert "1 rejected row, with the reason:" in done.err
    assert "is not JSON" in (tmp_path / "rejected.csv").read_text("utf-8")
    assert "1 row in" in shell("leads", "export", str(tmp_path / "all.csv")).err


def test_a_required_column_that_is_left_out_is_named(shell: Shell, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text("email,name\na@example.com,A\n", "utf-8")
    done = shell("leads", "import", str(tmp_path / "list.csv"), "--map", "email=")
    assert refused(shell, done, '--map "email=" leaves out email, which each row must have')


def test_a_server_that_is_not_there_is_a_matter_for_the_doctor(shell: Shell) -> None:
    del shell.options["http_client"]
    done = shell("leads", "list", base_url="http://127.0.0.1:9/api/v1")
    assert refused(shell, done, "`foxr doctor` tries the address and the connection", 1)


@pytest.mark.parametrize(
    ("output", "as_json"),
    [
        (("-o", "json"), True), (("-ojson",), True), (("--output=json",), True), (("-o", "jsonl", "-o", "json"), True),
        (("-o", "jsonl"), False), (("-o", "json", "-o", "table"), False), ((), False),
    ],
)  # fmt: skip
def test_an_error_is_json_if_the_output_is(output: tuple[str, ...], as_json: bool, shell: Shell) -> None:
    done = shell("leads", "create", "--json", "no-such.jsonl", *output)
    assert (done.status, done.err.startswith("{")) == (2, as_json)


@pytest.mark.parametrize(
    ("content", "status", "words"),
    [
        ('{"profiles": {"default": 5}}', 2, "has no profiles"),
        ('{"profiles": {"default": null}}', 2, "has no profiles"),
        ('{"profiles": []}', 2, "has no profiles"),
        ("[" * 100_000, 2, "is not JSON"),
        ('{"profiles": {"default": {"key": 5}}}', 3, "The key of the profile default cannot be read"),
        ('{"profiles": {"default": {"key": "otr_x", "base_url": 5}}}', 2, "must be an absolute URL"),
    ],
)
@pytest.mark.parametrize("command", [("leads", "list"), ("inbox", "watch", "--looks", "1")])
def test_a_file_of_profiles_that_somebody_edited_is_told(
    command: tuple[str, ...], content: str, status: int, words: str, shell: Shell
) -> None:
    for name in ("api_key", "base_url"):
        del shell.options[name]
    profiles.folder().mkdir()
    profiles.file().write_text(content, "utf-8")
    profiles.file().chmod(0o600)
    assert refused(shell, shell(*command), words, status)


@pytest.mark.parametrize("content", ["", "\n"])
def test_an_empty_secret_is_none(content: str, shell: Shell, tmp_path: Path) -> None:
    for name in ("body", "secret"):
        (tmp_path / name).write_text(content, "utf-8")
    body, secret = str(tmp_path / "body"), str(tmp_path / "secret")
    words = ("webhooks", "verify", body, "--signature", "00", "--secret-file", secret)
    assert refused(shell, shell(*words), "There is no secret")
