"""Planted changes of shapes: what a result is, media types, bodies that may be left out, and how a key is sent."""

from __future__ import annotations

from tests.tools.changes.planted import Case, Edits, removed

WEIGHT, CREATE, SCAN, SCANS, TOY = (
    f"client.pets.{call}()" for call in ("weight", "create", "scan", "scans", "toys.get")
)
DATA, EXAMPLE = "data: {type: number, description: Weight in kg.}", "example: {data: 3}"
OBJECT = 'data: {$ref: "#/components/schemas/Toy"}'
FILE, DOWNLOAD = "text/csv: {schema: {type: string, description: The scan.}}", "text/csv: {schema: {type: string}}"
BODY = """\
        required: true
        content:
          application/json:
            schema: {$ref: "#/components/schemas/PetCreate"}
"""
FILE_BODY = f"        required: true\n        content:\n          {FILE}"
LEFT_OUT = [(BODY, BODY.replace("true", "false"))]
FILE_LEFT_OUT = [(FILE_BODY, FILE_BODY.replace("true", "false"))]
FORM = "required: true\n        content:\n          application/x-www-form-urlencoded"
FORM_LEFT_OUT = [(FORM, FORM.replace("true", "false"))]
HERE = "  schemas:\n"
PLAIN = f"  securitySchemes: {{Key: {{type: apiKey, in: header, name: Authorization}}}}\n{HERE}"
BEARER = f"  securitySchemes: {{Key: {{type: http, scheme: bearer}}}}\n{HERE}"
CURSOR = [
    ("x-page: {number: page, items: data, meta: meta}", "x-page: {cursor: cursor, items: data, next: meta.next}"),
    (
        "{name: page, in: query, description: Number of the page., schema: {type: integer, minimum: 1}}",
        "{name: cursor, in: query, description: Where the page begins., schema: {type: string}}",
    ),
    (
        "required: [page, pageSize, total, totalPages]\n      properties:\n",
        "required: [page, pageSize, total, totalPages]\n      properties:\n"
        "        next: {type: [string, 'null'], description: Where the next page begins.}\n",
    ),
]
NO_TOY = removed("    Toy:", "    Deletion:")


def weight(schema: str, example: str) -> Edits:
    """Return the edits after which `pets.weight` answers another shape."""
    return [(DATA, f"data: {{{schema}, description: Weights in kg.}}"), (EXAMPLE, f"example: {{data: {example}}}")]


def toy(schema: str, example: str) -> Edits:
    """Return the edits after which `pets.toys.get` answers toys in another shape."""
    return [
        (OBJECT, f"data: {{{schema}, description: Toys.}}"),
        ("example: {data: {id: t1}}", f"example: {{data: {example}}}"),
    ]


LIST_OF, MAP_OF = "type: array, items: {type: number}", "type: object, additionalProperties: {type: number}"
TOYS, BY_NAME = (each.replace("type: number", '$ref: "#/components/schemas/Toy"') for each in (LIST_OF, MAP_OF))
ALONG = ("examples", "envelope")

CASES = (
    Case("result-changed", f"{WEIGHT}: returns list[float], returned float", weight(LIST_OF, "[3]"), ALONG),
    Case("result-changed", f"{WEIGHT}: returns float, returned list[float]", weight(LIST_OF, "[3]"), ALONG, True),
    Case("result-changed", f"{WEIGHT}: returns dict[str, float], returned float", weight(MAP_OF, "{a: 3}"), ALONG),
    Case(
        "result-changed", f"{WEIGHT}: returns float, returned dict[str, float]", weight(MAP_OF, "{a: 3}"), ALONG, True
    ),
    Case("result-changed", f"{TOY}: returns list[Toy], returned Toy", toy(TOYS, "[{id: t1}]"), ALONG),
    Case("result-changed", f"{TOY}: returns Toy, returned list[Toy]", toy(TOYS, "[{id: t1}]"), ALONG, True),
    Case("result-changed", f"{TOY}: returns dict[str, Toy], returned Toy", toy(BY_NAME, "{a: {id: t1}}"), ALONG),
    Case(
        "result-changed",
        f"{TOY}: returns str, returned Toy",
        [*toy("type: string", "t1"), NO_TOY],
        (*ALONG, "name-removed"),
    ),
    Case(
        "result-changed",
        f"{TOY}: returns ToyReply, returned Toy",
        [("x-result: data\n      description: To play", "x-result: whole\n      description: To play")],
        ("envelope",),
    ),
    Case(
        "result-changed",
        f"{SCANS}: returns None, returned Download",
        [(f"\n          content:\n            {DOWNLOAD}", "")],
        ("examples",),
    ),
    Case(
        "result-media",
        f"{SCANS}: the file is application/pdf, was text/csv",
        [(DOWNLOAD, DOWNLOAD.replace("text/csv", "application/pdf"))],
    ),
    Case(
        "body-media",
        f"{SCAN}: the body is application/pdf, was text/csv",
        [(FILE, FILE.replace("text/csv", "application/pdf"))],
    ),
    Case(
        "argument-narrowed",
        f"{SCAN}: argument 'body' accepts str, accepted FileInput",
        [(FILE, FILE.replace("text/csv", "application/json").replace("}}", "}, example: a}"))],
        ("examples",),
    ),
    Case(
        "argument-wire",
        "client.pets.fill(): the body is multipart/form-data, was application/x-www-form-urlencoded",
        [("application/x-www-form-urlencoded", "multipart/form-data")],
    ),
    Case("body-now-optional", f"{CREATE}: the body may be left out", LEFT_OUT),
    Case("body-now-required", f"{CREATE}: the body may no longer be left out", LEFT_OUT, backwards=True),
    Case("body-now-optional", "client.pets.fill(): the body may be left out", FORM_LEFT_OUT),
    Case("argument-now-optional", f"{SCAN}: argument 'body' is now optional", FILE_LEFT_OUT),
    Case("argument-now-required", f"{SCAN}: argument 'body' is now required", FILE_LEFT_OUT, backwards=True),
    Case("key-header", "FoxReach(): sends the key as Authorization: Bearer, sent it as X-Pet-Key", [(HERE, BEARER)]),
    Case(
        "key-header",
        "FoxReach(): sends the key as X-Pet-Key, sent it as Authorization: Bearer",
        [(HERE, BEARER)],
        backwards=True,
    ),
    Case("key-header", "FoxReach(): sends the key as Authorization, sent it as X-Pet-Key", [(HERE, PLAIN)]),
    Case(
        "paging-kind",
        "client.pets.list(): is paged by cursor now",
        CURSOR,
        ("argument-removed", "argument-added", "field-added"),
    ),
    Case(
        "paging-kind",
        "client.pets.list(): is paged by number now",
        CURSOR,
        ("argument-removed", "argument-added", "field-removed"),
        backwards=True,
    ),
)
