"""The jobs of a maintainer: `python3 noxfile.py` runs all checks, `-s NAME` runs one session, `-l` lists them.

Needs only Python 3.11 or later: it sets up nox itself. If nox is installed, `nox` does the same.
"""

import os
import shlex
import sys

if sys.version_info < (3, 11):  # noqa: UP036 - this file must parse on Python 3.6
    sys.exit("noxfile.py needs Python 3.11 or later and was run by %s (%s)." % (sys.version.split()[0], sys.executable))  # noqa: UP031

from pathlib import Path

ROOT = Path(__file__).resolve().parent
sys.path.insert(0, str(ROOT))

if __name__ == "__main__":
    from tools.development import bootstrap

    bootstrap.enter(Path(__file__), sys.argv[1:])

import nox
from nox.command import CommandFailed

from tools.development.environments import pyenv_folders

PROJECT = nox.project.load_toml(ROOT / "pyproject.toml")
PYTHONS = nox.project.python_versions(PROJECT)
PACKAGES = os.pathsep.join(map(str, (ROOT, *(ROOT / name for name in ("cli", "generated", "runtime", "sandbox")))))
AGAIN = "tests/test_collection.py"  # Checks all tests that are collected with it.
# Tests of the session `once`: of what only maintainers run, and what takes long and depends on no Python.
ONCE = """
    benchmarks cli edits endurance migration tools test_*.py
    generator/api generator/output generator/rules generator/source
    generator/test_[!mw]*.py generator/test_main_faults.py generator/test_wire_*.py
    faults/test_behaviour_on_sandbox.py faults/test_on_sandbox.py
    runtime/compound/test_upsert.py runtime/differences runtime/paging/test_ahead.py runtime/paging/test_walk.py
    runtime/rate_limit/redis runtime/rate_limit/test_simulation.py
    sandbox/server/test_elsewhere.py sandbox/server/test_pages.py sandbox/test_fastapi.py sandbox/test_mailer.py
    sandbox/test_store.py sandbox/test_store_model.py sandbox/test_texts.py sandbox/test_vendor.py sandbox/test_world.py
    testing/test_docs.py testing/test_loading.py
""".split()

nox.needs_version = ">=2026.10.20"
nox.options.default_venv_backend = "uv|virtualenv"
nox.options.download_python = "never"
nox.options.allow_parallel = (
    True  # No session reads what another one writes, except the output of `build`, which they require.
)
# The tests start hundreds of processes, each of which would compile its imports anew.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
os.environ["PATH"] = os.pathsep.join([os.environ["PATH"], *pyenv_folders(PYTHONS)])


def dist(session: nox.Session) -> Path:
    """Return the folder of wheel and sdist: `dist/`, or one of nox's if the checkout is read-only."""
    return (ROOT if os.access(ROOT, os.W_OK) else session.cache_dir.resolve()) / "dist"


def install(session: nox.Session, *groups: str, wheel: bool = False) -> None:
    """Install dependency groups of pyproject.toml and, with *wheel*, the wheel that `build` made."""
    wheels = sorted(map(str, dist(session).glob("*.whl"))) if wheel else []
    # A reused environment may contain an older build of the same version.
    reinstall = ["--reinstall-package", "foxreach-client"] if wheels and session.venv_backend == "uv" else []
    # The lock has the versions and hashes of all other packages: see the session `lock`.
    session.install(
        *reinstall, "-c", str(ROOT / "requirements.lock"), *wheels, *nox.project.dependency_groups(PROJECT, *groups)
    )
    session.run("python", "-m", "tools.development.unlocked", silent=True)


@nox.session(default=False)
def generate(session: nox.Session) -> None:
    """Write generated/, docs/evidence.md, docs/rules.md, the table of docs/errors.md, and the charts."""
    install(session, "generate")
    session.run("python", "-m", "generator", *session.posargs)
    session.run("python", "-m", "generator.rules")
    session.run("python", "-m", "tools.development.error_table")
    session.run("python", "-m", "tools.development.evidence")
    session.run("python", "-m", "tools.docs.charts")


