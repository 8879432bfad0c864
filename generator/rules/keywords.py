"""Rules on keywords: only supported ones, all required ones, each with a value of the right kind."""

from __future__ import annotations

from collections.abc import Iterator

from .registry import Finding, rule
from .spec import Spec


@rule("supported-keywords")
def supported_keywords(spec: Spec) -> Iterator[Finding]:
    """A keyword that has no effect on the client is refused, `x-*` included.

    Its author expects an effect, and would not notice if it were dropped.
    """
    return spec.found("supported-keywords")


@rule("required-keywords")
def required_keywords(spec: Spec) -> Iterator[Finding]:
    """Everything that the client is made from is present: names, descriptions, types, `x-call`, `x-result` and so on.

    Otherwise the generator would have to guess.
    """
    return spec.found("required-keywords")


@rule("value-shape")
def value_shape(spec: Spec) -> Iterator[Finding]:
    """Each keyword has a value of its kind, and no text is empty or contains control characters.

    The two code generators read a wrong value differently.
    """
    return spec.found("value-shape")


@rule("schema-type")
def schema_type(spec: Spec) -> Iterator[Finding]:
    """Each schema has a form that becomes a type: one `type`, `$ref`, `enum`, `const`, `anyOf`, or tagged `oneOf`.

    A schema without a type would be `Any` in a signature.
    """
    return spec.found("schema-type")


@rule("reference")
def reference(spec: Spec) -> Iterator[Finding]:
    """A `$ref` points to a component of the right kind in this document, and not to another `$ref`.

    The code generators follow no reference into another file, to another place, or to another reference.
    """
    return spec.found("reference")
