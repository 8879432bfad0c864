"""What scripts rely on: the parser of each command, and the exit statuses. Two releases are compared by it."""

from __future__ import annotations

from . import failures, tree, usage
from .main import parser_for

TYPE_CHECKING = False

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Iterator


def parsers() -> Iterator[tuple[tuple[str, ...], ArgumentParser]]:
    """Yield the words and the parser of each command."""
    for words, leaf in tree.leaves(tree.tree()):
        yield words, parser_for(words, leaf)


def statuses() -> dict[str, int]:
    """Return the exit statuses by name, and the one after each error status of the API."""
    named = {name.lower(): value for name, value in vars(usage).items() if isinstance(value, int)}
    return named | {f"HTTP {status}": failures.BY_STATUS.get(status, usage.REFUSED) for status in range(400, 600)}
