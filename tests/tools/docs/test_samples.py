"""Every sample of the reference runs against the sandbox, and those in Python have the right types."""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest
from foxreach_client.testing import signed

from tests.cli.shell import Shell
from tests.tools.docs.samples import FACTS, PAGES, ROOT, World, samples
from tools.docs.reference.events import handlers, payload
from tools.docs.reference.samples import Sample

SAMPLES = list(samples())
PYTHON = [each for each in SAMPLES if each.tab in ("sync", "async")]
ROWS = "email,first_name,company\njane@example.com,Jane,Acme\njohn@example.com,John,\n"
CURL = shutil.which("curl")


@pytest.fixture(scope="module")
def world() -> World:
    return World()


@pytest.fixture(scope="module")
def url(world: World) -> Iterator[str]:
    with world.sandbox.serve() as serving:
        yield serving.url


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run a sample in a folder of its own, without the settings of the person who runs the tests."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("FOXR_CONFIG_DIR", str(tmp_path / "settings"))
    monkeypatch.setenv("FOXR_KEYRING", "off")
    monkeypatch.delenv("FOXR_PROFILE", raising=False)
    monkeypatch.delenv("FOXREACH_API_KEY_FILE", raising=False)


def of(*tabs: str) -> pytest.MarkDecorator:
    found = [each for each in SAMPLES if each.tab in tabs]
    return pytest.mark.parametrize("sample", found, ids=[f"{each.call}-{each.tab}" for each in found])


def test_every_call_has_a_sample_in_every_tab() -> None:
    alone = {f"{each.id.rpartition('.')[0]}.upsert" for each in FACTS.api.operations if each.upsert}
    alone |= {f"{each.id.rpartition('.')[0]}.{each.bulk.name}" for each in FACTS.api.operations if each.bulk}
    for call in FACTS.calls:
        tabs = [each.tab for each in SAMPLES if each.call == call]
        assert tabs == ["sync", "async", "foxr", *([] if call in alone else ["curl"])], call


@of("sync", "async")
def test_a_sample_in_python_succeeds(sample: Sample, world: World, url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    world.prepare(sample.call)
    monkeypatch.setenv("FOXREACH_BASE_URL", url)
    monkeypatch.setenv("FOXREACH_API_KEY", world.sandbox.key)
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(sample.text, sample.call, "exec"), {"__name__": "__main__"})  # noqa: S102 - it is our own page
    world.check(sample.call)
    assert printed.getvalue().strip()


@of("foxr")
def test_a_sample_of_the_command_line_succeeds(sample: Sample, world: World, tmp_path: Path) -> None:
    world.prepare(sample.call)
    (tmp_path / "leads.csv").write_text(ROWS)
    program, *arguments = shlex.split(sample.text.replace("\\\n", ""))
    assert program == "foxr"
    done = Shell(world.sandbox)(*arguments, stdin="yes\n", terminal=True)  # It asks before e-mails go out.
    assert done.status == 0, done.err
    world.check(sample.call)


@of("curl")
def test_a_sample_of_curl_succeeds(sample: Sample, world: World, url: str) -> None:
    world.prepare(sample.call)
    text = sample.text.replace(FACTS.api.server, url)
    assert text.startswith("curl ")
    if CURL:
        env = {**os.environ, "FOXREACH_API_KEY": world.sandbox.key}
        done = subprocess.run(["/bin/sh", "-c", text], env=env, capture_output=True, check=False)
        assert done.returncode == 0, done.stderr
    else:
        sent_without_curl(shlex.split(text.replace("\\\n", "")), world.sandbox.key)
    world.check(sample.call)
    (received,) = world.sandbox.requests
    assert received.operation == sample.call


def sent_without_curl(words: list[str], key: str) -> None:
    """Send what the command says."""
    _, url, *rest = words
    options = list(zip(rest[::2], rest[1::2], strict=True))
    headers = dict(value.split(": ", 1) for name, value in options if name == "--header")
    given = {name: value.encode() for name, value in options if name == "--data"}
    method = dict(options).get("--request", "GET")
    headers = {name: value.replace("$FOXREACH_API_KEY", key) for name, value in headers.items()}
    httpx2.request(method, url, headers=headers, content=given.get("--data"))


@pytest.mark.parametrize("sample", PYTHON[:4], ids=lambda each: f"{each.call}-{each.tab}")
def test_a_sample_that_fails_is_noticed(
    sample: Sample, world: World, url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = Sample(sample.call, sample.tab, re.sub(r"client\.(\w+)", r"client.\1.nothing", sample.text))
    with pytest.raises(AttributeError):
        test_a_sample_in_python_succeeds(broken, world, url, monkeypatch)


def test_a_call_of_another_operation_is_noticed(world: World, url: str) -> None:
    world.prepare("leads.list")
    httpx2.get(f"{url}/campaigns", headers={"X-API-Key": world.sandbox.key})
    with pytest.raises(AssertionError, match=r"campaigns\.list"):
        world.check("leads.list")


@pytest.mark.parametrize(("delivery", "text"), list(handlers(FACTS)), ids=lambda each: getattr(each, "event", ""))
def test_a_handler_of_an_event_reads_its_payload(
    delivery: object, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    event = getattr(delivery, "event", "")
    assert text in PAGES["events.md"]
    names: dict[str, object] = {}
    exec(compile(text, event, "exec"), names)  # noqa: S102 - as above
    request = signed(payload(FACTS, event), "secret")
    handle = names["handle"]
    assert callable(handle)
    assert handle(request.body, request.headers["X-Webhook-Signature"], "secret") == 204
    assert capsys.readouterr().out.strip()
    assert handle(request.body, "0" * 64, "secret") == 401


def test_all_samples_in_python_have_the_right_types(tmp_path: Path) -> None:
    modules = [(f"{each.call.replace('.', '_')}_{each.tab}", each.text) for each in PYTHON]
    modules += [(each.event.replace(".", "_"), text) for each, text in handlers(FACTS)]
    for name, text in modules:
        (tmp_path / f"sample_{name}.py").write_text(f"{text}\n")
    found = checked(tmp_path)
    assert found.returncode == 0, found.stdout


def checked(folder: Path) -> subprocess.CompletedProcess[str]:
    """Return what mypy says about the files of *folder*."""
    cache = ROOT / ".mypy_cache" / "samples"
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", os.devnull, "--cache-dir", str(cache), "."]
    path = os.pathsep.join(str(ROOT / name) for name in ("generated", "runtime"))
    return subprocess.run(
        command, cwd=folder, env={**os.environ, "MYPYPATH": path}, capture_output=True, text=True, check=False
    )
