"""The command that creates an object, or updates the one with the same key."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from . import calls, failures, output, tree
from .parser import Parser, add_option, map_of, options_of_all, options_of_change, options_of_output
from .session import Session, method_of
from .usage import DONE, EXIT_STATUSES


def parser(words: tuple[str, ...], call: str) -> Parser:
    """Return the parser of the command."""
    facts = tree.facts_of(call)
    found = Parser(words, f"{tree.summary('upsert', call)}.\n\nFields that are not given keep their values.")
    found.epilog = EXIT_STATUSES
    arguments = found.add_argument_group("arguments of the call")
    for fact in facts["arguments"]:
        add_option(arguments, fact)
    arguments.add_argument("--json", metavar="FILE", help="the object as JSON, from a file or - for stdin")
    if map_of(facts):
        arguments.add_argument("--set", action="append", metavar="NAME=TEXT", default=[],
                               help=f"a value in {map_of(facts)}; NAME:=JSON for another type")  # fmt: skip
    options_of_change(found, asks=False)
    options_of_output(found, lists=False)
    options_of_all(found)
    return found


def run(call: str, given: Namespace, session: Session) -> int:
    """Run the command."""
    facts: dict[str, Any] = tree.facts_of(call)
    _, values = calls.arguments_of(facts, given)
    calls.check_output(facts, given)
    calls.check(call, [], values)
    if given.dry_run:
        failures.say("if it is there already, the fields that differ are updated instead")
        found = calls.request_facts(calls.check(call, [], values), session.base_url)
        return calls.show_requests([{**found, "repeat": "idempotent"}], given)  # It looks for the object first.
    group = call.rpartition(".")[0]
    found = method_of(session.client, f"{group}.upsert")(**values)
    failures.say("created" if found.created else "it was there; now it has these values")
    output.write_one(calls.plain(found.value), facts.get("columns", ()), given)
    return DONE
