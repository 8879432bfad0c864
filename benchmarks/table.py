"""Findings as text: lines for a terminal, a table for docs/benchmarks.md. Pure."""

from collections.abc import Iterable, Mapping

from benchmarks.row import Comparison, Finding

BEGIN = "<!-- written by `nox -s bench -- --write` -->"
END = "<!-- end of what is written -->"

NAMES = {
    "vendor": "the vendor's SDK",
    "vendor's command": "the vendor's command",
    "click": "the same with click",
    "typer": "the same with typer",
    "stock": "the stock client",
    "floor": "the floor",
    "bare Python": "bare Python",
    "httpx2": "httpx2 alone",
    "msgspec": "msgspec's encoder alone",
    "starlette": "an empty Starlette application",
    "page after page": "page after page",
    "10 operations": "10 operations",
    "100 operations": "100 operations",
}
HEAD = """| Row | What | Measured | Half of the rounds | Goal | |
|---|---|---|---|---|---|"""


def line(finding: Finding) -> str:
    """Return the finding as one line for a terminal."""
    found = finding.spread
    span = f"{number(found.low)} to {number(found.high)}"
    cells = f"{finding.row.name:19} {number(found.median):>8} {claim(finding.comparison):40} ({span})"
    return f"{cells:88} {goal(finding)}".rstrip()


def claim(comparison: Comparison) -> str:
    """Return the meaning of the number before it."""
    if comparison.manner == "value":
        return comparison.against
    if comparison.manner == "times":
        return f"times as fast as {named(comparison.against)}"
    return f"of the cost of {named(comparison.against)}"


def named(against: str) -> str:
    """Return the name of the contestant for a sentence."""
    return NAMES.get(against, f"`{against}`")


def goal(finding: Finding) -> str:
    """Return the goal and whether it is met; '' without a goal."""
    bound = finding.comparison.goal
    if bound is None:
        return ""
    side = "at least" if finding.comparison.manner == "times" else "at most"
    return f"{side} {number(bound)}: {'met' if finding.met else 'MISSED'}"


def number(value: float) -> str:
    """Return *value* with significant digits only."""
    if abs(value) >= 100:
        return f"{value:.0f}"
    return f"{value:.1f}" if abs(value) >= 10 else f"{value:.2f}" if abs(value) >= 0.1 else f"{value:.4f}"


def markdown(findings: Iterable[Finding]) -> str:
    """Return the table; the name and title of a row appear once."""
    lines, last = [HEAD], ""
    for finding in findings:
        row, found = finding.row, finding.spread
        first = (f"`{row.name}`", row.title) if row.name != last else ("", "")
        last = row.name
        bound, _, result = goal(finding).partition(": ")
        span = f"{number(found.low)} to {number(found.high)}"
        measured = f"**{number(found.median)}** {claim(finding.comparison)}"
        lines.append(f"| {' | '.join([*first, measured, span, bound, result])} |")
    return "\n".join(lines)


def versions(known: Mapping[str, str], day: str) -> str:
    """Return the sentence above the table, with date and versions."""
    return f"Measured on {day} with {', '.join(f'{name} {version}' for name, version in known.items())}."


def replaced(page: str, written: str) -> str:
    """Return *page* with *written* between its two marks; ValueError if it has none."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"the page lacks {BEGIN} or {END}")
    return f"{before}{BEGIN}\n{written}\n{END}{after}"
