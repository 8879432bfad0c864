"""The command for calls that the spec does not have yet: the same key, retries, quota and errors as any other."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from . import output, tree
from .calls import json_of, request_facts, show_requests
from .parser import OUTPUTS, Parser, options_of_all
from .session import Session
from .usage import DONE, EXIT_STATUSES, UsageError

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")


def parser(words: tuple[str, ...], _call: str) -> Parser:
    """Return the parser of the command."""
    found = Parser(words, f"{tree.OWN[words][1]}, with the same retries, quota and errors.")
    found.epilog = EXIT_STATUSES
    found.add_argument("method", metavar="METHOD", choices=METHODS, type=str.upper, help=", ".join(METHODS))
    found.add_argument("path", metavar="PATH", help="path below the address of the server, such as /leads")
    found.add_argument("--query", action="append", default=[], metavar="NAME=TEXT", help="a parameter (repeatable)")
    found.add_argument("--json", metavar="FILE", help="body, from a file or - for stdin")
    found.add_argument("--dry-run", action="store_true", help="print the request; send nothing")
    found.add_argument("-o", "--output", choices=OUTPUTS[1:2], help="errors are JSON, too")
    options_of_all(found)
    return found


def run(_call: str, given: Namespace, session: Session) -> int:
    """Run the command."""
    if given.method == "GET" and given.json:
        raise UsageError("GET takes no body: leave out --json.")
    if "?" in given.path:
        raise UsageError("PATH has no query: write parameters as --query NAME=TEXT.")
    query: dict[str, Any] = {}
    for each in given.query:
        name, sign, value = each.partition("=")
        if not sign or not name:
            raise UsageError("--query: write NAME=TEXT.")
        query.setdefault(name, []).append(value)
    body: dict[str, Any] = {"body": json_of(given.json)} if given.json else {}
    from foxreach_client import UNSET  # noqa: PLC0415 - here and below: help needs no client
    from foxreach_runtime.untyped.request import call_of  # noqa: PLC0415

    try:
        if given.dry_run:
            made = call_of(given.method, given.path, query, body.get("body", UNSET), None)
            return show_requests([request_facts(made, session.base_url)], given)
        reply = session.client.request(given.method, given.path, query=query, **body)
    except (ValueError, TypeError) as error:
        raise UsageError(str(error)) from None
    result: object = reply.parse()
    output.put("" if result is None else output.pretty(result) + "\n")
    return DONE
