"""Annotations of the client, and the expressions that convert arguments, as Python text. Pure: `Type` in, text out.

An argument accepts more than the field it becomes: an enumeration or its text, whatever is like a list. Each kind of
type that differs has its conversion here, next to its annotation.
"""

from __future__ import annotations

from collections.abc import Mapping

from ..api.formats import FORMATS
from ..api.ir import Argument, Bounds, Enumeration, Field, Operation, Struct, Type
from ..api.quoting import literal

SCALARS: dict[str, str] = {
    "any": "Any",
    "text": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "none": "None",
    "download": "Download",
    **{format_.kind: format_.annotation for format_ in FORMATS.values()},
}
IN_QUERIES = {"text": "text", "enum": "text", "integer": "integer", "number": "number", "boolean": "boolean"}
# A field may be called `date`.
FROM_MODULES: dict[str, str] = SCALARS | {format_.kind: format_.whole for format_ in FORMATS.values()}
IN_CODE: dict[str, str] = SCALARS | {format_.kind: format_.alias for format_ in FORMATS.values()}  # So may an argument.
INNER = {"array": "items.", "map": "values."}  # How the keyword of a bound begins that is of what a type has inside.
META = {
    "minimum": "ge",
    "maximum": "le",
    "minLength": "min_length",
    "maxLength": "max_length",
    "minItems": "min_length",
    "maxItems": "max_length",
    "pattern": "pattern",
}


def result(
    type_: Type, array: str = "list", scalars: Mapping[str, str] = SCALARS, enumeration: str = "models.{}"
) -> str:
    """Return the annotation of a value that a method returns.

    *array*, *scalars* and *enumeration* are the names to use for `list`, for scalars and for enumerations.
    """
    if type_.kind == "enum":
        text = enumeration.format(type_.name)
    elif type_.kind == "struct":
        text = f"models.{type_.name}"
    elif type_.kind == "array":
        text = f"{array}[{result(type_.items[0], array, scalars, enumeration)}]"
    elif type_.kind == "map":
        inner = [result(item, array, scalars, enumeration) for item in type_.items]
        text = f"dict[str, {inner[0] if inner else 'Any'}]"
    elif type_.kind == "union":
        text = " | ".join(result(item, array, scalars, enumeration) for item in type_.items)
    else:
        text = scalars[type_.kind]
    return f"{text} | None" if type_.nullable else text


def accepted(
    type_: Type, scalars: Mapping[str, str] = SCALARS, free: str = "Mapping[str, Any]", items: str = "Iterable"
) -> str:
    """Return the annotation of an argument of this type; *free* is that of a map of any values, *items* of structs."""
    if type_.kind in ("enum", "struct"):
        text = f"{type_.name}Input"
    elif type_.kind == "array":
        (item,) = type_.items
        text = f"{items if item.kind == 'struct' else 'ListLike'}[{accepted(item, scalars, free, items)}]"
    elif type_.kind == "map":
        text = f"Mapping[str, {accepted(type_.items[0], scalars, free, items)}]" if type_.items else free
    elif type_.kind == "union":
        text = " | ".join(accepted(item, scalars, free, items) for item in type_.items)
    else:
        text = scalars[type_.kind]
    return f"{text} | None" if type_.nullable else text


def parameter(argument: Argument, *, optional: bool = False) -> str:
    """Return one parameter of a signature; with *optional*, a required one can be omitted."""
    if argument.required and not optional:
        return f"{argument.name}: {accepted(argument.type)}"
    if argument.place in ("query", "header", "form"):
        return f"{argument.name}: {accepted(argument.type)} | None = None"  # No value of these is ever null.
    return f"{argument.name}: {accepted(argument.type)} | UnsetType = UNSET"


def signature(operation: Operation) -> str:
    """Return the parameters of the operation's method: path values positional, the rest keyword-only.

    If there is a body, *values* takes its fields as one object, and each keyword of the body can be omitted.
    """
    values = [f"values: {operation.body}Input | UnsetType = UNSET"] if operation.body else []
    return _signature(operation, values, optional=True)


def overloads(operation: Operation) -> list[str]:
    """Return the parameters of each way to call the operation's method; nothing if there is only one way."""
    if not operation.body:
        return []
    absent = operation.optional and any(argument.required for argument in operation.placed("body"))
    without = [_signature(operation, [], without_body=True)] if absent else []
    return [
        *without,
        _signature(operation, []),
        _signature(operation, [f"values: {operation.body}Input"], without_body=True),
    ]


def _signature(operation: Operation, values: list[str], *, optional: bool = False, without_body: bool = False) -> str:
    positional = [*(parameter(argument) for argument in operation.placed("path")), *values]
    keyword = [
        parameter(argument, optional=optional and argument.place == "body")
        for argument in operation.arguments
        if argument.place != "path" and not (without_body and argument.place == "body")
    ]
    return ", ".join([*positional, "*", *keyword] if keyword else positional)


