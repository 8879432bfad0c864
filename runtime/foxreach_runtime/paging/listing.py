"""One use of a list: the calls for its pages, the one item that it may be asked for, and its repr. No I/O."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Generic, TypeVar, cast
from urllib.parse import unquote

from msgspec import Struct, structs

from ..errors import NotExactlyOneError
from ..model import HIDDEN
from ..operation import Call
from .ahead import Ahead, Fetches
from .changes import Changes
from .cursors import cursor_of, follow
from .page import AnyPage, Place, Walk, at_page, named, page_number, rule_of
from .walk import walk

F = TypeVar("F")
T = TypeVar("T")
MOST_AHEAD = 10  # A client has ten connections.
NO_PREFETCH = "no page can be fetched ahead, since only the page before it has its cursor"


class Listing(Struct, Generic[T], frozen=True):
    """What a list was asked for: its *call*, whether *strict*, and how many pages to fetch *ahead*.

    *changes* are those that the client makes.
    """

    call: Call[list[T]]
    changes: Changes
    strict: bool = False
    ahead: int = 0

    def __post_init__(self) -> None:
        """Refuse a text such as "no", which Python takes for true."""
        if not isinstance(cast("object", self.strict), bool):
            raise TypeError(f"{self.call.operation.name}: strict must be True or False")

    def page(self, place: Place | None = None) -> Call[list[T]]:
        """Return the call for a page, by default the one that the caller named, else the first.

        It asks for as many items as the server gives, unless the caller named a size: that takes the fewest calls.
        """
        rule, call = rule_of(self.call), self.call
        if rule.size is not None and named(call, rule.size) is None:
            call = call.with_query(rule.size, rule.most)
        return call if place is None else at_page(call, place)

    def few(self, count: int) -> Call[list[T]]:
        """Return the call for the first *count* items, or for the page that the caller named by number or size."""
        rule = rule_of(self.call)
        given = rule.size is None or any(named(self.call, name) is not None for name in (rule.number, rule.size))
        return self.page() if given or rule.size is None else self.call.with_query(rule.size, count)

    def walk(self) -> Walk[Any]:
        """Return the way through the pages."""
        if rule_of(self.call).cursor:
            return follow(cursor_of(self.call))
        return walk(page_number(self.call), self.changes, strict=self.strict)

    def fetched_ahead(self, fetches: Fetches[F]) -> Ahead[F]:
        """Return the pages of one iteration that *fetches* gets ahead: none if each page is to be as late as it can."""
        return Ahead(0 if self.strict else self.ahead, self.changes, fetches)

    def __str__(self) -> str:
        """Return the operation and its arguments; texts may be about a person and are hidden."""
        options = ["strict=True"] * self.strict + [f"prefetch={self.ahead}"] * bool(self.ahead)
        return " ".join([self.call.operation.name, *_shown(self.call), *options])

    def prefetched(self, pages: int) -> Listing[T]:
        """Return the same list, of which up to *pages* pages are fetched ahead."""
        if type(pages) is not int or not 0 <= pages <= MOST_AHEAD:
            raise ValueError(f"{self.call.operation.name}: prefetch must be a number of pages from 0 to {MOST_AHEAD}")
        if pages and rule_of(self.call).cursor:
            raise TypeError(f"{self.call.operation.name}: {NO_PREFETCH}")
        return structs.replace(self, ahead=pages)


def first_of(page: AnyPage[T]) -> T | None:
    """Return the first item of a list that begins with *page*."""
    return page.items[0] if page.items else None


def one_of(page: AnyPage[T]) -> T:
    """Return the only item of a list that begins with *page*, or raise NotExactlyOneError."""
    if len(page.items) == 1 and not page.has_next:
        return page.items[0]
    found = f"{page.counts.get('total', 'several')} items match" if page.items else "no item matches"
    operation, history = page.source.operation, page.source.history
    words = f"{operation}: one item was asked for and {found}. {NotExactlyOneError.advice}"
    raise NotExactlyOneError(words, operation=operation, history=history)


def _shown(call: Call[Any]) -> Iterator[str]:
    rule = rule_of(call)
    for item in call.request.query:
        name, _, value = map(unquote, item.partition("="))
        yield f"{rule.names.get(name, name)}={HIDDEN if name in rule.texts else _read(value)}"


def _read(value: str) -> str:
    """Return the repr of a number, a boolean or a member of an enumeration by its text in a query."""
    if value in {"true", "false"}:
        return str(value == "true")
    return value if value.lstrip("-").isdecimal() else HIDDEN if "@" in value else repr(value)
