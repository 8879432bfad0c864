"""The page of the exceptions: those of documented statuses from the spec, the others from the runtime. Pure."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from generator.api.ir import StatusClass
from tools.docs.failure import SiteError

from .classes import CLIENT, documented
from .facts import Facts
from .markup import Links, body, target

RUNTIME = Path("runtime", "foxreach_runtime", "errors.py")
RUNTIME_ERRORS = "foxreach_runtime.errors"
DRAWN = re.compile(r"^ {4}([│├└─ ]*)(\w+Error)\b *(.*?)$", re.MULTILINE)
BASE = "The base of {}, which has these attributes: catch that one."
HEAD = """\
# Exceptions

Every error of a call is a [`FoxReachError`](#errors.foxreacherror), apart from `ValueError` and `TypeError` for
arguments that cannot be sent. Import the classes of this list from `foxreach_client`. An indented class is a subclass
of the one above it. [What a call does when something fails](../reliability.md) says which error follows which fault."""


def page(root: Path, facts: Facts, links: Links) -> str:
    """Return the page."""
    others = handwritten(root, facts)
    catchable = {error.base: error.name for error in facts.api.errors if others.get(error.base) != CLIENT}
    parts = [
        HEAD,
        "\n".join(tree(root, facts, links)),
        *(_section(facts, links, error) for error in facts.api.errors),
    ]
    for name, module in others.items():
        section = documented(name, f"errors.{name}", "autoexception", module)
        parts.append(f"{section}\n\n{BASE.format(links.name(catchable[name]))}" if name in catchable else section)
    return "\n\n".join(parts) + "\n"


def tree(root: Path, facts: Facts, links: Links) -> Iterator[str]:
    """Yield the classes that can be imported, as the lines of a list: a class is indented below its base.

    The runtime's module has the tree in its docstring. A base that no user imports gives its place to its subclass.
    """
    importable = {name for name, module in handwritten(root, facts).items() if module == CLIENT}
    drawing = ast.get_docstring(ast.parse((root / RUNTIME).read_text("utf-8"))) or ""
    for branch, name, notes in DRAWN.findall(drawing):
        indent = " " * (len(branch) // 2)
        below = [error for error in facts.api.errors if error.base == name]
        if name in importable:
            yield indent + ": ".join([f"- {links.name(name)}", *_notes(notes)])
            yield from (f"{indent}  - {links.name(error.name)}: {error.status}" for error in below)
        else:
            yield from (indent + ": ".join([f"- {links.name(error.name)}", *_notes(notes)]) for error in below)


def _notes(drawn: str) -> list[str]:
    """Return the words beside a class in the drawing, its attributes as code; nothing if it has none."""
    words, _, attributes = f" {drawn}".partition(" .")
    named = re.sub(r"\.\w+(?:\(\))?", r"`\g<0>`", f".{attributes}").replace("` `", "`, `") if attributes else ""
    return [", ".join(each for each in (words.strip(), named and f"with {named}") if each)] if drawn else []


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
