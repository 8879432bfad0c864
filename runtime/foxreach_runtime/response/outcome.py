"""The outcome of one attempt as plain values, without httpx2."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

from .headers import Headers
from .status import meaning_of

Stage = Literal["not_sent", "unknown", "answered"]
"""How far an attempt got: nothing reached the server; sent, but no response; a status was received."""

Kind = Literal["connect", "connect_timeout", "pool_timeout", "permanent", "closed", "broken"]
"""The kind of a failure; *permanent* is one that a retry cannot help, such as an invalid certificate."""


class Answer(Struct, frozen=True):
    """A response: status, headers and body. *fault* says why the body is incomplete, if it is.

    *permanent* is True if another attempt would end in the same fault.

    *file* has the content in place of *content* if the operation wants it there.
    """

    status: int
    headers: Headers
    content: bytes = b""
    fault: str | None = None
    permanent: bool = False
    file: Any = None

    def __repr__(self) -> str:
        return f"Answer({self.status})"  # A body must be in no log.

    def __rich_repr__(self) -> list[tuple[str, Any]]:
        return [("status", self.status)]


class Failure(Struct, frozen=True):
    """An attempt without a status. *text* may be in a message: it has no header, no body and no e-mail address."""

    stage: Literal["not_sent", "unknown"]
    kind: Kind
    text: str


class Attempt(Struct, frozen=True):
    """One entry of the history: the attempt, how far it got, its status or failure, and the wait after it (seconds).

    *queued* is the number of seconds that it waited for the quota before.
    """

    number: int
    stage: Stage
    status: int | None = None
    failure: str | None = None
    wait: float | None = None
    queued: float = 0.0

    @property
    def may_have_acted(self) -> bool:
        """True if this attempt may have been carried out; a refusal means that it was not."""
        return self.stage != "not_sent" and (self.status is None or not meaning_of(self.status).undone)
