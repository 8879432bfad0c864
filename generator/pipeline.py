"""The steps of generation, one per line. Writes no file, except in temporary folders for the tools."""

from __future__ import annotations

import gc
import json
from collections.abc import Generator
from contextlib import contextmanager

from .api.assemble import assemble
from .api.models import models
from .api.modules import modules
from .api.parse import parse
from .diagnostics import SpecError
from .output.completeness import check_complete
from .output.manifest import NAME, manifest
from .output.render import input_names, render
from .output.tidy import tidy
from .rules import check
from .source.canonical import canonical
from .source.document import Document
from .source.expand import expanded

Tree = dict[str, str]


def generate(document: Document, inputs: str) -> Tree:
    """Return every file of the generated package by its path there, or raise SpecError with all complaints.

    *inputs* is the hash of everything that the output depends on; the manifest records it.
    """
    with _no_collection():
        return _generate(document, inputs)


@contextmanager
def _no_collection() -> Generator[None]:
    """Pause the cyclic garbage collector, which takes a third of the time and frees next to nothing."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _generate(document: Document, inputs: str) -> Tree:
    if complaints := check(document):
        raise SpecError(complaints)
    document = expanded(canonical(document))
    packaged = json.dumps(document.data, indent=1, ensure_ascii=False) + "\n"
    parsed = parse(document)
    structs = models(document)
    api = assemble(document, parsed, structs.names, packaged)
    placed = modules(document, structs.source)
    rendered = render(api, placed)
    check_complete(api, input_names(api), rendered, placed)
    tree = tidy(rendered)
    tree |= {"openapi.json": packaged, "py.typed": ""}
    return tree | {NAME: manifest(inputs, tree)}
