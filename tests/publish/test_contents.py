"""Files that were not built from the checkout are not published, whoever calls the program."""

import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

from tools.docs import archive
from tools.docs.sources import sources
from tools.publish.contents import ADDED, stale
from tools.release.build import FOLDERS, ROOT

FILES = ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", "sbom.cdx.json")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a checkout with nearly empty packages, and what was built of it in `dist`."""
    root = tmp_path_factory.mktemp("small")
    for folder in FOLDERS:
        (root / folder).mkdir(parents=True)
        for name in ("__init__.py", "py.typed"):
            (root / folder / name).touch()
    (root / "generated" / "foxreach_client" / "openapi.json").write_text("{}")
    (root / "runtime" / "foxreach_runtime" / "version.py").write_text('__version__ = "0.1.0"\n')
    for name in FILES:
        shutil.copy(ROOT / name, root)
    (root / "docs").mkdir()
    (root / "docs" / "quota.md").write_text("# Quota\n")
    command = [sys.executable, "-m", "hatchling", "build", "--directory", "dist"]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    (root / "site").mkdir()
    (root / "site" / "index.html").touch()
    archive.write(root / "site", root / "dist", root)
    return root


@pytest.fixture
def project(small: Path, tmp_path: Path) -> Path:
    shutil.copytree(small, tmp_path / "project")
    return tmp_path / "project"


def test_what_was_built_from_the_checkout_is_accepted(project: Path) -> None:
    assert stale(project / "dist", project) == []


@pytest.mark.parametrize(
    ("file", "content", "files", "why"),
    [
        ("runtime/foxreach_runtime/__init__.py", "A = 1\n", 2, "foxreach_runtime/__init__.py differs"),
        ("sandbox/foxreach_testing/more.py", "", 2, "foxreach_testing/more.py differs"),
        ("docs/quota.md", "# Rate limit\n", 1, "docs/quota.md differs"),
        ("runtime/foxreach_runtime/version.py", '__version__ = "0.2.0"\n', 2, "its version is 0.1.0"),
    ],
)
def test_other_files_than_those_of_the_checkout_are_refused(
    file: str, content: str, files: int, why: str, project: Path
) -> None:
    (project / file).write_text(content)
    site, *found = stale(project / "dist", project)
    assert "foxreach_client-0." in site
    assert len(found) == files
    for fault in found:
        assert "was not built from this checkout (" in fault
        assert f"{why})" in fault


def test_other_metadata_than_that_of_the_checkout_is_refused(project: Path) -> None:
    settings = project / "pyproject.toml"
    settings.write_text(settings.read_text("utf-8").replace('"msgspec>=0.22', '"msgspec>=0.21'), "utf-8")
    site, wheel, sdist = stale(project / "dist", project)
    assert ".doc.zip was not built from this checkout" in site
    assert "dependency 'msgspec' is" in wheel
    assert "(pyproject.toml differs)" in sdist


def test_a_release_without_its_site_is_refused(project: Path) -> None:
    next((project / "dist").glob("*.doc.zip")).unlink()
    (fault,) = stale(project / "dist", project)
    assert fault.endswith(
        "must hold foxreach_client-0.1.0.doc.zip, the site of this version, and no other one. Run the session `docs`."
    )


def test_the_sdist_has_what_the_site_is_built_from(built: Path) -> None:
    (sdist,) = built.glob("*.tar.gz")
    with tarfile.open(sdist) as packed:
        assert {each.name.partition("/")[2] for each in packed if each.isfile()} - ADDED == sources(ROOT).keys()


def test_a_truncated_file_is_refused(project: Path) -> None:
    (wheel,) = (project / "dist").glob("*.whl")
    wheel.write_bytes(wheel.read_bytes()[:-50])
    assert "Run the session `build`" in stale(project / "dist", project)[0]
