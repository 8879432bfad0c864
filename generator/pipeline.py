"""The recipe, one line per step. Pure but for ruff's scratch folder: nothing of the project is written here."""

from __future__ import annotations

import json

from .assemble import assemble
from .complaints import SpecError
from .document import Document
from .manifest import NAME, manifest
from .models import models
from .parse import parse
from .render import header, render
from .rules import check
from .tidy import tidy

Tree = dict[str, str]


def generate(document: Document, inputs: str) -> Tree:
    """Return every file of the generated package by its path in it; SpecError with every complaint otherwise.

    *inputs* is the hash of everything that shapes the output; it goes into the manifest.
    """
    if complaints := check(document):
        raise SpecError(complaints)
    packaged = json.dumps(document.data, indent=1, ensure_ascii=False) + "\n"
    parsed = parse(document)
    structs = models(document, header(document.file.rpartition("/")[2]))
    api = assemble(document, parsed, structs.names, packaged)
    tree = tidy(render(api, structs.source))
    tree |= {"openapi.json": packaged, "py.typed": ""}
    return tree | {NAME: manifest(inputs, tree)}
