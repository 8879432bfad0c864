"""The command group `leads` as programs for click and for typer, with the arguments that our command has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from foxreach_client.commands import COMMANDS

GROUP = "leads"
CLICK, TYPER = "click", "typer"
MODULES = {CLICK: "click_commands", TYPER: "typer_commands"}
TYPES = {"integer": "int", "number": "float", "boolean": "bool"}

CLICK_HEAD = """
import click
@click.group()
def foxr(): ...
@foxr.group()
def leads(): ...
"""
TYPER_HEAD = """
from typing import Annotated, Literal, Optional
import typer
foxr, leads = typer.Typer(), typer.Typer()
foxr.add_typer(leads, name="leads")
@foxr.callback()
def main(): ...
"""


def write(folder: Path) -> None:
    """Write both programs as modules into *folder*."""
    group = {name.partition(".")[2]: facts for name, facts in COMMANDS.items() if name.startswith(f"{GROUP}.")}
    for library, head in ((CLICK, CLICK_HEAD), (TYPER, TYPER_HEAD)):
        of_command = _click if library == CLICK else _typer
        lines = [line for name, facts in group.items() for line in of_command(name, facts)]
        (folder / f"{MODULES[library]}.py").write_text("\n".join([head, *lines, ""]), "utf-8")


def _click(name: str, facts: Mapping[str, Any]) -> Iterator[str]:
    yield f"@leads.command({name.replace('_', '-')!r}, help={facts['summary']!r})"
    for fact in facts.get("arguments", ()):
        if fact["place"] == "path":
            yield f"@click.argument({fact['name']!r})"
        else:
            kind = f"click.Choice({fact['values']!r})" if fact.get("values") else TYPES.get(fact["kind"], "str")
            yield f"@click.option({_option(fact)!r}, type={kind}, help={fact.get('help')!r})"
    yield f"def leads_{name}(**values): ..."


def _typer(name: str, facts: Mapping[str, Any]) -> Iterator[str]:
    yield f"@leads.command({name.replace('_', '-')!r}, help={facts['summary']!r})"
    parameters = list[str]()
    for fact in facts.get("arguments", ()):
        if fact["place"] == "path":
            parameters.insert(0, f"{fact['name']}: str")
        else:
            kind = f"Literal[{fact['values']!r}]" if fact.get("values") else TYPES.get(fact["kind"], "str")
            option = f"typer.Option({_option(fact)!r}, help={fact.get('help')!r})"
            parameters.append(f"{fact['name']}: Annotated[Optional[{kind}], {option}] = None")
    yield f"def leads_{name}({', '.join(parameters)}): ..."


def _option(fact: Mapping[str, Any]) -> str:
    return f"--{fact['name'].replace('_', '-')}"
