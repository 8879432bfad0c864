"""Faults on demand: what goes wrong, and with which calls. Pure: servers and transports inject them."""

import re
import threading
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field
from math import inf
from random import Random
from typing import Any, Literal, get_args

from msgspec import json

Then = Literal["close", "reset", "silence"]
Part = Literal["nothing", "half", "all"]
Headers = Mapping[str, str | None]
PAGE = "<html><head><title>{0} Bad Gateway</title></head><body><h1>{0}</h1><hr>nginx</body></html>"
ANY = "*"
HEADER = re.compile(r"[!#$%&'*+.^_`|~\w-]+: [\t\x20-\x7e\x80-\xff]*", re.ASCII)


@dataclass(frozen=True)
class Fault:
    """What happens to one call instead of, or in addition to, its answer.

    *after_work* says whether the work is done, so that an outcome can really be unknown. *latency* is in seconds before
    the answer, *pause* in seconds between the pieces of its body. *headers* replace those of the answer; None removes
    one. *sent* says how much of the answer is sent, *then* what happens to the connection after that: `silence` leaves
    it open. *content* is sent instead of an answer.
    """

    code: int | None = None
    body: Any = None
    headers: Headers = field(default_factory=dict[str, str | None])
    after_work: bool = False
    sent: Part = "all"
    then: Then | None = None
    latency: float = 0.0
    pause: float = 0.0
    content: str | None = None

    def __post_init__(self) -> None:
        """Refuse values that no answer can have: they would look like a bug of the sandbox."""
        if self.code is not None and (not _is_integer(self.code) or not 200 <= self.code <= 599):
            raise ValueError("code must be an integer from 200 to 599")
        if not isinstance(self.after_work, bool):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise ValueError("after_work must be true or false")
        if self.sent not in get_args(Part) or self.then not in (None, *get_args(Then)):
            raise ValueError(f"then must be {' or '.join(get_args(Then))}, and sent {' or '.join(get_args(Part))}")
        if not (_is_seconds(self.latency) and _is_seconds(self.pause)):
            raise ValueError("seconds must be zero or more")
        if not all(HEADER.fullmatch(f"{name}: {value or ''}") for name, value in self.headers.items()):
            raise ValueError("a header must be a token and one line of Latin-1 text")
        if self.content is not None and not self.content.isascii() and max(self.content) > "\xff":
            raise ValueError("content must be bytes or Latin-1 text")
        try:
            json.encode(self.body)
        except TypeError as error:
            raise ValueError(f"body must be text, bytes or JSON values: {error}") from None

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
        """Answer with *code* and the spec's example, or with *body*: text is sent as HTML, bytes unchanged."""
        named = {} if retry_after is None else {"Retry-After": f"{retry_after}"}
        return cls(code=code, body=body, headers={**named, **(headers or {})}, after_work=after_work)

    @classmethod
    def answer(cls, body: Any = None, *, headers: Headers | None = None) -> "Fault":
        """Do the work and answer with its status and another *body* or other *headers* (None removes one)."""
        return cls(body=body, headers=dict(headers or {}), after_work=True)

    @classmethod
    def html(cls, code: int = 502, *, after_work: bool = False) -> "Fault":
        """Answer with the HTML page of a proxy."""
        return cls(code=code, body=PAGE.format(code), after_work=after_work)

    @classmethod
    def delayed(cls, seconds: float) -> "Fault":
        """Do the work and answer *seconds* later."""
        return cls(after_work=True, latency=seconds)

    @classmethod
    def silence(cls, *, after_work: bool = False) -> "Fault":
        """Keep the connection open and never answer."""
        return cls(after_work=after_work, sent="nothing", then="silence")

    @classmethod
    def close(cls, *, after_work: bool = False) -> "Fault":
        """Close the connection without an answer."""
        return cls(after_work=after_work, sent="nothing", then="close")

    @classmethod
    def reset(cls, *, after_work: bool = False) -> "Fault":
        """Reset the connection without an answer."""
        return cls(after_work=after_work, sent="nothing", then="reset")

    @classmethod
    def truncated(cls, *, then: Then = "close", code: int | None = None) -> "Fault":
        """Do the work and send half of the answer's body, *then* close or reset; with *code*, do no work."""
        return cls(code=code, after_work=code is None, sent="half", then=then)

    @classmethod
    def hangup(cls) -> "Fault":
        """Do the work, answer, and close the connection without `Connection: close`."""
        return cls(after_work=True, then="close")

    @classmethod
    def slow(cls, seconds: float) -> "Fault":
        """Do the work and send the answer's body in pieces, *seconds* apart."""
        return cls(after_work=True, pause=seconds)

    @classmethod
    def raw(
        cls, content: str | bytes, *, after_work: bool = False, then: Then = "close", pause: float = 0.0
    ) -> "Fault":
        """Send *content* unchanged instead of an answer, in pieces if there is a *pause*; needs a socket."""
        text = content if isinstance(content, str) else content.decode("latin-1")
        return cls(content=text, after_work=after_work, then=then, pause=pause)

    def listed(self) -> dict[str, Any]:
        """Return the fields that differ from a normal answer, as JSON values."""
        body = f"{len(self.body)} bytes" if isinstance(self.body, bytes) else self.body
        normal = asdict(Fault())
        return {name: value for name, value in {**asdict(self), "body": body}.items() if value != normal[name]}


