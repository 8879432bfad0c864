"""Every change that a caller sees between two states of the document. Pure: `Api` and `Api` in, changes out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.api.ir import Api

from .kinds import WEIGHTS, Change
from .models import model_changes
from .operations import operation_changes


def compare(old: Api, new: Api) -> list[Change]:
    """Return the changes from *old* to *new*, the gravest first; nothing where nothing changed."""
    found = [*_service(old, new), *operation_changes(old, new), *model_changes(old, new)]
    if not found and old.sha256 != new.sha256:
        found = [Change("other-words", "the document", "changed in what no caller meets")]
    return in_order(found)


def in_order(changes: Iterable[Change]) -> list[Change]:
    """Return the changes by class, by subject, by words; each once."""
    return sorted(dict.fromkeys(changes), key=lambda change: (WEIGHTS.index(change.weight), str(change), change.kind))


def _service(old: Api, new: Api) -> Iterator[Change]:
    if old.server != new.server:
        yield Change("server", "FoxReach()", f"calls {new.server}, called {old.server}", "/servers/0/url")
    if old.key_header != new.key_header:
        words = f"sends the key as {new.key_header}, sent it as {old.key_header}"
        yield Change("key-header", "FoxReach()", words, "/components/securitySchemes")
    if (old.title, old.version) != (new.title, new.version):
        words = f"is {new.title} {new.version}, was {old.title} {old.version}"
        yield Change("spec-version", "the document", words, "/info")
