"""What a probe may write: objects of its own, which are removed whatever happens. The guard asks `Scratch.allows`."""

from __future__ import annotations

import json
import re
import secrets
from dataclasses import dataclass
from typing import Any

from ..output import is_dict, is_list
from .asking import Asker, body_of, id_of
from .guard import Seen

PREFIX, DOMAIN = "foxreach-probe-", "example.invalid"  # RFC 2606: nobody has an address there.
TRIES = 3  # to remove an object
PAGES = 50  # of 100 objects, in which one whose creation had no answer is looked for


@dataclass(frozen=True)
class Kind:
    """A kind of object: its path, and the property by which those of a probe are known, with what it ends with.

    Of those with a *draft*, nothing else is touched.
    """

    path: str
    mark: str
    ending: str = ""
    draft: bool = False

    @property
    def name(self) -> str:
        """The name of one."""
        return self.path[1:-1]

    @property
    def left(self) -> str:
        """What to say if one could not be removed."""
        return f"a {self.name} may not be removed: search for {PREFIX} in the dashboard and delete it"

    def is_ours(self, row: Any) -> bool:
        """Return whether only a probe can have made the object *row*."""
        pattern = rf"{PREFIX}[0-9a-f]{{12}}{re.escape(self.ending)}"
        if not is_dict(row) or not re.fullmatch(pattern, str(row.get(self.mark))):
            return False
        return not self.draft or row.get("status", "draft") == "draft"


LEAD = Kind("/leads", "email", f"@{DOMAIN}")
TEMPLATE = Kind("/templates", "name")
CAMPAIGN = Kind("/campaigns", "name", draft=True)


class Scratch:
    """The objects of one probe, in memory alone. *base* is the path of the base URL.

    The name is new for each run: an object that was deleted may be restored by the next one of that name. *pending* are
    the kinds of which one may exist.
    """

    def __init__(self, base: str = "/api/v1") -> None:
        self._base = base.rstrip("/")
        self.name = f"{PREFIX}{secrets.token_hex(6)}"
        self.address = f"{self.name}@{DOMAIN}"
        self._owned: set[str] = set()
        self.pending: set[Kind] = set()

    def own(self, kind: Kind, row: Any) -> str | None:
        """Return the path of the object *row* and allow its removal, if only a probe can have made it."""
        found = id_of(row)
        if found is None or not kind.is_ours(row):
            return None
        self._owned.add(f"{kind.path}/{found}")
        return f"{kind.path}/{found}"

    def allows(self, method: str, path: str, content: bytes) -> bool:
        """Return True for a request about objects of the probe alone."""
        if not path.startswith(f"{self._base}/"):
            return False
        below = path.removeprefix(self._base)
        if method == "DELETE" or (method == "PATCH" and below.startswith("/leads/")):
            return below in self._owned
        body: Any = json.loads(content) if content else None
        return method == "POST" and is_dict(body) and self._may_create(below, body)

    def _may_create(self, below: str, body: dict[str, Any]) -> bool:
        if below == "/campaigns":
            return body == {"name": self.name}  # A draft with nothing in it.
        if below == "/templates":
            return body.get("name") == self.name
        if below == "/leads/import":
            rows = body.get("leads")
            return is_list(rows) and [each.get("email") for each in rows] == [self.address]
        parent, _, last = below.rpartition("/")
        is_step = last == "sequences" and parent.startswith("/campaigns/") and parent in self._owned
        return is_step or (below == "/leads" and body.get("email") == self.address)


def removed_for_certain(asker: Asker, scratch: Scratch, kind: Kind) -> bool:
    """Remove the objects of *kind*, also while the user interrupts; return True if one may still be there."""
    interrupted: BaseException | None = None
    left = kind in scratch.pending
    for _ in range(TRIES if left else 0):
        try:
            left = remove_all(asker, scratch, kind)
        except BaseException as error:  # noqa: BLE001  # It is raised again once the object is gone.
            interrupted = error
        if not left:
            break
    if interrupted is not None:
        if left:
            interrupted.add_note(kind.left)
        raise interrupted
    return left


def remove_all(asker: Asker, scratch: Scratch, kind: Kind) -> bool:
    """Remove every object of *kind* that a probe made; return True if one may still be there."""
    rows, whole = _searched(asker, scratch) if kind is LEAD else _walked(asker, kind)
    paths = [path for path in (scratch.own(kind, row) for row in rows) if path is not None]
    replies = [asker.send("DELETE", path)[0] for path in dict.fromkeys(paths)]
    if not all(reply is not None and reply.status in (200, 204, 404) for reply in replies):
        scratch.pending.add(kind)
        return True
    return not whole and kind in scratch.pending


def _searched(asker: Asker, scratch: Scratch) -> tuple[list[Any], bool]:
    seen, _ = asker.send("GET", LEAD.path, query={"search": PREFIX, "pageSize": 100})
    exact, _ = asker.send("GET", LEAD.path, query={"email": scratch.address})
    return [*rows_of(seen), *rows_of(exact)], exact is not None and exact.status == 200


def _walked(asker: Asker, kind: Kind) -> tuple[list[Any], bool]:
    """Return the objects of a list that has no search, and whether these are all."""
    found: list[Any] = []
    for page in range(1, PAGES + 1):
        seen, _ = asker.send("GET", kind.path, query={"page": page, "pageSize": 100})
        rows = rows_of(seen)
        found += rows
        if len(rows) < 100:
            return found, seen is not None and seen.status == 200
    return found, False


def data_of(seen: Seen | None) -> Any:
    """Return what is in the envelope of a reply."""
    body = body_of(seen)
    return body.get("data") if is_dict(body) else None


def rows_of(seen: Seen | None) -> list[Any]:
    """Return the objects of a page."""
    found = data_of(seen)
    return found if is_list(found) else []
