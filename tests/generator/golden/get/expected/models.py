# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The bodies of requests and replies, as msgspec structs."""

from __future__ import annotations

from foxreach_runtime.model import Model


class Pet(Model, frozen=True, kw_only=True):
    """An animal."""

    id: str
    """Id of the pet."""


class PetReply(Model, frozen=True, kw_only=True):
    """The envelope of a pet."""

    data: Pet


class Failure(Model, frozen=True, kw_only=True):
    """What a failed call answers."""

    detail: str
    """What went wrong."""
