"""The faults of a lock, and the arguments of the session `lock`."""

import re
import tomllib

import pytest

from tools.development import requirements_lock
from tools.development.requirements_lock import LOCK, NOX, ROOT, SBOM, Pyproject, lock_faults, sbom, sbom_faults

PYPROJECT: Pyproject = {
    "project": {
        "name": "ours",
        "dependencies": ["msgspec>=0.22,<0.23"],
        "optional-dependencies": {"redis": ["redis>=5"]},
    },
    "dependency-groups": {"nox": ["nox==1.0", "ours[redis]"], "test": [{"include-group": "nox"}, "Jinja2==3.1"]},
}
HASH = "    --hash=sha256:00\n"
SOUND = "".join(
    f"{name} \\\n{HASH}" for name in ("jinja2==3.1", "msgspec==0.22.1", "nox==1.0", "redis==8.0 ; x == 'y'")
)


def test_a_lock_with_every_pin_and_hash_has_no_fault() -> None:
    assert lock_faults(SOUND, PYPROJECT) == []


def test_a_missing_pin_is_named_with_the_remedy() -> None:
    [fault] = lock_faults(SOUND.replace("nox==1.0", "nox==0.9"), PYPROJECT)
    assert fault == "requirements.lock has no nox==1.0. Run the session `lock`."


def test_an_address_or_an_option_is_a_fault() -> None:
    for line in ("--index-url https://internal.example/simple\n", "extra @ file:///tmp/a.whl \\\n" + HASH):
        assert any("contains an address or an option" in fault for fault in lock_faults(line + SOUND, PYPROJECT))


def test_a_missing_hash_is_a_fault() -> None:
    [fault] = lock_faults(SOUND.replace(f"nox==1.0 \\\n{HASH}", "nox==1.0\n"), PYPROJECT)
    assert fault == "requirements.lock has no hash of nox==1.0"


def test_an_empty_lock_is_a_fault() -> None:
    assert lock_faults("", PYPROJECT) == ["requirements.lock is empty"]


def test_the_lock_of_the_project_fits() -> None:
    pyproject = tomllib.loads((LOCK.parent / "pyproject.toml").read_text("utf-8"))
    assert lock_faults(LOCK.read_text("utf-8"), pyproject) == []


def test_the_lock_of_nox_is_a_subset_of_the_other_lock() -> None:
    part, whole = (set(re.findall(r"^\S+==[^ ;]+|sha256:\w+", each.read_text("utf-8"), re.M)) for each in (NOX, LOCK))
    assert any(each.startswith("nox==") for each in part)
    assert part <= whole


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Record the arguments for uv instead of writing a lock."""
    found: list[tuple[str, ...]] = []

    def written(*arguments: str) -> None:
        found.append(arguments)

    monkeypatch.setattr(requirements_lock, "write", written)
    return found


def test_options_are_passed_to_uv(asked: list[tuple[str, ...]]) -> None:
    requirements_lock.main([])
    requirements_lock.main(["--upgrade"])
    requirements_lock.main(["--upgrade-package", "ruff"])
    assert asked == [(), ("--upgrade",), ("--upgrade-package=ruff",)]


def test_wrong_usage_is_status_2_and_writes_nothing(asked: list[tuple[str, ...]]) -> None:
    with pytest.raises(SystemExit) as caught:
        requirements_lock.main(["--newest"])
    assert caught.value.code == 2
    assert asked == []


def test_the_sbom_has_every_package_of_users_with_its_hashes() -> None:
    pyproject = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    written, lock = SBOM.read_text("utf-8"), LOCK.read_text("utf-8")
    assert sbom_faults(written, lock, pyproject) == []
    assert "pandas" not in written  # A tool, which no user gets.


def test_an_sbom_that_does_not_fit_the_lock_is_a_fault() -> None:
    pyproject = {"project": {"dependencies": ["anyio>=4"], "optional-dependencies": {"redis": ["redis>=5"]}}}
    lock = "anyio==4.16.0 \\\n    --hash=sha256:00\nredis==8.1.0 \\\n    --hash=sha256:11\n"
    assert sbom_faults(sbom(lock), lock, pyproject) == []
    (other,) = sbom_faults(sbom(lock), lock.replace("sha256:11", "sha256:22"), pyproject)
    assert other.startswith("sbom.cdx.json has other hashes of redis 8.1.0")
    (missing,) = sbom_faults(sbom(lock.partition("redis")[0]), lock, pyproject)
    assert missing.startswith("sbom.cdx.json lacks redis.")


def test_the_sbom_is_the_same_each_time() -> None:
    lock = LOCK.read_text("utf-8")
    assert sbom(lock) == sbom(lock)
    assert "timestamp" not in sbom(lock)
