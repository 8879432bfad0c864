"""The registry of rules. A rule is a function that reads the document and yields findings. Runs no rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from .shape import Finding
from .spec import Spec

__all__ = ["RULES", "Finding", "Rule", "rule"]

Check = Callable[[Spec], Iterator[Finding]]


@dataclass(frozen=True)
class Rule:
    """A rule with its name; *theme* is the name of its module, *reason* its docstring."""

    name: str
    theme: str
    reason: str
    check: Check


RULES: dict[str, Rule] = {}


def rule(name: str) -> Callable[[Check], Check]:
    """Register the decorated function as the rule *name*; its docstring says what must hold, and why."""

    def register(check: Check) -> Check:
        if name in RULES or not check.__doc__:
            raise ValueError(f"the rule {name} exists already, or has no docstring")
        reason = " ".join(check.__doc__.split())
        RULES[name] = Rule(name, check.__module__.rpartition(".")[2], reason, check)
        return check

    return register
