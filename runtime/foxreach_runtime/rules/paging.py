"""What the spec says about the pages of a list. Values only."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec


class PageRule(msgspec.Struct, frozen=True):
    """How a list is paged: the query parameter with the page number, and the field of the reply with the counts.

    A list by cursor has the parameter with the cursor, and *cursor*, the fields that lead to that of the next page.
    The names of both are percent-encoded. *size* is the query parameter with the number of items on a page, if there is
    one, and *most* its greatest value.
    *names* maps the parameters of the query to arguments; *texts* are those that may be about a person.
    """

    number: str
    meta: str
    size: str | None = None
    most: int = 0
    names: Mapping[str, str] = {}
    texts: tuple[str, ...] = ()
    cursor: tuple[str, ...] = ()
