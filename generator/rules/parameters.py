"""Rules on paths, parameters and the arguments made from them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..api.naming import PLACEHOLDER
from ..source.document import child
from .registry import Finding, rule
from .shape import schema_kind
from .spec import Part, Spec

# A segment of dots alone is a step in the path (RFC 3986, 3.3), which whoever passes the request on may take.
PATH = re.compile(r"(/((?!\.\.?(/|$))[A-Za-z0-9_.~-]+|\{[A-Za-z0-9_]+\})(:[A-Za-z0-9_-]+)?)+/?")
QUERY_KINDS = {"string", "integer", "number", "boolean", "enumeration"}


@rule("path-template")
def path_template(spec: Spec) -> Iterator[Finding]:
    """A path is `/words/{placeholder}` with whole-segment placeholders; no two paths match one URL equally well.

    The client encodes each value as exactly one segment. Behind a segment there may be `:verb`, at the end a slash.
    """
    seen: dict[str, str] = {}
    for path in spec.data.get("paths", {}):
        pointer, bare = child("/paths", path), PLACEHOLDER.sub("{}", path)
        if not PATH.fullmatch(path):
            remedy = "Begin each segment with a slash; it is one {placeholder}, or letters, digits, `-` and `_`."
            yield Finding(pointer, f"`{path}` is not a path of plain segments.", remedy)
        elif bare in seen:
            message = f"`{path}` and `{seen[bare]}` differ only in the names of placeholders."
            yield Finding(pointer, message, "Merge the two paths.")
        seen.setdefault(bare, path)


@rule("path-parameters")
def path_parameters(spec: Spec) -> Iterator[Finding]:
    """The placeholders of a path are exactly the path parameters of its operations, each once."""
    for operation in spec.operations:
        wanted = PLACEHOLDER.findall(operation.path)
        names = [part.value.get("name") for part in operation.placed("path")]
        for name in dict.fromkeys(wanted):
            if name not in names and operation.complete:
                message = f"`{operation.id}` declares no path parameter `{name}`."
                yield Finding(operation.pointer, message, "Declare it, with `in: path` and `required: true`.")
            if wanted.count(name) > 1:
                yield Finding(operation.pointer, f"`{name}` is in the path twice.", "Rename one of the two.")
        for part in operation.placed("path"):
            name = part.value.get("name")
            if name and name not in wanted:
                message = f"the path has no placeholder `{name}`."
                yield Finding(part.at, message, f"Write {{{name}}} into the path, or remove the parameter.")


def _distinct(spec: Spec) -> Iterator[Part]:
    """Yield each parameter once, however many operations share it."""
    parts = (part for operation in spec.operations for part in operation.parameters)
    return iter({part.pointer: part for part in parts}.values())


@rule("parameter-place")
def parameter_place(spec: Spec) -> Iterator[Finding]:
    """A parameter is in the path and required, or in the query: the client sends no other headers or cookies."""
    for part in _distinct(spec):
        place = part.value.get("in")
        if place and place not in ("path", "query"):
            message = f"the parameter `{part.value.get('name')}` is in `{place}`."
            yield Finding(child(part.pointer, "in"), message, "Use `path` or `query`, or remove it.")
        elif place == "path" and part.value.get("required") is not True:
            message = f"the path parameter `{part.value.get('name')}` is not required."
            yield Finding(part.pointer, message, "Write `required: true`.")


@rule("parameter-type")
def parameter_type(spec: Spec) -> Iterator[Finding]:
    """A path parameter is text. A query parameter is text, a number, a boolean or a named enumeration, never null.

    The API does not say how arrays, objects, times and null look in a URL, so the client does not guess. Text has no
    bounds and no pattern here, since the client checks the bounds of numbers only.
    """
    for part in _distinct(spec):
        schema = spec.part(part.value.get("schema", {}), "")
        kind = schema_kind(schema.value)
        if not kind or not part.value.get("in"):
            continue
        place = child(part.pointer, "schema")
        if part.value["in"] == "path" and kind != "string":
            yield Finding(place, f"the path parameter `{part.value.get('name')}` is not text.", "Write `type: string`.")
        elif kind not in QUERY_KINDS or isinstance(schema.value.get("type"), list):
            message = f"the client has no rule for writing `{part.value.get('name')}` in a URL."
            yield Finding(place, message, "Use a string, integer, number, boolean or named enumeration.")
        elif bounds := sorted({"minLength", "maxLength", "pattern"} & schema.value.keys()):
            message = f"the client would not check `{bounds[0]}` of `{part.value.get('name')}`."
            yield Finding(child(place, bounds[0]), message, "Move it to the description.")
