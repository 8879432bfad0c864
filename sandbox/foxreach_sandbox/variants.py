"""The readings that a sandbox follows where FoxReach's own sources contradict each other. Pure."""

from dataclasses import dataclass, fields
from typing import Any, Literal, get_args, get_type_hints


@dataclass(frozen=True)
class Variants:
    """One answer to each open question; the defaults follow the endpoint pages of the documentation.

    *deletes* is the status of a DELETE: 200 with a body, or 204 without. *bad_key* is the status for an unknown or
    missing key; a missing scope is always a 403. *duplicates* is the status of creating a lead whose address exists:
    409, or 201 with the existing lead. *lead_deletes* says whether an import restores a deleted lead (`soft`) or
    creates a new one (`final`).
    """

    deletes: Literal[200, 204] = 200
    bad_key: Literal[403, 401] = 403
    duplicates: Literal[409, 201] = 409
    lead_deletes: Literal["soft", "final"] = "soft"

    def __post_init__(self) -> None:
        for name, choices in CHOICES.items():
            if getattr(self, name) not in choices:
                raise ValueError(f"{name} must be {' or '.join(map(str, choices))}")


CHOICES: dict[str, tuple[Any, ...]] = {
    field.name: get_args(get_type_hints(Variants)[field.name]) for field in fields(Variants)
}
HELP = {
    "deletes": "status of a DELETE",
    "bad_key": "status for an unknown or missing key",
    "duplicates": "status of creating a lead whose address exists",
    "lead_deletes": "whether an import restores a deleted lead",
}
DEFAULT = Variants()
