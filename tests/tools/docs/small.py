"""A small checkout, of which the site is built in a second."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tools.docs import contents, reference
from tools.docs.sources import sources

ROOT = Path(__file__).resolve().parents[3]
PAGES = {
    "README.md": "# Client\n\n[quota](docs/quota.md)\n",
    "CHANGELOG.md": "# Changelog\n",
    "CONTRIBUTING.md": "# Contributing\n",
    "SECURITY.md": "# Security\n",
    "docs/quota.md": "# Quota\n\nText.\n",
    "docs/decisions/0001-raw-replies.md": "# 0001: One\n\nText.\n",
    "runtime/foxreach_runtime/version.py": '__version__ = "0.3.0"\n',
}
SECTIONS = {"Guides": ("quota", "reference/index", "changelog", "contributing", "security", "decisions/index")}
DOCUMENTED = "\n```{eval-rst}\n.. automodule:: foxreach_runtime.version\n```\n"
OTHERWISE = {  # What the tools of the small checkout do otherwise.
    "tools/docs/contents.py": f"\nSECTIONS = {SECTIONS!r}\n",
    "tools/docs/reference/__init__.py": (
        "\ndef pages(root):\n"
        "    line = (root / 'spec' / 'foxreach.yaml').read_text().partition('\\n')[0]\n"
        "    return {'index.md': f'# Reference\\n\\n`{line}`\\n'}\n"
    ),
}


def make(root: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Write the checkout to *root*, and let the tools know its sections; the reference is one empty page."""
    for name, text in PAGES.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    shutil.copy(ROOT / "pyproject.toml", root)
    monkeypatch.setattr(contents, "SECTIONS", SECTIONS)
    monkeypatch.setattr(reference, "pages", _reference)
    return root


def make_whole(root: Path) -> Path:
    """Write the checkout to *root* together with the tools, for a process that builds its site."""
    for name, content in sources(ROOT).items():
        if not name.startswith("docs/"):
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_bytes(content)
    for name, text in {**PAGES, "docs/quota.md": PAGES["docs/quota.md"] + DOCUMENTED}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    for name, text in OTHERWISE.items():
        (root / name).write_text((root / name).read_text() + text)
    return root


def _reference(_: Path) -> dict[str, str]:
    return {"index.md": "# Reference\n"}
