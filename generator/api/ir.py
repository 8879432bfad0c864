"""The intermediate representation: the plain, frozen values that the templates render, in the document's order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "any", "text", "integer", "number", "boolean", "time", "date", "clock", "uuid", "decimal",
    "enum", "struct", "array", "map", "union", "file", "download", "none",
]  # fmt: skip
Place = Literal["path", "query", "header", "form", "content", "body"]
Repeat = Literal["safe", "idempotent", "never"]
Bounds = tuple[tuple[str, int | float | str], ...]  # Pairs of a schema keyword, such as `maxLength`, and its value.


@dataclass(frozen=True)
class Type:
    """One type of a value on the wire.

    *name* is the component of an `enum` or a `struct`. *items* are the element of an `array`, the value of a `map` (if
    it has a type), the members of a `union`, or the integer of an `enum` of integers.
    """

    kind: Kind
    name: str = ""
    items: tuple[Type, ...] = ()
    nullable: bool = False


@dataclass(frozen=True)
class Field:
    """One property of a struct: *wire* is the name in JSON, *name* the one in Python; a repr hides *personal* text.

    *tag* is the constant by which a union knows the struct; nobody passes it. The API gives up a *deprecated* one.
    """

    wire: str
    name: str
    type: Type
    required: bool
    description: str = ""
    bounds: Bounds = ()
    personal: bool = True
    tag: str = ""
    deprecated: bool = False


@dataclass(frozen=True)
class Struct:
    """One object schema of the document."""

    name: str
    fields: tuple[Field, ...]
    description: str = ""

    def python_name(self, wire: str) -> str:
        """Return the Python name of the field with the JSON name *wire*."""
        return next(field.name for field in self.fields if field.wire == wire)


@dataclass(frozen=True)
class Enumeration:
    """One enumeration of texts or integers. *open*: its list is incomplete, so callers may pass other values.

    A reply may always have a value that is not listed. *members* are the names of the values in Python.
    """

    name: str
    values: tuple[str | int, ...]
    open: bool
    members: tuple[str, ...] = ()


@dataclass(frozen=True)
class Argument:
    """One argument of a method; path arguments are positional, all others keyword-only.

    *least* and *most* bound a number of the query; a struct checks a body. The items of a *joined* array are one value
    with commas. A *nested* one holds objects or lists below the first level. One in the place `content` is the body.
    """

    name: str
    wire: str
    place: Place
    type: Type
    required: bool
    description: str
    bounds: Bounds = ()
    least: int | float | None = None
    most: int | float | None = None
    joined: bool = False
    nested: bool = False
    deprecated: bool = False


@dataclass(frozen=True)
class Reply:
    """One documented reply. *status* is `200` or a family such as `5XX`; *model* is empty if there is no body.

    *exception* is the class that the client raises, empty for a success.
    """

    status: str
    model: str
    description: str
    exception: str = ""

    @property
    def succeeds(self) -> bool:
        return self.status.startswith("2")


@dataclass(frozen=True)
class Page:
    """How a list is paged: the query parameter with the page number and the field of the reply with the page counts.

    A list by cursor has the parameter with the cursor, and *cursor*, the fields that lead to that of the next page.
    *size* is the query parameter with the number of items on a page, "" if there is none; *most* is its maximum.
    """

    number: str
    meta: str
    size: str = ""
    most: int = 0
    cursor: tuple[str, ...] = ()


@dataclass(frozen=True)
class Settlement:
    """How an unknown outcome is settled: the operation that reads, its arguments, and what proves success."""

    call: str
    arguments: tuple[tuple[str, str], ...]
    applied_when: str
    state: tuple[tuple[str, tuple[str, ...]], ...] = ()
    since: str = ""

    @property
    def module(self) -> str:
        """Return the module of the resource that reads."""
        return self.call.rpartition(".")[0].replace(".", "_")


@dataclass(frozen=True)
class Filled:
    """One field of the result that an empty 204 returns: a constant, or the value of a path argument."""

    field: str
    argument: str = ""
    constant: str | int | float | bool | None = None


@dataclass(frozen=True)
class Upsert:
    """How to update the object whose creation is refused: operations, and fields by their names in Python.

    *arguments* are pairs of an argument of *find* and one of the creation; *fields* are those that *update* changes.
    """

    find: str
    arguments: tuple[tuple[str, str], ...]
    update: str
    identifier: str
    created_at: str
    fields: tuple[str, ...]
    created_only: tuple[str, ...]


@dataclass(frozen=True)
class Bulk:
    """An import of *rows*, each a *row*, by fields in Python: *names* are those of the report, by their purpose."""

    name: str
    rows: str
    row: str
    limit: int
    key: str
    names: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Shown:
    """What a command shows before it asks: *fields* of an object, or the *count* of items by a name."""

    call: str
    arguments: tuple[tuple[str, str], ...]
    fields: tuple[str, ...] = ()
    count: str = ""


@dataclass(frozen=True)
class Command:
    """The command of an operation: *file* is an argument that it also reads from a file, *watch* the id of an item."""

    name: str
    confirm: str
    shows: tuple[Shown, ...]
    watch: str
    file: str = ""


@dataclass(frozen=True)
class Operation:
    """One method of the client. *id* is the call, `campaigns.sequences.update`; *examples* is a JSON text.

    *returns* describes the result, the property *take* of the struct *reply*; all of it if that is empty, all that the
    server sends without a *reply*. *repeated*: the result has a field of that name. *idempotency* is the header with
    the key of a call. *form* is the media type of a body that is no JSON, *media* that of a success that is none.
    """

    id: str
    http_method: str
    path: str
    summary: str
    description: str
    evidence: str
    deprecated: bool
    repeat: Repeat
    settlement: Settlement | None
    arguments: tuple[Argument, ...]
    body: str
    replies: tuple[Reply, ...]
    reply: str
    take: str
    result: Type
    empty: tuple[Filled, ...]
    page: Page | None
    returns: str = ""
    examples: str = ""
    upsert: Upsert | None = None
    bulk: Bulk | None = None
    command: Command | None = None
    repeated: bool = False
    idempotency: str = ""
    form: str = ""
    media: str = ""
    optional: bool = False

    @property
    def name(self) -> str:
        """Return the method's name: `update` of `campaigns.sequences.update`."""
        return self.id.rpartition(".")[2]

    @property
    def function(self) -> str:
        """Return the operation's name as one identifier: `campaigns_sequences_update`."""
        return self.id.replace(".", "_")

    @property
    def deprecated_arguments(self) -> tuple[str, ...]:
        return tuple(argument.name for argument in self.arguments if argument.deprecated)

    @property
    def good_statuses(self) -> tuple[str, ...]:
        return tuple(reply.status for reply in self.replies if reply.succeeds)

    @property
    def path_by_arguments(self) -> str:
        """Return the path with argument names as placeholders, so that error messages name the caller's arguments."""
        path = self.path
        for argument in self.placed("path"):
            path = path.replace(f"{{{argument.wire}}}", f"{{{argument.name}}}")
        return path

    @property
    def texts_of_query(self) -> tuple[str, ...]:
        """Return the query parameters that hold text, which may be about a person."""
        return tuple(argument.wire for argument in self.placed("query") if argument.type.kind == "text")

    def placed(self, place: Place) -> tuple[Argument, ...]:
        return tuple(argument for argument in self.arguments if argument.place == place)


