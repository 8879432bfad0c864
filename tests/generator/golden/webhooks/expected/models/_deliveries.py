# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The models of the deliveries of webhooks."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any, ClassVar, Literal, TypeAlias

from foxreach_runtime.model import Model, read_as_utc
from msgspec import field


class PetLostDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="pet.lost"):
    """A pet was lost."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    event: ClassVar[Literal["pet.lost"]] = "pet.lost"
    """Name of the event."""
    timestamp: datetime
    """When it happened."""
    data: dict[str, Any]
    """Whatever is known."""


class PetSoldData(Model, frozen=True, kw_only=True):
    """What is known of a sale."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    pet_id: str = field(name="petId")
    """Id of the pet."""


class PetSoldDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="pet.sold"):
    """A pet was sold."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    event: ClassVar[Literal["pet.sold"]] = "pet.sold"
    """Name of the event."""
    timestamp: datetime
    """When it happened."""
    data: PetSoldData


Delivery: TypeAlias = PetSoldDelivery | PetLostDelivery

read_as_utc(PetSoldDelivery, "timestamp")
read_as_utc(PetLostDelivery, "timestamp")


if not TYPE_CHECKING:

    def __getattr__(name):
        """Return a model that an older pickle expects here: a model that more resources use now is in another module."""
        from importlib import import_module

        return import_module(__package__).__getattr__(name)
