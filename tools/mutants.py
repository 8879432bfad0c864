"""Changes the decisions of the runtime one by one, and tells which changes no test notices.

mutmut wants the package and its tests side by side, so both are copied into a folder of their own.
"""

import json
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "foxreach_runtime"
MODULES = ("errors exchange pacing engine/permit progress rate_limit_headers result retry retry_budget settle").split()
TESTS = (
    "error_bodies errors exchange handing_on keeping logs pacing permit progress rate_limit_headers result retry"
    " retry_budget settle stages transport"
).split()
SECONDS = 1500  # A run takes a third of that on two cores.
# What changes nothing that a caller could meet: notes for type checkers, and the wording of what is refused.
INDIFFERENT = [r"cast\(", r"raise ConfigurationError\(", r"raise TypeError\("]
SETTINGS = """
[tool.mutmut]
source_paths = ["{package}"]
only_mutate = {modules}
do_not_mutate_patterns = {indifferent}
also_copy = ["tests"]
pytest_add_cli_args = ["-p", "no:cacheprovider", "-q"]
pytest_add_cli_args_test_selection = {tests}

[tool.pytest.ini_options]
addopts = ["--import-mode=importlib"]
pythonpath = ["."]
"""


def main(modules: Sequence[str]) -> None:
    """Run mutmut on *modules*, or on all that decide, and print each change that survived."""
    if unknown := [name for name in modules if len(list((ROOT / "runtime" / PACKAGE).rglob(f"{name}.py"))) != 1]:
        print(f"mutants: the runtime has no module {', '.join(unknown)}; say `retry` or the like", file=sys.stderr)
        sys.exit(2)
    with tempfile.TemporaryDirectory(prefix="mutants-") as scratch:
        lay_out(Path(scratch), modules or MODULES)
        subprocess.run([sys.executable, "-m", "mutmut", "run"], cwd=scratch, timeout=SECONDS, check=True)
        survivors = surviving(Path(scratch))
        for name in survivors:
            print(f"\n{name}", *changed_lines(Path(scratch), name), sep="\n    ")
    print(f"\n{len(survivors)} changes survived")


def lay_out(folder: Path, modules: Sequence[str]) -> None:
    """Copy what mutmut needs into *folder*."""
    shutil.copytree(ROOT / "runtime" / PACKAGE, folder / PACKAGE, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tests" / "runtime", folder / "tests" / "runtime")
    settings = SETTINGS.format(
        package=PACKAGE,
        modules=json.dumps([found(folder / PACKAGE, f"{name}.py", folder) for name in modules]),
        tests=json.dumps([found(folder / "tests", f"test_{name}.py", folder) for name in TESTS]),
        indifferent=json.dumps(INDIFFERENT),
    )
    (folder / "pyproject.toml").write_text(settings, encoding="utf-8")


def found(top: Path, name: str, folder: Path) -> str:
    """Return where the one file called *name* below *top* is, seen from *folder*."""
    (file,) = top.rglob(name)
    return file.relative_to(folder).as_posix()


def surviving(folder: Path) -> list[str]:
    """Return the names of the changes that no test noticed."""
    lines = told(folder, "results").splitlines()
    return [line.partition(":")[0].strip() for line in lines if line.endswith(("survived", "no tests"))]


def changed_lines(folder: Path, name: str) -> list[str]:
    """Return what the change takes away and puts there instead."""
    lines = told(folder, "show", name).splitlines()
    return [line for line in lines if line[:1] in {"-", "+"} and line[:3] not in {"---", "+++"}]


def told(folder: Path, *command: str) -> str:
    """Return what a command of mutmut prints."""
    run = [sys.executable, "-m", "mutmut", *command]
    return subprocess.run(run, cwd=folder, capture_output=True, text=True, check=True).stdout


if __name__ == "__main__":
    main(sys.argv[1:])
