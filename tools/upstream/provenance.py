"""Keeps what the vendor's last document said: `spec/provenance.json` has its source, `spec/upstream.json` its places.

The places are facts: names, types, bounds. The words of the vendor are not kept.
"""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

from generator.api.ir import Field, Kind, Type

from .places import Contract, Contracts, Place, name_in
from .source import Upstream, UpstreamError

PROVENANCE = Path("spec", "provenance.json")
PLACES = Path("spec", "upstream.json")
REMEDY = "take both files of spec/ from the last commit that has them"


def last(root: Path) -> Contracts | None:
    """Return what the last recorded document said, None if none was recorded."""
    recorded = _read(root / PROVENANCE)
    if not recorded.get("upstream"):
        return None
    given = _read(root / PLACES)
    try:
        if given["sha256"] != recorded["upstream"]["sha256"]:
            raise UpstreamError(f"{PLACES} belongs to another document than {PROVENANCE} names; {REMEDY}.")
        operations = {key: _contract(key, each) for key, each in given["operations"].items()}
        return Contracts(operations, frozenset(given["keys"]))
    except (AttributeError, KeyError, TypeError, ValueError):
        raise UpstreamError(f"{PLACES} cannot be read; {REMEDY}.") from None


def record(root: Path, upstream: Upstream, day: str) -> None:
    """Write the document's source, hash and day, and its places."""
    recorded = _read(root / PROVENANCE)
    recorded["upstream"] = {"source": upstream.source, "sha256": upstream.sha256, "date": day}
    found = {key: _plain(each) for key, each in sorted(upstream.contracts.operations.items())}
    said = {"sha256": upstream.sha256, "keys": sorted(upstream.contracts.keys), "operations": found}
    _write(root / PLACES, said)
    _write(root / PROVENANCE, recorded)


def _read(path: Path) -> dict[str, Any]:
    try:
        found = json.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise UpstreamError(
            f"{path.name} cannot be read: {getattr(error, 'strerror', None) or error}; {REMEDY}."
        ) from None
    return cast("dict[str, Any]", found)


def _write(path: Path, data: dict[str, Any]) -> None:
    """Write JSON with one line for each operation or place, so that the diff of a change is short."""
    text = json.dumps(data, indent=1, ensure_ascii=False)
    path.write_text(re.sub(r"\{[^{}]+\}", _on_one_line, text) + "\n", "utf-8", newline="\n")


def _on_one_line(found: re.Match[str]) -> str:
    return json.dumps(json.loads(found[0]), ensure_ascii=False)


def _plain(contract: Contract) -> dict[str, Any]:
    marks = {name: True for name in ("deprecated", "bare") if getattr(contract, name)}
    places = {path: _said(place) for path, place in sorted(contract.places.items())}
    return {**marks, "statuses": sorted(contract.statuses), "places": places}


def _said(place: Place) -> dict[str, Any]:
    """Return a place as JSON, without what is not said of it."""
    kinds = [each.kind for each in (place.field.type.items if place.field.type.kind == "union" else [place.field.type])]
    facts = {
        "null": place.field.type.nullable,
        "required": place.field.required,
        "deprecated": place.field.deprecated,
        "sent": place.sent,
        "format": place.format,
        "default": place.default,
        "values": list(place.values),
        "bounds": dict(place.field.bounds),
    }
    return {"type": "|".join(kinds), **{name: value for name, value in facts.items() if value}}


def _contract(key: str, given: dict[str, Any]) -> Contract:
    return Contract(
        key=key,
        call="",
        pointer="",
        deprecated=given.get("deprecated", False),
        statuses=dict.fromkeys(given["statuses"], ""),
        places={path: _place(path, each) for path, each in given["places"].items()},
        bare=given.get("bare", False),
    )


def _place(path: str, given: dict[str, Any]) -> Place:
    kinds = [_type(cast("Kind", kind)) for kind in given["type"].split("|")]
    type_ = kinds[0] if len(kinds) == 1 else Type("union", items=tuple(kinds))
    return Place(
        path=path,
        field=Field(
            wire=path,
            name=name_in(path),
            type=replace(type_, nullable=given.get("null", False)),
            required=given.get("required", False),
            bounds=tuple(given.get("bounds", {}).items()),
            deprecated=given.get("deprecated", False),
        ),
        sent=given.get("sent", False),
        format=given.get("format", ""),
        default=given.get("default", ""),
        values=tuple(given.get("values", ())),
    )


def _type(kind: Kind) -> Type:
    """Return the type as `places` makes it."""
    if kind == "array":
        return Type("array", items=(Type("any"),))
    return Type("struct", "object") if kind == "struct" else Type(kind)
