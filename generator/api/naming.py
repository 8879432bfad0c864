"""Python names for the names of the document, and why some names are impossible. Pure; has no rules."""

from __future__ import annotations

import builtins
import keyword
import re

from .public import BASES, HANDWRITTEN

CALL = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
CLASS = re.compile(r"[A-Z][A-Za-z0-9]*")
WORDS = re.compile(r"[A-Za-z][A-Za-z0-9]*([_.-][A-Za-z0-9]+)*")
FIELD_WORDS = re.compile(r"[A-Za-z0-9]+([_.-][A-Za-z0-9]+)*")
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")

# Names in annotations of struct fields: a field of that name would hide it from the fields below.
IN_ANNOTATIONS = frozenset({"bool", "bytes", "datetime", "dict", "float", "int", "list", "object", "str", "tuple"})

# The same for methods and their decorators. Every API has a method `list`, so the templates write `builtins.list`.
IN_RESOURCES = (IN_ANNOTATIONS - {"list"}) | {"builtins", "cached_property", "date", "deprecated", "models", "overload"}

# Names that a method, or its function in operations.py, uses in its body.
IN_FUNCTIONS = frozenset(
    """
    cls dict_of enum_list enum_value fields_of list_of models operations present self struct_list struct_value values
    query_boolean query_given query_integer query_number query_text
    """.split()
)

# Keywords that the method of every paged list has beside its query parameters.
ON_LISTS = frozenset({"strict"})

# Attributes of every client beside its resources.
ON_CLIENTS = frozenset({"close", "request", "with_options", "with_raw_response"})

# Names that generated modules import or define beside the models, and suffixes of names derived from models.
IN_MODULES = frozenset(
    """
    Annotated Any Call Callable ClassVar ClientFacts Final Iterable Iterator Literal Mapping Meta Model OpenEnum
    Operation PageRule Self Sequence SettledBy StrEnum Struct TypeAlias TypedDict UNSET UnsetType
    Transport AsyncTransport SyncClient AsyncClient Required AsyncIterable PathLike UpsertRule BulkRule
    FoxReach AsyncFoxReach FoxReachRaw AsyncFoxReachRaw ReceivedDelivery UnknownDelivery
    EXAMPLES Examples FACTS Faults FoxReachMock NoneType Router Sandbox Serving SignedDelivery TracebackType Unpack
    """.split()
).union(*HANDWRITTEN.values(), BASES.values())
# Names that the factories of `testing` use: the factory of a schema with that name would hide it.
IN_FACTORIES = IN_ANNOTATIONS | {"made", "models"}
ENDINGS = ("Dict", "Error", "Input", "Raw", "Resource")
BUILTINS = frozenset(dir(builtins))


def snake_case(name: str) -> str:
    """Return a wire name in snake_case."""
    text = re.sub(r"\W", "_", name)
    text = re.sub(r"([^_])([A-Z][a-z]+)", r"\1_\2", text)
    return re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", text).lower()


def field_name(wire: str) -> str:
    """Return the name of the field or argument for a wire name, equal to that of datamodel-code-generator.

    A Python keyword gets an underscore, `from_`; a name that begins with a digit gets a prefix, `field_2fa`.
    """
    name = snake_case(f"field_{wire}" if wire[:1].isdigit() else wire)
    return f"{name}_" if keyword.iskeyword(name) else name


def member_name(value: str) -> str:
    """Return the name of the enumeration member with this value."""
    return snake_case(value).upper()


def function_name(operation_id: str) -> str:
    """Return the name of an operation's function: `campaigns_sequences_update`."""
    return operation_id.replace(".", "_")


def factory_name(name: str) -> str:
    """Return the name of the test factory of a component."""
    return snake_case(name)


def fault_of_field(name: str) -> str:
    """Return why a wire name cannot become a field or an argument, '' if it can."""
    python = field_name(name)
    if not FIELD_WORDS.fullmatch(name):
        return "is not made of ASCII letters and digits, joined by single `_`, `-` or `.`"
    if python in IN_ANNOTATIONS or python == "field":
        return f"would be the field `{python}`, which hides a name that models use"
    return (
        f"would be the argument `{python}`, which hides a name that generated functions use"
        if python in IN_FUNCTIONS
        else ""
    )


def fault_of_class(name: str) -> str:
    """Return why a component's name cannot become a class, '' if it can."""
    if not CLASS.fullmatch(name):
        return "is not CamelCase"
    if name in BUILTINS or keyword.iskeyword(name):
        return "is a builtin or keyword of Python"
    if name in IN_MODULES:
        return "is a name that generated modules use"
    if factory_name(name) in IN_FACTORIES or keyword.iskeyword(factory_name(name)):
        return f"would have the factory `{factory_name(name)}`, which hides a name that generated modules use"
    ending = next((ending for ending in ENDINGS if name.endswith(ending)), "")
    return f"ends in `{ending}`, which is reserved for generated names" if ending else ""


def fault_of_exception(name: str) -> str:
    """Return why a name cannot become the exception of a status, '' if it can."""
    if not CLASS.fullmatch(name) or not name.endswith("Error") or name == "Error":
        return "is not CamelCase that ends in `Error`"
    if name in BUILTINS:
        return "is a builtin or keyword of Python"
    return "is a name of the runtime or of a generated module" if name in IN_MODULES else ""


def fault_of_call(part: str) -> str:
    """Return why a part of an operationId cannot become an attribute, '' if it can."""
    if not CALL.fullmatch(part):
        return "is not lower snake_case"
    if keyword.iskeyword(part):
        return "is a keyword of Python"
    return "hides a name that resources use" if part in IN_RESOURCES else ""
