"""The parser of each command, made when the command is looked for: 50 parsers take longer than a call."""

from __future__ import annotations

import argparse
import os

from . import tree
from .usage import EXIT_STATUSES, UsageError
from .values import natural, parser_of

TYPE_CHECKING = False

if TYPE_CHECKING:
    from typing import Any, NoReturn

API = "arg."  # What the names of an operation's arguments begin with: theirs and ours cannot be confused.
OURS = frozenset(
    "--help --output --fields --limit --all --json --set --clear --dry-run --yes --profile --base-url --to".split()
)
OUTPUTS = ("table", "json", "jsonl", "csv")


def columns() -> int:
    """Return the width of help texts: that of the terminal, but not above 100 columns."""
    try:
        found = int(os.environ.get("COLUMNS") or os.get_terminal_size().columns)
    except (OSError, ValueError):
        found = 80
    return max(30, min(found, 100) - 2)


def _formatter(prog: str) -> argparse.HelpFormatter:
    return argparse.RawDescriptionHelpFormatter(prog, width=columns(), max_help_position=28)


class Parser(argparse.ArgumentParser):
    """A parser whose faults are UsageErrors."""

    def __init__(self, words: tuple[str, ...], description: str) -> None:
        super().__init__(
            prog=" ".join(("foxr", *words)), description=description, allow_abbrev=False, formatter_class=_formatter
        )

    def format_help(self) -> str:
        """Return the help, with a short usage: the options are listed below."""
        places = [each for each in self._actions if not each.option_strings]
        shown = [f"{each.metavar}{'...' if each.nargs == '+' else ''}" for each in places]
        self.usage = " ".join([self.prog.replace("%", "%%"), *shown, "[OPTIONS]"])
        self.description = filled(self.description or "")
        return super().format_help()

    def error(self, message: str) -> NoReturn:
        """Raise UsageError in place of an exit."""
        raise UsageError(f"{message}. `{self.prog} --help` shows how it is used.")


def options_of_all(parser: argparse.ArgumentParser) -> None:
    """Add the options that every command with a call has."""
    group = parser.add_argument_group("connection")
    group.add_argument("--profile", metavar="NAME", help="profile with the key (see `foxr auth login`)")
    group.add_argument("--base-url", metavar="URL", help="another server, such as a sandbox")


def options_of_output(parser: argparse.ArgumentParser, *, lists: bool) -> None:
    """Add the options about what is printed."""
    group = parser.add_argument_group("output")
    group.add_argument("-o", "--output", choices=OUTPUTS, help="table (default), json, jsonl or csv")
    group.add_argument("--fields", metavar="A,B", help="fields to print, in this order")
    if lists:
        group.add_argument("--limit", type=natural, metavar="N", help="number of items (100)")
        group.add_argument("--all", action="store_true", help="every item of every page")


def call_parser(words: tuple[str, ...], call: str) -> Parser:
    """Return the parser of the command of an operation."""
    facts = tree.facts_of(call)
    parser = Parser(words, _description(facts, facts["summary"]))
    parser.epilog = EXIT_STATUSES
    paths = [fact for fact in facts.get("arguments", ()) if fact["place"] == "path"]
    for fact in paths:
        several = fact is paths[-1] and takes_several(facts)
        parser.add_argument(API + fact["name"], metavar=fact["name"].upper(), nargs="+" if several else None,
                            help=_help(fact))  # fmt: skip
    arguments = parser.add_argument_group("arguments of the call")
    for fact in facts.get("arguments", ()):
        if fact["place"] != "path":
            add_option(arguments, fact)
    if has_body(facts):
        _options_of_body(arguments, facts)
    if facts["method"] != "GET":
        options_of_change(parser, asks=bool(facts.get("confirm")))
    if facts["result"] == "download":
        arguments.add_argument("--to", metavar="FILE", required=True, help="file to save it in")
    options_of_output(parser, lists=facts["result"] == "page")
    options_of_all(parser)
    return parser


def options_of_change(parser: argparse.ArgumentParser, *, asks: bool) -> None:
    """Add the options of a command that changes something."""
    parser.add_argument("--dry-run", action="store_true", help="print the request; send nothing")
    if asks:
        parser.add_argument("--yes", action="store_true", help="do not ask before mail goes out")


