"""Generates the msgspec structs with datamodel-code-generator. The only module that imports it.

It is used as a library, without formatters (they read the settings of the current folder), and its warnings are faults.
Descriptions are removed from the document and passed to two templates as finished docstrings, so that text of the
document enters code through one filter.
"""

from __future__ import annotations

import json
import tempfile
import warnings
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from datamodel_code_generator import Error as ForeignError
from datamodel_code_generator import GenerateConfig, InputFileType, generate
from datamodel_code_generator.enums import DataModelType
from datamodel_code_generator.format import DatetimeClassType, PythonVersion

from ..diagnostics import Complaint, SpecError
from ..source.document import Document, child, is_mapping
from ..template_faults import template_faults
from .modules import reached
from .naming import field_names, member_names
from .quoting import docstring, literal

TEMPLATES = Path(__file__).resolve().parents[2] / "templates" / "models"
USED = ("Enum.jinja2", "msgspec.jinja2")  # The templates that replace those of the tool.
# Imports of the templates beside those that the tool adds itself. ruff removes the unused ones.
IMPORTS = [
    "foxreach_runtime.deprecation.use.warn_when_read",
    "foxreach_runtime.enums.OpenEnum",
    "foxreach_runtime.enums.OpenIntEnum",
    "foxreach_runtime.model.read_as_utc",
    "foxreach_runtime.model.show_in_repr",
    "msgspec.Meta",
    "typing.TYPE_CHECKING",
    "typing.Annotated",
    "typing.ClassVar",
    "typing.Literal",
]
# Options of the tool that are on.
SWITCHES = (
    "keyword_only", "use_annotated", "use_union_operator", "use_standard_collections", "use_standard_primitive_types",
    "use_specialized_enum", "use_msgspec_tagged_unions", "use_msgspec_nullable_enum_alias",
    "use_typed_nullable_map_values", "strict_refs", "disable_timestamp",
)  # fmt: skip


@dataclass(frozen=True)
class Models:
    """The source of all models, and the Python name of each property by (schema, wire name)."""

    source: str
    names: dict[tuple[str, str], str]


def models(document: Document) -> Models:
    """Return the structs of all component schemas; SpecError if the tool warns or fails."""
    _check_templates()
    schemas: dict[str, Any] = document.data["components"]["schemas"]
    bare = {**document.data, "components": {**document.data["components"], "schemas": _without_descriptions(schemas)}}
    with tempfile.TemporaryDirectory() as folder:
        metadata = Path(folder) / "metadata.json"
        config = _config(_for_templates(document), metadata, _aliases(schemas))
        try:
            with template_faults(), warnings.catch_warnings():
                warnings.simplefilter("error")
                source = generate(json.dumps(bare), config=config)
        except (ForeignError, Warning, ValueError, TypeError, LookupError) as error:
            raise SpecError([_complaint(document, "/components/schemas", str(error))]) from error
        known = json.loads(metadata.read_text("utf-8"))
    if not isinstance(source, str):
        raise TypeError("datamodel-code-generator wrote several modules instead of one")
    names = _names(known)
    _check_complete(document, known, names)
    return Models(source, names)


def _check_templates() -> None:
    """Raise SpecError for each missing template; the tool would use its own."""
    message, remedy = "the template does not exist.", "Restore it from version control."
    missing = [name for name in USED if not (TEMPLATES / name).is_file()]
    if missing:
        raise SpecError(
            Complaint(f"templates/models/{name}", 0, 0, "", "template", message, remedy) for name in missing
        )


def _aliases(schemas: dict[str, Any]) -> dict[str, str]:
    """Return the names in Python that differ from those on the wire, by schema and property as the tool joins them."""
    return {
        f"{schema}.{wire}": name
        for schema, node in schemas.items()
        for wire, name in field_names(node.get("properties", {})).items()
        if name != wire
    }


def _config(docstrings: dict[str, dict[str, Any]], metadata: Path, aliases: dict[str, str]) -> GenerateConfig:
    switches: dict[str, Any] = dict.fromkeys(SWITCHES, True)
    return GenerateConfig(
        input_file_type=InputFileType.OpenAPI,
        output_model_type=DataModelType.MsgspecStruct,
        target_python_version=PythonVersion.PY_311,
        base_class="foxreach_runtime.model.Model",
        aliases=aliases,
        additional_imports=IMPORTS,
        custom_template_dir=TEMPLATES,
        extra_template_data=defaultdict(dict, {"#all#": {"base_class_kwargs": {"frozen": True}}, **docstrings}),
        custom_file_header="#",
        emit_model_metadata=metadata,
        type_mappings=["string+date-time-local=date-time"],
        output_datetime_class=DatetimeClassType.Datetime,
        allow_remote_refs=False,
        formatters=[],
        **switches,
    )


def _without_descriptions(schemas: dict[str, Any]) -> dict[str, Any]:
    """Return the schemas without descriptions and `x-` keys, also in their properties."""
    return {name: _bare(schema) for name, schema in schemas.items()}


