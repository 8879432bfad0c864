"""What one attempt ended in, as plain values. Knows nothing of httpx2; the drivers translate into these."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from msgspec import Struct

from .headers import Headers
from .status import meaning_of

Stage = Literal["not_sent", "unknown", "answered"]
"""How far an attempt got: nothing reached the server; sent without an answer; a status arrived."""

Kind = Literal["connect", "connect_timeout", "pool_timeout", "permanent", "closed", "broken"]
"""What a failure is to the caller; *permanent* is one that no repetition can mend, such as a bad certificate."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer: status, headers, body. *fault* says why the body is not what was sent, if it is not."""

    status: int
    headers: Headers
    content: bytes = field(default=b"", repr=False)
    fault: str | None = None


class Failure(Struct, frozen=True):
    """An attempt without a status. *text* is fit for a message: it has no header, no body and no address in it."""

    stage: Literal["not_sent", "unknown"]
    kind: Kind
    text: str


class Attempt(Struct, frozen=True):
    """One line of an error's history: which attempt, how far it got, with what result, and the wait after it.

    *queued* is how many seconds it waited for the quota before.
    """

    number: int
    stage: Stage
    status: int | None = None
    failure: str | None = None
    wait: float | None = None
    queued: float = 0.0

    @property
    def may_have_acted(self) -> bool:
        """True if the server may have done what was asked in this attempt; a refusal means that it did not."""
        return self.stage != "not_sent" and (self.status is None or not meaning_of(self.status).undone)
