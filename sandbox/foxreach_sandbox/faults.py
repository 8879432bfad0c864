"""Faults on demand: what goes wrong, and with which calls. Pure: servers and transports inject them."""

import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from random import Random
from typing import Any, Literal, Protocol, TypedDict, Unpack, cast, get_args

from msgspec import json

from .document import Operation

Then = Literal["close", "reset", "silence"]
Part = Literal["nothing", "half", "all"]
Headers = Mapping[str, str | None]
PAGE = "<html><head><title>{0} Bad Gateway</title></head><body><h1>{0}</h1><hr>nginx</body></html>"
ANY = "*"
LONGEST = 86_400  # Seconds: a day, more than any timeout.
FRAMING = ("transfer-encoding", "content-length")
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
            raise ValueError(f"seconds must be from 0 to {LONGEST:,}")
        for name in self.headers:
            if name.lower() in FRAMING and self.headers[name] is not None:
                raise ValueError(f"the server sets {name} itself; a raw answer or a truncated one can have a wrong one")
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
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= LONGEST


class Asked(Protocol):
    """What a fault can be matched by: an answered request of the journal has more."""

    @property
    def operation(self) -> str: ...
    @property
    def ids(self) -> Mapping[str, str]: ...
    @property
    def key(self) -> str | None: ...
    @property
    def body(self) -> Any: ...


class Where(TypedDict, total=False):
    """What a call must have for a fault to apply: an *id* in its path, the *key*, these fields in its *body*."""

    id: str
    key: str
    body: Mapping[str, Any]


Planned = Fault | Callable[[Any], Fault | None]
"""A fault, or a function that gets the request and returns the fault, None for a normal answer."""


@dataclass
class _Plan:
    operation: str
    fault: Planned
    left: int | None
    where: Where
    share: float = 1.0
    random: Random = field(default_factory=Random)

    def fault_of(self, asked: Asked) -> Fault | None:
        """Return the fault that applies to this call, None if none does."""
        if self.operation not in (asked.operation, ANY) or not _fits(asked, self.where):
            return None
        if self.share < 1 and self.random.random() >= self.share:
            return None
        if isinstance(self.fault, Fault):
            return self.fault
        found = self.fault(asked)
        if found is not None and not isinstance(found, Fault):  # pyright: ignore[reportUnnecessaryIsInstance]
            raise TypeError(f"the function of a fault must return a Fault or None, not {found!r}")
        return found

    def listed(self) -> dict[str, Any]:
        fault = self.fault.listed() if isinstance(self.fault, Fault) else {"function": _name(self.fault)}
        where = {"where": {**self.where}} if self.where else {}
        return {"operation": self.operation, "left": self.left, "share": self.share, "fault": fault, **where}


def _name(function: object) -> str:
    return str(getattr(function, "__name__", type(function).__name__))


def _fits(asked: Asked, where: Where) -> bool:
    """Return whether a call has all that *where* names."""
    if "id" in where and where["id"] not in asked.ids.values():
        return False
    if "key" in where and where["key"] != asked.key:
        return False
    return "body" not in where or _has(asked.body, where["body"])


def _has(given: Any, wanted: Any) -> bool:
    """Return whether *given* has all that *wanted* has: objects may have more fields."""
    if isinstance(wanted, Mapping) and isinstance(given, dict):
        fields = cast("Mapping[str, Any]", wanted)
        return all(name in given and _has(given[name], fields[name]) for name in fields)
    return bool(given == wanted) and isinstance(given, bool) == isinstance(wanted, bool)  # In Python, 1 equals True.


class Faults:
    """The planned faults, in the order in which they were planned.

    A name that is not among the *known* operations is a ValueError: such a fault would never happen. What a call must
    have is named by `id=`, `key=` and `body=`; a *fault* may be a function that gets the request.
    """

    def __init__(self, known: Mapping[str, Operation]) -> None:
        self._known = known
        self._plans: list[_Plan] = []
        self._lock = threading.Lock()

    def next(self, operation: str, count: int, fault: Planned, **where: Unpack[Where]) -> None:
        """Apply *fault* to the next *count* calls of *operation* (`*`: of any operation)."""
        if not _is_integer(count) or count < 1:
            raise ValueError("count must be an integer of 1 or more")
        self._add(_Plan(operation, fault, count, where))

    def always(self, operation: str, fault: Planned, **where: Unpack[Where]) -> None:
        """Apply *fault* to every call of *operation* until `clear`; faults planned before take precedence."""
        self._add(_Plan(operation, fault, None, where))

    def sometimes(self, operation: str, share: float, fault: Planned, *, seed: int = 0, **where: Unpack[Where]) -> None:
        """Apply *fault* to a *share*, from 0 to 1, of the calls of *operation* until `clear`; *seed* selects them.

        The share refers to the calls to which no fault planned before applies.
        """
        if not _is_seconds(share) or share > 1:
            raise ValueError("share must be from 0 to 1")
        self._add(_Plan(operation, fault, None, where, share, Random(seed)))  # noqa: S311 - no secret

    def _add(self, plan: _Plan) -> None:
        if isinstance(plan.fault, type) or not (isinstance(plan.fault, Fault) or callable(plan.fault)):
            raise TypeError(f"{plan.fault!r} is not a Fault; write for example Fault.status(503)")
        if plan.operation != ANY and plan.operation not in self._known:
            known = f"expected {ANY} or one of: {', '.join(self._known)}"
            raise ValueError(f"unknown operation {plan.operation!r}; {known}")
        if "id" in plan.where and plan.operation != ANY and not self._known[plan.operation].ids:
            raise ValueError(f"{plan.operation} has no id in its path")
        unknown = sorted(set(plan.where) - Where.__optional_keys__)
        if unknown:
            raise TypeError(f"a fault cannot be matched by {unknown[0]}; expected id, key or body")
        self._plans.append(plan)

    def clear(self) -> None:
        """Remove all faults."""
        self._plans.clear()

    @property
    def left(self) -> int:
        """The number of counted faults that have not happened yet."""
        return sum(plan.left or 0 for plan in self._plans)

    def drop_unused(self) -> str:
        """Remove the counted faults that have not happened, and return which these were, "" if there are none."""
        unused = [plan for plan in self._plans if plan.left]
        self._plans = [plan for plan in self._plans if not plan.left]
        return "; ".join(f"{plan.operation}: {plan.left} planned faults never happened" for plan in unused)

    def take(self, asked: Asked) -> Fault | None:
        """Return the fault for this call, and count it."""
        if not self._plans:
            return None
        with self._lock:
            for plan in self._plans:
                fault = plan.fault_of(asked)
                if fault is not None:
                    if plan.left is not None:
                        plan.left -= 1
                        self._plans = [each for each in self._plans if each.left != 0]
                    return fault
        return None

    def listed(self) -> list[dict[str, Any]]:
        """Return the planned faults as JSON values."""
        return [plan.listed() for plan in self._plans]