def method_signature(operation: Operation) -> str:
    """Return the parameters of the method itself, which has one more where it lists pages by number."""
    keyword = any(argument.place != "path" for argument in operation.arguments)
    given = [signature(operation)] if operation.arguments else []
    numbered = operation.page is not None and not operation.page.cursor
    return ", ".join([*given, *([] if keyword else ["*"]), "strict: bool = False"] if numbered else given)


def forwarded(operation: Operation) -> str:
    """Return the arguments with which a method calls its operation's function."""
    positional = [argument.name for argument in operation.placed("path")] + (["values"] if operation.body else [])
    named = [f"{argument.name}={argument.name}" for argument in operation.arguments if argument.place != "path"]
    return ", ".join([*positional, *named])


def given_as_object(operation: Operation) -> str:
    """Return the arguments with which an operation's function calls itself, if the body is given as one object."""
    path = [argument.name for argument in operation.placed("path")]
    others = [f"{argument.name}={argument.name}" for argument in operation.arguments if _is_named(argument)]
    return ", ".join([*path, *others, f"**fields_of({literal(operation.id)}, _body, values)"])


def _is_named(argument: Argument) -> bool:
    """Return whether the argument is a keyword that no body has."""
    return argument.place not in ("path", "body")


def reply_type(operation: Operation) -> str:
    """Return the expression for the type that the content of a success is read as."""
    nothing = operation.result.kind == "none"
    return operation.reply or ("Download" if operation.media else "NoneType" if nothing else _kind(operation.result))


def sent(operation: Operation, argument: Argument) -> str:
    """Return the expression for a body that is one argument: a file, or a value as JSON."""
    place, name = literal(f"{operation.id}: {argument.name}"), argument.name
    if operation.form:
        made = f"raw_body({place}, b{literal(operation.form)}, {name})"
    else:
        kind = _kind(argument.type, argument.bounds)
        made = f"json_body({literal(operation.id)}, {literal(name)}, {kind}, {name})"
    return made if argument.required else f"None if isinstance({name}, UnsetType) else {made}"


def mocked(operation: Operation) -> str:
    """Return the expression for the type of the body, for the route of a mock."""
    if operation.body:
        return f"models.{operation.body}"
    whole = next((each.type for each in operation.placed("content") if not operation.form), None)
    if whole is None:
        return "NoneType"
    return "object" if whole.nullable or whole.kind in ("any", "union") else result(whole, "list", FROM_MODULES)


def bulk_signature(operation: Operation, prefix: str) -> str:
    """Return the parameters of the method that imports any number of rows; *prefix* is that of the client's class."""
    rows = _rows(operation)
    item = f"{accepted(rows.type.items[0])} | Mapping[str, Any]"
    listed = f"Iterable[{item}] | AsyncIterable[{item}]" if prefix else f"Iterable[{item}]"
    others = [parameter(argument) for argument in operation.arguments if argument is not rows]
    path = "str | PathLike[str] | None = None"
    own = [
        f"checkpoint: {path}",
        f"outcomes: {path}",
        "on_progress: Callable[[ImportProgress], object] | None = None",
        "on_outcome: Callable[[RowOutcome], object] | None = None",
        f"batch_size: int = {_limit(operation)}",
    ]
    return ", ".join([f"rows: {listed}", "*", *others, *own])


def bulk_forwarded(operation: Operation) -> str:
    """Return the arguments with which the method that imports rows makes a call of some of them."""
    rows = _rows(operation)
    return ", ".join(
        f"{argument.name}={'_some' if argument is rows else argument.name}" for argument in operation.arguments
    )


def _rows(operation: Operation) -> Argument:
    return next(argument for argument in operation.arguments if operation.bulk and argument.name == operation.bulk.rows)


def _limit(operation: Operation) -> int:
    return operation.bulk.limit if operation.bulk else 0


def converted(operation: Operation, argument: Argument) -> str:
    """Return the expression that converts the argument of a body to the value of its field."""
    expression = _converted(operation, argument)
    return f"present({expression})" if argument.required else expression


def _converted(operation: Operation, argument: Argument) -> str:
    name, type_, place = argument.name, argument.type, literal(f"{operation.id}: {argument.name}")
    if argument.nested:
        return f"nested_value({place}, {operation.body}, {literal(name)}, {name})"
    if type_.kind == "enum":
        return f"enum_value({type_.name}, {name})"
    if type_.kind == "struct":
        return f"struct_value({place}, {type_.name}, {name})"
    if type_.kind == "array":
        (item,) = type_.items
        return {
            "struct": f"struct_list({place}, {item.name}, {name})",
            "enum": f"enum_list({item.name}, {name})",
        }.get(item.kind, f"list_of({name})")
    return f"dict_of({name})" if type_.kind == "map" else name


