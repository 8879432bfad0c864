"""The lists for language models: each page with its first sentence, and links that lead from the top of the site."""

from __future__ import annotations

import pytest

from tools.docs.machines import llms

TWINS = {
    "index": "# Front\n\nA client of [it](https://docs.foxreach.io). More.\n",
    "a/b": "# B\n\n```python\nx[0](c.md)\n```\n\nWhat it is.\nAnd [more](../index.md#x), [here](#b), [so](c.md).\n",
    "changelog": "# Changelog\n\n| a |\n|---|\n",
}
SECTIONS = {"Start": ["index"], "Reference": ["a/b", "changelog"]}


def test_llms_txt_has_title_summary_sections_and_what_can_be_left_out() -> None:
    assert llms.short("client 1", SECTIONS, TWINS).split("\n\n") == [
        "# client 1",
        "> A client of it.",
        llms.HOW.format(size=1),
        "## Start",
        "- [Front](index.md): A client of it.",
        "## Reference",
        "- [B](a/b.md): What it is.",
        "## Optional",
        "- [Changelog](changelog.md)\n",
    ]


def test_llms_txt_says_how_large_the_file_with_all_pages_is() -> None:
    long = {**TWINS, "a/b": TWINS["a/b"] + "é" * 600_000}
    assert " in one file of 1,201 KB. " in llms.short("client 1", SECTIONS, long)


def test_links_of_all_pages_in_one_file_lead_from_the_top_and_code_stays() -> None:
    text = llms.full(SECTIONS, TWINS)
    assert text.startswith("<!-- index.md -->\n\n# Front\n")
    assert "<!-- a/b.md -->\n\n# B\n\n```python\nx[0](c.md)\n```\n" in text
    assert "[more](index.md#x), [here](a/b.md#b), [so](a/c.md)." in text
    assert "Changelog" not in text


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("# A\n\n`foxr` is it. B.", "`foxr` is it."),
        ("# A\n\n> Quoted.\n\n- listed\n\n**Tab**\n\nThis: that.\n", "This: that."),
        ("# A\n\nHow well it is known:\n\n| a |\n", "How well it is known."),
        ("# A\n\nFor v1.2 only. B.\n", "For v1.2 only."),
        ("# A\n", ""),
    ],
)
def test_the_first_sentence_of_a_page(text: str, first: str) -> None:
    assert llms.sentence(text) == first
