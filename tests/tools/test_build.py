"""What is refused of a wheel."""

from pathlib import Path

from tests.tools.checkout import make_wheel
from tools.build import described, wheel_faults

SOUND = {
    f"{package}/{name}": ""
    for package in ("foxreach_client", "foxreach_runtime")
    for name in ("__init__.py", "py.typed")
}


def test_two_typed_packages_are_a_sound_wheel(tmp_path: Path) -> None:
    assert wheel_faults(make_wheel(tmp_path, "foxreach_client", SOUND)) == []


def test_a_third_package_is_a_fault(tmp_path: Path) -> None:
    [fault] = wheel_faults(make_wheel(tmp_path, "foxreach_client", {**SOUND, "generator/parse.py": ""}))
    assert "holds generator" in fault


def test_a_missing_marker_is_a_fault(tmp_path: Path) -> None:
    files = {path: text for path, text in SOUND.items() if path != "foxreach_runtime/py.typed"}
    [fault] = wheel_faults(make_wheel(tmp_path, "foxreach_client", files))
    assert "lacks foxreach_runtime/py.typed" in fault


def test_what_looks_like_a_key_is_a_fault_and_is_not_printed(tmp_path: Path) -> None:
    key = "otr_" + "a1" * 8
    [fault] = wheel_faults(
        make_wheel(tmp_path, "foxreach_client", {**SOUND, "foxreach_client/client.py": f'KEY = "{key}"'})
    )
    assert "foxreach_client/client.py" in fault
    assert key not in fault


def test_a_file_is_described_by_name_size_and_hash(tmp_path: Path) -> None:
    (tmp_path / "a.whl").write_bytes(b"abc")
    sha256 = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert described(tmp_path / "a.whl") == f"a.whl  3 bytes  sha256 {sha256}"