@nox.session
def fresh(session: nox.Session) -> None:
    """Compare generated/, docs/evidence.md, the table of docs/errors.md and the charts with what they come from."""
    install(session, "generate")
    session.run("python", "-m", "generator", "--check")
    session.run("python", "-m", "tools.development.error_table", "--check")
    session.run("python", "-m", "tools.development.evidence", "--check")
    session.run("python", "-m", "tools.docs.charts", "--check")


@nox.session
def changelog(session: nox.Session) -> None:
    """Check that changelog.d/ describes every change since the last release as what it is."""
    install(session, "changes")
    session.run("python", "-m", "tools.release.described")


@nox.session(default=False)
def changes(session: nox.Session) -> None:
    """List the changes since the last release that callers see, and propose a version (`-- --help`)."""
    install(session, "changes")
    session.run("python", "-m", "tools.changes", *session.posargs)


@nox.session(default=False)
def upstream(session: nox.Session) -> None:
    """Compare the vendor's own OpenAPI document with the spec, and propose edits (`-- FILE_OR_URL`)."""
    install(session, "changes")
    session.run("python", "-m", "tools.upstream", *session.posargs)


@nox.session(default=False)
def draft(session: nox.Session) -> None:
    """Draft a spec from any OpenAPI document, with a list of its guesses (`-- FILE [-o OUT]`)."""
    install(session, "generate")
    session.run("python", "-m", "tools.draft", *session.posargs)


@nox.session(default=False)
def release(session: nox.Session) -> None:
    """Write the next version and its changelog, without commit, tag or upload (`-- --dry-run` only proposes it)."""
    install(session, "changes")
    session.run("python", "-m", "tools.release", *session.posargs)


@nox.session(default=False, requires=["build"])
def probe(session: nox.Session) -> None:
    """Ask the API itself where the spec is wrong: `foxr probe`, with its exit status (`-- --help`)."""
    install(session, wheel=True)
    command = ["python", "-m", "foxreach_shell", "probe", *session.posargs]
    try:
        session.run(*command, interrupt_timeout=150.0)  # After Ctrl-C, it removes what it has created.
    except CommandFailed as failed:
        sys.exit(failed.return_code)  # nox itself makes 1 of every status.


@nox.session
def spec(session: nox.Session) -> None:
    """Validate the spec as OpenAPI 3.1, against our own rules, and with other tools."""
    install(session, "spec")
    session.run("openapi-spec-validator", "spec/foxreach.yaml")
    chosen = ["tests/spec", AGAIN, *session.posargs]
    session.run("pytest", "-o", f"cache_dir={session.cache_dir.resolve()}/pytest", *chosen)


@nox.session
def lint(session: nox.Session) -> None:
    """Check the style of all handwritten code, and which module imports which."""
    install(session, "lint")
    session.run("ruff", "check", f"--cache-dir={session.cache_dir.resolve()}/ruff")
    session.run("ruff", "format", "--check", "--diff", f"--cache-dir={session.cache_dir.resolve()}/ruff")
    session.run("lint-imports", "--no-cache", env={"PYTHONPATH": PACKAGES})


@nox.session(default=False)
def style(session: nox.Session) -> None:
    """Fix the style of all handwritten files as far as ruff can."""
    install(session, "lint")
    cache = f"--cache-dir={session.cache_dir.resolve()}/ruff"
    session.run("ruff", "format", cache)
    session.run("ruff", "check", "--fix", cache)


@nox.session
def types(session: nox.Session) -> None:
    """Check types with mypy --strict and pyright strict, tests included."""
    install(session, "test", "indexes")
    session.install(*PROJECT["project"]["dependencies"])
    session.run("mypy", f"--cache-dir={session.cache_dir.resolve()}/mypy")
    session.run("pyright", f"--pythonpath={session.bin}/python")


@nox.session
def build(session: nox.Session) -> None:
    """Write wheel, sdist and SBOM to dist/, and build the wheel again from the sdist."""
    install(session, "build")
    session.run("python", "-m", "tools.release.build", str(dist(session)), session.venv_backend)


