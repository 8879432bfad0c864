"""The commands that store, show and remove a key. The key is read from a prompt or stdin, never from an argument."""

from __future__ import annotations

import sys
from argparse import Namespace

from . import output, profiles, tree
from .failures import say
from .parser import Parser, options_of_all
from .session import Session, checked_url, on_terminal, typed
from .text import harmless
from .usage import DONE, UsageError

LONGEST_KEY = 4_096  # characters: less than what servers take as a header
LONGEST_NAME = 100


def parser(words: tuple[str, ...], _call: str) -> Parser:
    """Return the parser of the command."""
    found = Parser(words, f"{tree.OWN[words][1]}.")
    if words[-1] == "login":
        how = "The key is asked for, or read from stdin. It is never an argument: others can see those."
        found.description = f"{found.description}\n\n{how}"
    options_of_all(found)
    found.set_defaults(action=words[-1])
    return found


def run(_call: str, given: Namespace, session: Session) -> int:
    """Run the command."""
    name = given.profile or profiles.DEFAULT
    if given.action == "login":
        return _login(name, given)
    if given.action == "logout":
        if not profiles.forget(name):
            raise UsageError(f"There is no profile {name}.")
        say(f"removed the key of {name}")
        return DONE
    return _status(session)


def _login(name: str, given: Namespace) -> int:
    """Read the key, check that a request could carry it, and store it."""
    if not name.isprintable() or " " in name or len(name) > LONGEST_NAME:
        raise UsageError(f"--profile: a name is at most {LONGEST_NAME} visible characters without spaces.")
    if given.base_url:
        checked_url(given.base_url)
    if on_terminal():
        key = typed("API key (not shown): ")
    else:
        key = sys.stdin.readline(LONGEST_KEY + 2).lstrip("\ufeff").strip()  # PowerShell may begin with that mark.
    if not key or len(key) > LONGEST_KEY or not key.isascii() or not key.isprintable() or " " in key:
        raise profiles.NoKeyError(
            f"A key is at most {LONGEST_KEY:,} visible ASCII characters without spaces. Nothing was stored."
        )
    where = profiles.store(name, key, given.base_url)
    say(f"stored the key of {name} in {where}; `foxr doctor` tries it")
    return DONE


def _status(session: Session) -> int:
    kind, name, entry = session.source
    where = {"environment": f"the environment variable {name}", "option": "the program"}.get(kind)
    if where is None:
        profiles.key_of(name, entry)
        where = f"the profile {name}, in " + ("the keyring" if entry.get("keyring") else str(profiles.file()))
    output.put(f"key     {harmless(where)}\nserver  {harmless(session.base_url)}\n")
    return DONE
