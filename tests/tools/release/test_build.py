"""The faults of a wheel and an sdist."""

import io
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.tools.development.checkout import make_wheel
from tools.release.build import PACKAGES, described, sdist_faults, site_faults, wheel_faults

SOUND = {f"{package}/{name}": "" for package in PACKAGES for name in ("__init__.py", "py.typed")} | {
    "foxreach_client/openapi.json": "{}"
}


def make_sdist(folder: Path, files: dict[str, str]) -> Path:
    sdist = folder / "foxreach_client-1.0.tar.gz"
    with tarfile.open(sdist, "w:gz") as archive:
        for name, text in files.items():
            entry = tarfile.TarInfo(f"foxreach_client-1.0/{name}")
            entry.size = len(text)
            archive.addfile(entry, io.BytesIO(text.encode()))
    return sdist


def test_a_wheel_of_the_typed_packages_has_no_fault(tmp_path: Path) -> None:
    assert wheel_faults(make_wheel(tmp_path, "foxreach_client", SOUND)) == []


def test_another_package_is_a_fault(tmp_path: Path) -> None:
    [fault] = wheel_faults(make_wheel(tmp_path, "foxreach_client", {**SOUND, "generator/api/parse.py": ""}))
    assert "contains generator" in fault


@pytest.mark.parametrize("missing", ["foxreach_runtime/py.typed", "foxreach_client/openapi.json"])
def test_a_missing_file_is_a_fault(tmp_path: Path, missing: str) -> None:
    files = {path: text for path, text in SOUND.items() if path != missing}
    [fault] = wheel_faults(make_wheel(tmp_path, "foxreach_client", files))
    assert f"lacks {missing}" in fault


def test_an_sdist_contains_the_listed_folders_and_no_key(tmp_path: Path) -> None:
    assert (
        sdist_faults(make_sdist(tmp_path, {"generated/foxreach_client/a.py": "", "docs/quota.md": "", "README.md": ""}))
        == []
    )
    key = "otr_" + "a1" * 8
    faults = sdist_faults(make_sdist(tmp_path, {"tests/test_a.py": f"'{key}'"}))
    assert [fault.partition(" ")[2] for fault in faults] == [
        "contains tests/, which is not packaged",
        "seems to contain an API key: tests/test_a.py",
    ]


def test_a_key_is_a_fault_and_is_not_printed(tmp_path: Path) -> None:
    key = "otr_" + "a1" * 8
    [fault] = wheel_faults(
        make_wheel(tmp_path, "foxreach_client", {**SOUND, "foxreach_client/client.py": f'KEY = "{key}"'})
    )
    assert "foxreach_client/client.py" in fault
    assert key not in fault


def test_a_key_in_the_site_is_a_fault(tmp_path: Path) -> None:
    for text in ("", "otr_" + "a1" * 8):
        with zipfile.ZipFile(tmp_path / "foxreach_client-1.0.doc.zip", "w") as archive:
            archive.writestr("quota.html", text)
        found = "foxreach_client-1.0.doc.zip seems to contain an API key: quota.html"
        assert site_faults(tmp_path) == ([found] if text else [])


def test_a_file_is_described_by_name_size_and_hash(tmp_path: Path) -> None:
    (tmp_path / "a.whl").write_bytes(b"abc")
    sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert described(tmp_path / "a.whl") == f"a.whl  3 bytes  sha256 {sha256}"
