"""What can go wrong on demand, and when. Pure: the servers and transports carry it out."""

import re
import threading
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field
from math import inf
from random import Random
from typing import Any, Literal

from msgspec import json

Ending = Literal["close", "reset", "silence"]
Part = Literal["nothing", "half", "all"]
Headers = Mapping[str, str | None]
PAGE = "<html><head><title>{0} Bad Gateway</title></head><body><h1>{0}</h1><hr>nginx</body></html>"
ANY = "*"
HEADER = re.compile(r"[!#$%&'*+.^_`|~\w-]+: [\t\x20-\x7e\x80-\xff]*", re.ASCII)


@dataclass(frozen=True)
class Fault:
    """What happens to one call instead of, or in addition to, its answer.

    *after_work* says whether the work was done: so an outcome can be unknown for real. *latency* is in seconds before
    the answer, *pause* in seconds between the pieces of its body. *headers* are laid over those of the answer; None
    takes one away. *sent* is how much of the answer goes out before its *ending*; *content* goes out in its place.
    """

    code: int | None = None
    body: Any = None
    headers: Headers = field(default_factory=dict[str, str | None])
    after_work: bool = False
    sent: Part = "all"
    ending: Ending | None = None
    latency: float = 0.0
    pause: float = 0.0
    content: str | None = None

    def __post_init__(self) -> None:
        """Refuse what no answer can be: it would be met as a fault of the sandbox itself."""
        if self.code is not None and self.code not in range(200, 600):
            raise ValueError("a code is a number from 200 to 599")
        if not (0 <= self.latency < inf and 0 <= self.pause < inf):
            raise ValueError("seconds are zero or more")
        if not all(HEADER.fullmatch(f"{name}: {value or ''}") for name, value in self.headers.items()):
            raise ValueError("a header has a name of letters, and one line of Latin-1 text")
        if self.content is not None and not self.content.isascii() and max(self.content) > "\xff":
            raise ValueError("raw content is bytes, or Latin-1 text")
        try:
            json.encode(self.body)
        except TypeError as error:
            raise ValueError(f"a body is what JSON can hold, text or bytes: {error}") from None

    @classmethod
    def status(
        cls,
        code: int,
        *,
        after_work: bool = False,
        retry_after: float | str | None = None,
        body: Any = None,
        headers: Headers | None = None,
    ) -> "Fault":
        """Answer with *code* and the body that the spec shows for it, or *body*: text is HTML, bytes are sent as is."""
        named = {} if retry_after is None else {"Retry-After": f"{retry_after}"}
        return cls(code=code, body=body, headers={**named, **(headers or {})}, after_work=after_work)

    @classmethod
    def answer(cls, body: Any = None, *, headers: Headers | None = None) -> "Fault":
        """Do the work, and answer with its status and another *body* or other *headers* (None takes one away)."""
        return cls(body=body, headers=dict(headers or {}), after_work=True)

    @classmethod
    def html(cls, code: int = 502, *, after_work: bool = False) -> "Fault":
        """Answer with the page of a proxy."""
        return cls(code=code, body=PAGE.format(code), after_work=after_work)

    @classmethod
    def delayed(cls, seconds: float) -> "Fault":
        """Do the work and answer *seconds* later."""
        return cls(after_work=True, latency=seconds)

    @classmethod
    def silence(cls, *, after_work: bool = False) -> "Fault":
        """Keep the connection open and never answer: the caller has to give up."""
        return cls(after_work=after_work, sent="nothing", ending="silence")

    @classmethod
    def close(cls, *, after_work: bool = False) -> "Fault":
        """Close the connection without an answer."""
        return cls(after_work=after_work, sent="nothing", ending="close")

    @classmethod
    def reset(cls, *, after_work: bool = False) -> "Fault":
        """Reset the connection without an answer."""
        return cls(after_work=after_work, sent="nothing", ending="reset")

    @classmethod
    def truncated(cls, *, ending: Ending = "close", code: int | None = None) -> "Fault":
        """Do the work, and end the connection in the middle of the answer's body; with *code*, do no work."""
        return cls(code=code, after_work=code is None, sent="half", ending=ending)

    @classmethod
    def hangup(cls) -> "Fault":
        """Do the work, answer, and close the connection behind the answer without having said so."""
        return cls(after_work=True, ending="close")

    @classmethod
    def slow(cls, seconds: float) -> "Fault":
        """Do the work, and send the answer's body in pieces, *seconds* apart."""
        return cls(after_work=True, pause=seconds)

    @classmethod
    def raw(
        cls, content: str | bytes, *, after_work: bool = False, ending: Ending = "close", pause: float = 0.0
    ) -> "Fault":
        """Send *content* in place of an answer, as it is, in pieces where there is a *pause*: on a socket only."""
        text = content if isinstance(content, str) else content.decode("latin-1")
        return cls(content=text, after_work=after_work, ending=ending, pause=pause)

    def listed(self) -> dict[str, Any]:
        """Return what makes it different from a sound answer, for JSON."""
        body = f"{len(self.body)} bytes" if isinstance(self.body, bytes) else self.body
        sound = asdict(Fault())
        return {name: value for name, value in {**asdict(self), "body": body}.items() if value != sound[name]}


