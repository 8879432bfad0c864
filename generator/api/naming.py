"""The names that the generated Python will have, and those that it cannot have. Pure; holds no rules."""

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

# What annotations of struct fields are made of: a field of that name would hide it from the fields below.
IN_ANNOTATIONS = frozenset({"bool", "bytes", "datetime", "dict", "float", "int", "list", "object", "str", "tuple"})

# The same for a method and the methods below it, and their decorators. `list` is what every API has: the templates
# write `builtins.list`.
IN_RESOURCES = (IN_ANNOTATIONS - {"list"}) | {"builtins", "cached_property", "date", "deprecated", "models"}

# Names that a method, or the function in operations.py behind it, uses in its body.
IN_FUNCTIONS = frozenset(
    """
    cls dict_of enum_list enum_value list_of models operations self struct_list struct_value
    query_boolean query_given query_integer query_number query_text
    """.split()
)

# Keywords that the method of every paged list has beside its query parameters.
ON_LISTS = frozenset({"strict"})

# Attributes that every client has beside its resources.
ON_CLIENTS = frozenset({"close", "with_options", "with_raw_response"})

# What the generated modules import or define beside the models, and the endings of names they derive from models.
IN_MODULES = frozenset(
    """
    Annotated Any Call Callable ClassVar ClientFacts Final Iterable Iterator Literal Mapping Meta Model OpenEnum
    Operation PageRule Self Sequence SettledBy StrEnum Struct TypeAlias TypedDict UNSET UnsetType
    Transport AsyncTransport SyncClient AsyncClient Required
    FoxReach AsyncFoxReach FoxReachRaw AsyncFoxReachRaw ReceivedDelivery UnknownDelivery
    EXAMPLES Examples FACTS Faults FoxReachMock NoneType Router Sandbox Serving SignedDelivery TracebackType Unpack
    """.split()
).union(*HANDWRITTEN.values(), BASES.values())
# What the factories of `testing` use beside each other: a schema of that name would make a factory that hides it.
IN_FACTORIES = IN_ANNOTATIONS | {"made", "models"}
ENDINGS = ("Dict", "Error", "Input", "Raw", "Resource")
BUILTINS = frozenset(dir(builtins))


def snake_case(name: str) -> str:
    """Return a name on the wire in lower case, with underscores between its words."""
    text = re.sub(r"\W", "_", name)
    text = re.sub(r"([^_])([A-Z][a-z]+)", r"\1_\2", text)
    return re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", text).lower()


def field_name(wire: str) -> str:
    """Return the name of a field or an argument for a name on the wire, as datamodel-code-generator makes it.

    A keyword of Python gets an underscore, `from_`, and what begins with a digit a word before it, `field_2fa`.
    """
    name = snake_case(f"field_{wire}" if wire[:1].isdigit() else wire)
    return f"{name}_" if keyword.iskeyword(name) else name


def member_name(value: str) -> str:
    """Return the name of an enumeration's member for its value."""
    return snake_case(value).upper()


def function_name(operation_id: str) -> str:
    """Return the name of an operation's function: `campaigns_sequences_update`."""
    return operation_id.replace(".", "_")


def factory_name(name: str) -> str:
    """Return the name of the factory that makes objects of a component for tests."""
    return snake_case(name)


def fault_of_field(name: str) -> str:
    """Return what keeps a wire name from becoming a field or an argument, '' when nothing does."""
    python = field_name(name)
    if not FIELD_WORDS.fullmatch(name):
        return "is not made of ASCII letters and digits, joined by single `_`, `-` or `.`"
    if python in IN_ANNOTATIONS or python == "field":
        return f"would be `{python}`, and hide what the models use under that name"
    return f"would be `{python}`, a name that generated functions use" if python in IN_FUNCTIONS else ""


def fault_of_class(name: str) -> str:
    """Return what keeps a component's name from becoming a class, '' when nothing does."""
    if not CLASS.fullmatch(name):
        return "is not CamelCase"
    if name in BUILTINS or keyword.iskeyword(name):
        return "is a name of Python itself"
    if name in IN_MODULES:
        return "is a name that generated modules use"
    if factory_name(name) in IN_FACTORIES or keyword.iskeyword(factory_name(name)):
        return f"would have a factory called `{factory_name(name)}`, a name that generated modules use"
    ending = next((ending for ending in ENDINGS if name.endswith(ending)), "")
    return f"ends in `{ending}`, which is kept for generated names" if ending else ""


def fault_of_exception(name: str) -> str:
    """Return what keeps a name from becoming the exception of a status, '' when nothing does."""
    if not CLASS.fullmatch(name) or not name.endswith("Error") or name == "Error":
        return "is not CamelCase that ends in `Error`"
    if name in BUILTINS:
        return "is a name of Python itself"
    return "is a name of the handwritten layer" if name in IN_MODULES else ""


def fault_of_call(part: str) -> str:
    """Return what keeps a part of an operationId from becoming an attribute, '' when nothing does."""
    if not CALL.fullmatch(part):
        return "is not lower snake_case"
    if keyword.iskeyword(part):
        return "is a keyword of Python"
    return "would hide a name that resources use" if part in IN_RESOURCES else ""
