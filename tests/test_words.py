"""Code and pages use the field's terms: the names that these terms replaced do not come back."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tools.release.safety import tracked

ROOT = Path(__file__).resolve().parents[1]
TERMS = {  # What was said before, and what is said now. Names of files and parts of identifiers count too.
    r"mask(s|ed|ing)?(?! variables)": "redact",  # GitLab has masked variables.
    r"forking": "fork",
    r"verdicts?": "result",
    r"surroundings?": "context",
    r"dice": "random",
    r"bills?(?! of materials)": "sbom",
    r"counts_of": "page_info",
    r"hopeless": "permanent",
    r"ask\((self, )?now": "acquire(now, max_wait)",
    r"errands?": "background work",
    r"no leave|leave to (make|repeat)": "a permit; safe to retry",
    r"who has nox": "If nox is installed",
    r"converge[sd]?": "idempotent",
}
OLD = {re.compile(rf"(?<![a-z])(?:{old})(?![a-z])", re.IGNORECASE): new for old, new in TERMS.items()}
ROOM = "runtime/foxreach_runtime"
PENDING: tuple[str, ...] = ()
FOREIGN = (".lock", ".gz", ".png", ".webp", "package-lock.json", Path(__file__).name)  # Not our words.
FILES = {path.relative_to(ROOT).as_posix(): path for path in tracked(ROOT) if not path.name.endswith(FOREIGN)}


@pytest.mark.parametrize("place", sorted({name.partition("/")[0] for name in FILES}))
def test_no_old_name_is_left(place: str) -> None:
    names = [name for name in FILES if name.partition("/")[0] == place and not name.startswith(PENDING)]
    texts = {name: f"{name}\n{FILES[name].read_text('utf-8')}" for name in names}
    assert [
        f"{name}: {found[0]} -> {new}"
        for name, text in texts.items()
        for word, new in OLD.items()
        for found in word.finditer(text)
    ] == []


def test_an_old_name_is_found_as_a_word_and_inside_an_identifier() -> None:
    for text in ("the surroundings", "_masked_json", "MASK", "test_bill", "def ask(self, now: float)", "It converges."):
        assert any(word.search(text) for word in OLD), text
    for text in ("umask", "billing", "bill of materials", "a fork", "task(now)"):
        assert not any(word.search(text) for word in OLD), text
