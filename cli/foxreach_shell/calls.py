"""The command of one operation: its arguments from the command line, the call or a dry run, and the result."""

from __future__ import annotations

import argparse
import json
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from itertools import chain, islice
from pathlib import Path
from typing import Any

from . import failures, output, tree
from .confirm import asked
from .parser import API, has_body, map_of, takes_several
from .session import Session
from .several import Results
from .usage import DONE, UsageError
from .values import json_value

Fact = dict[str, Any]
SHOWN = 100  # Items of a list without --limit and --all.
REPEAT = {
    "safe": "it only reads",
    "idempotent": "it may be repeated: the same call again leads to the same state",
    "never": "it must not be repeated blindly: each call acts again",
}


def run(call: str, given: Namespace, session: Session) -> int:
    """Run the command of the operation *call*."""
    facts = tree.facts_of(call)
    paths, values = arguments_of(facts, given)
    if facts["result"] == "page":
        return _list(call, facts, values, given, session)
    check_stdin(facts, paths, given)
    targets = [[*paths[:-1], each] for each in ids(paths[-1])] if takes_several(facts) else [paths]
    given.several = takes_several(facts) and (len(paths[-1]) > 1 or "-" in paths[-1])
    check_output(facts, given)
    for target in targets:
        with failures.about(target, targets):
            check(call, target, values)
    if not targets:
        failures.say("nothing to do: there is no id on stdin")
    if getattr(given, "dry_run", False):
        return run_dry(call, targets, values, given, session)
    if targets:
        asked(facts, given, session, targets)
    return _each(call, targets, values, given, session)


def arguments_of(facts: Fact, given: Namespace) -> tuple[list[Any], dict[str, Any]]:
    """Return the positional arguments and the keywords of the call."""
    named = {name.removeprefix(API): value for name, value in vars(given).items() if name.startswith(API)}
    paths = [named.pop(fact["name"]) for fact in facts.get("arguments", ()) if fact["place"] == "path"]
    body = _body(facts, given) if has_body(facts) else {}
    values = {**body, **named}
    if has_body(facts):
        cleared = getattr(given, "clear", ())
        both = next((name for name in cleared if name in named), None)
        if both is not None:
            raise UsageError(f"--clear {both} and --{both.replace('_', '-')} exclude each other.")
        values |= dict.fromkeys(cleared)
        if getattr(given, "text_file", None):
            values[facts["file"]] = text_of(given.text_file)
        given.merges = bool(facts.get("merge")) and map_of(facts) not in values  # Else the whole map is given.
        values |= _set(facts, given, values)
    missing = [f"--{fact['name'].replace('_', '-')}" for fact in facts.get("arguments", ())
               if fact.get("required") and fact["place"] != "path" and fact["name"] not in values]  # fmt: skip
    if missing:
        raise UsageError(f"{', '.join(missing)} must be given.")
    return paths, values


def _body(facts: Fact, given: Namespace) -> dict[str, Any]:
    """Return the body of `--json` by the names of the arguments; the names of the API are known too."""
    if not given.json:
        return {}
    found = json_of(given.json)
    if not output.is_dict(found):
        raise UsageError("--json: this is not a JSON object.")
    fields = [fact for fact in facts["arguments"] if fact["place"] == "body"]
    body = renamed(found, fields, "--json")
    bulk = facts.get("bulk", {})
    rows = body.get(bulk.get("rows"))
    if output.is_list(rows):
        body[bulk["rows"]] = [
            renamed(row, bulk["fields"], f"--json: {bulk['rows']}[{at}]")
            if output.is_dict(row) else row
            for at, row in enumerate(rows)
        ]  # fmt: skip
    return body


def json_of(name: str) -> Any:
    """Return the JSON of a file, or of stdin for `-`."""
    try:
        return json_value(text_of(name))
    except argparse.ArgumentTypeError as error:
        raise UsageError(f"--json: this {error}.") from None


