"""The page on the dialect says what the rules do with each keyword of OpenAPI 3.1."""

from __future__ import annotations

from tests.generator import dialect


def test_the_page_has_what_the_rules_say_of_each_keyword() -> None:
    assert dialect.PAGE.read_text("utf-8") == dialect.page(), "run: python -m tests.generator.dialect"


def test_every_refusal_says_what_to_write_and_every_word_has_a_trial() -> None:
    refused = [why for _, carried, why in dialect.results() if not carried]
    assert all(why.endswith(".") for why in refused)
    assert dialect.left_over() == set()