@dataclass
class _Plan:
    operation: str
    fault: Fault
    left: int | None
    share: float = 1.0
    random: Random = field(default_factory=Random)

    def meets(self, operation: str) -> bool:
        """Return whether a call of *operation* meets the fault now."""
        return self.operation in (operation, ANY) and (self.share >= 1 or self.random.random() < self.share)


class Faults:
    """The faults still to come, in the order in which they were asked for.

    A name that is not among the *known* operations is a ValueError: a fault that never happens tests nothing.
    """

    def __init__(self, known: Collection[str]) -> None:
        self._known = known
        self._plans: list[_Plan] = []
        self._lock = threading.Lock()

    def next(self, operation: str, count: int, fault: Fault) -> None:
        """Let *fault* happen to the next *count* calls of *operation* (`*` is every operation)."""
        if count < 1:
            raise ValueError("count must be 1 or more")
        self._add(_Plan(operation, fault, count))

    def always(self, operation: str, fault: Fault) -> None:
        """Let *fault* happen to every call of *operation* until `clear`; those asked for before come first."""
        self._add(_Plan(operation, fault, None))

    def sometimes(self, operation: str, share: float, fault: Fault, *, seed: int = 0) -> None:
        """Let *fault* happen to a *share* of the calls of *operation*, from 0 to 1, until `clear`; *seed* picks them.

        The share is of the calls that meet none of the faults asked for before.
        """
        if not 0 <= share <= 1:
            raise ValueError("share must be between 0 and 1")
        self._add(_Plan(operation, fault, None, share, Random(seed)))  # noqa: S311 - no secret

    def _add(self, plan: _Plan) -> None:
        if plan.operation != ANY and plan.operation not in self._known:
            raise ValueError(f"there is no operation {plan.operation}")
        self._plans.append(plan)

    def clear(self) -> None:
        """Let nothing more go wrong."""
        self._plans.clear()

    @property
    def left(self) -> int:
        """Return how many single faults have not happened yet."""
        return sum(plan.left or 0 for plan in self._plans)

    def take(self, operation: str) -> Fault | None:
        """Return what happens to this call of *operation*."""
        if not self._plans:
            return None
        with self._lock:
            for plan in self._plans:
                if plan.meets(operation):
                    if plan.left is not None:
                        plan.left -= 1
                        self._plans = [each for each in self._plans if each.left != 0]
                    return plan.fault
        return None

    def listed(self) -> list[dict[str, Any]]:
        """Return what is still to come, for JSON."""
        return [
            {"operation": plan.operation, "left": plan.left, "share": plan.share, "fault": plan.fault.listed()}
            for plan in self._plans
        ]
