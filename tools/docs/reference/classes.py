"""The pages of the classes that are written by hand, which Sphinx fills from their docstrings. Pure."""

from __future__ import annotations

from .markup import fence, target

CLIENT, TESTING, SANDBOX = "foxreach_client", "foxreach_client.testing", "foxreach_sandbox"
# Each page: its title, its first sentence, and the directive and the name of what it is about.
PAGES: dict[str, tuple[str, str, tuple[tuple[str, str], ...]]] = {
    "client": (
        "Clients and options",
        "The two clients take the same options. All options are keywords.",
        (
            ("autoclass", "FoxReach"),
            ("autoclass", "AsyncFoxReach"),
            ("autoclass", "RetryPolicy"),
            ("autoclass", "Timeout"),
            ("autoclass", "RedisLimiter"),
            ("autoclass", "AttemptEvent"),
            ("autoclass", "WaitEvent"),
        ),
    ),
}


def documented(name: str, anchor: str, directive: str, module: str = CLIENT, depth: int = 3) -> str:
    """Return the section about a name of *module*."""
    options = (
        "" if directive in ("autofunction", "autodata") else "\n   :members:\n   :inherited-members: Exception, object"
    )
    text = f".. {directive}:: {module}.{name}{options}"
    return "\n\n".join([target(anchor), f"{'#' * depth} {name}", fence("{eval-rst}", text)])