def _options_of_body(arguments: Any, facts: dict[str, Any]) -> None:
    arguments.add_argument("--json", metavar="FILE", help="body as a JSON object, from a file or - for stdin")
    if facts.get("file"):
        option = f"--{facts['file'].replace('_', '-')}-file"
        arguments.add_argument(
            option, dest="text_file", metavar="FILE", help=f"{facts['file']} from a file, or - for stdin"
        )
    nullable = [each["name"] for each in facts["arguments"] if each["place"] == "body" and each.get("nullable")]
    if nullable:
        arguments.add_argument("--clear", action="append", choices=nullable, metavar="FIELD", default=[],
                               help=f"remove the value of a field: {', '.join(nullable)}")  # fmt: skip
    if map_of(facts):
        merged = "; other names keep their values" if facts.get("merge") else ""
        arguments.add_argument("--set", action="append", metavar="NAME=TEXT", default=[],
                               help=f"a value in {map_of(facts)}; NAME:=JSON for another type{merged}")  # fmt: skip


def has_body(facts: dict[str, Any]) -> bool:
    """Return whether the operation has a body whose fields are arguments."""
    return any(each["place"] == "body" for each in facts.get("arguments", ()))


def map_of(facts: dict[str, Any]) -> str:
    """Return the name of the one argument that maps names to values, '' if there is none."""
    maps: list[str] = [
        each["name"] for each in facts.get("arguments", ()) if each["place"] == "body" and each["kind"] == "map"
    ]
    return maps[0] if len(maps) == 1 else ""


def takes_several(facts: dict[str, Any]) -> bool:
    """Return whether the last argument of the path takes several ids: not with a body that acts each time."""
    paths = any(each["place"] == "path" for each in facts.get("arguments", ()))
    single = facts["result"] not in ("page", "array", "download")
    return paths and single and (facts["repeat"] != "never" or not has_body(facts))


def add_option(parser: Any, fact: dict[str, Any]) -> None:
    """Add the option of an argument. It is absent from the result unless it is given."""
    option = f"--{fact['name'].replace('_', '-')}"
    option = f"--api{option[1:]}" if option in OURS else option
    common: dict[str, Any] = {"dest": API + fact["name"], "default": argparse.SUPPRESS, "help": _help(fact)}
    if fact["kind"] == "boolean":
        added = parser.add_argument(option, action=argparse.BooleanOptionalAction, **common)
    elif fact["kind"] == "array":
        added = parser.add_argument(option, action="append", type=parser_of(fact), metavar=_shown(fact), **common)
    else:
        added = parser.add_argument(option, type=parser_of(fact), metavar=_shown(fact), **common)
    added.fact = fact  # For the comparison of releases: a parser tells neither kind nor values.


def _shown(fact: dict[str, Any]) -> str:
    if fact.get("values"):
        return "|".join(map(str, fact["values"]))
    kind = str(fact.get("items") or fact["kind"])
    return "JSON" if kind == "map" else kind.upper()


def _help(fact: dict[str, Any]) -> str:
    notes = ["required"] if fact.get("required") and fact["place"] != "path" else []
    notes += ["repeatable"] if fact["kind"] == "array" else []
    notes += [f"such as {', '.join(map(str, fact['known']))}"] if fact.get("known") else []
    notes += ["deprecated"] if fact.get("deprecated") else []
    text = str(fact.get("help", "")) + (f" ({', '.join(notes)})" if notes else "")
    return text.replace("%", "%%")


def _description(facts: dict[str, Any], summary: str) -> str:
    gone = "The API gives this command up." if facts.get("deprecated") else ""
    return "\n\n".join(filter(None, [f"{summary}.", str(facts.get("description", "")), gone]))


def filled(text: str) -> str:
    """Return *text* with its paragraphs filled; one with columns stays as it is."""
    import textwrap  # noqa: PLC0415 - argparse, too, loads it only to print help

    paragraphs = text.split("\n\n")
    return "\n\n".join(each if "  " in each else textwrap.fill(each, columns()) for each in paragraphs)
