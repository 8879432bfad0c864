"""The commands written by hand: keys, doctor, mail that waits for a yes, watching, deliveries, other calls."""

from __future__ import annotations

import hashlib
import hmac
import json
import socket
import stat
import sys
import threading
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import httpx2
import pytest
from foxreach_sandbox import Fault
from foxreach_shell import deliveries, profiles, watch
from foxreach_shell.listening import Listener

from tests.cli.shell import Done, Shell
from tests.sandbox.asking import ask

KEY = "otr_s3cretKey"


def test_a_key_is_stored_for_its_owner_alone(shell: Shell) -> None:
    del shell.options["api_key"], shell.options["base_url"]
    url = shell.sandbox.url
    done = shell("auth", "login", "--profile", "box", "--base-url", url, stdin=f"\ufeff{shell.sandbox.key}\r\n")
    assert done.status == 0, done.err
    assert shell.sandbox.key not in done.out + done.err
    assert stat.S_IMODE(profiles.file().stat().st_mode) == 0o600
    assert stat.S_IMODE(profiles.folder().stat().st_mode) == 0o700
    assert shell("leads", "list", "--profile", "box").status == 0
    status = shell("auth", "status", "--profile", "box")
    assert url in status.out
    assert shell.sandbox.key not in status.out
    for mode in (0o640, 0o604):
        profiles.file().chmod(mode)
        refused = shell("leads", "list", "--profile", "box")
        assert (refused.status, "chmod 600" in refused.err) == (3, True)
    profiles.file().chmod(0o600)
    assert shell("auth", "logout", "--profile", "box").status == 0
    assert shell.sandbox.key not in profiles.file().read_text("utf-8")
    assert shell("leads", "list", "--profile", "box").status == 3
    assert shell("auth", "logout").status == 2


@pytest.mark.parametrize("key", ["", "two words", "schlüssel", "a\x07b"])
def test_a_key_that_no_request_could_carry_is_not_stored(key: str, shell: Shell) -> None:
    done = shell("auth", "login", stdin=f"{key}\n")
    assert (done.status, profiles.file().exists()) == (3, False)
    assert not key or key not in done.err


