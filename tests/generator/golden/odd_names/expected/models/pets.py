# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The models that only `pets` uses."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from foxreach_runtime.enums import OpenEnum
from foxreach_runtime.model import Model
from msgspec import UNSET, UnsetType, field


class Kind(OpenEnum):
    """A kind of pet."""

    CAT = "cat"
    DOG = "dog"


class Crate(Model, frozen=True, kw_only=True):
    """What it travels in."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    with_: str = field(name="with")
    """What else is in it."""


class Move(Model, frozen=True, kw_only=True):
    """A move."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    import_: str = field(name="import")
    """Where it goes."""
    field_3_d_model: str | None | UnsetType = field(name="3DModel", default=UNSET)
    """How it looks."""
    is_not: bool | UnsetType = field(name="Is-Not", default=UNSET)
    """Two keywords in one name."""
    lambda_: list[Crate] | UnsetType = field(name="lambda", default=UNSET)
    """What it travels in."""


class Pet(Model, frozen=True, kw_only=True):
    """An animal."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    async_: str = field(name="async")
    """Id of the pet."""
    async_2: int | UnsetType = field(name="_async", default=UNSET)
    """Differs in an underscore."""
    id: str | None = field(name="$id", default=None)
    """A sign."""
    type: str | UnsetType = field(name="@type", default=UNSET)
    """Another sign."""
    größe: float | UnsetType = UNSET
    """Not ASCII."""
    list_: list[str] | UnsetType = field(name="list", default=UNSET)
    """A name that annotations need."""
    to_dict_: bool | UnsetType = field(name="to_dict", default=UNSET)
    """A method of models."""
    form: str | UnsetType = field(name="schema", default=UNSET)
    """A name of the document."""
    none: str | None = field(name="None", default=None)
    """Not a keyword in lower case."""


class PetReply(Model, frozen=True, kw_only=True):
    """The envelope of a pet."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    data: Pet


class Failure(Model, frozen=True, kw_only=True):
    """What a failed call answers."""

    if TYPE_CHECKING:
        __hash__: ClassVar[None]

    detail: str
    """What went wrong."""


if not TYPE_CHECKING:

    def __getattr__(name):
        """Return a model that an older pickle expects here: a model that more resources use now is in another module."""
        from importlib import import_module

        return import_module(__package__).__getattr__(name)
