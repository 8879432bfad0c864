"""The command that shows what the spec says: all operations, or one with its arguments, its fields and its statuses."""

from __future__ import annotations

from argparse import Namespace

from foxreach_client.commands import COMMANDS

from . import output
from .parser import OUTPUTS, Parser
from .session import Session
from .usage import DONE, UsageError

SUMMARY = "Show the operations, or the schema of one"


def parser(words: tuple[str, ...], _call: str) -> Parser:
    """Return the parser of the command."""
    found = Parser(words, f"{SUMMARY}.")
    found.add_argument("operation", nargs="?", metavar="OPERATION", help="such as the first column of the list")
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
    facts = COMMANDS.get(given.operation.replace("-", "_").replace(" ", "."))
    if facts is None:
        raise UsageError(f"There is no operation {given.operation!r}. `foxr schema` lists them.")
    if given.output in ("json", "jsonl"):
        output.put(output.pretty(facts) + "\n")
        return DONE
    output.write_one({name: facts[name] for name, _ in columns[1:]} | {"repeat": facts["repeat"]}, columns, given)
    arguments = [
        {"argument": each["name"], "in": each["place"], "type": each.get("items") or each["kind"],
         "required": each.get("required", False), "about": each.get("help", "")}
        for each in facts.get("arguments", ())
    ]  # fmt: skip
    for rows in (arguments, [{"field": name, "type": kind} for name, kind in facts.get("columns", ())]):
        if rows:
            output.put("\n")
            output.write_list([rows], [(name, "text") for name in rows[0]], given)
    output.put(f"\nstatuses  {', '.join(facts['statuses'])}\n")
    return DONE
