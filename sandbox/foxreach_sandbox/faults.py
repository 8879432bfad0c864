"""What can go wrong on demand, and when. Pure: the servers and transports carry it out."""

import threading
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Literal

Ending = Literal["close", "reset", "truncated"]
PAGE = "<html><head><title>{0} Bad Gateway</title></head><body><h1>{0}</h1><hr>nginx</body></html>"
ANY = "*"


@dataclass(frozen=True)
class Fault:
    """What happens to one call instead of, or in addition to, its answer.

    *after_work* says whether the work was done: so an outcome can be unknown for real. *latency* is in seconds before
    the answer, *pause* in seconds between the pieces of its body.
    """

    code: int | None = None
    body: Any = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    after_work: bool = False
    ending: Ending | None = None
    latency: float = 0.0
    pause: float = 0.0

    @classmethod
    def status(
        cls, code: int, *, after_work: bool = False, retry_after: float | str | None = None, body: Any = None
    ) -> "Fault":
        """Answer with *code* and the body that the spec shows for it, or *body*; text is sent as HTML."""
        headers = {} if retry_after is None else {"Retry-After": f"{retry_after}"}
        return cls(code=code, body=body, headers=headers, after_work=after_work)

    @classmethod
    def html(cls, code: int = 502, *, after_work: bool = False) -> "Fault":
        """Answer with the page of a proxy."""
        return cls(code=code, body=PAGE.format(code), after_work=after_work)

    @classmethod
    def delayed(cls, seconds: float) -> "Fault":
        """Do the work and answer *seconds* later."""
        return cls(after_work=True, latency=seconds)

    @classmethod
    def close(cls, *, after_work: bool = False) -> "Fault":
        """Close the connection without an answer."""
        return cls(after_work=after_work, ending="close")

    @classmethod
    def reset(cls, *, after_work: bool = False) -> "Fault":
        """Reset the connection without an answer."""
        return cls(after_work=after_work, ending="reset")

    @classmethod
    def truncated(cls) -> "Fault":
        """Do the work, and close the connection in the middle of the answer's body."""
        return cls(after_work=True, ending="truncated")

    @classmethod
    def slow(cls, seconds: float) -> "Fault":
        """Do the work, and send the answer's body in pieces, *seconds* apart."""
        return cls(after_work=True, pause=seconds)


@dataclass
class _Plan:
    operation: str
    fault: Fault
    left: int | None


class Faults:
    """The faults still to come, in the order in which they were asked for."""

    def __init__(self) -> None:
        self._plans: list[_Plan] = []
        self._lock = threading.Lock()

    def next(self, operation: str, count: int, fault: Fault) -> None:
        """Let *fault* happen to the next *count* calls of *operation* (`*` is every operation)."""
        if count < 1:
            raise ValueError("count must be 1 or more")
        self._plans.append(_Plan(operation, fault, count))

    def always(self, operation: str, fault: Fault) -> None:
        """Let *fault* happen to every call of *operation* until `clear`; those asked for before come first."""
        self._plans.append(_Plan(operation, fault, None))

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
                if plan.operation in (operation, ANY):
                    if plan.left is not None:
                        plan.left -= 1
                        self._plans = [each for each in self._plans if each.left != 0]
                    return plan.fault
        return None

    def listed(self) -> list[dict[str, Any]]:
        """Return what is still to come, for JSON."""
        return [asdict(plan) for plan in self._plans]
