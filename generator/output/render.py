"""Renders the client through the templates: `Api` in, `{path: text}` out.

The path of a template is the path of its output. A template with `[resource]` in its name is rendered once for each
resource, one with `[module]` once for each module of models; one that renders to nothing has no output. Templates get
only the values of `api/` and may only print text and numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import quote

import jinja2

from ..api import quoting as filters
from ..api.ir import Api, Field, Operation, Resource, Struct, Type
from ..api.modules import Modules
from ..api.naming import factory_name
from ..api.public import public_names
from ..template_faults import template_faults
from . import commands, docs, signatures

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"
HEADER = "# Generated from spec/{} by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead."


@dataclass(frozen=True)
class Flavour:
    """The keywords and names that differ between the sync and the async client."""

    prefix: str
    define: str
    wait: str
    raw: str


FLAVOURS = (Flavour("", "def", "", "raw"), Flavour("Async", "async def", "await ", "async_raw"))


def render(api: Api, models: Modules) -> dict[str, str]:
    """Return the text of every generated source file by its path below the package."""
    environment = _environment()
    known = {
        "api": api,
        "flavours": FLAVOURS,
        "models": models,
        "models_by_module": public_models(api, models),
        "header": header(api.source),
        "input_structs": input_structs(api),
        "input_enumerations": input_enumerations(api),
        "input_names": input_names(api),
        "shown_fields": fields_of(api, lambda field: not field.personal),
        "times": fields_of(api, lambda field: field.type.kind == "time"),
        "given_up": fields_of(api, lambda field: field.deprecated),
        "usual_replies": docs.usual_replies(api),
        "public": public_names(api, input_structs(api)),
    }
    tree: dict[str, str] = {}
    for name in sorted(environment.list_templates(extensions=["jinja"])):
        with template_faults(name):
            template = environment.get_template(name)
            for path, more in _outputs(name.removesuffix(".jinja"), api, models):
                tree[path] = template.render(**more, **known)
    return {path: text for path, text in tree.items() if text.strip()}


def _outputs(path: str, api: Api, models: Modules) -> list[tuple[str, dict[str, object]]]:
    """Return the path of each output of the template at *path*, and what this output is about."""
    if "[resource]" in path:
        return [(path.replace("[resource]", each.module), {"resource": each}) for each in api.all_resources]
    if "[module]" in path:
        return [(path.replace("[module]", name), {"module": each}) for name, each in models.by_name.items()]
    if unknown := re.search(r"\[.*?\]", path):
        raise ValueError(f"`{unknown[0]}` in the path is neither `[resource]` nor `[module]`")
    return [(path, {})]


def header(source: str) -> str:
    """Return the first line of every generated file."""
    return HEADER.format(source)


def public_models(api: Api, models: Modules) -> dict[str, list[str]]:
    """Return the names that `models` offers, by the module that defines them."""
    found = {f".{module.name}": list(module.models) for module in models.by_name.values()}
    return found | ({"foxreach_runtime.webhooks.delivery": ["UnknownDelivery"]} if api.deliveries else {})


def returned(operation: Operation, flavour: Flavour) -> str:
    """Return the return annotation of the operation's method, `Pages[...]` for a paged list."""
    if operation.page:
        return f"{flavour.prefix}Pages[{signatures.result(operation.result.items[0], 'builtins.list')}]"
    return signatures.result(operation.result, "builtins.list")


def input_structs(api: Api) -> list[Struct]:
    """Return the structs that callers pass as a body or inside an argument; they may pass a mapping instead."""
    structs = {struct.name: struct for struct in api.structs}
    found: dict[str, Struct] = {}
    waiting = [argument.type for operation in api.operations for argument in operation.arguments]
    waiting += [Type("struct", operation.body) for operation in api.operations if operation.body]
    while waiting:
        type_ = waiting.pop(0)
        waiting += type_.items
        if type_.kind == "struct" and type_.name not in found:
            found[type_.name] = structs[type_.name]
            waiting += [field.type for field in structs[type_.name].fields]
    return list(found.values())


def input_enumerations(api: Api) -> list[tuple[str, str]]:
    """Return the enumerations that callers pass, each with the annotation of the texts that it accepts."""
    arguments = [argument.type for operation in api.operations for argument in operation.arguments]
    fields = [field.type for struct in input_structs(api) for field in struct.fields]
    used = {found.name for type_ in [*arguments, *fields] for found in _within(type_) if found.kind == "enum"}
    return [
        (enumeration.name, signatures.texts(enumeration))
        for enumeration in api.enumerations
        if enumeration.name in used
    ]


def input_names(api: Api) -> list[str]:
    """Return the names of the types in `inputs.py`."""
    names = [*(struct.name for struct in input_structs(api)), *(name for name, _ in input_enumerations(api))]
    return [f"{name}Input" for name in names]


def inputs_of(resource: Resource) -> list[str]:
    """Return the names of the types in `inputs.py` that the arguments of the resource's methods have."""
    arguments = [argument.type for operation in resource.operations for argument in operation.arguments]
    names = {found.name for type_ in arguments for found in _within(type_) if found.kind in ("enum", "struct")}
    names |= {operation.body for operation in resource.operations if operation.body}
    return [f"{name}Input" for name in sorted(names)]


def fields_of(api: Api, wanted: Callable[[Field], bool]) -> list[tuple[str, str]]:
    """Return the structs that have *wanted* fields, each with the names of these as arguments of a call."""
    found = {
        struct.name: [filters.literal(field.name) for field in struct.fields if wanted(field)] for struct in api.structs
    }
    return [(name, ", ".join(fields)) for name, fields in found.items() if fields]


def _within(type_: Type) -> list[Type]:
    return [type_, *(found for item in type_.items for found in _within(item))]


FILTERS: dict[str, Callable[..., Any]] = {
    "accepted": signatures.accepted,
    "bulk_forwarded": signatures.bulk_forwarded,
    "bulk_signature": signatures.bulk_signature,
    "bulk_words": docs.bulk_words,
    "command_facts": commands.command_facts,
    "converted": signatures.converted,
    "exception_words": docs.exception_words,
    "docstring": filters.docstring,
    "encoded": partial(quote, safe=""),
    "factory": factory_name,
    "form_type": signatures.form_type,
    "formed": signatures.formed,
    "forwarded": signatures.forwarded,
    "given_as_object": signatures.given_as_object,
    "group_facts": commands.group_facts,
    "headed": signatures.headed,
    "inputs": inputs_of,
    "literal": filters.literal,
    "method_signature": signatures.method_signature,
    "method_words": docs.method_words,
    "mocked": signatures.mocked,
    "optional_keys": signatures.optional_keys,
    "overloads": signatures.overloads,
    "placed": signatures.placed,
    "queried": signatures.queried,
    "raised": docs.raised,
    "reply_type": signatures.reply_type,
    "required_keys": signatures.required_keys,
    "result": signatures.result,
    "sent": signatures.sent,
    "returned": returned,
    "signature": signatures.signature,
    "texts": signatures.texts,
    "upsert_words": docs.upsert_words,
}


def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES / "foxreach_client"),
        undefined=jinja2.StrictUndefined,
        finalize=_text_or_number,
        autoescape=False,  # noqa: S701 - the output is Python; text enters through the filters below
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters |= FILTERS
    return environment


def _text_or_number(value: object) -> str | int | float:
    if isinstance(value, str | int | float) and not isinstance(value, bool):
        return value
    if isinstance(value, jinja2.Undefined):
        return str(value)  # raises an error with the undefined name
    raise TypeError(f"a template printed a {type(value).__name__}; only text and numbers may be printed")
