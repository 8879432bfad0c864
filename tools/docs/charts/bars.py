"""A bar chart as SVG: 400 wide for phones, in the colours of the text around it, the same bytes each time. Pure.

Nothing but lines, boxes and text: no script, no font, no host. A file on its own takes dark colours from the reader's
settings; inside a page it takes the colour of the page's text.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape

WIDTH, EDGE, BAR, HEAD, GAP = 400, 6, 16, 20, 8
LETTER = 7  # The width of a letter in 13 points, at most.
COLOURS = ("#3f7fd9", "#b8721d", "#2f8f6b", "#a05cc0")  # At least 3:1 on white and on the dark page (WCAG 1.4.11).
STYLE = "<style>svg{color:#1f2328}@media(prefers-color-scheme:dark){svg{color:#e6edf3}}</style>\n"
SIZED = 'style="width:100%;max-width:36rem;height:auto"'


@dataclass(frozen=True)
class Bar:
    """One number with the text beside it; bars of one kind have one colour."""

    value: float
    text: str
    kind: int = 0


@dataclass(frozen=True)
class Group:
    """Bars below one heading."""

    name: str
    bars: tuple[Bar, ...]


@dataclass(frozen=True)
class Chart:
    """Groups on one scale, with a dashed line at *mark*; *logarithmic* for ratios, where 0.5 is as far from 1 as 2."""

    name: str
    title: str
    groups: Sequence[Group]
    mark: float
    logarithmic: bool = False

    @property
    def description(self) -> str:
        """Return all numbers as a sentence for each group."""
        return " ".join(f"{group.name}: {'; '.join(bar.text for bar in group.bars)}." for group in self.groups)


def drawn(chart: Chart) -> str:
    """Return *chart* as the text of a file."""
    texts = EDGE + _width(chart) + 8
    place, mark = _scale(chart), _scale(chart)(chart.mark)
    lines: list[str] = []
    top = EDGE
    for group in chart.groups:
        lines.append(f'<text x="{EDGE}" y="{top + 14}" font-weight="600">{escape(group.name)}</text>')
        top += HEAD
        first = top
        for bar in group.bars:
            left, right = sorted([mark if chart.logarithmic else 0, place(bar.value)])
            size = f'x="{EDGE + left:.1f}" y="{top}" width="{right - left:.1f}" height="{BAR}"'
            lines.append(f'<rect {size} fill="{COLOURS[bar.kind % len(COLOURS)]}"/>')
            lines.append(f'<text x="{texts}" y="{top + 13}">{escape(bar.text)}</text>')
            top += BAR + 2
        lines.append(f'<path d="M{EDGE + mark:.1f} {first - 2}V{top}" stroke="currentColor" stroke-dasharray="3 2"/>')
        top += GAP
    return "\n".join([*_head(chart, top + EDGE - GAP), STYLE.strip(), *lines, "</svg>"]) + "\n"


def inline(svg: str) -> str:
    """Return a drawing for the inside of a page, whose text gives it its colour and whose width its size."""
    return re.sub(r' width="\d+"', f" {SIZED}", svg.replace(STYLE, ""), count=1)


def _head(chart: Chart, height: int) -> list[str]:
    return [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" role="img" '
        f'aria-labelledby="{chart.name}-title {chart.name}-text" font-family="system-ui, sans-serif" font-size="13" '
        'fill="currentColor">',
        f'<title id="{chart.name}-title">{escape(chart.title)}</title>',
        f'<desc id="{chart.name}-text">{escape(chart.description)}</desc>',
    ]


def _width(chart: Chart) -> int:
    """Return what the longest text beside a bar leaves for the bars."""
    return WIDTH - 2 * EDGE - 8 - LETTER * max(len(bar.text) for group in chart.groups for bar in group.bars)


def _scale(chart: Chart) -> Callable[[float], float]:
    values = [chart.mark, *(bar.value for group in chart.groups for bar in group.bars)]
    most, width = max(values), _width(chart)
    if not chart.logarithmic:
        return lambda value: width * value / most
    least = min(values)
    return lambda value: width * math.log(value / least) / math.log(most / least)
