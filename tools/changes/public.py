"""What is public: the one list of modules whose names users may rely on. docs/consuming.md shows the same list.

A module with `__all__` offers the names in it, any other one what it defines under a name without an underscore.
"""

from __future__ import annotations

CLIENT = "foxreach_client"
MODULES = (
    CLIENT,
    f"{CLIENT}.errors",
    f"{CLIENT}.models",
    f"{CLIENT}.differences",
    f"{CLIENT}.recording",
    f"{CLIENT}.webhooks",
    "foxreach_sandbox",
    f"{CLIENT}.testing",
    f"{CLIENT}.testing.factories",
)
PACKAGES = (CLIENT, "foxreach_shell", "foxreach_runtime", "foxreach_sandbox", "foxreach_testing")  # All of the wheel.
PROGRAMS = (f"{CLIENT}.differences",)  # Commands that are run with `python -m`; their `main` parses the options.
CHANGING = frozenset({"__version__", "SPEC_SHA256", "SPEC_VERSION"})  # Constants whose value differs in every release.
MADE_BY_THE_CLIENT = frozenset({"AsyncPage", "AsyncPages", "Page", "Pages", "RawReply"})  # And every error.
