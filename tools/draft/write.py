"""Writes a document as YAML that the generator reads back as the same data. Pure: data in, text out."""

from __future__ import annotations

import re
from typing import Any

import yaml

PLAIN = re.compile(r"[A-Za-z](?:[A-Za-z0-9 _./-]*[A-Za-z0-9])?")
WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
FIRST = ("openapi", "info", "servers", "security", "x-reply-headers", "tags", "paths", "webhooks", "components")


class _Dumper(yaml.SafeDumper):
    """Quotes every text that any version of YAML may read as something else; writes no aliases."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002 - the signature of the base class
        return True

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002 - the signature of the base class
        super().increase_indent(flow, indentless=False)


def _text(_: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    plain = PLAIN.fullmatch(value) and value.lower() not in WORDS
    return yaml.ScalarNode("tag:yaml.org,2002:str", value, style=None if plain else '"')


_Dumper.add_representer(str, _text)


def written(data: dict[str, Any]) -> str:
    """Return the document as text, its parts in the order in which people read them."""
    ordered = {key: data[key] for key in FIRST if key in data} | data
    return yaml.dump(ordered, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=120)