@dataclass(frozen=True)
class Resource:
    """One group of operations. *path* is its place on the client: `("campaigns", "sequences")`."""

    path: tuple[str, ...]
    description: str
    operations: tuple[Operation, ...]
    children: tuple[Resource, ...] = ()

    @property
    def attribute(self) -> str:
        return self.path[-1]

    @property
    def has_compounds(self) -> bool:
        """Return whether a method of it makes several calls."""
        return any(operation.upsert or operation.bulk for operation in self.operations)

    @property
    def has_pages(self) -> bool:
        """Return whether a method of it lists page after page."""
        return any(operation.page for operation in self.operations)

    @property
    def module(self) -> str:
        return "_".join(self.path)

    @property
    def class_name(self) -> str:
        return "".join(word.capitalize() for word in self.module.split("_"))


@dataclass(frozen=True)
class StatusClass:
    """The exception of one error status. *base* is its class in the runtime; *advice* says what a caller can do."""

    status: int
    name: str
    base: str
    description: str
    advice: str


@dataclass(frozen=True)
class Delivery:
    """One webhook event: its name, the struct of its delivery, and when it is sent."""

    event: str
    model: str
    description: str


@dataclass(frozen=True)
class Api:
    """The whole client: everything that the templates get. *key_prefix* comes before the key in *key_header*."""

    title: str
    version: str
    sha256: str
    source: str
    server: str
    key_header: str
    resources: tuple[Resource, ...]
    errors: tuple[StatusClass, ...]
    structs: tuple[Struct, ...]
    enumerations: tuple[Enumeration, ...]
    deliveries: tuple[Delivery, ...]
    key_prefix: str = ""

    @property
    def all_resources(self) -> tuple[Resource, ...]:
        return tuple(found for resource in self.resources for found in (resource, *resource.children))

    @property
    def operations(self) -> tuple[Operation, ...]:
        return tuple(operation for resource in self.all_resources for operation in resource.operations)
