"""Python names for the names of the document, and why some names are impossible. Pure; has no rules."""

from __future__ import annotations

import builtins
import itertools
import keyword
import re
import unicodedata
from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from .public import BASES, HANDWRITTEN

K = TypeVar("K", bound=str | tuple[str, str])

CALL = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")
CLASS = re.compile(r"[A-Z][A-Za-z0-9]*")
WORDS = re.compile(r"[A-Za-z][A-Za-z0-9]*([_.-][A-Za-z0-9]+)*")
PLACEHOLDER = re.compile(r"\{([^{}]*)\}")

# Names in annotations of struct fields: a field of that name would hide it from the fields below.
IN_ANNOTATIONS = frozenset({"bool", "bytes", "datetime", "dict", "float", "int", "list", "object", "str", "tuple"})

# Attributes of models, and a function that fields are made with.
IN_MODELS = frozenset({"field", "to_dict", "to_json"})

# The same for methods and their decorators. Every API has a method `list`, so the templates write `builtins.list`.
IN_RESOURCES = (IN_ANNOTATIONS - {"list"}) | {"builtins", "cached_property", "date", "deprecated", "models", "overload"}

# Names that a method, or its function in operations/, uses in its body.
IN_FUNCTIONS = frozenset(
    """
    cls dict_of driving enum_list enum_value fields_of given importing isinstance list_of models nested_value operations
    present self struct_list struct_value values path_value query_boolean query_checked query_given query_integer
    query_joined query_number query_text header_given header_key header_value form_body form_file form_files form_given
    form_value json_body multipart raw_body url_form
    """.split()
)

# Keywords that the method of every paged list has beside its query parameters.
ON_LISTS = frozenset({"strict"})

# Attributes of every client beside its resources.
ON_CLIENTS = frozenset({"close", "request", "with_options", "with_raw_response"})

# Names that generated modules import or define beside the models, and suffixes of names derived from models.
IN_MODULES = frozenset(
    """
    Annotated Any AnyIterable Call Callable ClassVar ClientFacts Final Iterable Iterator ListLike Literal Mapping
    Meta Model OpenEnum Operation PageRule Self Sequence SettledBy StrEnum Struct TypeAlias TypedDict UNSET UnsetType
    Transport AsyncTransport SyncClient AsyncClient Required AsyncIterable PathLike UpsertRule BulkRule
    FoxReach AsyncFoxReach FoxReachRaw AsyncFoxReachRaw ReceivedDelivery UnknownDelivery
    UUID Decimal Date DateTime Time RealHostWarning EXAMPLES Examples FACTS Faults
    Difference OnDifference Exchange Recorder Recording Replay
    Download FileInput Spool FoxReachMock MockedCall NoneType Router Sandbox Serving SignedDelivery TracebackType Unpack
    """.split()
).union(*HANDWRITTEN.values(), BASES.values())
# Names that the factories of `testing` use: the factory of a schema with that name would hide it.
IN_FACTORIES = IN_ANNOTATIONS | {"decimal", "made", "models", "uuid"}
ENDINGS = ("Dict", "Error", "Input", "Raw", "Resource")
BUILTINS = frozenset(dir(builtins))


def snake_case(name: str) -> str:
    """Return a wire name in snake_case."""
    text = re.sub(r"\W", "_", name)
    text = re.sub(r"([^_])([A-Z][a-z]+)", r"\1_\2", text)
    return re.sub(r"([a-z0-9])([A-Z])", r"\1_\2", text).lower()


def python_name(text: str, prefix: str = "field") -> str:
    """Return *text* as a name in snake_case; *prefix* comes before a digit, and replaces a text without letters.

    Letters of other scripts stay. Every other character separates words, except that a sign before a digit is a word:
    `plus_1`, `minus_1`.
    """
    words = re.sub(r"^[+-](?=\d)", lambda sign: "plus " if sign[0] == "+" else "minus ", text)
    name = re.sub("[_ ]+", "_", _normal(snake_case(_normal(words)))).strip("_")
    return name if name.isidentifier() else f"{prefix}_{name}".rstrip("_")


def _normal(text: str) -> str:
    """Return *text* as Python reads names, without what is a letter for a regular expression only."""
    normal = unicodedata.normalize("NFKC", text)
    return "".join(character if f"a{character}".isidentifier() else " " for character in normal)


def field_names(fields: Mapping[K, Mapping[str, Any]], taken: Iterable[str] = ()) -> dict[K, str]:
    """Return the name in Python of each property or parameter: its `x-name`, else one made of its name on the wire.

    A key is the name on the wire, or a pair of its place and that. A name that Python or a generated module needs gets
    an underscore, `from_`. Of several that would be equal, the one that is so on the wire stays as it is, and the
    others get numbers in the order of the document, `id_2`. None is one of those *taken*.
    """
    made: dict[K, str] = {}
    for key in fields:
        name = python_name(key if isinstance(key, str) else key[-1])
        made[key] = f"{name}_" if fault_of_name(name) else name
    given = {key: str(said) for key, field in fields.items() if (said := field.get("x-name"))}
    same = {key: name for key, name in made.items() if name == (key if isinstance(key, str) else key[-1])}
    return _distinct(made, same, given, taken)


def member_names(values: Iterable[str | int], given: Mapping[str, str]) -> dict[str, str]:
    """Return the name of the member of each value of an enumeration, by the value as text; *given* is `x-enum-names`.

    It is the value in upper case, `VALUE_24` before a digit and `EMPTY` without any character. Of several that would be
    equal, the later ones get numbers in the order of the document, `ACTIVE_2`.
    """
    made = {str(value): _normal(python_name(str(value), "value").upper()) for value in values}
    made |= {"": "EMPTY"} if "" in made else {}
    return _distinct(made, {}, {value: name for value, name in given.items() if value in made})


def _distinct(
    made: Mapping[K, str], same: Mapping[K, str], given: Mapping[K, str], taken: Iterable[str] = ()
) -> dict[K, str]:
    """Return the names *made*, with numbers at those that are taken; *given* ones come first, then the *same*."""
    found = dict(given)
    used = {*taken, *given.values()}
    for names in (same, made):
        for key, name in names.items():
            if key not in found and (names is made or name not in used):
                numbered = (f"{name.rstrip('_')}_{number}" for number in itertools.count(2))
                found[key] = next(free for free in itertools.chain([name], numbered) if free not in used)
                used.add(found[key])
    return {key: found[key] for key in made}


def function_name(operation_id: str) -> str:
    """Return the name of an operation's function: `campaigns_sequences_update`."""
    return operation_id.replace(".", "_")


def factory_name(name: str) -> str:
    """Return the name of the test factory of a component."""
    return snake_case(name)


def fault_of_name(name: str) -> str:
    """Return why a name cannot be that of a field or an argument, '' if it can."""
    if not name.isidentifier() or name != unicodedata.normalize("NFKC", name) or name.startswith("_"):
        return "is not a public name in Python"
    if keyword.iskeyword(name):
        return "is a keyword of Python"
    if name in IN_ANNOTATIONS | IN_MODELS:
        return "hides a name that models use"
    return "hides a name that generated functions use" if name in IN_FUNCTIONS | ON_LISTS else ""


def fault_of_member(name: str) -> str:
    """Return why a name cannot be that of a member of an enumeration, '' if it can."""
    public = name.isidentifier() and name == unicodedata.normalize("NFKC", name) and not name.startswith("_")
    return "" if public and name == name.upper() else "is not a public name in capitals"


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
