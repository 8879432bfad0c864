"""Planted changes whose class depends on more than one place: lists, exchanged names, structs that begin to be sent."""

from __future__ import annotations

from tests.tools.changes.planted import BEFORE, Case, added

FRIENDS = [
    added(
        "        mood: {$ref",
        '        friends: {type: array, description: Friends., items: {$ref: "#/components/schemas/Pet"}}\n',
    )
]
SWAPPED = [
    ("operationId: pets.weight", "operationId: pets.mass"),
    ("operationId: pets.list", "operationId: pets.weight"),
    ("operationId: pets.mass", "operationId: pets.list"),
]
TAGS = "tags: {type: array, description: Tags., items: {type: string}}"
IDS = "{name: ids, in: query, description: Ids., schema: {type: array, items: {type: boolean}}}"
CODES = "codes: {type: array, description: Codes., items: {type: [string, integer]}}"
CODE = 'code: {type: string, description: Code., pattern: "^[a-z]{2,8}$"}'
SEARCH = "description: Text in the name., schema: {type: string}"
FIELDS = (
    "        name: {type: string, description: Name of the pet.}",
    "        owner: {type: [string, 'null'], description: Whose it is.}",
)
MIN_AGE = "{name: minAge, in: query, description: Only older ones., schema: {type: integer}}"
TOY = "client.pets.toys.get()"
TOY_REPLY = '        "200":\n          description: The toy.\n'
OTHER_BODY = f"""\
        4XX:
          description: It failed.
          content: {{application/json: {{schema: {{$ref: "#/components/schemas/Toy"}}, example: {{id: t1}}}}}}
{TOY_REPLY}"""
SIZED = [
    ("x-page: {number: page,", "x-page: {number: page, size: limit,"),
    added(
        "        - {name: search,",
        "        - {name: limit, in: query, description: Size., schema: {type: integer, minimum: 1, maximum: 50}}\n",
    ),
]
SHOWN = [("street: {type: string,", "street: {type: string, x-personal: false,")]
PET_CREATE = BEFORE[BEFORE.index("    PetCreate:") : BEFORE.index("    Pet:\n")]
DRAFT = [
    ('schema: {$ref: "#/components/schemas/PetCreate"}', 'schema: {$ref: "#/components/schemas/PetDraft"}'),
    added("    Toy:", PET_CREATE.replace("PetCreate", "PetDraft")),
]
COLOUR = "{type: object, properties: {colour: {type: string, description: Colour.}}}"
JSON_FOR_FORM = [
    (
        f"application/x-www-form-urlencoded:\n            schema: {COLOUR}",
        'application/json: {schema: {$ref: "#/components/schemas/Colour"}, example: {}}',
    ),
    added("    Toy:", f"    Colour: {COLOUR[:-1]}, description: A colour.}}\n"),
]

