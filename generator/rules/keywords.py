"""Rules on keywords: only those that are carried, all that are required, each with a value of its kind."""

from __future__ import annotations

from collections.abc import Iterator

from .registry import Finding, rule
from .spec import Spec


@rule("carried-keywords")
def carried_keywords(spec: Spec) -> Iterator[Finding]:
    """A keyword that the generator does not carry into the client is refused, `x-*` included.

    Whoever writes it expects it to have an effect, and dropping it would disappoint without a word.
    """
    return spec.found("carried-keywords")


@rule("required-keywords")
def required_keywords(spec: Spec) -> Iterator[Finding]:
    """What the client is made from is there: names, summaries, descriptions, types, `x-call`, `x-result`, `x-evidence`.

    A guess in the place of a fact would end up in somebody's program.
    """
    return spec.found("required-keywords")


@rule("value-shape")
def value_shape(spec: Spec) -> Iterator[Finding]:
    """Each keyword holds the kind of value that it is for, and no text is empty or has control characters.

    The two code generators disagree about what a wrong one means.
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
    """A `$ref` leads to a component of the right kind in this document, and to no second `$ref`.

    One file is the whole truth; the generators do not follow references into other files, into other places, nor on.
    """
    return spec.found("reference")
