"""Finds names in the code of pages that nothing has: `client.leads.creat`, `RetryPolicy(max_atempts=6)`, `nox -s tset`.

Only what looks like a name of ours is checked: calls of the client and of public classes with their arguments, classes,
names with an underscore, variables of the environment, commands with their options, sessions of nox, files, what is
imported from our packages. In prose, links by a label that the page does not define.
"""

from __future__ import annotations

import ast
import difflib
import re
import shlex
import sys
import textwrap
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from tools.docs.checks.known import PACKAGES, Known
from tools.docs.checks.members import names_in

FENCE = re.compile(r"^( *)(`{3,}|~{3,})([^\n]*)\n(.*?)^\1\2", re.DOTALL | re.MULTILINE)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
SPAN = re.compile(r"(?<![`\\])(`+)(?!`)(.+?)(?<!`)\1(?!`)", re.DOTALL)
LABELLED = re.compile(r"(?<![\w\]\\])\[([^\[\]]+)\]\[([^\[\]]*)\]")
LABEL = re.compile(r"^ {0,3}\[([^\[\]]+)\]:", re.MULTILINE)
SHELLS = {"console", "sh", "bash", "shell"}
IDENTIFIER = re.compile(r"(?<![\w./<$%-])[A-Za-z]\w*(?:\.\w+)*(?![\w/-])")
CAMEL = re.compile(r"(?:[A-Z][a-z0-9]+){2,}|[A-Z]\w*(?:Error|Warning)")
CONSTANT = re.compile(r"[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+")
SNAKE = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*_(?=\d*[a-z])[a-z0-9]+")  # `cld_1` is an id.
MODULES = sys.stdlib_module_names | {"anyio", "httpx", "httpx2", "msgspec", "pytest", "respx"}
SUFFIXES = ("csv", "json", "jsonl", "parquet", "xlsx")
SESSION = re.compile(r"(?:^|\s|\bnox(?:file\.py)?\s(?:\S+\s)*?)-s ([a-z][\w.-]*)")
PLACE = re.compile(r"(?<![\w./:{}-])([\w.-]+)/([\w./-]*\w[\w.-]*|(?=$|[\s,)]))")


@dataclass(frozen=True)
class Fault:
    """A name at a line of a page, and the names that it may mean."""

    page: str
    line: int
    name: str
    near: str

    def __str__(self) -> str:
        """Return the fault as a compiler prints it."""
        hint = f"; did you mean `{self.near}`?" if self.near else ""
        return f"{self.page}:{self.line}: nothing is named `{self.name}`{hint}"


@dataclass(frozen=True)
class Claim:
    """A name that a page uses, and all that it could be."""

    name: str
    among: Collection[str]
    excuse: str = ""
    """The name in a list of foreign names that excuses this one as well."""


def faults(page: str, text: str, known: Known, root: Path, foreign: Iterable[str]) -> Iterator[Fault]:
    """Yield the names in *text* that nothing has, except the *foreign* ones."""
    excused = set(foreign)
    for line, claim in [*_claims(text, known, root), *labels(text)]:
        if claim.name not in claim.among and not excused & {claim.name, claim.excuse}:
            yield Fault(page, line, claim.name, _nearest(claim))


def _nearest(claim: Claim) -> str:
    """Return the name that is meant, if one is near; what all of them begin with makes none nearer."""
    head = f"{claim.name.rpartition('.')[0]}."
    same = head if all(each.startswith(head) for each in claim.among) else ""
    among = [each.removeprefix(same) for each in claim.among]
    near = difflib.get_close_matches(claim.name.removeprefix(same), among, 1)
    return same + near[0] if near else ""


def _claims(text: str, known: Known, root: Path) -> Iterator[tuple[int, Claim]]:
    for line, code, shell in pieces(text):
        yield from ((line, claim) for claim in (commands(code, known) if shell else spoken(code, known, root)))
    for block in FENCE.finditer(text):
        if block[3].strip() == "python" and (tree := _parsed(textwrap.dedent(block[4]))) is not None:
            first = text.count("\n", 0, block.start(4))
            for node in ast.walk(tree):
                yield from ((first + getattr(node, "lineno", 0), claim) for claim in _imported(node, known))


def pieces(text: str) -> Iterator[tuple[int, str, bool]]:
    """Yield the code of a page with its line: each span, and each command of a block for shells."""
    for block in FENCE.finditer(text):
        if block[3].strip() in SHELLS:
            first = text.count("\n", 0, block.start(4)) + 1
            for number, line in enumerate(block[4].split("\n")):
                yield first + number, line.strip().removeprefix("$ "), True
    prose = _without(COMMENT, _without(FENCE, text))
    for span in SPAN.finditer(prose):
        yield prose.count("\n", 0, span.start()) + 1, " ".join(span[2].replace("\\|", "|").split()), False


def labels(text: str) -> Iterator[tuple[int, Claim]]:
    """Yield the label of each link `[text][label]` with its line."""
    prose = _without(SPAN, _without(COMMENT, _without(FENCE, text)))
    defined = [f"[{_label(name)}]" for name in LABEL.findall(prose)]
    for link in LABELLED.finditer(prose):
        yield prose.count("\n", 0, link.start()) + 1, Claim(f"[{_label(link[2] or link[1])}]", defined)


def _label(name: str) -> str:
    return " ".join(name.lower().split())


def _without(what: re.Pattern[str], text: str) -> str:
    """Return *text* with the lines of what it has of *what* left empty."""
    return what.sub(lambda found: "\n" * found[0].count("\n"), text)


