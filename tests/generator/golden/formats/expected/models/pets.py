# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The models that only `pets` uses."""

from __future__ import annotations

from datetime import date as date_aliased
from datetime import datetime
from datetime import time as time_aliased
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, ClassVar
from uuid import UUID

from foxreach_runtime.enums import OpenEnum
from foxreach_runtime.model import Model, read_as_utc
from msgspec import UNSET, Meta, UnsetType


class Kind(OpenEnum):
    """A kind of pet."""

    CAT = "cat"
    DOG = "dog"


class PetPut(Model, frozen=True, kw_only=True):
    """A pet to put."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    date: date_aliased
    """Day. `pattern`: "^2"."""
    time: time_aliased | None | UnsetType = UNSET
    """Hour."""
    at: Annotated[datetime, Meta(tz=True)] | UnsetType = UNSET
    """When."""
    key: UUID | UnsetType = UNSET
    """Key. `minLength`: 36. `maxLength`: 36."""
    price: Decimal | UnsetType = UNSET
    """Price. `pattern`: "[.]". `maxLength`: 9."""
    days: list[date_aliased] | UnsetType = UNSET
    """Days."""
    mail: str | UnsetType = UNSET
    """Address. Format: email."""


class Pet(Model, frozen=True, kw_only=True):
    """An animal."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    date: date_aliased
    """Day."""
    time: time_aliased
    """Hour."""
    at: datetime
    """When."""
    key: UUID
    """Key."""
    price: Decimal
    """Price."""


class Failure(Model, frozen=True, kw_only=True):
    """What a failed call answers."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    detail: str
    """What went wrong."""


read_as_utc(PetPut, "at")
read_as_utc(Pet, "at")


if not TYPE_CHECKING:

    def __getattr__(name):
        """Return a model that an older pickle expects here: a model that more resources use now is in another module."""
        from importlib import import_module

        return import_module(__package__).__getattr__(name)
