"""The page of the exceptions: those of documented statuses from the spec, the others from the runtime. Pure."""

from __future__ import annotations

import ast
from pathlib import Path

from generator.api.ir import StatusClass
from tools.docs.failure import SiteError

from .classes import CLIENT, documented
from .facts import Facts
from .markup import Links, body, fence, target

RUNTIME = Path("runtime", "foxreach_runtime", "errors.py")
RUNTIME_ERRORS = "foxreach_runtime.errors"
HEAD = """\
# Exceptions

Every error of a call is a [`FoxReachError`](#errors.foxreacherror), apart from `ValueError` and `TypeError` for
arguments that cannot be sent. Import them from `foxreach_client`.
[What a call does when something fails](../reliability.md) says which error follows which fault."""


def page(root: Path, facts: Facts, links: Links) -> str:
    """Return the page."""
    tree = ast.get_docstring(ast.parse((root / RUNTIME).read_text("utf-8"))) or ""
    drawing = "\n".join(line[4:] for line in tree.splitlines() if line.startswith("    "))
    others = handwritten(root, facts).items()
    parts = [
        HEAD,
        fence("text", drawing),
        *(_section(facts, links, error) for error in facts.api.errors),
        *(documented(name, f"errors.{name}", "autoexception", module) for name, module in others),
    ]
    return "\n\n".join(parts) + "\n"


def handwritten(root: Path, facts: Facts) -> dict[str, str]:
    """Return the exceptions that are written by hand, and where each is imported from."""
    public = {name for name, module in exported(root).items() if name.endswith("Error") and module != ".errors"}
    bases = {error.base for error in facts.api.errors} - public
    return {**dict.fromkeys(sorted(public - {"FieldError"}), CLIENT), **dict.fromkeys(sorted(bases), RUNTIME_ERRORS)}


def exported(root: Path) -> dict[str, str]:
    """Return the module of each name that users import from the client's package."""
    tree = ast.parse((root / "generated" / "foxreach_client" / "__init__.py").read_text("utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and node.targets[0].id == "_MODULES":
            found: dict[str, str] = ast.literal_eval(node.value)
            return found
    raise SiteError("foxreach_client/__init__.py has no _MODULES")


def _section(facts: Facts, links: Links, error: StatusClass) -> str:
    raised = [
        (operation, reply)
        for operation in facts.api.operations
        for reply in operation.replies
        if reply.exception == error.name
    ]
    everywhere = len(raised) == len(facts.operations)
    calls = "Every call" if everywhere else ", ".join(links.name(operation.id) for operation, _ in raised)
    example = next(
        (
            facts.example(operation, reply.status)
            for operation, reply in raised
            if reply.description == error.description
        ),
        None,
    )
    return "\n\n".join(
        [
            target(f"errors.{error.name}"),
            f"## {error.name}",
            f"Status {error.status}, a {links.name(error.base)}. {links.prose(error.description)}",
            f"What to do: {links.prose(error.advice)}",
            *([body(example)] if example else []),
            f"Raised by: {calls}.",
        ]
    )
