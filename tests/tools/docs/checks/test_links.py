"""A built page that links what nobody has fails the build: files, anchors, hosts, and pictures without a text."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.docs.checks import links


def faults(folder: Path, body: str) -> list[str]:
    (folder / "sub").mkdir(exist_ok=True)
    (folder / "sub" / "a.html").write_text(f'<p id="here">{body}</p>')
    (folder / "b.html").write_text('<h1 id="top"><a name=\'old\' href="#top">B</a></h1><img src="c.png" alt="C">')
    (folder / "c.png").touch()
    return [f"{fault.file}: {fault.text}" for fault in links.faults(folder)]


@pytest.mark.parametrize(
    "body",
    [
        '<a href="../b.html#top">x</a><a href="../b.html#old">x</a><a href="#here">x</a><a href="#">x</a>',
        '<a title="a > b" href="https://docs.foxreach.io/api#x">x</a>',
        '<a href="https://proxy.example.com">x</a><a href="http://127.0.0.1:8000/">x</a>',
        "<pre>&lt;a href=&quot;nothing.html&quot;&gt;</pre>",
        '<img src="../c.png" alt="A picture">',
    ],
)
def test_a_right_link_is_not_found(tmp_path: Path, body: str) -> None:
    assert faults(tmp_path, body) == []


@pytest.mark.parametrize(
    ("body", "fault"),
    [
        ('<a href="../nothing.html">x</a>', "links ../nothing.html, which does not exist"),
        ('<a href="../b.html#nowhere">x</a>', "links ../b.html#nowhere, and b.html has no such place"),
        ('<a href="#nowhere">x</a>', "links #nowhere, and sub/a.html has no such place"),
        ('<img src="../d.png" alt="D">', "links ../d.png, which does not exist"),
        ('<img src="../c.png">', "the picture ../c.png has no alternative text"),
        ('<img src="../c.png" alt="">', "the picture ../c.png has no alternative text"),
        ('<script src="https://cdn.net/x.js"></script>', "links the host of https://cdn.net/x.js; only "),
        ('<a href="//cdn.net/x">x</a>', "links the host of //cdn.net/x; only "),
        ('<a href="https://docs.foxreach.io.evil.net/">x</a>', "links the host of https://docs.foxreach.io.evil.net/"),
    ],
)
def test_a_wrong_link_is_found(tmp_path: Path, body: str, fault: str) -> None:
    [only] = faults(tmp_path, body)
    assert only.startswith(f"sub/a.html: {fault}")


def test_a_style_that_loads_from_elsewhere_is_found(tmp_path: Path) -> None:
    (tmp_path / "x.css").write_text("@font-face { src: url('https://fonts.net/a.woff') }")
    assert faults(tmp_path, "") == ["x.css: loads https://fonts.net/a.woff"]


def test_the_line_of_a_link_is_that_of_its_source() -> None:
    text = "# A\n\n[b](b.md#x)\n<img src='images/c.png'>\n"
    found = [links.line_of(address, text) for address in ("b.html#x", "#x", "_images/c.png", "d.html")]
    assert found == [3, 3, 4, 0]