def _bare(schema: dict[str, Any]) -> dict[str, Any]:
    kept = {key: value for key, value in schema.items() if key != "description" and not key.startswith("x-")}
    if "properties" in kept:
        kept["properties"] = {name: _bare(value) for name, value in kept["properties"].items()}
    for keyword in ("items", "additionalProperties"):
        if is_mapping(kept.get(keyword)):
            kept[keyword] = _bare(kept[keyword])
    return kept


def _for_templates(document: Document) -> dict[str, dict[str, Any]]:
    """Return for each schema the docstrings of the class and its fields, and the defaults of fields."""
    schemas: dict[str, Any] = document.data["components"]["schemas"]
    sent = _schemas_of(document, "requestBody")
    only_sent = sent - _schemas_of(document, "responses")
    found: dict[str, dict[str, Any]] = {}
    for name, schema in schemas.items():
        described = {key: value for key, value in schema.get("properties", {}).items() if "description" in value}
        docs = {key: docstring(value["description"], indent=4) for key, value in described.items()}
        doc = {"doc": docstring(schema["description"], indent=4)} if "description" in schema else {}
        repeated = {"repeated": docstring(schema["x-repeated"], indent=4)} if "x-repeated" in schema else {}
        zoned = {"zoned": _zoned(schema)} if name in only_sent else {}
        members = {"members": _members(schema)} if "enum" in schema else {}
        defaults: dict[str, str] = {} if name in sent else _read_as_null(schema)
        found[name] = {"docs": docs, "defaults": defaults, **doc, **repeated, **members, **zoned}
    return found


def _members(schema: dict[str, Any]) -> list[tuple[str, str]]:
    """Return the name and the value, as code, of each member of an enumeration."""
    names = member_names(schema["enum"], schema.get("x-enum-names", {}))
    return [(names[str(value)], literal(value)) for value in schema["enum"]]


def _zoned(schema: dict[str, Any]) -> list[str]:
    """Return the properties that are times, which are sent with a zone: without one it would be another time."""
    return [wire for wire, inner in schema.get("properties", {}).items() if _is_time(inner)]


def _is_time(schema: Any) -> bool:
    """Return whether a value is a time, or a list or a map of times."""
    inner = is_mapping(schema) and (schema.get("items") or schema.get("additionalProperties"))
    return is_mapping(schema) and (schema.get("format") == "date-time" or _is_time(inner))


def _schemas_of(document: Document, part: str) -> set[str]:
    """Return the names of the schemas that occur in that part of an operation."""
    operations = (node for item in document.data["paths"].values() for node in item.values() if is_mapping(node))
    return reached(document, [operation[part] for operation in operations if part in operation])


def _read_as_null(schema: dict[str, Any]) -> dict[str, str]:
    """Return the default, as code, of each nullable property of a reply: it reads as null if it is absent.

    Not every page that lists objects has been seen; one that leaves out a null must not fail.
    """
    properties: dict[str, Any] = schema.get("properties", {})
    names = field_names(properties)
    return {
        wire: "None" if names[wire] == wire else f"field(name={literal(wire)}, default=None)"
        for wire, property_ in properties.items()
        if _may_be_null(property_)
    }


def _may_be_null(schema: dict[str, Any]) -> bool:
    types = schema.get("type", [])
    return "null" in (types if isinstance(types, list) else [types]) or any(map(_may_be_null, schema.get("anyOf", [])))


def _names(metadata: dict[str, Any]) -> dict[tuple[str, str], str]:
    names: dict[tuple[str, str], str] = {}
    for model in metadata["models"]:
        schema = model["source_ref"].rpartition("/")[2]
        for field in model["fields"]:
            if field["original_name"] is not None:
                names[schema, field["original_name"]] = field["name"]
    return names


def _check_complete(document: Document, metadata: dict[str, Any], names: dict[tuple[str, str], str]) -> None:
    """Check that each object schema became a struct of the same name with all its properties; SpecError otherwise."""
    classes = {(model["source_ref"].rpartition("/")[2], model["name"]) for model in metadata["models"]}
    faults: list[Complaint] = []
    for name, schema in document.data["components"]["schemas"].items():
        pointer = child("", "components", "schemas", name)
        if "properties" in schema and (name, name) not in classes:
            faults.append(_complaint(document, pointer, f"its output has no struct `{name}`."))
        for wire in schema.get("properties", {}):
            if (name, wire) not in names:
                at = child(pointer, "properties", wire)
                faults.append(_complaint(document, at, f"its output lacks the property `{wire}`."))
    if faults:
        raise SpecError(faults)


def _complaint(document: Document, pointer: str, message: str) -> Complaint:
    at = document.at(pointer)
    words = " ".join(f"datamodel-code-generator: {message}".split())
    remedy = "Write the schema in a form that datamodel-code-generator understands."
    return Complaint(document.file, at.line, at.column, pointer, "models", words, remedy)
