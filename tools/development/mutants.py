"""Mutation tests of the runtime: change its decisions one by one and print the changes that no test notices.

mutmut needs the package and its tests side by side, so both are copied to a temporary folder.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = "foxreach_runtime"
RUNTIME, TESTS = ROOT / "runtime" / PACKAGE, ROOT / "tests" / "runtime"
ROOMS = (
    "engine",
    "http",
    "large_bodies",
    "paging",
    "rate_limit",
    "response",
    "settling",
)  # In these, calls are decided.
BESIDE = {"benchmarks": "benchmarks", "sandbox/foxreach_sandbox": "foxreach_sandbox"}  # They simulate servers.
SECONDS = 3600  # for all modules on two busy cores
# Changes that no caller can notice: hints for type checkers, the wording of refusals, and checks of our own lists.
INDIFFERENT = [r"cast\(", r"raise ConfigurationError\(", r"raise TypeError\(", r"strict=True\)"]
SETTINGS = """
[tool.mutmut]
source_paths = ["{package}"]
only_mutate = {modules}
do_not_mutate_patterns = {indifferent}
also_copy = {copied}
pytest_add_cli_args = ["-p", "no:cacheprovider", "-q"]
pytest_add_cli_args_test_selection = {tests}

[tool.pytest.ini_options]
addopts = ["--import-mode=importlib"]
pythonpath = ["."]
"""


def main(places: Sequence[str]) -> None:
    """Run mutmut on *places*, rooms or modules in them, or on all of ROOMS, and print each change that survived."""
    if unknown := [place for place in places if not modules_of(place)]:
        print(
            f"mutants: the runtime has nothing to decide in {', '.join(unknown)}; "
            f"name a room ({', '.join(ROOMS)}) or a module such as engine/retry",
            file=sys.stderr,
        )
        sys.exit(2)
    with tempfile.TemporaryDirectory(prefix="mutants-") as scratch:
        copy_to(Path(scratch), [module for place in places or ROOMS for module in modules_of(place)])
        subprocess.run([sys.executable, "-m", "mutmut", "run"], cwd=scratch, timeout=SECONDS, check=True)
        survivors = surviving(Path(scratch))
        for name in survivors:
            print(f"\n{name}", *changed_lines(Path(scratch), name), sep="\n    ")
    print(f"\n{len(survivors)} changes survived")


def modules_of(place: str) -> list[str]:
    """Return the modules that *place* names, relative to the runtime: all of a room, or one of them."""
    room, _, name = place.partition("/")
    files = (RUNTIME / room).glob(f"{name or '*'}.py") if room in ROOMS else ()
    return sorted(file.relative_to(RUNTIME).as_posix() for file in files if file.name != "__init__.py")


def tests_of(modules: Sequence[str]) -> list[str]:
    """Return the tests that may notice a change of *modules*: those of their rooms, and those of whole calls."""
    rooms = dict.fromkeys([*(module.partition("/")[0] for module in modules), "engine"])
    return [file.relative_to(TESTS).as_posix() for room in rooms for file in sorted((TESTS / room).glob("test_*.py"))]


def copy_to(folder: Path, modules: Sequence[str]) -> None:
    """Copy the package, its tests and the settings to *folder*."""
    shutil.copytree(RUNTIME, folder / PACKAGE, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(TESTS, folder / "tests" / "runtime")
    for place, name in BESIDE.items():
        shutil.copytree(ROOT / place, folder / name)
    settings = SETTINGS.format(
        package=PACKAGE,
        modules=json.dumps([f"{PACKAGE}/{module}" for module in modules]),
        copied=json.dumps(["tests", *BESIDE.values()]),
        tests=json.dumps([f"tests/runtime/{test}" for test in tests_of(modules)]),
        indifferent=json.dumps(INDIFFERENT),
    )
    (folder / "pyproject.toml").write_text(settings, encoding="utf-8")


def surviving(folder: Path) -> list[str]:
    """Return the names of the changes that no test noticed."""
    lines = mutmut(folder, "results").splitlines()
    return [line.partition(":")[0].strip() for line in lines if line.endswith(("survived", "no tests"))]


def changed_lines(folder: Path, name: str) -> list[str]:
    """Return the removed and added lines of the change called *name*."""
    lines = mutmut(folder, "show", name).splitlines()
    return [line for line in lines if line[:1] in {"-", "+"} and line[:3] not in {"---", "+++"}]


def mutmut(folder: Path, *command: str) -> str:
    """Return the output of a command of mutmut."""
    run = [sys.executable, "-m", "mutmut", *command]
    return subprocess.run(run, cwd=folder, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    main(sys.argv[1:])
