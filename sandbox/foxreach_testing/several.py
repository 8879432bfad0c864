"""Several objects of one kind, told apart as the API's are. Pure."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

import msgspec

P = ParamSpec("P")
S = TypeVar("S", bound=msgspec.Struct)


def several(make: Callable[P, S], count: int, /, *args: P.args, **fields: P.kwargs) -> list[S]:
    """Return *count* objects of the factory *make*, whose ids and e-mail addresses differ where none are passed.

    `several(lead, 2)` has the ids `cld_1` and `cld_2`, jane1@... and jane2@...; the same ones each time.
    """
    made = [make(*args, **fields) for _ in range(count)]
    return [msgspec.structs.replace(each, **_own(each, number, set(fields))) for number, each in enumerate(made, 1)]


def _own(made: msgspec.Struct, number: int, passed: set[str]) -> dict[str, str]:
    """Return what is the object's own, and was not *passed*."""
    own: dict[str, str] = {}
    if isinstance(id_ := getattr(made, "id", None), str):
        own["id"] = f"{id_.rpartition('_')[0] or id_}_{number}"
    if isinstance(email := getattr(made, "email", None), str):
        name, _, host = email.partition("@")
        own["email"] = f"{name}{number}@{host}"
    return {name: value for name, value in own.items() if name not in passed}
