"""Rules on paths, parameters and the arguments made from them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from ..api.naming import PLACEHOLDER
from ..source.document import child, is_list
from .registry import Finding, rule
from .shape import schema_kind
from .spec import Part, Spec

# A segment of dots alone is a step in the path (RFC 3986, 3.3), which whoever passes the request on may take.
PATH = re.compile(r"(/((?!\.\.?(/|$))[A-Za-z0-9_.~-]+|\{[A-Za-z0-9_]+\})(:[A-Za-z0-9_-]+)?)+/?")
PATH_KINDS = {"string", "integer", "enumeration"}
STYLES = {"query": "form", "path": "simple", "header": "simple"}
# Headers that say how a request is sent, where to, as what, and by whom: RFC 9110, RFC 9112, RFC 6265.
OURS = frozenset(
    """
    accept accept-encoding authorization connection content-encoding content-length content-type cookie date expect host
    keep-alive proxy-authorization proxy-connection range te trailer transfer-encoding upgrade user-agent via
    """.split()
)
TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")  # RFC 9110, 5.6.2
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
            if any(not re.fullmatch("[A-Za-z0-9_]+", name) for name in PLACEHOLDER.findall(path)):
                remedy = "Rename the placeholder: it has letters, digits and `_` alone. No server sees its name."
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


@rule("distinct-parameters")
def distinct_parameters(spec: Spec) -> Iterator[Finding]:
    """A parameter is declared once, by its place and name; the case of a header's name makes no other header.

    One of an operation may replace that of its path. The client sends one value for a name.
    """
    for operation in spec.operations:
        seen: dict[tuple[str, str], Part] = {}
        for part in operation.parameters:
            place, name = part.value.get("in", ""), part.value.get("name", "")
            first = seen.setdefault((place, name.lower() if place == "header" else name), part)
            replaced = first.at.startswith(f"{operation.pointer}/") != part.at.startswith(f"{operation.pointer}/")
            if first is not part and name and not (replaced and first.value.get("name") == name):
                message = f"the parameter `{name}` in {place} is declared twice."
                yield Finding(part.at, message, "Keep one; several values of one name are an array.")


def _distinct(spec: Spec) -> Iterator[Part]:
    """Yield each parameter once, however many operations share it."""
    parts = (part for operation in spec.operations for part in operation.parameters)
    return iter({part.pointer: part for part in parts}.values())


@rule("parameter-place")
def parameter_place(spec: Spec) -> Iterator[Finding]:
    """A parameter is in the path and required, or in the query or a header; the client sends no cookies.

    A cookie is for browsers: it is kept from a reply and sent with every later call. The API key authenticates calls.
    """
    for part in _distinct(spec):
        place = part.value.get("in")
        if place and place not in STYLES:
            message = f"the parameter `{part.value.get('name')}` is in `{place}`."
            remedy = "Write `in: header` or `in: query` if the API reads it there too; a session cookie is not needed."
            remedy = remedy if place == "cookie" else "Use `path`, `query` or `header`."
            yield Finding(child(part.pointer, "in"), message, remedy)
        elif place == "path" and part.value.get("required") is not True:
            message = f"the path parameter `{part.value.get('name')}` is not required."
            yield Finding(part.pointer, message, "Write `required: true`.")


@rule("header-name")
def header_name(spec: Spec) -> Iterator[Finding]:
    """The name of a header is a token of HTTP, and not that of a header that the client sends or reads itself.

    Those say how the request is sent and whose it is, which no single call decides.
    """
    schemes = spec.data.get("components", {}).get("securitySchemes", {}).values()
    ours = OURS | {str(scheme.get("name", "")).lower() for scheme in schemes}
    for part in _distinct(spec):
        name = part.value.get("name", "")
        if part.value.get("in") == "header" and (fault := fault_of_header(name, ours)):
            remedy = "Remove the parameter." if name.lower() in ours else "Use letters, digits and `-`."
            yield Finding(child(part.pointer, "name"), f"`{name}` {fault}.", remedy)


def fault_of_header(name: str, ours: Set[str] = OURS) -> str:
    """Return why an argument cannot be the header *name*, '' if it can; *ours* are those of the client, lower-case."""
    if name.lower() in ours:
        return "is a header that the client sets itself"
    return "" if not name or TOKEN.fullmatch(name) else "is not the name of a header"


@rule("parameter-type")
def parameter_type(spec: Spec) -> Iterator[Finding]:
    """A path parameter is text, an integer or a named enumeration; others may be a number, a boolean or a list too.

    The API does not say how objects look in a URL, so the client does not guess. The items of a list are not lists.
    """
    for part in _distinct(spec):
        schema = spec.part(part.value.get("schema", {}), "")
        kind, place, name = schema_kind(schema.value), part.value.get("in"), part.value.get("name")
        if not kind or not place:
            continue
        inner = spec.part(schema.value.get("items", {}), "").value if kind == "array" else schema.value
        pointer = child(part.pointer, "schema")
        if place == "path" and kind not in PATH_KINDS:
            message = f"the path parameter `{name}` is not one segment of text."
            yield Finding(pointer, message, "Use a string, an integer or a named enumeration.")
        elif place == "path" and is_list(schema.value.get("type")):
            remedy = f"Write `type: {schema.value['type'][0]}`: a path has no null."
            yield Finding(pointer, f"the path parameter `{name}` may be null.", remedy)
        elif place != "path" and (schema_kind(inner) not in {*QUERY_KINDS, ""} or is_list(inner.get("type"))):
            message = f"the client has no rule for writing `{name}` in a {'header' if place == 'header' else 'URL'}."
            yield Finding(
                pointer, message, "Use a string, integer, number, boolean, named enumeration, or a list of one."
            )


@rule("parameter-style")
def parameter_style(spec: Spec) -> Iterator[Finding]:
    """The style of a parameter is the usual one, `form` in the query and `simple` in the path and in a header.

    `explode: false` writes the items of a list as one value with commas; without it each has the name of its own.
    """
    for part in _distinct(spec):
        style, place = part.value.get("style"), part.value.get("in", "")
        if style and style != STYLES.get(place, style):
            message = f"the client does not write the style `{style}`."
            yield Finding(child(part.pointer, "style"), message, f"Write `{STYLES[place]}` if the API reads it.")
        kind = schema_kind(spec.part(part.value.get("schema", {}), "").value)
        if "explode" in part.value and (place, kind) != ("query", "array"):
            message = "`explode` says nothing about this parameter."
            yield Finding(child(part.pointer, "explode"), message, "Remove it.")
