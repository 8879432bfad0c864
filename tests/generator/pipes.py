"""The first half of the pipeline, for tests of its result."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from generator.api.assemble import assemble
from generator.api.ir import Api
from generator.api.models import models
from generator.api.modules import modules
from generator.api.parse import parse
from generator.output.render import render
from generator.source.canonical import canonical
from generator.source.document import Document
from generator.source.load import load
from tests.generator import cases


def api_of(document: Document) -> Api:
    """Return the client as values."""
    document = canonical(document)
    return assemble(document, parse(document), models(document).names, "the packaged text")


def rendered(document: Document) -> dict[str, str]:
    """Return the Python files of the client as the templates lay them out."""
    document = canonical(document)
    structs = models(document)
    return render(assemble(document, parse(document), structs.names, ""), modules(document, structs.source))


def changed(name: str, change: Callable[[dict[str, Any]], object]) -> Document:
    """Return the document of a case after *change* was made to its data."""
    data = json.loads(cases.text(name))
    change(data)
    return load(json.dumps(data, indent=1, ensure_ascii=False), "spec.yaml")
