"""The base of all errors of the client; errors.py has the tree."""

from __future__ import annotations

from typing import Any, ClassVar

from .response.outcome import Attempt


class FoxReachError(Exception):
    """The base of all errors of the client: *operation* such as "leads.get", *attempts* made, their *history*.

    *transient* is True if the same call may succeed later although the caller changes nothing: the network, an
    outage, the quota. It is no leave to repeat the call: one that acts may have happened already, which
    `settle` of the errors that leave it open looks up.
    """

    advice: ClassVar[str] = ""
    transient: bool = False

    def __init__(
        self,
        message: str = "",
        *,
        operation: str | None = None,
        history: tuple[Attempt, ...] = (),
    ) -> None:
        super().__init__(message)
        self.operation = operation
        self.history = history

    @property
    def attempts(self) -> int:
        """How many attempts were made."""
        return len(self.history)

    def __reduce__(self) -> tuple[Any, ...]:
        return _revived, (type(self), self.args), self.__dict__


def _revived(kind: type[FoxReachError], args: tuple[Any, ...]) -> FoxReachError:
    """Return a bare error for pickle and copy to fill: what `__init__` takes differs from class to class."""
    return kind.__new__(kind, *args)
