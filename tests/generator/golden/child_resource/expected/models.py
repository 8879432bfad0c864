# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""What goes over the wire, as msgspec structs."""

from __future__ import annotations

from foxreach_runtime.model import Model


class Thing(Model, frozen=True, kw_only=True):
    """A thing."""

    id: str
    """Id of the thing."""


class ThingReply(Model, frozen=True, kw_only=True):
    """The envelope of a thing."""

    data: Thing


class Failure(Model, frozen=True, kw_only=True):
    """What a failed call answers."""

    detail: str
    """What went wrong."""
