"""The command `foxreach-sandbox`, with and without the extra."""

import os
import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from foxreach_client import FoxReach
from foxreach_sandbox import Sandbox
from foxreach_sandbox.__main__ import main

from tests.sandbox.asking import ask

BLOCKED = """
import sys
sys.modules["starlette"] = None
import foxreach_sandbox, foxreach_sandbox.windows
from foxreach_sandbox.__main__ import main
main(["--port", "0"])
"""


def test_the_command_prints_its_address_and_serves_until_interrupted() -> None:
    command = [sys.executable, "-m", "foxreach_sandbox", "--port", "0", "--seed", "demo", "--speed", "10"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        lines = [running.stdout.readline().strip() for _ in range(3)]
        url, key = (line.partition("=")[2] for line in lines[:2])
        with FoxReach(api_key=key, base_url=url) as client:
            assert len(list(client.leads.list())) == 5
        running.send_signal(signal.SIGINT)
        assert running.communicate(timeout=30) == ("", "")
        assert running.returncode == 0


def test_without_the_extra_the_message_says_what_to_install(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", BLOCKED], capture_output=True, text=True, check=False, env={**os.environ}
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.strip().endswith("foxreach_sandbox needs starlette: install foxreach-client[sandbox]")
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--speed", "-1"], "speed must be from 0 to 86,400"),
        (["--speed", "nan"], "speed must be from 0 to 86,400"),
        (["--port", "99999"], "port must be 0-65535"),
        (["--file", "no-folder/sandbox.db"], "unable to open database file (no-folder/sandbox.db)"),
        (["--file", __file__], "file is not a database"),
    ],
)
def test_an_invalid_option_is_one_sentence(arguments: list[str], words: str) -> None:
    with pytest.raises(SystemExit, match=f"^foxreach-sandbox: .*{re.escape(words)}"):
        main(["--port", "0", *arguments])


def test_a_port_in_use_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SystemExit, match=f"^foxreach-sandbox: .*127.0.0.1:{port}$"):
            main(["--port", str(port)])


@pytest.mark.parametrize("options", [{"limit": 3}, {"contacts": 2}, {"limit": 1, "contacts": 1}])
def test_a_seed_is_neither_counted_nor_refused(options: dict[str, int]) -> None:
    sandbox = Sandbox(seed="demo", **options)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    assert len(sandbox.state.leads) == 5
    answers = [ask(sandbox, "POST", "/leads", {"email": f"{n}@example.com"}).status for n in range(4)]
    assert answers[0] == (402 if "contacts" in options else 201)
    assert (answers[-1] == 429) == ("limit" in options)


def test_a_limit_of_zero_is_no_limit() -> None:
    sandbox = Sandbox(limit=0)
    assert {ask(sandbox, "GET", "/leads").status for _ in range(200)} == {200}


def test_a_limit_below_zero_is_refused() -> None:
    with pytest.raises(ValueError, match="limit must be zero or more"):
        Sandbox(limit=-1)


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert re.fullmatch(r"foxreach-sandbox \S.*\n", capsys.readouterr().out)


FEW_FILES = """
import resource
resource.setrlimit(resource.RLIMIT_NOFILE, (48, 48))
from foxreach_sandbox.__main__ import main
main(["--port", "0"])
"""


def test_without_file_descriptors_the_log_stays_short_and_the_server_recovers(tmp_path: Path) -> None:
    log = tmp_path / "stderr"
    with (
        log.open("wb") as errors,
        subprocess.Popen(
            [sys.executable, "-c", FEW_FILES], stdout=subprocess.PIPE, stderr=errors, text=True
        ) as running,
    ):
        assert running.stdout is not None
        url, key = (running.stdout.readline().strip().partition("=")[2] for _ in range(2))
        port = int(url.split(":")[2].partition("/")[0])
        many = [socket.create_connection(("127.0.0.1", port), 10) for _ in range(100)]
        while not log.stat().st_size:  # It says that it has no more.
            assert running.poll() is None
        for each in many:
            each.close()
        with FoxReach(api_key=key, base_url=url) as client:
            assert list(client.leads.list()) == []  # It accepts again a second after the last failure.
        running.send_signal(signal.SIGINT)
        running.wait(timeout=30)
    assert "Too many open files" in log.read_text()
    assert len(log.read_text()) < 500


@pytest.mark.parametrize("option", ["--port", "--limit", "--contacts"])
def test_counts_are_not_negative(option: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main([option, "-1"])
    assert ended.value.code == 2
    assert "invalid natural value" in capsys.readouterr().err


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.1", "::"])  # noqa: S104 - which is refused
def test_hosts_beyond_loopback_are_refused_by_default(host: str) -> None:
    with pytest.raises(SystemExit, match=r"is not loopback: .* --anywhere, or anywhere=True, allows it"):
        main(["--host", host, "--port", "0"])