def queried(operation: Operation, argument: Argument) -> str:
    """Return the expression for a query parameter; it checks type and bounds of the argument."""
    place = literal(f"{operation.id}: {argument.name}")
    given = f"query_given({place}, {_listed(argument)})" if argument.required else _listed(argument)
    kind = IN_QUERIES.get("integer" if argument.type.items else argument.type.kind)
    if argument.type.kind == "array" or kind is None or (kind == "text" and argument.bounds):
        checked = f"query_checked({place}, {_kind(argument.type, argument.bounds)}, {given})"
        return f"query_joined({checked})" if argument.joined else checked
    if kind in ("integer", "number"):
        given = f"{given}, {literal(argument.least)}, {literal(argument.most)}"
    return f"query_{kind}({place}, {given})"


def headed(operation: Operation, argument: Argument) -> str:
    """Return the expression for a header; it checks type, bounds and characters of the argument."""
    check = "header_given" if argument.required else "header_value"
    if argument.wire == operation.idempotency:
        check = "header_key"
    place = literal(f"{operation.id}: {argument.name}")
    return f"{check}({place}, {_kind(argument.type, argument.bounds)}, {_listed(argument)})"


def formed(operation: Operation, argument: Argument) -> str:
    """Return the expression for a field of a form: a file or several, or a value, checked and written as text."""
    place, name = literal(f"{operation.id}: {argument.name}"), argument.name
    if "file" in (argument.type.kind, *(item.kind for item in argument.type.items)):
        check = "form_files" if argument.type.kind == "array" else "form_file"
        return f"{check}({place}, {f'query_given({place}, {name})' if argument.required else name})"
    check = "form_given" if argument.required else "form_value"
    return f"{check}({place}, {_kind(argument.type, argument.bounds)}, {_listed(argument)})"


def _listed(argument: Argument) -> str:
    """Return the expression for the argument as msgspec checks it: a set, a view or an iterator as a list."""
    return f"list_of({argument.name})" if argument.type.kind == "array" else argument.name


def form_type(operation: Operation) -> str:
    """Return the begin of the call that makes the body of the form, before its fields."""
    kind = "multipart" if operation.form.startswith("multipart/") else "url_form"
    return f"form_body({kind}, " if operation.optional else f"{kind}("


def placed(operation: Operation, argument: Argument) -> str:
    """Return the expression for a path parameter: text as it is, any other type checked and written as text."""
    if argument.type.kind == "text" and not argument.bounds:
        return argument.name
    place = literal(f"{operation.id}: {argument.name}")
    return f"path_value({place}, {_kind(argument.type, argument.bounds)}, {argument.name})"


def _kind(type_: Type, bounds: Bounds | None = None) -> str:
    """Return the type, as an expression, by which msgspec checks a parameter; without *bounds*, reads a reply."""
    own = {META[keyword]: value for keyword, value in bounds or () if keyword in META}
    if type_.kind == "time" and bounds is not None:
        own["tz"] = True  # A time without a zone would mean another one at the server.
    inner = [_kind(item, bounds and _bounds_in(bounds, INNER.get(type_.kind, ""))) for item in type_.items]
    text = type_.name if type_.kind in ("enum", "struct") else IN_CODE.get(type_.kind, "")
    if type_.kind == "array":
        text = f"list[{inner[0]}]"
    elif type_.kind == "map":
        text = f"dict[str, {inner[0] if inner else 'Any'}]"
    elif type_.kind == "union":
        text = " | ".join(inner)
    words = ", ".join(f"{name}={literal(value)}" for name, value in own.items())
    text = f"Annotated[{text}, Meta({words})]" if own else text
    return f"{text} | None" if type_.nullable else text


def _bounds_in(bounds: Bounds, inner: str) -> Bounds:
    """Return the bounds of what is inside a type: those whose keyword begins with *inner*."""
    return tuple((key.removeprefix(inner), value) for key, value in bounds if inner and key.startswith(inner))


def texts(enumeration: Enumeration) -> str:
    """Return the annotation of the values that are accepted for the enumeration; any text or integer if it is open."""
    listed = f"Literal[{', '.join(map(literal, enumeration.values))}]"
    return f"{listed} | {type(enumeration.values[0]).__name__}" if enumeration.open else listed


def required_keys(struct: Struct) -> str:
    """Return the lines of a TypedDict for callers who pass a mapping; its keys are the Python names."""
    return "\n    ".join(
        f"{field.name}: {f'Required[{_in_mapping(field)}]' if field.required else _in_mapping(field)}"
        for field in struct.fields
    )


def optional_keys(struct: Struct) -> str:
    """Return the lines of a TypedDict whose keys are all optional; its keys are the Python names."""
    types = {field: result(field.type, "ListLike", FROM_MODULES, "{}Given") for field in struct.fields if not field.tag}
    return "\n    ".join(
        f"{field.name}: {type_}{'' if field.required else ' | UnsetType'}" for field, type_ in types.items()
    )


def _in_mapping(field: Field) -> str:
    """Return the annotation of a value in a mapping that is passed as a struct."""
    return (
        f"Literal[{literal(field.tag)}]"
        if field.tag
        else accepted(field.type, FROM_MODULES, "dict[str, Any]", "AnyIterable")
    )