def spoken(code: str, known: Known, root: Path) -> Iterator[Claim]:
    """Yield what the span *code* names."""
    if re.match(r"(?:foxr|foxreach-sandbox)\s|.*-s ", code):
        yield from commands(code, known)
        return
    tree = _parsed(code)
    if tree is not None:
        for node in ast.walk(tree):
            yield from _call(node, known)
            yield from _imported(node, known)
    if option := re.fullmatch(r"([a-z]\w*)=(?:[^=].*)?", code):
        yield Claim(option[1], known.arguments)
    if method := re.fullmatch(r"\.?([a-z]\w+)(?:\(.*\))?", code):
        called = code.startswith(".") or code.endswith(")")
        yield from [Claim(method[1], known.words)] if called else []
    if re.fullmatch(r"[A-Z][a-z]{2,}", code):
        yield Claim(code, known.classes)
    for found in IDENTIFIER.finditer(code):
        yield from _named(found[0], known)
    yield from _places(code, root)


def commands(code: str, known: Known) -> Iterator[Claim]:
    """Yield the commands, options and sessions that a line of a shell names."""
    for session in SESSION.findall(code):
        yield Claim(re.sub(r"-3\.\d+$", "", session), known.sessions)
    for part in re.split(r"[|;&]+|\$\(|<\(", code):
        words = _words(part)
        while words and re.fullmatch(r"\w+=.*", words[0]):
            words.pop(0)
        if words and words[0] in ("foxr", "foxreach-sandbox"):
            yield from _command(words, known)


def _command(words: list[str], known: Known) -> Iterator[Claim]:
    name, rest = words[0], words[1:]
    while rest and re.fullmatch(r"[a-z][a-z-]*", rest[0]) and _has_more(name, known):
        name = f"{name} {rest.pop(0)}"
        yield Claim(name, known.commands)
    options = known.commands.get(name, frozenset[str]())
    for word in rest:
        if word.startswith("--") and len(word) > 2:
            yield Claim(f"{name} {word.partition('=')[0]}", [f"{name} {option}" for option in options])


def _has_more(name: str, known: Known) -> bool:
    return any(each.startswith(f"{name} ") for each in known.commands)


def _words(text: str) -> list[str]:
    try:
        return shlex.split(text, comments=True)
    except ValueError:
        return text.split()


def _parsed(code: str) -> ast.AST | None:
    try:
        return ast.parse(code.replace("…", "...").replace(", ...)", ")"))
    except (SyntaxError, ValueError):
        return None


def _call(node: ast.AST, known: Known) -> Iterator[Claim]:
    """Yield the arguments that a call gives by name."""
    if isinstance(node, ast.Call):
        name = ast.unparse(node.func).removeprefix("client.")
        if arguments := known.calls.get(name):
            among = [f"{name}({argument}=)" for argument in arguments]
            yield from (Claim(f"{name}({each.arg}=)", among, each.arg) for each in node.keywords if each.arg)


def _imported(node: ast.AST, known: Known) -> Iterator[Claim]:
    """Yield what an import takes from a package of ours."""
    if isinstance(node, ast.Import):
        yield from (claim for each in node.names for claim in _of_module(each.name, known))
    elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
        if node.module in known.modules:
            yield from (claim for each in node.names for claim in _of_module(f"{node.module}.{each.name}", known))
        else:
            yield from _of_module(node.module, known)


def _of_module(name: str, known: Known) -> Iterator[Claim]:
    """Yield what the dotted *name* takes from a module of ours, if it begins with one."""
    parts = name.split(".")
    end = next((at for at in range(len(parts), 0, -1) if ".".join(parts[:at]) in known.modules), 0)
    if end and parts[end:]:
        module = ".".join(parts[:end])
        among = [f"{module}.{each}" for each in names_in(known.modules[module])]
        yield Claim(f"{module}.{parts[end]}", among, parts[end])


def _named(name: str, known: Known) -> Iterator[Claim]:
    """Yield what an identifier, or several with dots between, claims to be."""
    parts = name.split(".")
    own = parts[1:] if parts[0] in ("client", "async_client") else parts
    if parts[-1] in SUFFIXES:
        return  # A file.
    if own and (own is not parts or (len(own) > 1 and own[0] in known.resources)):
        end = next((at for at in range(1, len(own) + 1) if ".".join(own[:at]) not in known.resources), len(own))
        yield Claim(".".join(own[:end]), known.calls)
        own = own[end:]
    elif len(parts) > 1 and (parts[0] in MODULES or parts[0] not in known.words | known.classes):
        return  # A module or a value of somebody else.
    looked_up = list(_of_module(name, known))
    for part, member in pairwise(own):
        if names := known.members.get(part):
            among = [f"{part}.{each}" for each in names if not each.startswith("_") or each == member]
            looked_up.append(Claim(f"{part}.{member}", among, member))
    yield from looked_up
    for part in [each for each in own if each not in {claim.excuse for claim in looked_up}]:
        if CAMEL.fullmatch(part):
            yield Claim(part, known.classes)
        elif CONSTANT.fullmatch(part):
            yield Claim(part, known.variables)
        elif SNAKE.fullmatch(part):
            yield Claim(part, known.words)


def _places(code: str, root: Path) -> Iterator[Claim]:
    """Yield the files of the repository that *code* names."""
    written = set(re.findall(r"^/([\w.]+)/$", (root / ".gitignore").read_text("utf-8"), re.MULTILINE))
    for top, rest in PLACE.findall(code):
        if top in written:  # What sessions write there is in no checkout.
            continue
        folder = root / PACKAGES[top] if top in PACKAGES else root
        if (folder / top).is_dir():
            there = folder / top / rest
            names = [each.name for each in there.parent.iterdir()] if there.parent.is_dir() else []
            here = f"{top}/{rest}".rpartition("/")[0]
            yield Claim(f"{top}/{rest}".rstrip("/"), [top, *(f"{here}/{name}" for name in names)])
