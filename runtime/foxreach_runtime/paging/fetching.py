"""Fetching one page of a list, and whether its counts are right. No I/O of its own: the reply comes from a function."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from ..errors import FoxReachError
from ..operation import Call
from ..raw import RawReply
from .cursors import AsyncCursorPage, CursorPage, cursor_info, cursor_of
from .page import (
    AnyPage,
    AsyncPage,
    AsyncReply,
    Page,
    Place,
    Reply,
    Source,
    at_page,
    contradiction,
    page_number,
    rule_of,
)

A = TypeVar("A", bound=AnyPage[Any])
T = TypeVar("T")


def page_info(call: Call[Any], reply: RawReply[Any]) -> tuple[Sequence[Any], int, int, int, int, Source]:
    """Return items, number, size, total, total pages and source of the page that *reply* is."""
    rule = rule_of(call)
    meta = getattr(reply.envelope, rule.meta)
    source = Source(call.operation.name, rule.meta, reply.status, reply.history)
    return reply.value, meta.page, meta.page_size, meta.total, meta.total_pages, source


def _checked(call: Call[Any], page: A) -> A:
    """Return *page*, or raise if it is not the one that *call* asked for, or if its counts contradict its items.

    To follow such a page would end early or never.
    """
    asked = page_number(call) or 1
    if page.number != asked:
        error = contradiction(page, f"page {asked} was asked for and page {page.number} came")
        error.path_in_body = f"{page.source.meta}.page"
        raise error
    if wrong := _wrong_in(page):
        raise contradiction(page, wrong)
    return page


def fetched(reply: Reply[T], call: Call[list[T]]) -> RawReply[Page[T]]:
    """Fetch one page; *reply* makes calls."""

    def other(place: Place) -> Page[T]:
        return fetched(reply, at_page(call, place)).value

    try:
        whole = reply(call)
        if rule_of(call).cursor:
            return whole.with_value(CursorPage(*cursor_info(call, whole), other))
        return whole.with_value(_checked(call, Page(*page_info(call, whole), other)))
    except FoxReachError as error:
        _name_page(call, error)
        raise


async def async_fetched(reply: AsyncReply[T], call: Call[list[T]]) -> RawReply[AsyncPage[T]]:
    """Do what `fetched` does, for the async client."""

    async def other(place: Place) -> AsyncPage[T]:
        return await async_fetched_alone(reply, at_page(call, place))

    try:
        whole = await reply(call)
        if rule_of(call).cursor:
            return whole.with_value(AsyncCursorPage(*cursor_info(call, whole), other))
        return whole.with_value(_checked(call, AsyncPage(*page_info(call, whole), other)))
    except FoxReachError as error:
        _name_page(call, error)
        raise


def _name_page(call: Call[Any], error: FoxReachError) -> None:
    """Have *error* say which page of the list could not be fetched."""
    if rule_of(call).cursor:
        error.next_cursor = cursor_of(call)
    else:
        error.next_page = page_number(call) or 1


async def async_fetched_alone(reply: AsyncReply[T], call: Call[list[T]]) -> AsyncPage[T]:
    """Fetch one page without the rest of its reply."""
    return (await async_fetched(reply, call)).value


def _wrong_in(page: AnyPage[Any]) -> str:
    """Return how the counts of *page* contradict its items or each other, or ""."""
    found, before = len(page.items), (page.number - 1) * page.size
    if found > page.size:
        return "more items came than have room on a page"
    if found and (page.number > page.total_pages or before >= page.total):
        return "items came on a page behind the last"
    if not found and (before < page.total or page.total_pages >= max(page.number, 2)):
        return "a page came without its items"
    if page.number >= page.total_pages and page.number * page.size < page.total:
        return "the last page came before the last item"
    if page.number < page.total_pages and found * page.total_pages < page.total:
        return "a page came without some of its items"
    return ""
