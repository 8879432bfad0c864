# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""What goes over the wire, as msgspec structs."""

from __future__ import annotations

from typing import Annotated

from foxreach_runtime.enums import OpenEnum
from foxreach_runtime.model import Model
from msgspec import Meta


class Kind(OpenEnum):
    """A kind of pet."""

    CAT = "cat"
    DOG = "dog"


class Touch(Model, frozen=True, kw_only=True):
    """A touch."""

    strength: Annotated[int, Meta(ge=1, le=5)]
    """How strong, 1 to 5."""


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
