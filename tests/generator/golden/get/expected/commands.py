# Generated from spec/spec.yaml by `nox -s generate`. Do not edit: change spec/, templates/ or generator/ instead.
"""The facts of each command of the command line: data alone, so that help costs next to nothing."""

from __future__ import annotations

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Any

GROUPS: dict[str, str] = {"pets": "Animals."}

COMMANDS: dict[str, dict[str, Any]] = {
    "pets.get": {
        "summary": "Get a pet",
        "description": "The first paragraph,\nwhich goes on.\n\nThe second paragraph.",
        "method": "GET",
        "path": "/pets/{pet_id}",
        "repeat": "safe",
        "result": "struct",
        "columns": (("id", "text"),),
        "arguments": (
            {
                "name": "pet_id",
                "wire": "pet_id",
                "place": "path",
                "kind": "text",
                "required": True,
                "help": "Id of the pet.",
            },
        ),
        "statuses": ("200", "404", "500", "418", "401", "403", "422", "5XX", "429"),
    }
}

SERVER = "https://pets.example/v1"
