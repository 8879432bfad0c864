"""Rules on the document as a whole: its version, its server, its API key."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from ..source.document import child, is_mapping, list_in
from .registry import Finding, rule
from .spec import Spec

OPENAPI = re.compile(r"3\.1\.\d+")
# semver.org, without build metadata: it would make two versions of one specification equal.
SEMANTIC = re.compile(r"(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)(-[0-9A-Za-z-]+(\.[0-9A-Za-z-]+)*)?")


OTHER = "Write `x-omit` with the reason; a client of its own can be made of a document with that scheme."


@rule("openapi-version")
def openapi_version(spec: Spec) -> Iterator[Finding]:
    """The document is OpenAPI 3.1: other versions write null, examples and webhooks differently."""
    version = spec.data.get("openapi")
    if version and not OPENAPI.fullmatch(version):
        yield Finding("/openapi", f"`{version}` is not 3.1.", "Use OpenAPI 3.1 and write `openapi: 3.1.0`.")


@rule("semantic-version")
def semantic_version(spec: Spec) -> Iterator[Finding]:
    """The version of the document is semantic (`1.2.3`): clients compare it, and the User-Agent names it."""
    version = spec.data.get("info", {}).get("version")
    if version and not (version.isascii() and SEMANTIC.fullmatch(version)):
        yield Finding("/info/version", f"`{version}` is not a semantic version.", "Write three numbers, `1.2.3`.")


@rule("one-server")
def one_server(spec: Spec) -> Iterator[Finding]:
    """There is one server, an https URL to which a path can be appended. It is the client's default base URL."""
    servers = spec.data.get("servers")
    if servers is not None and len(servers) != 1:
        yield Finding("/servers", f"there are {len(servers)} servers.", "Keep one; callers set others with `base_url`.")
    for index, server in enumerate(servers or []):
        fault = _fault_of_url(server["url"]) if server.get("url") else ""
        if fault:
            remedy = "Write `https://host/path`, without a slash at the end."
            yield Finding(child("/servers", index, "url"), f"`{server['url']}` {fault}.", remedy)


def _fault_of_url(url: str) -> str:
    """Return why a URL cannot be the base URL of the client, '' if it can."""
    if re.search(r"[^!-z|~]", url):
        return "has variables, or characters that a URL cannot have"
    try:
        parts = urlsplit(url)
        port_is_number = parts.port is None or parts.port > 0
    except ValueError:
        return "is not a URL"
    if parts.scheme != "https" or not parts.hostname or not port_is_number:
        return "is not an https URL"
    steps = {".", ".."} & set(parts.path.split("/"))
    if parts.query or parts.fragment or steps or parts.username is not None or url.endswith(("/", "?", "#")):
        return "has parts that no path can be appended to"
    return ""


@rule("one-api-key")
def one_api_key(spec: Spec) -> Iterator[Finding]:
    """One credential in one header authenticates every call: an API key in a header, or a bearer token.

    OAuth 2 and OpenID Connect end in a bearer token. A key in the URL is in the logs of every server on the way, and a
    cookie is a session of a browser. The code generators ignore `security` without a message.
    """
    for operation in spec.operations:
        if needs := operation.value.get("security"):
            names = " or ".join(f"`{' and '.join(each)}`" for each in needs)
            message = f"`{operation.id}` needs {names}, and the client has one credential, that of the document."
            yield Finding(child(operation.pointer, "security"), message, OTHER)
    schemes = spec.data.get("components", {}).get("securitySchemes", {})
    for name, scheme in schemes.items():
        place, bearer = child("/components/securitySchemes", name), scheme.get("scheme") == "bearer"
        if scheme.get("type") == "http" and bearer:
            continue
        if (scheme.get("type", "apiKey"), scheme.get("in", "header")) != ("apiKey", "header"):
            message = f"`{name}` is neither an API key in a header nor a bearer token."
            yield Finding(place, message, "Write `type: apiKey` and `in: header`, if the API reads the key there too.")
        elif "scheme" in scheme:
            yield Finding(child(place, "scheme"), "an API key has no `scheme`.", "Remove it.")
        elif not re.fullmatch(r"[A-Za-z0-9_-]+", scheme.get("name") or "X"):
            yield Finding(
                child(place, "name"), f"`{scheme['name']}` is not a header name.", "Use letters, `-` and `_`."
            )
    security = spec.data.get("security")
    if "securitySchemes" in spec.data.get("components", {}) and len(schemes) != 1:
        message = f"there are {len(schemes)} security schemes."
        yield Finding("/components/securitySchemes", message, "Declare only the API key.")
    elif schemes and security not in (None, [{name: []} for name in schemes]) and not any(declared_schemes(spec)):
        message = "`security` does not name the one security scheme."
        yield Finding("/security", message, f"Write `- {next(iter(schemes))}: []`.")


@rule("declared-schemes")
def declared_schemes(spec: Spec) -> Iterator[Finding]:
    """A security scheme that the document or an operation names is declared, also one that another can stand for."""
    components = spec.source.data.get("components")
    schemes = components.get("securitySchemes") if is_mapping(components) else None
    declared = schemes.keys() if is_mapping(schemes) else set[str]()
    for holder in ("", *(operation.pointer for operation in spec.operations)):
        place = child(holder, "security")
        try:
            node = spec.source.get(holder)
        except LookupError:  # The operation is elsewhere in the source, behind a reference.
            continue
        for index, each in enumerate(list_in(node, "security") if is_mapping(node) else ()):
            for name in each.keys() - declared if is_mapping(each) else ():
                message = f"the document declares no security scheme `{name}`."
                yield Finding(child(place, index), message, "Declare it under `securitySchemes`, or remove it.")