def _is_integer(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_seconds(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < inf


@dataclass
class _Plan:
    operation: str
    fault: Fault
    left: int | None
    share: float = 1.0
    random: Random = field(default_factory=Random)

    def applies(self, operation: str) -> bool:
        """Return whether the fault applies to this call of *operation*."""
        return self.operation in (operation, ANY) and (self.share >= 1 or self.random.random() < self.share)


class Faults:
    """The planned faults, in the order in which they were planned.

    A name that is not among the *known* operations is a ValueError: such a fault would never happen.
    """

    def __init__(self, known: Collection[str]) -> None:
        self._known = known
        self._plans: list[_Plan] = []
        self._lock = threading.Lock()

    def next(self, operation: str, count: int, fault: Fault) -> None:
        """Apply *fault* to the next *count* calls of *operation* (`*`: of any operation)."""
        if not _is_integer(count) or count < 1:
            raise ValueError("count must be an integer of 1 or more")
        self._add(_Plan(operation, fault, count))

    def always(self, operation: str, fault: Fault) -> None:
        """Apply *fault* to every call of *operation* until `clear`; faults planned before take precedence."""
        self._add(_Plan(operation, fault, None))

    def sometimes(self, operation: str, share: float, fault: Fault, *, seed: int = 0) -> None:
        """Apply *fault* to a *share*, from 0 to 1, of the calls of *operation* until `clear`; *seed* selects them.

        The share refers to the calls to which no fault planned before applies.
        """
        if not _is_seconds(share) or share > 1:
            raise ValueError("share must be from 0 to 1")
        self._add(_Plan(operation, fault, None, share, Random(seed)))  # noqa: S311 - no secret

    def _add(self, plan: _Plan) -> None:
        if not isinstance(plan.fault, Fault):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(f"{plan.fault!r} is not a Fault; write for example Fault.status(503)")
        if plan.operation != ANY and plan.operation not in self._known:
            known = f"expected {ANY} or one of: {', '.join(self._known)}"
            raise ValueError(f"unknown operation {plan.operation!r}; {known}")
        self._plans.append(plan)

    def clear(self) -> None:
        """Remove all faults."""
        self._plans.clear()

    @property
    def left(self) -> int:
        """The number of counted faults that have not happened yet."""
        return sum(plan.left or 0 for plan in self._plans)

    def take(self, operation: str) -> Fault | None:
        """Return the fault for this call of *operation*, and count it."""
        if not self._plans:
            return None
        with self._lock:
            for plan in self._plans:
                if plan.applies(operation):
                    if plan.left is not None:
                        plan.left -= 1
                        self._plans = [each for each in self._plans if each.left != 0]
                    return plan.fault
        return None

    def listed(self) -> list[dict[str, Any]]:
        """Return the planned faults as JSON values."""
        return [
            {"operation": plan.operation, "left": plan.left, "share": plan.share, "fault": plan.fault.listed()}
            for plan in self._plans
        ]