@nox.session(python=PYTHONS[0], requires=["build"])
def once(session: nox.Session) -> None:
    """Run on the first Python alone the tests of generator, tools and pages, and the long simulations."""
    install(session, "test", wheel=True)
    tests = (path.relative_to(ROOT) for pattern in ONCE for path in (ROOT / "tests").glob(pattern))
    chosen = session.posargs or sorted(map(str, tests))
    session.run("pytest", "-o", f"cache_dir={session.cache_dir.resolve()}/{session.name}", *chosen)


@nox.session(python=PYTHONS, requires=["build"])
def tests(session: nox.Session) -> None:
    """Run the tests on the built wheel, on every Python that pyproject.toml names (`-- ARGUMENTS` for pytest)."""
    install(session, "test", wheel=True)
    ignored = ["spec", "contract", "publish", *ONCE]  # These have their own sessions.
    chosen = session.posargs or [AGAIN, "tests", *(f"--ignore-glob=tests/{path}" for path in ignored)]
    session.run("pytest", "-o", f"cache_dir={session.cache_dir.resolve()}/{session.name}", *chosen)


@nox.session(requires=["build"])
def contract(session: nox.Session) -> None:
    """Check client and sandbox against the spec with openapi-core, Prism (needs Node) and Schemathesis."""
    session.install("--require-hashes", "-r", "tests/contract/requirements.txt")
    session.install("--no-deps", "--force-reinstall", *map(str, sorted(dist(session).glob("*.whl"))))
    cache = session.cache_dir.resolve()
    prism = {"FOXREACH_PRISM": str(cache / "prism")}
    others = [  # The first two send no request and need other packages; the third sends what the spec does not have.
        "--ignore=tests/client/test_libraries.py",
        "--ignore=tests/client/test_json_schema.py",
        "--ignore=tests/client/test_request.py",
    ]
    chosen = session.posargs or ["-p", "tests.contract.recording", "tests/client", "tests/contract", AGAIN, *others]
    session.run("pytest", "-q", "-o", f"cache_dir={cache}/pytest-contract", *chosen, env=prism)


@nox.session(default=False, requires=["build"], venv_backend="uv")
def lowest(session: nox.Session) -> None:
    """Test with the lowest version that pyproject.toml allows of everything that users install."""
    (wheel,) = dist(session).glob("*.whl")
    extras = PROJECT["project"]["optional-dependencies"].values()
    users = [*PROJECT["project"]["dependencies"], *(each for extra in extras for each in extra)]
    direct = [each for each in users if not each.startswith("foxreach-client")]  # uv takes the lowest of these alone.
    named = ("hypothesis", "trio", "trustme")
    tools = [pin for pin in nox.project.dependency_groups(PROJECT, "test") if pin.startswith(named)]
    lowest = ["--resolution", "lowest-direct", "--reinstall-package", "foxreach-client"]
    session.install(*lowest, str(wheel), *direct, *tools, "opentelemetry-sdk==1.20.0")
    # Our own settings need a newer pytest, and async tests a newer plugin of anyio.
    plain = ["-c", os.devnull, "--rootdir", str(ROOT), "--import-mode=importlib", "-p", "tests.lowest"]
    chosen = session.posargs or ["tests/client/test_lists.py", "tests/runtime/telemetry", "tests/runtime/rate_limit"]
    session.run(
        "pytest", "-q", *plain, "-p", "no:cacheprovider", "-W", "ignore", *chosen, env={"PYTHONPATH": str(ROOT)}
    )


@nox.session(default=False, requires=["build"])
def endurance(session: nox.Session) -> None:
    """Make 50,000 calls on sockets under random faults; compare the rows with what callers were told."""
    install(session, "test", wheel=True)
    calls = {"FOXREACH_ENDURANCE": os.environ.get("FOXREACH_ENDURANCE", "50000")}  # `tests` makes 2,000.
    session.run("pytest", "-q", "-s", "-p", "no:cacheprovider", "tests/endurance", *session.posargs, env=calls)


