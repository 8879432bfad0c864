"""The pages that Sphinx reads, with the links that they had in the checkout."""

from __future__ import annotations

from pathlib import Path

from tools.docs import staging


def test_the_site_has_each_page_of_docs_and_of_the_top(site: Path) -> None:
    names = [name for name in staging.pages(Path(__file__).resolve().parents[3]) if name.endswith(".md")]
    assert [name for name in names if not (site / name).with_suffix(".html").is_file()] == []


def test_links_lead_to_where_the_site_has_their_targets() -> None:
    outside: set[str] = set()
    text = (
        "[a](docs/quota.md#fleets) [b](examples/quickstart.py) [c](https://docs.foxreach.io) [d](#here) "
        "[e](docs/decisions)"
    )
    linked = staging.relink(text, "README.md", outside)
    assert linked == (
        "[a](quota.md#fleets) [b](files/examples/quickstart.py.md) [c](https://docs.foxreach.io) [d](#here) "
        "[e](decisions/index.md)"
    )
    assert outside == {"examples/quickstart.py"}
    assert staging.relink("[up](../README.md)", "docs/quota.md", outside) == "[up](index.md)"


def test_code_keeps_what_looks_like_a_link() -> None:
    text = "```python\nx[0](docs/quota.md)\n```\n[a](docs/quota.md)\n"
    assert staging.relink(text, "README.md", set()) == "```python\nx[0](docs/quota.md)\n```\n[a](quota.md)\n"


def test_a_page_with_the_same_text_keeps_its_file(tmp_path: Path) -> None:
    staging.write({"a.md": b"1", "b/c.md": b"2"}, tmp_path)
    before = (tmp_path / "a.md").stat()
    staging.write({"a.md": b"1"}, tmp_path)
    assert (tmp_path / "a.md").stat().st_mtime_ns == before.st_mtime_ns
    assert not (tmp_path / "b" / "c.md").exists()
