# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The bodies of requests and replies, as msgspec structs."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar, Literal, TypeAlias

from foxreach_runtime.model import Model, read_as_utc
from msgspec import field


class CountReply(Model, frozen=True, kw_only=True):
    """The envelope of a number."""

    data: int
    """The number."""


class PetLostDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="pet.lost"):
    """A pet was lost."""

    event: ClassVar[Literal["pet.lost"]] = "pet.lost"
    """Name of the event."""
    timestamp: datetime
    """When it happened."""
    data: dict[str, Any]
    """Whatever is known."""


class PetSoldData(Model, frozen=True, kw_only=True):
    """What is known of a sale."""

    pet_id: str = field(name="petId")
    """Id of the pet."""


class Failure(Model, frozen=True, kw_only=True):
    """What a failed call answers."""

    detail: str
    """What went wrong."""


class PetSoldDelivery(Model, frozen=True, kw_only=True, tag_field="event", tag="pet.sold"):
    """A pet was sold."""

    event: ClassVar[Literal["pet.sold"]] = "pet.sold"
    """Name of the event."""
    timestamp: datetime
    """When it happened."""
    data: PetSoldData


Delivery: TypeAlias = PetSoldDelivery | PetLostDelivery

read_as_utc(PetSoldDelivery, "timestamp")
read_as_utc(PetLostDelivery, "timestamp")

TYPE_CHECKING = False  # Type checkers take it for True.

if TYPE_CHECKING:
    from foxreach_runtime.webhooks.delivery import UnknownDelivery as UnknownDelivery
else:

    def __getattr__(name):
        """Return `UnknownDelivery`, a model of the runtime that loads when it is first used."""
        if name != "UnknownDelivery":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from foxreach_runtime.fork import importing

        with importing():
            from foxreach_runtime.webhooks.delivery import UnknownDelivery

        return UnknownDelivery
