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
MODULES = (
    "buckets errors exchange failure hold large_bodies/decoding ledger lifetime pacing progress"
    " rate_limit/limiter rate_limit_headers result retry schedule settle status store usable"
).split()
TESTS = (
    "buckets response/decoding error_bodies errors exchange failure handing_on hold large_bodies/decoding ledger"
    " lifetime logs pacing permit progress rate_limit/limiter rate_limit_headers result retry schedule settle stages"
    " status transport trouble usable"
).split()
BESIDE = {"benchmarks": "benchmarks", "sandbox/foxreach_sandbox": "foxreach_sandbox"}  # They simulate servers.
SECONDS = 3600  # for all modules on two busy cores
# Changes that no caller can notice: hints for type checkers, and the wording of refusals.
INDIFFERENT = [r"cast\(", r"raise ConfigurationError\(", r"raise TypeError\("]
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


def main(modules: Sequence[str]) -> None:
    """Run mutmut on *modules*, or on all of MODULES, and print each change that survived."""
    if unknown := [name for name in modules if len(list((ROOT / "runtime" / PACKAGE).rglob(f"{name}.py"))) != 1]:
        print(f"mutants: the runtime has no module {', '.join(unknown)}; name one such as `retry`", file=sys.stderr)
        sys.exit(2)
    with tempfile.TemporaryDirectory(prefix="mutants-") as scratch:
        copy_to(Path(scratch), modules or MODULES)
        subprocess.run([sys.executable, "-m", "mutmut", "run"], cwd=scratch, timeout=SECONDS, check=True)
        survivors = surviving(Path(scratch))
        for name in survivors:
            print(f"\n{name}", *changed_lines(Path(scratch), name), sep="\n    ")
    print(f"\n{len(survivors)} changes survived")


def copy_to(folder: Path, modules: Sequence[str]) -> None:
    """Copy the package, its tests and the settings to *folder*."""
    shutil.copytree(ROOT / "runtime" / PACKAGE, folder / PACKAGE, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tests" / "runtime", folder / "tests" / "runtime")
    for place, name in BESIDE.items():
        shutil.copytree(ROOT / place, folder / name)
    settings = SETTINGS.format(
        package=PACKAGE,
        modules=json.dumps([found(folder / PACKAGE, f"{name}.py", folder) for name in modules]),
        copied=json.dumps(["tests", *BESIDE.values()]),
        tests=json.dumps([found(folder / "tests", test_of(name), folder) for name in TESTS]),
        indifferent=json.dumps(INDIFFERENT),
    )
    (folder / "pyproject.toml").write_text(settings, encoding="utf-8")


def test_of(module: str) -> str:
    """Return the name of the tests of *module*, which may be in a room: `room/module`."""
    *room, name = module.split("/")
    return "/".join([*room, f"test_{name}.py"])


def found(top: Path, name: str, folder: Path) -> str:
    """Return the path, relative to *folder*, of the only file below *top* that is called *name*."""
    (file,) = top.rglob(name)
    return file.relative_to(folder).as_posix()


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
