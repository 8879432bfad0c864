"""The formats of text that are a type in Python. Any other format stays text, and goes to the description."""

from __future__ import annotations

from dataclasses import dataclass

from .ir import Kind


@dataclass(frozen=True)
class Format:
    """One format: its *kind*, and the type in Python.

    That is *whole* where a field may be called like *annotation*, and *alias* where an argument may be.
    """

    kind: Kind
    annotation: str
    whole: str
    alias: str


FORMATS: dict[str, Format] = {
    "date": Format("date", "date", "datetime.date", "Date"),
    "time": Format("clock", "time", "datetime.time", "Time"),
    "date-time": Format("time", "datetime", "datetime.datetime", "DateTime"),
    "date-time-local": Format("time", "datetime", "datetime.datetime", "DateTime"),
    "uuid": Format("uuid", "UUID", "uuid.UUID", "UUID"),
    "binary": Format("file", "FileInput", "bytes", "FileInput"),
    "decimal": Format("decimal", "Decimal", "decimal.Decimal", "Decimal"),
}