def text_of(name: str) -> str:
    """Return the text of a file, or of stdin for `-`."""
    try:
        return sys.stdin.read() if name == "-" else Path(name).read_text("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(f"{'stdin' if name == '-' else name} is not UTF-8.") from None


def renamed(found: Mapping[str, Any], fields: list[Fact] | tuple[Fact, ...], place: str) -> dict[str, Any]:
    """Return *found* by the names of arguments."""
    names = {name: fact["name"] for fact in fields for name in (fact["wire"], fact["name"])}
    unknown = next((name for name in found if name not in names), None)
    if unknown is not None:
        known = ", ".join(fact["name"] for fact in fields)
        raise UsageError(f"{place}: {unknown!r} is no field; the fields are {known}.")
    twice = next((name for name, count in Counter(names[name] for name in found).items() if count > 1), None)
    if twice is not None:
        raise UsageError(f"{place}: {twice!r} is there twice, by the name of the API and by that of the option.")
    return {names[name]: value for name, value in found.items()}


def _set(facts: Fact, given: Namespace, values: dict[str, Any]) -> dict[str, Any]:
    """Return the map with what `--set` says."""
    pairs = getattr(given, "set", [])
    if not pairs:
        return {}
    own: Any = values.get(map_of(facts)) or {}
    if not output.is_dict(own):
        raise UsageError(f"--set: {map_of(facts)} is no object.")
    return {map_of(facts): {**own, **dict(map(pair, pairs))}}


def pair(text: str) -> tuple[str, Any]:
    """Return the name and the value of `NAME=TEXT` or `NAME:=JSON`."""
    name, sign, value = text.partition("=")
    if not sign or not name.removesuffix(":"):
        raise UsageError("--set: write NAME=TEXT, or NAME:=JSON for a number, true, false or null.")
    if name.endswith(":"):
        try:
            return name[:-1], json_value(value)
        except argparse.ArgumentTypeError as error:
            raise UsageError(f"--set: the value of {name[:-1]} {error}.") from None
    return name, value


def ids(given: list[str]) -> Iterator[str]:
    """Yield each id; `-` stands for those on stdin, one a line."""
    for each in given:
        if each == "-":
            yield from filter(None, map(str.strip, text_of(each).split("\n")))
        else:
            yield each


def check_stdin(facts: Fact, paths: list[Any], given: Namespace) -> None:
    """Refuse `-` where it would be an id, and where stdin is read already."""
    alone = paths[:-1] if takes_several(facts) else paths
    if "-" in alone:
        raise UsageError("- stands for ids on stdin, one a line, and this command takes one id there.")
    several: list[str | None] = paths[-1] if takes_several(facts) else []
    if [*several, getattr(given, "json", None), getattr(given, "text_file", None)].count("-") > 1:
        raise UsageError("- is there twice, and stdin can be read once.")


def check_output(facts: Fact, given: Namespace) -> None:
    """Refuse unknown fields before anything is sent."""
    output.chosen(facts.get("columns", ()), given.fields)


def check(call: str, path: list[Any], values: dict[str, Any]) -> Any:
    """Return the call that these arguments make, or raise UsageError for what the client refuses to send."""
    group, _, _ = call.rpartition(".")
    module = import_module(f"foxreach_client.operations.{group.replace('.', '_')}")
    try:
        return getattr(module, call.replace(".", "_"))(*path, **values)
    except (ValueError, TypeError) as error:
        raise UsageError(str(error)) from None


def _list(call: str, facts: Fact, values: dict[str, Any], given: Namespace, session: Session) -> int:
    limit = None if given.all and given.limit is None else given.limit or SHOWN
    sizes = [fact for fact in facts["arguments"] if fact["wire"] == (facts["page"][1:] or [""])[0]]
    for size in sizes:
        if limit is not None and limit < SHOWN:
            values.setdefault(size["name"], limit)
    check(call, [], values)
    check_output(facts, given)
    shown = _Shown(limit)
    output.write_list(shown.pages(session.method(call)(**values)), facts.get("columns", ()), given)
    shown.tell_rest(given)
    return DONE


class _Shown:
    """The first items of a list, and how many more there are."""

    def __init__(self, limit: int | None) -> None:
        self._limit = limit
        self._count = 0
        self._total: int | None = None

    def pages(self, found: Any) -> Iterator[list[dict[str, Any]]]:
        for page in found.pages():
            self._total = getattr(page, "total", None) if page.next_cursor is None else None
            left = None if self._limit is None else self._limit - self._count
            items = [plain(item) for item in page.items[:left]]
            self._count += len(items)
            yield items
            output.flush()
            if self._limit is not None and self._count >= self._limit:
                return

    def tell_rest(self, given: Namespace) -> None:
        if self._total is not None and self._count < self._total and given.limit is None and not given.all:
            failures.say(f"{self._count:,} of {self._total:,}; --all prints all, --limit a number of them")


def plain(value: Any) -> Any:
    """Return a model as a dict of JSON's values, a list of them as a list."""
    if output.is_list(value):
        return [plain(item) for item in value]
    return value.to_dict(mode="json") if hasattr(value, "to_dict") else value


def run_dry(call: str, targets: list[list[Any]], values: dict[str, Any], given: Namespace, session: Session) -> int:
    """Print what each call would send."""
    facts = tree.facts_of(call)
    found = [request_facts(check(call, target, values), session.base_url) for target in targets]
    if merges(given):
        failures.say(f"{facts['merge']['field']}: the other names are read first, and sent along")
    return show_requests(found, given)


def show_requests(found: list[dict[str, Any]], given: Namespace) -> int:
    """Print what would be sent."""
    if given.output == "json":
        output.put(output.pretty(found if getattr(given, "several", False) else found[0]) + "\n")
        return DONE
    if given.output == "jsonl":
        output.put("".join(output.compact(each) + "\n" for each in found))
        return DONE
    for each in found:
        output.put(f"{each['method']} {each['url']}\n")
        output.put("" if each["body"] is None else output.pretty(each["body"]) + "\n")
        output.put(f"{REPEAT[each['repeat']]}; nothing was sent\n")
    return DONE


def request_facts(made: Any, base_url: str) -> dict[str, Any]:
    """Return what a call would send."""
    request = made.request
    query = f"?{'&'.join(request.query)}" if request.query else ""
    body = json.loads(request.body) if isinstance(request.body, bytes) else None
    url = f"{base_url}{request.path}{query}"
    return {"method": request.method, "url": url, "body": body, "repeat": made.operation.repeat}


def _each(call: str, targets: list[list[Any]], values: dict[str, Any], given: Namespace, session: Session) -> int:
    """Make the call for each target, and write what it returns."""
    facts = tree.facts_of(call)
    method = session.method(call)

    def result(target: list[Any]) -> Any:
        return method(*target, **_merged(facts, target, values, given, session))

    if not given.several:
        _written(facts, result(targets[0]), given)
        return DONE
    results = Results(result, targets, as_json=given.output == "json")
    _written_each(facts, results, given)
    if results.stopped is not None:
        raise results.stopped
    return results.status


def _written(facts: Fact, result: Any, given: Namespace) -> None:
    columns = facts.get("columns", ())
    if facts["result"] == "none":
        return
    if facts["result"] == "download":
        result.save(given.to)
        return
    found = plain(list(result) if facts["result"] == "array" else result)
    if facts["result"] == "array" and all(map(output.is_dict, found)):
        output.write_list([found], columns, given)
    else:
        output.write_one(found, columns, given)


def _written_each(facts: Fact, results: Results, given: Namespace) -> None:
    items = map(plain, results)
    first = list(islice(items, 1))
    if not all(map(output.is_dict, first)):
        found = [*first, *items]
        output.put("" if facts["result"] == "none" else output.pretty(found) + "\n")
    elif first or given.output not in (None, "table"):  # An empty table would say that nothing was found.
        output.write_list(([item] for item in chain(first, items)), facts.get("columns", ()), given)


def merges(given: Namespace) -> bool:
    """Return whether the map that the object has is read, and `--set` changes names of it."""
    return bool(getattr(given, "merges", False) and given.set)


def _merged(
    facts: Fact, target: list[Any], values: dict[str, Any], given: Namespace, session: Session
) -> dict[str, Any]:
    """Return *values* with the names of the map that the object has and `--set` does not mention."""
    if not merges(given):
        return values
    merge = facts["merge"]
    read: Callable[..., Any] = session.method(merge["call"])
    present = getattr(read(*target), merge["field"], None)
    return {**values, merge["field"]: {**(present or {}), **values[merge["field"]]}}
