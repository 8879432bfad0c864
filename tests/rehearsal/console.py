"""The commands of console blocks: those that change nothing but a sandbox run, and the words of the others exist."""

from __future__ import annotations

import ast
import io
import re
import shlex
import shutil
import subprocess
import sys
import threading
import tomllib
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import foxreach_sandbox.__main__ as sandbox_command
import foxreach_shell.main as shell_command
import pytest
from foxreach_sandbox import Sandbox

from tests.rehearsal.blocks import ROOT, run_block

SCRIPTS = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
ON_PAGES = re.compile(r"(?:127\.0\.0\.1|localhost):8000")  # the address of a sandbox, on every page
TOPS = (ROOT, ROOT / "cli")  # where the programs of sessions are
VARIABLES = {"FOXREACH_API_KEY", "FOXREACH_BASE_URL"}
STATUSES = {("leads", "import"): {0, 1}, ("probe",): {0, 1, 2}}  # by the words that a command begins with; else 0


def commands_of(text: str) -> Iterator[tuple[str, str]]:
    """Yield each command of a console block, and the output that the page shows below it."""
    first, *parts = re.split(r"^\$ ", text, flags=re.MULTILINE)
    assert not first.strip(), "a console block begins with a command; write output alone as ```text"
    for part in parts:
        line, _, shown = re.sub(r"\\\n *", "", part).partition("\n")
        yield line, shown


@dataclass
class Console:
    """The terminal of a page: it has the page's variables, and the sandbox that the page started."""

    patch: pytest.MonkeyPatch
    capture: pytest.CaptureFixture[str]
    address: str
    cleanup: ExitStack = field(default_factory=ExitStack)

    def run(self, line: str) -> str:
        """Run a command, or check its words; return what it printed, with the address of pages."""
        words = [word for word in shlex.split(ON_PAGES.sub(self.address, line), comments=True) if word != "&"]
        while "=" in words[0]:
            self.export([words.pop(0)])
        known: dict[str, Callable[[list[str]], None]] = {
            "curl": lambda rest: self.process("curl", "-sS", "--fail-with-body", *rest),
            "export": self.export,
            "foxr": self.shell,
            "foxreach-sandbox": self.sandbox,
            "head": lambda rest: self.process("head", *rest),
            "pip": check_requirement,
            "python": self.python,
            "python3": lambda rest: check_session(rest[1:]) if rest[0] == "noxfile.py" else self.python(rest),
        }
        assert words[0] in known, f"say in Console.run what a test does with `{words[0]}`"
        known[words[0]](words[1:])
        return self.capture.readouterr().out.replace(self.address, "127.0.0.1:8000")

    def export(self, words: list[str]) -> None:
        """Set variables that the client reads."""
        for name, _, value in (word.partition("=") for word in words):
            assert name in VARIABLES, f"the client reads no variable {name}"
            if value != "...":
                self.patch.setenv(name, value)

    def shell(self, words: list[str]) -> None:
        """Run `foxr` in this process; it reads a key from stdin."""
        self.patch.setattr(sys, "stdin", io.StringIO("otr_sandbox\n"))
        status = shell_command.main(words)
        known = next((known for begin, known in STATUSES.items() if tuple(words[: len(begin)]) == begin), {0})
        assert status in known, self.capture.readouterr().err

    def python(self, words: list[str]) -> None:
        """Run `python -c` in this process, and `python -m`."""
        if words[0] == "-c":
            run_block("python -c", words[1], {})
        else:
            self.process(sys.executable, *words)

    def process(self, *words: str) -> None:
        """Run a program, and print what it prints."""
        if shutil.which(words[0]) is None:
            pytest.skip(f"{words[0]} is not installed")
        done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
        assert done.returncode == 0, done.stdout + done.stderr
        print(done.stdout, end="")

    def sandbox(self, words: list[str]) -> None:
        """Start the command in a thread, on a free port, until the page ends."""
        started: list[tuple[str, str, str]] = []
        ready, stop = threading.Event(), threading.Event()

        def run(sandbox: Sandbox, **_: Any) -> None:
            with sandbox.serve() as serving:
                started.append((serving.url, sandbox.key, serving.home))
                ready.set()
                stop.wait()

        self.patch.setattr(Sandbox, "run", run)
        thread = threading.Thread(target=sandbox_command.main, args=(words,), daemon=True)
        thread.start()
        self.cleanup.callback(thread.join)
        self.cleanup.callback(stop.set)
        assert ready.wait(30)
        self.address = started[0][2].removeprefix("http://")
        sandbox_command.announce(*started[0])


def check_requirement(words: Sequence[str]) -> None:
    """Fail unless the words after `pip` install this package with extras that it has, or set the index."""
    if words[0] == "config":
        assert list(words[1:-1]) == ["--site", "set", "global.index-url"]
        return
    assert words[0] == "install"
    for word in words[1:]:
        found = re.fullmatch(r"(?:foxreach-client|\.)(?:\[([\w,]+)\])?", word)
        assert found, f"pages install this package alone, and not {word}"
        assert set(filter(None, (found[1] or "").split(","))) <= SCRIPTS["optional-dependencies"].keys(), word


def check_session(words: Sequence[str]) -> None:
    """Fail unless noxfile.py has the session that the words name, and its program the options behind `--`."""
    own, _, given = " ".join(words).partition(" -- ")
    if own in {"", "-l"}:
        return
    assert own.startswith("-s "), f"{own} is no way to run a session"
    tree = ast.parse((ROOT / "noxfile.py").read_text("utf-8"))
    bodies = {node.name: ast.unparse(node) for node in tree.body if isinstance(node, ast.FunctionDef)}
    name = own.removeprefix("-s ")
    assert name in bodies, f"noxfile.py has no session {name}"
    body = bodies[name] + ("send(session)" in bodies[name]) * bodies["send"]
    modules = [Path(top, name.replace(".", "/")) for name in re.findall(r"'-m', '([\w.]+)'", body) for top in TOPS]
    files = [
        file for module in modules for file in (*module.rglob("*.py"), module.with_suffix(".py")) if file.is_file()
    ]
    code = "".join(file.read_text("utf-8") for file in files)
    missing = [word for word in given.split() if word.startswith("-") and f'"{word}"' not in code]
    assert not missing, f"the session {name} has no option {', '.join(missing)}"
    for path in (word for word in given.split() if word.startswith("tests/")):
        assert Path(ROOT, path).exists(), f"there is no {path}"
