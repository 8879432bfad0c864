"""The words of all commands: those of the table that is generated, and those that are written by hand.

A leaf is a pair: the name of what runs it, and the operation, '' for a command written by hand.
"""

from __future__ import annotations

from foxreach_client.commands import COMMANDS, GROUPS

TYPE_CHECKING = False

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    Leaf = tuple[str, str]
    Tree = dict[str, "Leaf | Tree"]
    Fact = dict[str, Any]

OWN: dict[tuple[str, ...], tuple[str, str]] = {
    ("webhooks", "verify"): ("deliveries", "Verify the signature of a delivery, and print it"),
    ("webhooks", "listen"): ("deliveries", "Receive deliveries on this machine, verify and print each"),
    ("auth", "login"): ("auth", "Store a key in the keyring of the system, else in a file that only you can read"),
    ("auth", "status"): ("auth", "Show which key is used, without the key"),
    ("auth", "logout"): ("auth", "Remove a stored key"),
    ("doctor",): ("doctor", "Try key, network, proxy, clock, TLS and quota, and say what to do"),
    ("probe",): ("probe", "Ask the API itself where the spec is wrong"),
    ("api",): ("untyped", "Make a call that has no command yet"),
    ("schema",): ("schema", "Show the operations, or the schema of one"),
    ("completion",): ("completion", "Print the completion script of bash, zsh or fish"),
}
OWN_GROUPS = {"auth": "The keys that are stored, by profile."}


def facts_of(call: str) -> Fact:
    """Return the facts of the operation *call*."""
    return COMMANDS[call]


def tree() -> Tree:
    """Return all commands by their words."""
    root: Tree = {}
    for call, facts in COMMANDS.items():
        *groups, name = call.replace("_", "-").split(".")
        place = _group(root, groups)
        place[facts.get("name") or name] = ("call", call)
        if facts.get("upsert"):
            place["upsert"] = ("upsert", call)
        if facts.get("watch"):
            place["watch"] = ("watch", call)
        if facts.get("bulk"):
            place["import"] = ("import", call)
            if facts["bulk"].get("export"):
                place["export"] = ("export", call)
    for words, (runner, _) in OWN.items():
        _group(root, words[:-1])[words[-1]] = (runner, "")
    return root


def leaves(found: Tree, words: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Leaf]]:
    """Yield the words and the leaf of each command."""
    for word, below in found.items():
        if isinstance(below, dict):
            yield from leaves(below, (*words, word))
        else:
            yield (*words, word), below


def _group(root: Tree, words: list[str] | tuple[str, ...]) -> Tree:
    for word in words:
        below = root.setdefault(word, {})
        assert isinstance(below, dict), f"{word} is a command and a group"  # noqa: S101 - a fault of the table
        root = below
    return root


def summary_of(words: tuple[str, ...], found: Leaf | Tree) -> str:
    """Return what the command or the group says of itself in a list."""
    if isinstance(found, dict):
        name = ".".join(words).replace("-", "_")
        return GROUPS.get(name) or OWN_GROUPS.get(name, "")
    runner, call = found
    if not call:
        return OWN[words][1]
    return summary(runner, call)


def summary(runner: str, call: str) -> str:
    """Return what a command says that calls *call*: "Create a lead" and "List leads" name the noun."""
    own = str(COMMANDS[call]["summary"])
    noun = own.partition(" ")[2]
    return ADDED[runner].format(noun, noun.partition(" ")[2]) if runner in ADDED else own


ADDED = {
    "watch": "Wait for new {0}, and print or handle each",
    "import": "Import any number of {0} from a CSV or JSON lines file",
    "export": "Write all {0} to a CSV, JSON lines or Parquet file",
    "upsert": "Create {0}, or update the {1} that has the same key",
}