def test_the_environment_goes_before_the_default_profile(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    del shell.options["api_key"]
    shell("auth", "login", stdin="otr_wrong\n")
    assert shell("leads", "list").status == 3
    monkeypatch.setenv("FOXREACH_API_KEY", shell.sandbox.key)
    assert shell("leads", "list").status == 0
    assert "FOXREACH_API_KEY" in shell("auth", "status").out
    assert shell("leads", "list", "--profile", "default").status == 3


def test_no_command_takes_a_key_as_an_argument(shell: Shell) -> None:
    for words in (["auth", "login"], ["leads", "list"]):
        done = shell(*words, "--api-key", KEY)
        assert done.status == 2


class Ring:
    """A keyring of the system."""

    priority = 5

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_keyring(self) -> Ring:
        """Return the backend."""
        return self

    def set_password(self, service: str, name: str, key: str) -> None:
        """Store a key."""
        self.kept[service, name] = key

    def get_password(self, service: str, name: str) -> str | None:
        """Return a key."""
        return self.kept.get((service, name))

    def delete_password(self, service: str, name: str) -> None:
        """Remove a key."""
        del self.kept[service, name]


def test_a_keyring_keeps_the_key_out_of_the_file(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    ring = Ring()
    monkeypatch.setitem(sys.modules, "keyring", ring)
    monkeypatch.delenv("FOXR_KEYRING")
    del shell.options["api_key"]
    assert "keyring" in shell("auth", "login", stdin=f"{shell.sandbox.key}\n").err
    assert shell.sandbox.key not in profiles.file().read_text("utf-8")
    assert shell("leads", "list").status == 0
    assert shell("auth", "logout").status == 0
    assert ring.kept == {}


def test_the_doctor_names_what_is_wrong(shell: Shell) -> None:
    done = shell("doctor", "-o", "json")
    found = {each["check"]: each["ok"] for each in done.json}
    assert done.status == 0, done.out
    assert {"versions", "proxy", "server", "key"} <= set(found)
    assert all(found.values())
    bad = shell("doctor", api_key="otr_wrong")
    assert (bad.status, "FAIL  key" in bad.out) == (3, True)
    shell.sandbox.faults.always("*", Fault.status(503))
    assert shell("doctor").status == 1


def test_the_doctor_sees_a_server_that_is_not_there(shell: Shell) -> None:
    del shell.options["http_client"]
    done = shell("doctor", "--base-url", "http://127.0.0.1:9/api/v1", base_url="http://127.0.0.1:9/api/v1")
    assert (done.status, "FAIL  network" in done.out) == (1, True)


def campaign(shell: Shell) -> str:
    """Make a campaign that can start."""
    made = shell("campaigns", "create", "--name", "Spring\x1b[2J", "-o", "json").json["id"]
    step = ["campaigns", "sequences", "create", made, "--subject", "Hi", "--body", "Hello"]
    assert shell(*step).status == 0, shell(*step).err
    return str(made)


def started(shell: Shell, which: str) -> bool:
    """Return whether the campaign is active."""
    return bool(shell("campaigns", "get", which, "-o", "json").json["status"] == "active")


def test_mail_waits_for_a_yes_of_a_person(shell: Shell) -> None:
    which = campaign(shell)
    script = shell("campaigns", "start", which, stdin="y\n")
    assert (script.status, "--yes" in script.err, started(shell, which)) == (2, True, False)
    done = script
    for answer in ("n\n", "\n", ""):
        done = shell("campaigns", "start", which, stdin=answer, terminal=True)
        assert (done.status, started(shell, which)) == (130, False)
    assert "total leads: 0" in done.err
    assert "steps: 1" in done.err
    assert "\x1b" not in done.err
    assert "It sends e-mails" in done.err
    assert shell("campaigns", "start", which, stdin="y\n", terminal=True).status == 0
    assert started(shell, which)


def test_a_reply_comes_from_a_file_and_goes_out_once(demo: Shell, tmp_path: Path) -> None:
    which = demo("inbox", "list-threads", "--limit", "1", "-o", "json").json[0]["id"]
    text = tmp_path / "reply.txt"
    text.write_text("Thank you.\n", "utf-8")
    before = len(demo.sandbox.state.sent)
    assert demo("inbox", "reply", which, "--body-file", str(text), "--yes").status == 0
    assert len(demo.sandbox.state.sent) == before + 1
    assert demo.sandbox.state.sent[-1]["body"].strip() == "Thank you."


def test_a_watch_tells_each_new_object_once_through_outages(
    demo: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads = demo("inbox", "list-threads", "-o", "json", "--all").json
    mark = tmp_path / "seen"
    command = ["inbox", "watch", "--bookmark", str(mark)]
    waits = list[float]()
    monkeypatch.setattr(watch, "sleep", waits.append)
    assert demo(*command, "--looks", "1").out == ""
    seen = json.loads(mark.read_text("utf-8"))
    mark.write_text(json.dumps(seen[1:]), "utf-8")
    demo.sandbox.faults.next("inbox.list_threads", 2, Fault.status(503))
    done = demo(*command, "--looks", "4", "--every", "10")
    assert [item["id"] for item in done.lines] == seen[:1]
    assert waits == [10.0, 20.0, 10.0]
    assert done.err.count("503") == 2
    assert mark.stat().st_mode & 0o077 == 0
    assert len(threads) == len(seen)


def test_a_watch_forgets_what_left_the_list_and_waits_for_no_longer_than_five_minutes(
    demo: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark, waits = tmp_path / "seen", list[float]()
    monkeypatch.setattr(watch, "sleep", waits.append)
    mark.write_text('["gone"]', "utf-8")
    demo.sandbox.faults.next("inbox.list_threads", 4, Fault.status(503))
    command = ["inbox", "watch", "--bookmark", str(mark), "--looks", "5", "--every", "100"]
    assert demo(*command).status == 0
    assert waits == [100.0, 200.0, 300.0, 300.0]
    assert "gone" not in json.loads(mark.read_text("utf-8"))


def test_what_a_watch_runs_reads_the_object_from_stdin_and_no_shell_does(demo: Shell, tmp_path: Path) -> None:
    target = tmp_path / "out"
    program = f"import sys, pathlib; pathlib.Path({str(target)!r}).open('a').write(sys.stdin.read()); print(sys.argv)"
    script = tmp_path / "run.py"
    script.write_text(program, "utf-8")
    mark = str(tmp_path / "seen")
    run = f"{sys.executable} {script} '; touch {tmp_path}/owned' $(touch {tmp_path}/owned)"
    done = demo("inbox", "watch", "--from-start", "--looks", "1", "--bookmark", mark, "--exec", run)
    assert done.status == 0, done.err
    ids = {json.loads(line)["id"] for line in target.read_text("utf-8").splitlines()}
    assert ids == {thread["id"] for thread in demo("inbox", "list-threads", "--all", "-o", "json").json}
    assert not (tmp_path / "owned").exists()


def test_a_name_with_shell_characters_is_data_for_what_a_watch_runs(demo: Shell, tmp_path: Path) -> None:
    name = f"$(touch {tmp_path}/owned) `touch {tmp_path}/owned`; touch {tmp_path}/owned\n' \" & | > {tmp_path}/owned"
    page = ask(demo.sandbox, "GET", "/inbox/threads?pageSize=1").body
    page["data"][0] |= dict.fromkeys(("subject", "bodyPlain"), name)
    page["meta"] |= {"total": 1, "totalPages": 1}
    demo.sandbox.faults.always("inbox.list_threads", Fault.answer(page))
    run = f"sh -c 'cat >> {tmp_path}/out; echo \"$0 $*\" >> {tmp_path}/arguments'"
    mark = str(tmp_path / "seen")
    words = ("inbox", "watch", "--from-start", "--looks", "1", "--bookmark", mark, "--exec", run)
    done = demo(*words)
    assert done.status == 0, done.err
    [line] = (tmp_path / "out").read_text("utf-8").splitlines()
    assert json.loads(line)["subject"] == name
    assert (tmp_path / "arguments").read_text("utf-8") == "sh \n"
    assert not (tmp_path / "owned").exists()


BODY = b'{"event": "lead.created", "timestamp": "2026-01-02T03:04:05Z", "data": {}}'


def signed(secret: str, body: bytes = BODY) -> str:
    """Return the signature of a delivery."""
    return hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def test_a_delivery_is_verified(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    body = tmp_path / "body"
    body.write_bytes(BODY)
    assert shell("webhooks", "verify", str(body), "--signature", "00").status == 2
    monkeypatch.setenv(deliveries.SECRET, "whsec")
    good = shell("webhooks", "verify", str(body), "--signature", signed("whsec"))
    assert (good.status, good.json["event"]) == (0, "lead.created")
    assert shell("webhooks", "verify", str(body), "--signature", signed("other")).status == 1


@contextmanager
def listening(
    shell: Shell, secret: str, count: int, monkeypatch: pytest.MonkeyPatch
) -> Generator[tuple[str, list[Done]]]:
    """Receive *count* deliveries in a thread; give the address, and what came of it after the block."""
    monkeypatch.setenv(deliveries.SECRET, secret)
    ready, ports, done = threading.Event(), list[int](), list[Done]()
    serve = deliveries._served  # pyright: ignore[reportPrivateUsage]

    def told(server: Any, *arguments: Any) -> int:
        ports.append(server.server_port)
        ready.set()
        return serve(server, *arguments)

    monkeypatch.setattr(deliveries, "_served", told)
    listen = ("webhooks", "listen", "--port", "0", "--count", str(count))
    thread = threading.Thread(target=lambda: done.append(shell(*listen)), daemon=True)
    thread.start()
    assert ready.wait(20)
    yield f"http://127.0.0.1:{ports[0]}/", done
    thread.join(20)


def test_deliveries_are_received_and_strangers_refused(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    with listening(shell, "whsec", 1, monkeypatch) as (url, done):
        port = httpx2.URL(url).port or 0
        with socket.create_connection(("127.0.0.1", port)) as hanging:
            hanging.sendall(b"POST / HTTP/1.1\r\n")
            statuses = [
                httpx2.post(url, content=BODY, headers={"X-Webhook-Signature": signature}, trust_env=False).status_code
                for signature in ("00", signed("whsec"))
            ]
    assert statuses == [400, 204]
    assert [each["event"] for each in done[0].lines] == ["lead.created"]
    assert "refused a request: The signature does not match" in done[0].err


def test_a_port_that_is_taken_is_named(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(deliveries.SECRET, "whsec")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = shell("webhooks", "listen", "--port", str(port))
    assert (done.status, f"127.0.0.1:{port}: Address already in use" in done.err) == (2, True)


def test_what_the_sandbox_delivers_is_received(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    box = shell.sandbox
    hook = {"url": "http://127.0.0.1:9/", "events": ["lead.created", "lead.updated"]}
    made = shell("webhooks", "create", "--json", "-", "-o", "json", stdin=json.dumps(hook)).json
    with listening(shell, made["secret"], 2, monkeypatch) as (url, done):
        assert ask(box, "PATCH", f"/webhooks/{made['id']}", {"url": url}).status == 200
        lead = ask(box, "POST", "/leads", {"email": "jane@example.com"}).data["id"]
        ask(box, "PATCH", f"/leads/{lead}", {"company": "Acme"})
        assert box.deliveries.run_due() == 2
    assert (done[0].status, "refused" in done[0].err) == (0, False)
    assert [(each["event"], each["data"]["leadId"]) for each in done[0].lines] == [
        ("lead.created", lead),
        ("lead.updated", lead),
    ]
    assert made["secret"] not in done[0].out + done[0].err


def test_any_other_call_can_be_made(demo: Shell) -> None:
    assert demo("api", "GET", "/leads", "--query", "pageSize=1").json["meta"]["pageSize"] == 1
    assert demo("api", "GET", "/nowhere").status == 4
    made = demo("api", "POST", "/leads", "--json", "-", stdin='{"email": "new@example.com"}')
    assert made.json["data"]["email"] == "new@example.com"
    dry = demo("api", "POST", "/leads", "--json", "-", "--dry-run", "-o", "json", stdin="{}")
    assert (dry.json["repeat"], dry.json["method"]) == ("never", "POST")
    demo.sandbox.faults.next("leads.create", 1, Fault.status(500))
    assert demo("api", "POST", "/leads", "--json", "-", stdin='{"email": "x@example.com"}').status == 6
    assert demo("api", "GET", "leads").status == 2


def test_the_schema_of_each_operation_is_shown(shell: Shell) -> None:
    for row in shell("schema", "-o", "json").json:
        done = shell("schema", row["operation"])
        assert (done.status, row["path"] in done.out) == (0, True)
        assert shell("schema", row["operation"], "-o", "json").json["path"] == row["path"]


def test_a_delivery_beyond_the_count_is_not_taken(capsys: pytest.CaptureFixture[str]) -> None:
    def parse(body: bytes, _: str | None) -> object:
        return json.loads(body)

    with Listener(0, 1, parse) as server:
        assert [server.take(body, None) for body in (b"no", b"1", b"2")] == [400, 204, 503]
    assert capsys.readouterr().out == "1\n"
