"""The command that shows what the spec says: all operations, or one with its arguments, its fields and its statuses."""

from __future__ import annotations

from argparse import Namespace

from foxreach_client.commands import COMMANDS

from . import output, tree
from .parser import OUTPUTS, Parser
from .session import Session
from .usage import DONE, UsageError


def parser(words: tuple[str, ...], _call: str) -> Parser:
    """Return the parser of the command."""
    found = Parser(words, f"{tree.OWN[words][1]}.")
    found.add_argument(
        "operation", nargs="?", metavar="OPERATION", help="name of an operation, or of a command such as leads.import"
    )
    found.add_argument("-o", "--output", choices=OUTPUTS, help="table (default), json, jsonl or csv")
    found.set_defaults(fields=None)
    return found


def run(_call: str, given: Namespace, _session: Session) -> int:
    """Run the command."""
    columns = [(name, "text") for name in ("operation", "method", "path", "summary")]
    if given.operation is None:
        rows = [
            {"operation": call, **{name: facts[name] for name, _ in columns[1:]}} for call, facts in COMMANDS.items()
        ]
        output.write_list([rows], columns, given)
        return DONE
    facts = COMMANDS[operation_of(given.operation)]
    if given.output in ("json", "jsonl"):
        output.put((output.pretty if given.output == "json" else output.compact)(facts) + "\n")
        return DONE
    if given.output == "csv":
        raise UsageError("-o csv is for the list of operations: one has several tables. Take json or jsonl.")
    output.write_one({name: facts[name] for name, _ in columns[1:]} | {"repeat": facts["repeat"]}, columns, given)
    arguments = [
        {"argument": each["name"], "in": each["place"], "type": each.get("items") or each["kind"],
         "required": each.get("required", False), "about": each.get("help", ""),
         "values": "|".join(map(str, each.get("values") or each.get("known", ())))}
        for each in facts.get("arguments", ())
    ]  # fmt: skip
    for rows in (arguments, [{"field": name, "type": kind} for name, kind in facts.get("columns", ())]):
        if rows:
            output.put("\n")
            output.write_list([rows], [(name, "text") for name in rows[0]], given)
    output.put(f"\nstatuses  {', '.join(facts['statuses'])}\n")
    return DONE


def operation_of(name: str) -> str:
    """Return the operation that *name* stands for: its own name, or the words of a command that calls it."""
    call = name.replace("-", "_").replace(" ", ".")
    if call in COMMANDS:
        return call
    words = tuple(name.replace("_", "-").replace(".", " ").split())
    found = dict(tree.leaves(tree.tree())).get(words)
    if found is None:
        raise UsageError(f"There is no operation or command {name!r}. `foxr schema` lists the operations.")
    if not found[1]:
        raise UsageError(
            f"`foxr {' '.join(words)}` makes no call of one operation. `foxr schema` lists the operations."
        )
    return found[1]