@nox.session(requires=["build"])
def indexes(session: nox.Session) -> None:
    """Test publishing and installing a release with real package indexes on loopback."""
    install(session, "indexes")
    chosen = session.posargs or ["tests/publish", AGAIN, *([] if os.environ.get("CI") else ["-m", "not slow"])]
    session.run("pytest", "-o", f"cache_dir={session.cache_dir.resolve()}/pytest", *chosen)


@nox.session(requires=["build"])
def safe(session: nox.Session) -> None:
    """Search all tracked and built files for API keys, and check the lock and the CI files."""
    install(session, "safe")
    session.run("python", "-m", "tools.release.safety", str(dist(session)))
    workflows = (".github/workflows/check.yml", *map(str, sorted(ROOT.glob("ci/github*.yml"))))
    for schema, files in (("github-workflows", workflows), ("gitlab-ci", ["ci/gitlab.yml"])):
        session.run("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files)
    session.run("zizmor", "--offline", "--no-progress", *workflows)


@nox.session(default=False)
def lock(session: nox.Session) -> None:
    """Write requirements.lock for the pins of pyproject.toml; `-- --upgrade` updates everything else."""
    install(session, "nox")
    session.run("python", "-m", "tools.development.requirements_lock", *session.posargs)


@nox.session(default=False, requires=["fresh", "build", "docs"])
def publish(session: nox.Session) -> None:
    """Publish dist/ to an internal index, once (`-- --repository NAME` or `-- --repository-url URL`)."""
    send(session)


@nox.session(default=False, requires=["fresh"])
def promote(session: nox.Session) -> None:
    """Publish dist/ as another job built and checked it; refuses files that do not fit the checkout."""
    send(session)


@nox.session(default=False)
def static(session: nox.Session) -> None:
    """Write the page of an index that is a folder of files, with the yanked versions (`-- FOLDER`)."""
    install(session, "publish")
    session.run("python", "-m", "tools.publish.static", *session.posargs)


def send(session: nox.Session) -> None:
    """Publish what is in dist/."""
    install(session, "publish")
    arguments = {"PUBLISH_ARGUMENTS": shlex.join(session.posargs)}  # nox prints commands, and one may contain a secret.
    session.run("python", "-m", "tools.publish", str(dist(session)), env=arguments)


@nox.session(default=False, requires=["build"])
def golden(session: nox.Session) -> None:
    """Compare the golden cases of the generator; `-- --update` rewrites them."""
    install(session, "test", wheel=True)
    session.run("pytest", "tests/generator/test_golden.py", *session.posargs)


@nox.session(default=False, requires=["generate"])
def rehearse(session: nox.Session) -> None:
    """Generate, build, publish, install, type-check the examples and run them on the sandbox."""
    install(session, "rehearse")
    session.run("python", "-m", "tools.release.build", str(dist(session)), session.venv_backend)
    session.run("python", "-m", "tools.rehearsal", str(dist(session)), session.venv_backend)


# Reused: a second run would create the environment again below the first one, which may still serve the site.
@nox.session(python=PYTHONS[0], reuse_venv=True)
def docs(session: nox.Session) -> None:
    """Build the documentation site and its archive in dist/ (`-- --serve` shows it and builds it after each change)."""
    install(session, "docs")
    session.install(*PROJECT["project"]["dependencies"])
    archive, folder = dist(session), dist(session).with_name("build") / "docs"
    arguments = [str(folder), f"--archive={archive}", *session.posargs]
    session.run("python", "-m", "tools.docs", *arguments, env={"PYTHONPATH": PACKAGES})


@nox.session(default=False)
def mutants(session: nox.Session) -> None:
    """Run mutation tests: list the changes of the runtime that no test notices (`-- ROOM` or `-- ROOM/MODULE`)."""
    install(session, "mutants")
    session.install(*PROJECT["project"]["dependencies"])
    session.run("python", "-m", "tools.development.mutants", *session.posargs)


@nox.session(default=False, requires=["build"])
def bench(session: nox.Session) -> None:
    """Compare the client with other clients; `-- ROW` measures one row, `-- --write` writes docs/benchmarks.md."""
    install(session, "bench", wheel=True)
    session.run("python", "-m", "benchmarks", *session.posargs)
