"""Dependency confusion: the settings of docs/consuming.md, with a higher foreign version on another index."""

import os
import re
import shlex
import subprocess
import sys
import tomllib
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.publish.conftest import MACHINE
from tests.publish.files import make_wheel
from tools.rehearsal.local_index import PASSWORD, ROOT, USER, local_index

PAGE = (ROOT / "docs" / "consuming.md").read_text("utf-8")
ROWS = re.findall(r"^\| `((?:uv )?pip install .+)` \| (.+) \| (.+) \|$", PAGE, re.MULTILINE)
FILES = re.findall(r"^```toml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
DEAD = "http://127.0.0.1:9/simple/"
DOWN = {"INTERNAL": DEAD, "PROXY": DEAD}


@dataclass(frozen=True)
class World:
    """Two indexes and one that redirects, by their placeholders on the page, and a working folder."""

    addresses: dict[str, str]
    folder: Path

    def run(self, *command: str, down: bool) -> str:
        """Return the output of *command*, run with our settings only and without retries."""
        environ = {name: value for name, value in MACHINE.items() if not name.startswith(("PIP_", "UV_", "POETRY_"))}
        quick = {"PIP_RETRIES": "0", "PIP_CONFIG_FILE": os.devnull, "UV_HTTP_RETRIES": "0", "UV_NO_CACHE": "1"}
        own = {"HOME": str(self.folder), "NO_PROXY": "127.0.0.1", "PIP_NO_CACHE_DIR": "1", **quick}
        secrets = {"UV_INDEX_INTERNAL_USERNAME": USER, "UV_INDEX_INTERNAL_PASSWORD": PASSWORD}
        done = subprocess.run(
            [self.at(part, down=down) for part in command],
            cwd=self.folder,
            env={**environ, **own, **secrets},
            capture_output=True,
            text=True,
            check=False,
            stdin=subprocess.DEVNULL,
        )
        return f"{done.stdout}\n{done.stderr}"

    def at(self, text: str, *, down: bool) -> str:
        """Return *text* with URLs in place of the placeholders."""
        for word, address in {**self.addresses, **(DOWN if down else {})}.items():
            text = text.replace(word, address)
        return text


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Generator[World]:
    """Serve our index and the foreign one."""
    folder = tmp_path_factory.mktemp("world")
    with (
        local_index(folder / "internal", public=True) as internal,
        local_index(folder / "public", public=True) as public,
        local_index(folder / "internal", public=True, fallback=public.simple) as proxy,
    ):
        make_wheel(internal.folder, "1.0.0")
        make_wheel(public.folder, "9.9.9", mark="stranger")
        work = folder / "work"
        work.mkdir()
        yield World({"INTERNAL": internal.simple, "PUBLIC": public.simple, "PROXY": proxy.simple}, work)


def installed(said: str) -> str:
    """Return the version that an installer reports."""
    found = re.findall(r"foxreach-client(?:==|-)(\d+\.\d+\.\d+)$", said, re.MULTILINE)
    return found[-1] if found else "nothing"


@pytest.mark.parametrize("down", [False, True], ids=["up", "down"])
@pytest.mark.parametrize(("line", "up_says", "down_says"), ROWS)
def test_each_row_of_the_table_installs_what_it_says(
    world: World, line: str, up_says: str, down_says: str, down: bool
) -> None:
    program = [sys.executable, "-I", "-m", "pip"] if line.startswith("pip") else ["uv", "pip"]
    arguments = shlex.split(line.removeprefix("uv ").removeprefix("pip "))
    python = ["--python", sys.executable] if program[0] == "uv" else ["--ignore-installed"]
    said = world.run(*program, *arguments, *python, "--dry-run", down=down)
    assert installed(said) == (down_says if down else up_says).strip("*"), said


@pytest.mark.parametrize("down", [False, True], ids=["up", "down"])
@pytest.mark.parametrize(("tool", "file"), [("uv", FILES[0]), pytest.param("poetry", FILES[1], marks=pytest.mark.slow)])
def test_each_project_of_the_page_installs_our_package(world: World, tool: str, file: str, down: bool) -> None:
    # The stranger is where everything else comes from.
    public = f'name = "public"\nurl = "{world.addresses["PUBLIC"]}"\n'
    everything_else = {
        "uv": f"[[tool.uv.index]]\n{public}default = true\n",
        "poetry": f'[[tool.poetry.source]]\n{public}priority = "primary"\n',
    }
    for old in world.folder.iterdir():
        if old.is_file():
            old.unlink()
    (world.folder / "pyproject.toml").write_text(world.at(file, down=down) + everything_else[tool])
    lock = (
        [sys.executable, "-I", "-m", "poetry", "lock", "-n"]
        if tool == "poetry"
        else ["uv", "lock", "-p", sys.executable]
    )
    said = world.run(*lock, down=down)
    locked = world.folder / f"{tool}.lock"
    packages: list[Any] = tomllib.loads(locked.read_text())["package"] if locked.exists() else []
    versions = [each["version"] for each in packages if each["name"] == "foxreach-client"]
    assert versions == ([] if down else ["1.0.0"]), said


def test_without_the_precautions_the_foreign_package_is_installed(world: World) -> None:
    assert [up for _, up, _ in ROWS].count("**9.9.9**") >= 4
    assert len(FILES) == 2
    assert world.addresses["PUBLIC"] != world.addresses["INTERNAL"]


def test_the_consumer_project_is_the_one_on_the_page() -> None:
    project = tomllib.loads((ROOT / "tests" / "consumer" / "pyproject.toml").read_text("utf-8"))
    assert project == tomllib.loads(FILES[0])
