# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""What goes over the wire, as msgspec structs."""

from __future__ import annotations

from foxreach_runtime.enums import OpenEnum
from foxreach_runtime.model import Model
from msgspec import field


class Status(OpenEnum):
    """Where a pet is in its life."""

    NEW = "new"
    SOLD = "sold"
    GONE = "gone"


class PetCreate(Model, frozen=True, kw_only=True):
    """A pet to create."""

    pet_name: str = field(name="petName")
    """Name."""


class Pet(Model, frozen=True, kw_only=True):
    """An animal."""

    id: str
    """Id of the pet."""
    pet_name: str = field(name="petName")
    """Name."""
    status: Status


class PetReply(Model, frozen=True, kw_only=True):
    """The envelope of a pet."""

    data: Pet


class PetList(Model, frozen=True, kw_only=True):
    """Some pets."""

    data: list[Pet]
    """The pets."""


class LetterCreate(Model, frozen=True, kw_only=True):
    """A letter to write."""

    body: str
    """What is written."""


class Letter(Model, frozen=True, kw_only=True):
    """A letter."""

    body: str
    """What is written."""
    direction: str
    """Sent or received."""


class LetterReply(Model, frozen=True, kw_only=True):
    """The envelope of a letter."""

    data: Letter


class Letters(Model, frozen=True, kw_only=True):
    """Letters to a pet."""

    messages: list[Letter]
    """The letters."""


class LettersReply(Model, frozen=True, kw_only=True):
    """The envelope of letters."""

    data: Letters


class Failure(Model, frozen=True, kw_only=True):
    """What a failed call answers."""

    detail: str
    """What went wrong."""
