"""The charts of the pages, from the very tables that `nox -s bench -- --write` writes there. Pure."""

from __future__ import annotations

import re

from tools.docs.charts.bars import Bar, Chart, Group

BEGIN, END = "<!-- written by `nox -s bench -- --write` -->", "<!-- end of what is written -->"
RATIO = re.compile(r"\*\*([\d.]+)\*\* times as fast as (the vendor's SDK|the stock client)")
OTHERS = ("the vendor's SDK", "the stock client")


def benchmarks(page: str) -> Chart:
    """Return how many times as fast as two other clients this one is, row by row of docs/benchmarks.md."""
    groups: list[Group] = []
    for _, title, measured, *_ in _rows(page):
        if title:
            groups.append(Group(title.replace("`", ""), ()))
        if found := RATIO.fullmatch(measured):
            bar = Bar(float(found[1]), f"{found[1]} × {found[2]}", OTHERS.index(found[2]))
            groups[-1] = Group(groups[-1].name, (*groups[-1].bars, bar))
    title = "How many times as fast as two other clients this client is"
    return Chart("benchmarks", title, [group for group in groups if group.bars], mark=1, logarithmic=True)


def quota(page: str) -> Chart:
    """Return speed and refused calls of each client at each kind of server, from the first table of docs/quota.md."""
    rows = [row for row in _rows(page) if row[5].endswith("%")]
    clients = list(dict.fromkeys(row[0] for row in rows))
    groups: dict[str, tuple[Bar, ...]] = {}
    for client, server, _, _, refused, speed, *_ in rows:
        bar = Bar(float(speed[:-1]), f"{speed} {client}, {refused} refused", clients.index(client))
        groups[server] = (*groups.get(server, ()), bar)
    title = "Speed of calls in percent of the best possible, and calls that were refused"
    return Chart("quota", title, [Group(server, bars) for server, bars in groups.items()], mark=100)


CHARTS = {"docs/benchmarks.md": benchmarks, "docs/quota.md": quota}


def _rows(page: str) -> list[list[str]]:
    """Return the cells of the first table that is written in *page*, without its head."""
    written = page.partition(BEGIN)[2].partition(END)[0]
    table = re.search(r"^\|.*?(?=^(?!\|)|\Z)", written, re.DOTALL | re.MULTILINE)
    lines = table[0].strip().split("\n")[2:] if table else []
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
