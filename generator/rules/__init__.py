"""Checks the rules that a spec must keep and reports each fault with its line and remedy.

Each module covers one theme; each rule is a small function in the registry. To add a rule, write it in the module of
its theme, and add a spec that breaks it to the tests.
"""

from __future__ import annotations

from ..diagnostics import Complaint
from ..source.canonical import canonical
from ..source.document import Document
from ..source.fill import filled
from ..source.media import with_plain_media
from . import (
    calls,
    commands,
    components,
    compounds,
    document,
    examples,
    exceptions,
    keywords,
    names,
    operations,
    paging,
    parameters,
    replies,
    results,
    schemas,
    values,
    webhooks,
)
from .registry import RULES, Rule
from .spec import Spec, container

__all__ = ["check", "rules_page"]

THEMES = (
    keywords,
    document,
    operations,
    calls,
    parameters,
    replies,
    exceptions,
    results,
    paging,
    compounds,
    commands,
    components,
    names,
    schemas,
    values,
    examples,
    webhooks,
)
# Themes and rules that look at the content of what a place refers to.
LOOKING = {"calls", "commands", "compounds", "results", "paging", "examples", "webhooks", "tagged-union"}
# Rules about a whole schema, which is a fault of what a place refers to, if it refers to something.
OF_USES = {"required-keywords", "schema-type", "union-form"}
PAGE = """\
# Rules

The generator makes a client only from a spec that keeps these rules. Each complaint of the generator names its rule.
This page lists every rule with its reason; `nox -s generate` writes it from the docstrings of the rules.
"""


def check(found: Document) -> list[Complaint]:
    """Return every complaint about the document, sorted by place. Never raises, however odd the document is."""
    source = filled(with_plain_media(found), closer=True)
    found = canonical(source)
    spec = Spec(found, source)
    complaints: set[Complaint] = set()
    for rule in RULES.values():
        for finding in rule.check(spec):
            if rule.theme == "keywords" or not _follows(spec, rule, finding.pointer):
                pointer = source.origin(finding.pointer, whole=rule.name in OF_USES)
                at = found.at(pointer)
                place = (found.file, at.line, at.column, pointer)
                complaints.add(Complaint(*place, rule.name, finding.message, finding.remedy))
    return sorted(complaints)


def _follows(spec: Spec, rule: Rule, pointer: str) -> bool:
    """Return whether a finding may be a mere consequence of a wrong value: it is in one, or in what uses one."""
    looks = rule.theme in LOOKING or rule.name in LOOKING
    return spec.in_invalid(pointer) or (looks and container(pointer) in spec.unsure)


def rules_page() -> str:
    """Return the page on the rules, in Markdown."""
    sections = [PAGE]
    for theme in THEMES:
        name = theme.__name__.rpartition(".")[2]
        words = (theme.__doc__ or "").splitlines()[0]
        rules = [rule for rule in RULES.values() if rule.theme == name]
        lines = "".join(f"- **`{rule.name}`**: {rule.reason}\n" for rule in rules)
        sections.append(f"## {name.capitalize()}\n{words}\n\n{lines}")
    return "\n".join(sections)
