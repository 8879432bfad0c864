"""The command that prints the completion of a shell, and the words that it offers.

The scripts ask `foxr` itself at each TAB, so a new operation is completed without a new script.
"""

from __future__ import annotations

import argparse
from argparse import Namespace
from collections.abc import Callable
from typing import Any

from . import output, tree
from .parser import Parser
from .session import Session
from .usage import DONE

ParserFor = Callable[["tuple[str, ...]", "tuple[str, str]"], argparse.ArgumentParser]
HOW = """\
bash: add  eval "$(foxr completion bash)"  to ~/.bashrc
zsh:  add  eval "$(foxr completion zsh)"   to ~/.zshrc, behind compinit
fish: foxr completion fish > ~/.config/fish/completions/foxr.fish"""
BASH = """\
_foxr() {
    local IFS=$'\\n'
    local found="$(foxr complete "${COMP_WORDS[@]:1:COMP_CWORD-1}" 2>/dev/null)"
    COMPREPLY=($(compgen -W "$found" -- "${COMP_WORDS[COMP_CWORD]}"))
}
complete -o default -F _foxr foxr foxreach-client
"""
ZSH = """\
_foxr() {
    local -a found
    found=(${(f)"$(foxr complete "${(@)words[2,CURRENT-1]}" 2>/dev/null)"})
    local -a names=(${found:#-*})
    compadd -a found
    (( $#names )) || _files
}
compdef _foxr foxr foxreach-client
"""
FISH = """\
function __foxr
    set -l words (commandline -opc)
    foxr complete $words[2..-1] 2>/dev/null
end
for name in foxr foxreach-client
    complete -c $name -n '__foxr | string match -qrv "^-"' -f
    complete -c $name -a '(__foxr)'
end
"""
SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH}


def parser(words: tuple[str, ...], _call: str) -> Parser:
    """Return the parser of the command."""
    found = Parser(words, f"{tree.OWN[words][1]}.\n\n{HOW}")
    found.add_argument("shell", choices=sorted(SCRIPTS), metavar="SHELL", help="bash, zsh or fish")
    return found


def run(_call: str, given: Namespace, _session: Session) -> int:
    """Print the script."""
    output.put(SCRIPTS[given.shell])
    return DONE


def offered(words: list[str], parser_for: ParserFor) -> list[str]:
    """Return the words that may follow *words*: commands, options, or the values of an option."""
    found: dict[str, Any] | tuple[str, str] = tree.tree()
    taken = 0
    while isinstance(found, dict) and taken < len(words) and words[taken] in found:
        found, taken = found[words[taken]], taken + 1
    if isinstance(found, dict):
        return sorted(found) if taken == len(words) else []
    made = parser_for(tuple(words[:taken]), found)
    last = words[-1] if taken < len(words) else ""
    options = {name: each for each in made._actions for name in each.option_strings}
    if last in options and options[last].nargs != 0:
        return _values(options[last])
    places = [each for each in made._actions if not each.option_strings][_placed(words[taken:], options) :]
    choices = [str(choice) for each in places[:1] for choice in each.choices or ()]
    return [*choices, *sorted(name for name in options if name.startswith("--"))]


def _placed(words: list[str], options: dict[str, argparse.Action]) -> int:
    """Return how many of *words* are neither options nor their values."""
    left, count = iter(words), 0
    for word in left:
        if word in options and options[word].nargs != 0:
            next(left, None)
        count += not word.startswith("-") or word == "-"
    return count


def _values(action: argparse.Action) -> list[str]:
    if known := getattr(action, "fact", {}).get("known"):
        return list(map(str, known))
    metavar = str(action.metavar or "")
    return sorted(map(str, action.choices)) if action.choices else metavar.split("|") if "|" in metavar else []
