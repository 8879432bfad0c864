"""Planted changes of operations, arguments, statuses and of the service."""

from __future__ import annotations

from tests.tools.changes.planted import Case, added, removed

LIST, CREATE, GET, DELETE, TOY = (
    f"client.{call}()" for call in ("pets.list", "pets.create", "pets.get", "pets.delete", "pets.toys.get")
)
NO_TOYS = (
    removed("  /pets/{pet_id}/toys", "webhooks:"),
    removed("  - {name: pets.toys", "paths:"),
    removed("    Toy:", "    Deletion:"),
    removed("    ToyReply:", "    PetPage:"),
)
COUNT = """\
  /pets/count:
    get:
      operationId: pets.count
      summary: Get another pet
      x-call: {repeat: safe}
      x-result: data
      responses: {"200": *pet}
"""
TOYS, THINGS = "/pets/{pet_id}/toys/{toy_id}", "/pets/{pet_id}/things/{toy_id}"
TOY_PATH = f"{TOYS}:"
TOY_ID = "        - {name: toy_id, in: path, required: true, description: Id of the toy., schema: {type: string}}\n"
YOUNG = "        - {name: young, in: query, required: true, description: Only young ones., schema: {type: boolean}}\n"
SEARCH = "        - {name: search, in: query, description: Text in the name., schema: {type: string}}\n"
NEVER = "{repeat: never, settled-by: {call: pets.get, with: {pet_id: name}, applied-when: state, state: {name: [Tom]}}}"
TAKEN = '        "409":\n          description: The name is taken.\n          x-exception: TakenError\n'
TEAPOT = (TAKEN, TAKEN.replace("409", "418").replace("Taken", "Teapot"))
MOVED = ("status-class", "examples")
DOWN = (TAKEN, TAKEN.replace("409", "503").replace("Taken", "Maintenance"))

