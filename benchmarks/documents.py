"""Clients of documents of any size: the resource `templates` of our spec, with its five operations, many times."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from benchmarks.stock import SPEC
from generator.pipeline import generate
from generator.source.load import load, read

RESOURCE = "templates"
OPERATIONS = 5  # of the resource
MODEL = re.compile(r'"(#/components/schemas/)?Template(\w*)"')  # No other resource uses these.
CALL = re.compile(r'"(/?)templates(?=[./"])')


@cache
def client_of(operations: int, folder: Path) -> str:
    """Write the client of a document of so many operations into *folder*, and return the name of its package."""
    name = f"client_of_{operations}"
    for path, text in generate(load(_document(operations // OPERATIONS), "many.yaml"), "").items():
        target = folder / name / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    return name


def _document(copies: int) -> str:
    """Return a document with *copies* of the resource and its models: `templates`, `templates2` and so on."""
    data: dict[str, Any] = read(SPEC).data
    del data["webhooks"]
    paths = {path: item for path, item in data["paths"].items() if path.split("/")[1] == RESOURCE}
    tags = {tag["name"]: tag for tag in data["tags"] if tag["name"] == RESOURCE}
    components = data["components"]
    own = {name: node for name, node in components["schemas"].items() if name.startswith("Template")}
    data |= {"paths": {}, "tags": []}
    for number in ["", *map(str, range(2, copies + 1))]:
        copied = CALL.sub(rf'"\g<1>templates{number}', json.dumps([paths, tags, own]))
        some = json.loads(MODEL.sub(rf'"\g<1>Template{number}\g<2>"', copied))
        data["paths"] |= some[0]
        data["tags"] += [tag | {"name": name} for name, tag in some[1].items()]
        components["schemas"] |= some[2]
    return json.dumps(data | {"components": _used(data)})


def _used(data: dict[str, Any]) -> dict[str, Any]:
    """Return the components that the rest refers to, directly or through others."""
    components, waiting = data["components"], [json.dumps(data | {"components": {}})]
    found: dict[str, Any] = {"securitySchemes": components["securitySchemes"]}
    while waiting:
        for section, name in re.findall(r'"#/components/(\w+)/([\w-]+)"', waiting.pop()):
            if name not in found.setdefault(section, {}):
                found[section][name] = components[section][name]
                waiting.append(json.dumps(found[section][name]))
    return found
