"""The number of texts that contain a word, against the plain definition, while rows are added, changed and undone."""

from foxreach_sandbox.schema import BLOCK
from foxreach_sandbox.texts import Texts
from hypothesis import given
from hypothesis import strategies as st

LETTERS = st.text(alphabet="ab.*\n\x1f\x00é\U0001f98a", max_size=6)
STEP = 1 << BLOCK - 1  # Two rows in each block.
CHANGES = st.sampled_from(["add", "change", "fail"])


@given(steps=st.lists(st.tuples(CHANGES, LETTERS), max_size=12), word=LETTERS.filter(bool), often=st.booleans())
def test_each_text_that_contains_the_word_counts_once(steps: list[tuple[str, str]], word: str, often: bool) -> None:
    rows: dict[int, str] = {}
    texts = Texts(lambda place, block: [text for seq, text in rows.items() if place == 1 and seq >> BLOCK == block])

    def check() -> None:
        blocks = sorted({seq >> BLOCK for seq in rows})
        assert texts.count(1, blocks, word) == sum(word in text for text in rows.values())

    for change, text in steps:
        if change == "change" and rows:
            rows[max(rows)] = text
            texts.forget(1, max(rows))
        else:
            seq = max(rows, default=0) + STEP
            rows[seq] = text
            texts.add(1, seq, text)
            if change == "fail":
                del rows[seq]
                texts.undo()
        texts.keep()
        if often:
            check()
    check()
    assert texts.count(2, [0, 1], word) == 0
