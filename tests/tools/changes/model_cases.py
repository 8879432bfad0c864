"""Planted changes of models, enumerations and webhooks."""

from __future__ import annotations

from tests.tools.changes.planted import Case, added, removed

NO_LOST = (
    removed("  pet.lost:", "components:"),
    removed('        - $ref: "#/components/schemas/PetLostDelivery"', "      discriminator"),
    removed('          pet.lost: "#', "    PetSoldDelivery:"),
    removed("    PetLostDelivery:\n", "    PetSoldData:"),
)
BORN = [
    added(
        "components:",
        """\
  pet.born:
    post:
      summary: Pet born
      requestBody:
        required: true
        content: {application/json: {schema: {$ref: "#/components/schemas/PetBornDelivery"}, example: {}}}
      responses: {2XX: {description: It was received.}}
""",
    ),
    added(
        "    PetSoldData:\n",
        """\
    PetBornDelivery:
      type: object
      description: A birth.
      required: [event]
      properties:
        event: {type: string, const: pet.born, description: Name of the event.}
""",
    ),
]
FLOOR = "        floor: {type: integer, description: Floor.}\n"
OWNER = "owner: {type: [string, 'null'], description: Whose it is.}"
BY_KEY = (
    'schema: {$ref: "#/components/schemas/PetSoldDelivery"}',
    'schema: {$ref: "#/components/schemas/PetLostDelivery"}',
)

CASES = (
    Case(
        "field-removed",
        "Pet: field 'weight' removed",
        [
            removed("        weight:", "        kind: {$ref"),
            ("name, weight, kind", "name, kind"),
        ],
    ),
    Case(
        "field-added",
        "Pet: field 'age' added",
        [added(f"        {OWNER}", "        age: {type: integer, description: A.}\n")],
    ),
    Case(
        "field-added",
        "Pet: field 'age' added",
        [
            added(f"        {OWNER}", "        age: {type: integer, description: A.}\n"),
            ("name, weight, kind", "name, age, weight, kind"),
        ],
    ),
    Case("field-now-optional", "Pet: field 'weight' may now be absent (UNSET)", [("name, weight, kind", "name, kind")]),
    Case(
        "field-now-required",
        "Pet: field 'owner' is now always there",
        [("name, weight, kind", "name, owner, weight, kind")],
    ),
    Case(
        "field-nullable",
        "Pet: field 'weight' may now be None",
        [("weight: {type: number", "weight: {type: [number, 'null']")],
    ),
    Case(
        "field-not-null", "Pet: field 'owner' is no longer None", [(OWNER, OWNER.replace("[string, 'null']", "string"))]
    ),
    Case(
        "field-changed",
        "Toy: field 'id' is int, was str",
        [
            ("id: {type: string, description: Id of the toy.}", "id: {type: integer, description: Id of the toy.}"),
        ],
    ),
    Case(
        "field-changed",
        "PageMeta: field 'total' is float, was int",
        [("total: {type: integer", "total: {type: number")],
    ),
    Case(
        "field-narrowed", "Pet: field 'weight' is int, was float", [("weight: {type: number", "weight: {type: integer")]
    ),
    Case(
        "field-narrowed",
        "Pet: field 'name' is Kind, was str",
        [
            (
                "name: {type: string, description: Name of the pet.}",
                'name: {$ref: "#/components/schemas/Kind", description: Name of the pet.}',
            ),
        ],
    ),
    Case(
        "field-format",
        "Pet: field 'born' has another wire format",
        [
            ("format: date-time-local", "format: date-time"),
        ],
    ),
    Case(
        "field-wire",
        "Pet: field 'weight' is 'Weight' on the wire, was 'weight'",
        [
            ("weight: {type: number", "Weight: {type: number"),
            ("name, weight, kind", "name, Weight, kind"),
        ],
    ),
    Case(
        "field-deprecated",
        "Pet: field 'weight' is deprecated",
        [("description: Weight in kg.", "deprecated: true, description: Weight in kg.")],
    ),
    Case(
        "field-not-deprecated",
        "Pet: field 'weight' is no longer deprecated",
        [("description: Weight in kg.", "deprecated: true, description: Weight in kg.")],
        backwards=True,
    ),
    Case("field-words", "Pet: field 'weight' has another description", [("Weight in kg.", "Weight in g.")]),
    Case(
        "field-removed",
        "PetSoldData: field 'pet_id' removed",
        [
            ("required: [petId]", "required: [id]"),
            ("petId: {type: string", "id: {type: string"),
        ],
        ("field-added",),
    ),
    Case(
        "other-words",
        "the document: changed in what is not compared",
        [("description: The pets.,", "description: Pets.,")],
    ),
    Case("argument-removed", "Home: sent field 'floor' removed", [(FLOOR, "")], ("field-removed",)),
    Case("field-removed", "Home: field 'floor' removed", [(FLOOR, "")], ("argument-removed",)),
    Case(
        "argument-added-required",
        "Home: required sent field 'city' added",
        [
            added(FLOOR, "        city: {type: string, description: City.}\n"),
            ("required: [street]", "required: [street, city]"),
        ],
        ("field-added",),
    ),
    Case(
        "argument-widened",
        "Home: sent field 'floor' accepts float, accepted int",
        [
            (FLOOR, FLOOR.replace("integer", "number")),
        ],
        ("field-changed",),
    ),
    Case(
        "field-now-optional",
        "Home: field 'street' may now be absent (UNSET)",
        [
            ("      required: [street]\n", ""),
        ],
        ("argument-now-optional",),
    ),
    Case("member-removed", "Kind: member 'dog' removed", [("[cat, dog]", "[cat]")]),
    Case("member-removed", "Mood: member 'sad' removed", [("[happy, sad]", "[happy]")]),
    Case(
        "member-renamed",
        "Kind: member 'cat' is FELINE, was CAT",
        [("enum: [cat, dog]", "enum: [cat, dog], x-enum-names: {cat: FELINE}")],
    ),
    Case("member-added", "Kind: member 'fox' added", [("[cat, dog]", "[cat, dog, fox]")]),
    Case("enum-closed", "Mood: no longer accepts unlisted values", [(", x-open: true", "")]),
    Case("enum-opened", "Kind: accepts unlisted values", [("enum: [cat, dog]", "enum: [cat, dog], x-open: true")]),
    Case(
        "name-removed",
        "PetSoldData: model removed",
        [
            (
                'data: {$ref: "#/components/schemas/PetSoldData"}',
                "data: {type: object, additionalProperties: true, description: What is known of a sale.}",
            ),
            removed("    PetSoldData:\n", "        petId: {type: string, description: Id of the pet.}\n"),
            ("        petId: {type: string, description: Id of the pet.}\n", ""),
        ],
        ("field-changed",),
    ),
    Case(
        "name-added",
        "Size: model added",
        [
            added("    Mood:", "    Size: {type: string, description: How large it is., enum: [small, large]}\n"),
            added(f"        {OWNER}", '        size: {$ref: "#/components/schemas/Size"}\n'),
        ],
        ("field-added",),
    ),
    Case("name-words", "Pet: description changed", [("description: An animal.", "description: A pet.")]),
    Case("event-removed", "event 'pet.lost': removed", NO_LOST, ("name-removed",)),
    Case("event-added", "event 'pet.born': added", BORN, ("name-added",)),
    Case("event-payload", "event 'pet.sold': is delivered as PetLostDelivery, was PetSoldDelivery", [BY_KEY]),
    Case("event-words", "event 'pet.sold': description changed", [("summary: Pet sold", "summary: Sold")]),
)