CASES = (
    Case("field-default-lost", "Pet: field 'owner' no longer has the default None", FRIENDS, ("argument-added",)),
    Case(
        "field-default-gained",
        "Pet: field 'owner' has the default None",
        FRIENDS,
        ("argument-removed",),
        backwards=True,
    ),
    Case(
        "field-changed",
        "Pet: field 'codes' is list[str], was list[str | int]",
        [(CODES, CODES.replace("[string, integer]", "string"))],
    ),
    Case(
        "field-changed",
        "Pet: field 'codes' is list[str | int | bool], was list[str | int]",
        [(CODES, CODES.replace("integer]", "integer, boolean]"))],
    ),
    Case(
        "argument-narrowed",
        "client.pets.create(): argument 'tags' accepts list[str | int], accepted list[str]",
        [(TAGS, TAGS.replace("type: string", "type: [string, integer]"))],
    ),
    Case(
        "argument-widened",
        "client.pets.list(): argument 'ids' accepts list[bool | int], accepted list[bool]",
        [(IDS, IDS.replace("type: boolean", "type: [boolean, integer]"))],
    ),
    Case(
        "argument-narrowed",
        "client.pets.list(): argument 'ids' accepts list[bool], accepted list[bool | int]",
        [(IDS, IDS.replace("type: boolean", "type: [boolean, integer]"))],
        backwards=True,
    ),
    Case(
        "argument-widened",
        "client.pets.list(): argument 'search' accepts Mood, accepted str",
        [(SEARCH, SEARCH.replace("type: string", '$ref: "#/components/schemas/Mood"'))],
    ),
    Case(
        "argument-narrowed",
        "client.pets.list(): argument 'search' accepts Kind, accepted str",
        [(SEARCH, SEARCH.replace("type: string", '$ref: "#/components/schemas/Kind"'))],
    ),
    Case(
        "argument-widened",
        "client.pets.list(): argument 'search' accepts str, accepted Mood",
        [(SEARCH, SEARCH.replace("type: string", '$ref: "#/components/schemas/Mood"'))],
        backwards=True,
    ),
    Case(
        "other-words",
        "the document: changed in what is not compared",
        [(TAGS, TAGS.replace("Tags.,", "Tags., minItems: 0,"))],
    ),
    Case(
        "other-words",
        "the document: changed in what is not compared",
        [(CODE, CODE.replace("pattern", "minLength: 0, pattern"))],
    ),
    Case(
        "argument-loosened",
        "client.pets.create(): argument 'code' changed its bounds: pattern is ^[a-z0-9]{2,8}$, was ^[a-z]{2,8}$",
        [(CODE, CODE.replace("a-z", "a-z0-9"))],
    ),
    Case(
        "argument-loosened",
        "client.pets.create(): argument 'code' changed its bounds: pattern is ^[a-z]{1,9}$, was ^[a-z]{2,8}$",
        [(CODE, CODE.replace("{2,8}", "{1,9}"))],
    ),
    Case(
        "argument-tightened",
        "client.pets.create(): argument 'code' changed its bounds: pattern is ^[a-z]{2,7}$, was ^[a-z]{2,8}$",
        [(CODE, CODE.replace("{2,8}", "{2,7}"))],
    ),
    Case(
        "argument-tightened",
        "client.pets.create(): argument 'code' changed its bounds: pattern is ^[b-z]{2,8}$, was ^[a-z]{2,8}$",
        [(CODE, CODE.replace("a-z", "b-z"))],
    ),
    Case(
        "operation-exchanged",
        "client.pets.weight(): sends GET /pets, as client.pets.list() did; sent GET /pets/weight",
        SWAPPED,
        (
            "argument-added",
            "argument-added-required",
            "argument-removed",
            "envelope",
            "examples",
            "operation-words",
            "paging-added",
            "paging-removed",
            "result-changed",
            "status-added",
            "status-removed",
            "status-words",
        ),
    ),
    Case(
        "operation-exchanged",
        "client.pets.toys.get(): sends GET /pets/{toy_id}/toys/{pet_id}, as client.pets.toys.get() did; "
        "sent GET /pets/{pet_id}/toys/{toy_id}",
        [("/pets/{pet_id}/toys/{toy_id}:", "/pets/{toy_id}/toys/{pet_id}:")],
        ("argument-moved",),
    ),
    Case(
        "argument-exchanged",
        "client.pets.list(): argument 'search' is now what was 'minAge' on the wire, was 'search'",
        [
            ("{name: search, in: query,", "{name: minAge, x-name: search, in: query,"),
            (MIN_AGE, MIN_AGE.replace("name: minAge", "name: search, x-name: min_age")),
        ],
    ),
    Case(
        "field-exchanged",
        "Pet: field 'name' is now what was 'owner' on the wire, was 'name'",
        [
            (FIELDS[0], FIELDS[0].replace("name: {", "owner: {x-name: name, ")),
            (FIELDS[1], FIELDS[1].replace("owner: {", "name: {x-name: owner, ")),
        ],
        ("field-now-optional", "field-now-required"),
    ),
    Case(
        "argument-exchanged",
        "client.pets.list(): argument 'min_age' is 'min_age' on the wire, and what was 'minAge' is 'min_age_2' now",
        [added(f"        - {MIN_AGE}\n", f"        - {MIN_AGE.replace('minAge', 'min_age')}\n")],
        ("argument-added",),
    ),
    Case(
        "argument-exchanged",
        "client.pets.list(): argument 'search' is 'search' of the header on the wire, "
        "and what was 'search' of the query is 'search_2' now",
        [added("        - {name: search,", f"        - {{name: search, in: header, {SEARCH}}}\n")],
        ("argument-added", "argument-wire"),
    ),
    Case(
        "field-exchanged",
        "PetSoldData: field 'pet_id' is 'pet_id' on the wire, and what was 'petId' is 'pet_id_2' now",
        [added("        petId:", "        pet_id: {type: string, description: Id of the pet.}\n")],
        ("field-added", "field-now-optional"),
    ),
    Case("body-model", "client.pets.create(): takes PetDraft as one object, took PetCreate", DRAFT, ("name-added",)),
    Case(
        "body-model",
        "client.pets.fill(): takes nothing as one object, took Colour",
        JSON_FOR_FORM,
        ("argument-wire", "argument-nullable", "name-removed", "examples"),
        backwards=True,
    ),
    Case(
        "body-model-added",
        "client.pets.fill(): takes Colour as one object",
        JSON_FOR_FORM,
        ("argument-wire", "argument-not-null", "name-added", "examples"),
    ),
    Case(
        "tag",
        "PetSoldDelivery: tag 'event' is pet.bought, was pet.sold",
        [
            ("  pet.sold:\n    post", "  pet.bought:\n    post"),
            ("const: pet.sold", "const: pet.bought"),
            ("          pet.sold: ", "          pet.bought: "),
        ],
        ("event-added", "event-removed"),
    ),
    Case(
        "argument-wire",
        f"{TOY}: argument 'toy_id' is 'id' on the wire, was 'toy_id'",
        [
            ("/toys/{toy_id}:", "/toys/{id}:"),
            ("{name: toy_id, in: path,", "{name: id, x-name: toy_id, in: path,"),
        ],
    ),
    Case(
        "status-in-family",
        f"{TOY}: status 401 (NoKeyError) is documented as 4XX",
        [(TOY_REPLY, f'        4XX: {{$ref: "#/components/responses/Failed"}}\n{TOY_REPLY}')],
        ("status-added", "examples"),
    ),
    Case(
        "status-removed",
        f"{TOY}: status 401 (NoKeyError) removed",
        [(TOY_REPLY, OTHER_BODY)],
        ("status-added", "examples"),
    ),
    Case(
        "error-body",
        f"{TOY}: status 401 (NoKeyError) has the body Failure, had Toy",
        [(TOY_REPLY, OTHER_BODY)],
        ("status-removed", "status-added", "examples"),
        backwards=True,
    ),
    Case(
        "page-size",
        "client.pets.list(): largest page is 50, was unknown",
        SIZED,
        ("page-keys", "argument-added"),
    ),
    Case(
        "advice",
        "status 409: TakenError gives other advice",
        [("x-advice: Choose another name.", "x-advice: Choose another one.")],
    ),
    Case("field-personal", "Home: field 'street' is shown in reprs", SHOWN),
    Case("field-personal", "Home: field 'street' is hidden in reprs", SHOWN, backwards=True),
    Case(
        "envelope",
        f"{TOY}: the result comes as all of ToyReply",
        [("x-result: data\n      description: To play", "x-result: whole\n      description: To play")],
        ("result-changed",),
    ),
    Case(
        "envelope",
        "client.pets.weight(): the result comes as all of the reply",
        [('{$ref: "#/components/schemas/WeightReply"}, example: {data: 3}', "{type: number}, example: 3")],
        ("examples",),
    ),
)
