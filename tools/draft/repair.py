"""Takes out or rewrites what the dialect cannot carry, and says of each what and where. Pure.

A keyword that demands something of a value becomes words of its description.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from generator.api.naming import snake_case
from generator.diagnostics import Complaint
from generator.rules import check
from generator.source.canonical import canonical
from generator.source.document import Document, is_list, is_mapping, joined, list_in
from generator.source.fill import JSON
from generator.source.merge import START
from generator.source.smallest import smallest

from .marks import mark

Node = dict[str, Any]

# Keywords that say which values are allowed.
SAID = frozenset(
    """
    not if then else patternProperties propertyNames contains prefixItems dependentRequired dependentSchemas
    unevaluatedProperties format minimum maximum
    """.split()
)
EXAMPLE = re.compile(r".*?/content/[^/]+/(example(?=/|$)|examples/[^/]+/value)")
KEYWORDS = frozenset({"properties", "items", "additionalProperties", "anyOf", "oneOf", "allOf"})
ROUNDS = 12  # Each may show what the last one hid.
SHOWN = 60  # Characters of a value in a message; the whole value is in the source.


@dataclass(frozen=True, order=True)
class Lost:
    """One thing that the draft does not carry: the line and pointer in the source, and what it was."""

    line: int
    pointer: str
    rule: str
    words: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.pointer or '/'}: {self.rule}: {self.words}"


@dataclass(frozen=True)
class _Spot:
    """Where a complaint is: the keyword *name* of the node *holder*."""

    document: Document
    holder: Node
    name: str
    complaint: Complaint


def repaired(document: Document, rules: Collection[str]) -> tuple[Document, list[Lost]]:
    """Return the document without what breaks one of the *rules* that can be mended, and a list of what was lost."""
    data: Node = deepcopy(document.data)
    lost: list[Lost] = []
    for _ in range(ROUNDS):
        state = Document(document.file, data, document.positions)
        before = json.dumps(data, default=str)
        lost += [each for complaint in check(state) if complaint.rule in rules for each in _repair(state, complaint)]
        if json.dumps(data, default=str) == before:
            break
    return Document(document.file, data, document.positions), sorted(set(lost))


def _repair(document: Document, complaint: Complaint) -> Iterator[Lost]:
    """Mend one complaint in place if there is a way; yield what was lost by it."""
    mend, pointer = MENDS.get(complaint.rule), complaint.pointer
    if found := EXAMPLE.match(pointer):  # A complaint may be about a part of an example.
        pointer = found[0] if complaint.rule == "example-valid" else pointer
    *tokens, name = (token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:] or [""])
    holder: Any = document.data
    for token in tokens:
        holder = _within(document, holder, token).get(token) if is_mapping(holder) else _item(holder, token)
    if mend and is_mapping(holder) and name in (holder := _within(document, holder, name)):
        words = mend(_Spot(document, holder, name, complaint))
        if words is not None:
            yield Lost(complaint.line, complaint.pointer, complaint.rule, words)


def _item(node: Any, token: str) -> Any:
    return node[int(token)] if is_list(node) and token.isdigit() and int(token) < len(node) else None


def _within(document: Document, node: Node, name: str) -> Node:
    """Return the node that has the keyword: the rules see `allOf`, a union with null, or an alias as one schema."""
    if name in node:
        return node
    options = [option for keyword in ("anyOf", "oneOf", "allOf") for option in list_in(node, keyword)]
    target = [document.resolve(node)[1]] if "$ref" in node else []
    return next((each for each in [*options, *target] if is_mapping(each) and name in each), node)


def _without(at: _Spot) -> str | None:
    """Take out a keyword; the description of its holder says what it demanded of a value."""
    value = at.holder.pop(at.name)
    shown = json.dumps(value, ensure_ascii=False, default=str)
    if at.name in SAID:
        at.holder["description"] = joined(at.holder.get("description"), f"`{at.name}`: {shown}.")
    return f"`{at.name}` was {shown if len(shown) <= SHOWN else f'{shown[:SHOWN]}...'}"


def _whole(at: _Spot) -> str | None:
    """Take out a webhook, or a component that nothing refers to any more."""
    if at.holder is at.document.data.get("components", {}).get("schemas"):
        others = {key: value for key, value in at.holder.items() if key != at.name}
        rest = {**at.document.data, "components": {**at.document.data["components"], "schemas": others}}
        if f'"{START}{at.name}"' in json.dumps(rest, default=str):
            return None
    del at.holder[at.name]
    return f"`{at.name}` was taken out"


def _personal(at: _Spot) -> str | None:
    """Take out a mark that we made where it says nothing, and make it where it is missing."""
    if at.name == "x-personal":
        del at.holder[at.name]
    elif is_mapping(at.holder[at.name]):
        at.holder[at.name]["x-personal"] = True
    return None


def _named(at: _Spot) -> str | None:
    """Move an inline object or enumeration to the components, with a name made of where it is."""
    schemas: Node = at.document.data["components"]["schemas"]
    name = _name_at(at.document, at.complaint.pointer)
    if not name or name in schemas:
        return None
    inner = at.holder[at.name]
    words = inner.setdefault("description", f"{snake_case(name).replace('_', ' ').capitalize()}.")
    if "properties" in inner:
        inner.setdefault("x-personal", True)
    mark(inner, "name")
    schemas[name] = inner
    at.holder[at.name] = {"$ref": f"{START}{name}", "description": words}
    return None


def _name_at(document: Document, pointer: str) -> str:
    """Return a name for the schema at a pointer: that of its component or operation, and the properties on the way."""
    tokens = [token.replace("~1", "/").replace("~0", "~") for token in pointer.split("/")[1:]]
    if tokens[:2] == ["components", "schemas"]:
        start, rest = tokens[2], tokens[3:]
    elif tokens[0] == "paths" and len(tokens) > 4:
        operation = document.data["paths"][tokens[1]].get(tokens[2], {})
        start = _camel(str(operation.get("operationId", ""))) + ("Body" if tokens[3] == "requestBody" else "Reply")
        rest = tokens[tokens.index("schema") + 1 :] if "schema" in tokens else []
    else:
        return ""
    ending = "Item" if rest[-1:] in (["items"], ["additionalProperties"]) else ""
    return start + "".join(_camel(token) for token in rest if token not in KEYWORDS and not token.isdigit()) + ending


def _camel(name: str) -> str:
    return "".join(word[:1].upper() + word[1:] for word in re.split("[^A-Za-z0-9]+", name))


def _example(at: _Spot) -> str | None:
    """Write the smallest example in place of one that does not match its schema."""
    whole, media = canonical(at.document), at.complaint.pointer.partition("/example")[0]
    try:
        schema = whole.resolve(whole.get(f"{media}/schema"))[1]
    except LookupError:
        return None
    value = smallest(schema, whole.data["components"]["schemas"])
    if at.holder[at.name] == value:
        return None
    shown, made = json.dumps(at.holder[at.name], ensure_ascii=False, default=str), at.holder[at.name] is True
    at.holder[at.name] = value
    return None if made else f"the example did not match its schema: {shown[:SHOWN]}"


def _described(at: _Spot) -> str | None:
    """Describe a component or a property by its name."""
    node = at.holder[at.name]
    if is_mapping(node) and "description" not in node:
        node["description"] = f"{snake_case(at.name).replace('_', ' ').capitalize()}."
        mark(node, "description")
    return None


def _title(at: _Spot) -> str | None:
    """Write a summary as a title; nothing of it is lost."""
    words = re.sub(r"^(A|All|An|Every|The|This)\s+", "", str(at.holder[at.name]).strip().rstrip(". "))
    words = words[:1].upper() + words[1:]
    if words and words != at.holder[at.name]:
        at.holder[at.name] = words
        mark(at.holder, "summary")
        return f"the summary is now `{words}`"
    return None


def _body(at: _Spot) -> str | None:
    """Require an optional body; take out that of a method that has none."""
    if at.name == "required":
        at.holder[at.name] = True
        return "an optional body is required now"
    return _without(at)


def _reply(at: _Spot) -> str | None:
    """Refer to the shared reply of a status, and make one if there is none: a body nobody described is a guess."""
    reply = at.holder[at.name]
    if not at.name.isdigit() or at.name < "400" or not is_mapping(reply) or "content" in reply:
        return None
    shared: Node = at.document.data["components"].setdefault("responses", {})
    key = f"Status{at.name}"
    if key not in shared:
        content = {JSON: {"schema": {"$ref": f"{START}Failure"}, "example": {"detail": "It failed."}}}
        shared[key] = {"description": reply.get("description", "Error."), "content": content}
        mark(shared[key], "errors")
    at.holder[at.name] = {"$ref": f"#/components/responses/{key}"}
    said = str(reply.get("description", ""))
    return f"its words were {said!r}" if said and said != shared[key]["description"] else None


def _credential(at: _Spot) -> str | None:
    """Leave one credential for all calls: that which most of them name."""
    shown = json.dumps(at.holder[at.name])
    if at.name == "security" and at.holder is not at.document.data:
        del at.holder[at.name]
        return f"this call needs {shown}"
    chosen = list_in(canonical(at.document).data, "security")
    name = next(iter(chosen[0]), "") if chosen and is_mapping(chosen[0]) else ""
    schemes: Node = at.document.data["components"]["securitySchemes"]
    if at.name == "security" and at.holder is at.document.data and schemes:
        at.holder[at.name] = [{name if name in schemes else next(iter(schemes)): []}]
        return f"all calls needed {shown}" if at.holder[at.name] != json.loads(shown) else None
    if at.name == "securitySchemes" and name in schemes and len(schemes) > 1:
        others = [other for other in schemes if other != name]
        at.holder[at.name] = {name: schemes[name]}
        return f"only one credential is sent, not {', '.join(others)}"
    return None


def _media(at: _Spot) -> str | None:
    """Keep JSON alone where a body has several forms; take what is JSON by another name as JSON."""
    if JSON in at.holder:
        del at.holder[at.name]
        return f"`{at.name}` beside JSON"
    if "json" in at.name or at.name == "*/*":
        at.holder[JSON] = at.holder.pop(at.name)
        return f"`{at.name}` is written as {JSON}"
    return None


def _body_of_error(at: _Spot) -> str | None:
    """Give an error that answers no object the usual body; the client reads its text as it comes."""
    shown = json.dumps(at.holder[at.name])
    if "/responses/" not in at.complaint.pointer or at.holder[at.name].get("$ref") == f"{START}Failure":
        return None
    at.holder.update({at.name: {"$ref": f"{START}Failure"}, "example": {"detail": "It failed."}})
    return f"the body of the error was {shown[:SHOWN]}"


def _exception(at: _Spot) -> str | None:
    """Name the class of a status as the complaint proposes."""
    found = re.search(r"`x-exception: (\w+)`", at.complaint.remedy)
    if found and is_mapping(at.holder[at.name]) and "$ref" not in at.holder[at.name]:
        at.holder[at.name] |= {"x-exception": found[1], "x-advice": "Read the detail."}
        mark(at.holder[at.name], "errors")
    return None


def _renamed(at: _Spot) -> str | None:
    """Give a component a name that can be a class, wherever it is used."""
    new = f"{_camel(at.name)}Model"
    if at.holder is not at.document.data.get("components", {}).get("schemas") or new in at.holder:
        return None
    at.holder[new] = at.holder.pop(at.name)
    mark(at.holder[new], "name")
    _refer(at.document.data, f"{START}{at.name}", f"{START}{new}")
    return None


def _refer(node: Any, old: str, new: str) -> None:
    """Write one reference for another wherever it stands, that of a mapping of tags included."""
    if is_list(node):
        node[:] = [new if value == old else value for value in node]
    elif is_mapping(node):
        node |= {key: new for key, value in node.items() if value == old}
    for value in node.values() if is_mapping(node) else node if is_list(node) else ():
        _refer(value, old, new)


MENDS: dict[str, Callable[[_Spot], str | None]] = {
    "supported-keywords": _without,
    "webhook-delivery": _whole,
    "delivery-union": _whole,
    "listed-events": _whole,
    "unused-components": _whole,
    "example-valid": _example,
    "described": _described,
    "format": _without,
    "personal": _personal,
    "named-types": _named,
    "summary": _title,
    "request-body": _body,
    "deprecated-place": _without,
    "bounds": _without,
    "reply-content": _reply,
    "reply-headers": _reply,
    "exception-named": _exception,
    "json-only": _media,
    "named-body": _body_of_error,
    "one-api-key": _credential,
    "component-names": _renamed,
}
