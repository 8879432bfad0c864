"""Reduces the security of a document to the one credential that a client has, in one header. Pure.

Schemes that are the same header count as one: OAuth 2 and OpenID Connect end in a bearer token, which the caller gets.
What the credential cannot reach stays, for the rules to report.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from .document import is_list, is_mapping, joined, without

Node = dict[str, Any]

TOKEN: Node = {"type": "http", "scheme": "bearer"}
TOKENS = ("oauth2", "openIdConnect")
OBTAINED = "A bearer token; how to get one: {}."
METHODS = ("get", "put", "post", "patch", "delete")


def with_one_key(data: Node) -> Node:
    """Return a document with the scheme that most requirements name, and without those that it can stand for."""
    components = data.get("components")
    schemes = components.get("securitySchemes") if is_mapping(components) else None
    if not is_mapping(components) or not is_mapping(schemes) or not all(map(is_mapping, schemes.values())):
        return data
    schemes = {name: _as_token(scheme) for name, scheme in schemes.items()}
    lists = [data.get("security"), *(node.get("security") for node in _operations(data))]
    usable = [name for given in lists for name in _alone(given) if name in schemes and _header_of(schemes[name])]
    chosen = next((name for name, _ in Counter(usable).most_common(1)), "")
    data = {**data, "components": {**components, "securitySchemes": schemes}}
    return _reduced(data, schemes, chosen) if chosen else data


def _as_token(scheme: Node) -> Node:
    """Return a scheme that ends in a bearer token as one of a bearer token."""
    token = scheme.get("type") in TOKENS
    if not token and (scheme.get("type"), str(scheme.get("scheme")).lower()) != ("http", "bearer"):
        return scheme
    words = OBTAINED.format(", ".join(f"`{value}`" for value in _addresses(scheme)) or "see the API") if token else None
    kept = {key: value for key, value in scheme.items() if key == "description" or key.startswith("x-")}
    said = joined(kept.get("description"), words)
    return {**kept, **TOKEN, **({} if said is None else {"description": said})}


def _addresses(scheme: Node) -> Iterator[str]:
    """Yield the addresses at which a token is got."""
    if isinstance(scheme.get("openIdConnectUrl"), str):
        yield scheme["openIdConnectUrl"]
    flows = scheme.get("flows")
    for name, flow in flows.items() if is_mapping(flows) else ():
        if is_mapping(flow) and isinstance(flow.get("tokenUrl", flow.get("authorizationUrl")), str):
            yield f"{name} {flow.get('tokenUrl', flow.get('authorizationUrl'))}"


def _header_of(scheme: Node) -> str:
    """Return the header of a scheme, with the word before the credential in it; '' if no client has the scheme."""
    if scheme.get("type") == "http" and scheme.get("scheme") == "bearer":
        return "authorization: bearer"
    named = scheme.get("type") == "apiKey" and scheme.get("in") == "header"
    return str(scheme.get("name", "")).lower() if named else ""


def _operations(data: Node) -> list[Node]:
    items = data.get("paths")
    found = [item for item in items.values() if is_mapping(item)] if is_mapping(items) else []
    return [item[method] for item in found for method in METHODS if is_mapping(item.get(method))]


def _alone(requirements: Any) -> list[str]:
    """Return the schemes that are enough alone."""
    given = requirements if is_list(requirements) else []
    return [next(iter(each)) for each in given if is_mapping(each) and len(each) == 1]


def _reduced(data: Node, schemes: Node, chosen: str) -> Node:
    same = {name for name, scheme in schemes.items() if _header_of(scheme) == _header_of(schemes[chosen])}

    def enough(requirements: Any) -> bool:
        """Return whether nothing but the chosen credential is needed."""
        return is_list(requirements) and (
            not requirements or {} in requirements or bool({*_alone(requirements)} & same)
        )

    named = required(data)
    kept = {name: scheme for name, scheme in schemes.items() if name == chosen or name not in named}
    paths: Node = {}
    for path, item in data["paths"].items() if is_mapping(data.get("paths")) else ():
        paths[path] = item
        for method in METHODS if is_mapping(item) else ():
            if is_mapping(item.get(method)) and enough(item[method].get("security")):
                paths[path] = {**paths[path], method: _without_security(item[method], same)}
    own = data.get("security")
    security: Any = [{chosen: []}] if (own and enough(own)) or own is None else own
    kept[chosen] = _with_scopes(schemes[chosen], own if is_list(own) else [], same)
    components = {**data["components"], "securitySchemes": kept}
    return {**data, "components": components, "security": security, **({"paths": paths} if "paths" in data else {})}


def required(data: Node) -> set[str]:
    """Return the schemes that the document or an operation names."""
    lists = (each.get("security") for each in [data, *_operations(data)])
    given = [each for requirements in lists if is_list(requirements) for each in requirements]
    return {name for each in given if is_mapping(each) for name in each}


def _without_security(operation: Node, same: set[str]) -> Node:
    """Return an operation without its requirements; the scopes that it needs are words of its description."""
    return _with_scopes(without(operation, "security"), operation["security"], same)


def _with_scopes(node: Node, requirements: list[Any], same: set[str]) -> Node:
    """Return an operation or a scheme with the scopes that the credential needs as words of its description."""
    scopes = [
        str(scope)
        for each in requirements
        if is_mapping(each) and len(each) == 1 and same & each.keys()
        for value in each.values()
        for scope in (value if is_list(value) else [])
    ]
    words = f"Needs the scope {', '.join(f'`{scope}`' for scope in dict.fromkeys(scopes))}."
    return {**node, "description": joined(node.get("description"), words)} if scopes else node