CASES = (
    Case("resource-removed", "client.pets.toys: resource removed", NO_TOYS, ("operation-removed", "name-removed")),
    Case("operation-removed", f"{TOY}: removed", NO_TOYS, ("resource-removed", "name-removed")),
    Case(
        "operation-renamed",
        f"{GET}: is now client.pets.find()",
        [
            ("operationId: pets.get", "operationId: pets.find"),
            ("call: pets.get,", "call: pets.find,"),
        ],
        ("settling-changed",),
    ),
    Case(
        "resource-added",
        "client.cats: resource added",
        [
            added("paths:", "  - {name: cats, description: Cats.}\n"),
            added("  /pets/{pet_id}:", COUNT.replace("pets", "cats")),
        ],
        ("operation-added",),
    ),
    Case("operation-added", "client.pets.count(): added", [added("  /pets/{pet_id}:", COUNT)]),
    Case("deprecated", f"{TOY}: deprecated", [("deprecated: false", "deprecated: true")]),
    Case("paging-removed", f"{LIST}: returns a list instead of Pages", [removed("      x-page", "      x-result")]),
    Case(
        "paging-added",
        f"{LIST}: returns Pages instead of a list",
        [
            removed("      x-page", "      x-result"),
        ],
        backwards=True,
    ),
    Case(
        "paging-kind",
        f"{LIST}: is paged by cursor now",
        [
            (
                "x-page: {number: page, items: data, meta: meta}",
                "x-page: {cursor: search, items: data, next: meta.total}",
            )
        ],
    ),
    Case(
        "paging-kind",
        f"{LIST}: is paged by number now",
        [
            (
                "x-page: {number: page, items: data, meta: meta}",
                "x-page: {cursor: search, items: data, next: meta.total}",
            )
        ],
        backwards=True,
    ),
    Case(
        "not-deprecated",
        f"{TOY}: no longer deprecated",
        [
            ("deprecated: false", "deprecated: true"),
        ],
        backwards=True,
    ),
    Case(
        "repeat-narrowed",
        f"{DELETE}: may be repeated: 'never', was 'idempotent'",
        [
            ("{repeat: idempotent}", "{repeat: never}"),
        ],
    ),
    Case(
        "repeat-widened",
        f"{CREATE}: may be repeated: 'idempotent', was 'never'",
        [
            (NEVER, "{repeat: idempotent}"),
        ],
        ("settling-removed",),
    ),
    Case("settling-removed", f"{CREATE}: the way to settle an unknown outcome removed", [(NEVER, "{repeat: never}")]),
    Case(
        "settling-added",
        f"{DELETE}: the way to settle an unknown outcome added",
        [
            ("{repeat: idempotent}", NEVER.replace("name}", "pet_id}")),
        ],
        ("repeat-narrowed",),
    ),
    Case(
        "idempotency-added",
        f"{CREATE}: sends an idempotency key as Once",
        [(NEVER, f"{NEVER}\n      x-idempotency: {{header: Once}}")],
        ("argument-added",),
    ),
    Case(
        "idempotency-removed",
        f"{CREATE}: sends no idempotency key any more",
        [(NEVER, f"{NEVER}\n      x-idempotency: {{header: Once}}")],
        ("argument-removed",),
        backwards=True,
    ),
    Case("settling-changed", f"{CREATE}: the way to settle an unknown outcome changed", [("[Tom]", "[Tom, Tim]")]),
    Case(
        "request-line",
        f"{TOY}: sends GET {THINGS}, sent GET {TOYS}",
        [
            (TOYS, THINGS),
        ],
    ),
    Case(
        "page-keys",
        f"{LIST}: names of the page keys changed",
        [
            ("number: page,", "number: pageNumber,"),
            ("{name: page, in", "{name: pageNumber, in"),
        ],
        ("argument-removed", "argument-added"),
    ),
    Case("operation-words", f"{GET}: description changed", [("Found by its id.", "Found by id.")]),
    Case("operation-words", f"{LIST}: description changed", [("List pets", "List all pets")]),
    Case("resource-words", "client.pets: description changed", [("description: Animals.", "description: Pets.")]),
    Case(
        "evidence",
        f"{LIST}: evidence is 'sdk', was 'docs'",
        [
            added("      x-page", "      x-evidence: sdk\n"),
        ],
    ),
    Case("examples", f"{CREATE}: examples changed", [("example: {name: Tom}", "example: {name: Tim}")]),
    Case("argument-removed", f"{LIST}: argument 'search' removed", [(SEARCH, "")]),
    Case(
        "argument-added-required",
        f"{LIST}: required argument 'old' added",
        [
            added(YOUNG, YOUNG.replace("young,", "old,")),
        ],
    ),
    Case(
        "argument-added-required",
        f"{CREATE}: required argument 'sort' added",
        [
            ("required: [name]", "required: [name, sort]"),
            added("        note:", "        sort: {type: string, description: S.}\n"),
        ],
    ),
    Case("argument-added", f"{LIST}: optional argument 'old' added", [added(YOUNG, SEARCH.replace("search,", "old,"))]),
    Case(
        "argument-now-required",
        f"{LIST}: argument 'search' is now required",
        [
            ("{name: search, in: query,", "{name: search, in: query, required: true,"),
        ],
    ),
    Case(
        "argument-now-required",
        f"{CREATE}: argument 'note' is now required",
        [
            ("required: [name]", "required: [name, note]"),
        ],
    ),
    Case(
        "argument-now-optional",
        f"{LIST}: argument 'young' is now optional",
        [
            ("{name: young, in: query, required: true,", "{name: young, in: query,"),
        ],
    ),
    Case(
        "argument-not-null",
        f"{CREATE}: argument 'note' no longer accepts None",
        [
            ("note: {type: [string, 'null']", "note: {type: string"),
        ],
    ),
    Case(
        "argument-nullable",
        f"{CREATE}: argument 'size' now accepts None",
        [
            ("size: {type: number", "size: {type: [number, 'null']"),
        ],
    ),
    Case(
        "argument-narrowed",
        f"{CREATE}: argument 'size' accepts int, accepted float",
        [("size: {type: number", "size: {type: integer")],
    ),
    Case(
        "argument-narrowed",
        f"{LIST}: argument 'search' accepts Kind, accepted str",
        [
            (SEARCH, SEARCH.replace("{type: string}", '{$ref: "#/components/schemas/Kind"}')),
        ],
    ),
    Case(
        "argument-widened",
        f"{LIST}: argument 'kind' accepts str, accepted Kind",
        [
            ('schema: {$ref: "#/components/schemas/Kind"}', "schema: {type: string}"),
        ],
    ),
    Case(
        "argument-widened",
        f"{LIST}: argument 'page' accepts float, accepted int",
        [("{type: integer, minimum: 1}", "{type: number, minimum: 1}")],
    ),
    Case(
        "argument-tightened",
        f"{CREATE}: argument 'size' changed its bounds: maximum is 80, was 90",
        [("maximum: 90", "maximum: 80")],
    ),
    Case(
        "argument-tightened",
        f"{CREATE}: argument 'tags' changed its bounds: items.minLength is 1",
        [
            ("items: {type: string}}", "items: {type: string, minLength: 1}}"),
        ],
    ),
    Case(
        "argument-loosened",
        f"{CREATE}: argument 'size' changed its bounds: minimum 0 was removed",
        [("minimum: 0, ", "")],
    ),
    Case(
        "argument-loosened",
        f"{LIST}: argument 'page' changed its bounds: minimum is 0, was 1",
        [("minimum: 1", "minimum: 0")],
    ),
    Case(
        "argument-moved",
        f"{TOY}: positional arguments are now (toy_id, pet_id), were (pet_id, toy_id)",
        [
            (TOY_PATH, "/toys/{toy_id}/of/{pet_id}:"),
        ],
        ("request-line",),
    ),
    Case(
        "argument-moved",
        f"{TOY}: argument 'toy_id' is now keyword-only",
        [
            (TOY_PATH, "/pets/{pet_id}/toy:"),
            (TOY_ID, TOY_ID.replace("in: path", "in: query")),
        ],
        ("request-line",),
    ),
    Case(
        "argument-wire",
        f"{CREATE}: argument 'size' moved to the query",
        [
            removed("        size:", "        tags:"),
            added(
                "      requestBody",
                "      parameters: [{name: size, in: query, description: Size in cm., "
                "schema: {type: number, minimum: 0, maximum: 90}}]\n",
            ),
        ],
        ("argument-nullable",),
    ),
    Case(
        "argument-wire", f"{LIST}: argument 'min_age' is 'min_age' on the wire, was 'minAge'", [("minAge", "min_age")]
    ),
    Case(
        "argument-wire",
        f"{LIST}: argument 'ids' is sent as one value with commas",
        [("{name: ids, in: query,", "{name: ids, in: query, explode: false,")],
    ),
    Case(
        "argument-deprecated",
        f"{LIST}: argument 'search' is deprecated",
        [("description: Text in the name., schema", "description: Text in the name., deprecated: true, schema")],
    ),
    Case(
        "argument-not-deprecated",
        f"{LIST}: argument 'search' is no longer deprecated",
        [("description: Text in the name., schema", "description: Text in the name., deprecated: true, schema")],
        backwards=True,
    ),
    Case("argument-words", f"{LIST}: argument 'search' has another description", [("Text in the name.", "Text.")]),
    Case(
        "result-changed",
        f"{TOY}: returns Pet, returned Toy",
        [
            ('data: {$ref: "#/components/schemas/Toy"}', 'data: {$ref: "#/components/schemas/Pet"}'),
            removed("    Toy:", "    Deletion:"),
        ],
        ("name-removed", "envelope"),
    ),
    Case(
        "result-narrowed",
        "client.pets.weight(): returns int, returned float",
        [
            ("data: {type: number,", "data: {type: integer,"),
        ],
        ("envelope",),
    ),
    Case(
        "empty-result",
        f"{DELETE}: result of an empty reply changed",
        [('"{pet_id}", deleted: true', '"{pet_id}", deleted: false')],
    ),
    Case(
        "envelope",
        f"{TOY}: the result comes as 'toy' of ToyReply",
        [
            ("x-result: data\n      description: To play", "x-result: toy\n      description: To play"),
            ('data: {$ref: "#/components/schemas/Toy"}', 'toy: {$ref: "#/components/schemas/Toy"}'),
            ("The envelope of a toy.\n      required: [data]", "The envelope of a toy.\n      required: [toy]"),
            ("example: {data: {id: t1}}", "example: {toy: {id: t1}}"),
        ],
        ("examples",),
    ),
    Case("status-removed", f"{CREATE}: status 409 (TakenError) removed", [TEAPOT], (*MOVED, "status-added")),
    Case("status-added", f"{CREATE}: status 418 (TeapotError) added", [TEAPOT], (*MOVED, "status-removed")),
    Case(
        "status-class",
        "status 409: raises UsedError, raised TakenError",
        [("x-exception: TakenError", "x-exception: UsedError")],
    ),
    Case(
        "status-class",
        "status 409: raises ClientError, raised TakenError",
        [TEAPOT],
        ("status-removed", "status-added", "examples"),
    ),
    Case(
        "status-class-derived",
        "status 503: raises MaintenanceError, raised ServerError",
        [DOWN],
        ("status-class", "status-removed", "status-added", "examples"),
    ),
    Case(
        "status-words",
        f"{CREATE}: status 409 (TakenError) has another description",
        [("The name is taken.", "Taken.")],
    ),
    Case("success-status", f"{CREATE}: status 200 added", [('"201": &pet', '"200": &pet')], ("examples",)),
    Case(
        "error-body",
        f"{CREATE}: status 409 (TakenError) has the body Toy, had Failure",
        [
            ('Failure"}, example: {detail: Taken}', 'Toy"}, example: {detail: Taken}'),
        ],
    ),
    Case(
        "server",
        "FoxReach(): calls https://pets.test/v2, called https://pets.example/v1",
        [
            added("tags:", "servers: [{url: https://pets.test/v2}]\n"),
        ],
    ),
    Case(
        "key-header",
        "FoxReach(): sends the key as X-Cat-Key, sent it as X-Pet-Key",
        [
            added("  schemas:", "  securitySchemes: {Key: {type: apiKey, in: header, name: X-Cat-Key}}\n"),
        ],
    ),
    Case(
        "spec-version",
        "the document: is Pet shop 1.3.0, was Pet shop 1.2.3",
        [
            added("tags:", "info: {title: Pet shop, version: 1.3.0}\n"),
        ],
    ),
    Case(
        "other-words",
        "the document: changed in what is not compared",
        [
            added("tags:", "info: {title: Pet shop, version: 1.2.3, summary: Pets.}\n"),
        ],
    ),
)
