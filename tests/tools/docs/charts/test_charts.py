"""A chart has exactly the numbers of its table, a text for those who do not see it, and the same bytes each time."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tools.docs.charts import __main__ as program
from tools.docs.charts.bars import STYLE, Bar, Chart, Group, drawn, inline
from tools.docs.charts.tables import CHARTS

ROOT = Path(__file__).resolve().parents[4]
SVG = "{http://www.w3.org/2000/svg}"
SHOWN = {
    "docs/benchmarks.md": r"\*\*([\d.]+)\*\* times as fast as the (?:vendor's SDK|stock client) \|",
    "docs/quota.md": r"^\| [^|]+ \| [^|]+ \| [^|]+ \| [\d,]+ \| [\d,]+ \| (\d+)% \|",
}
CHART = Chart(
    "a", "A & b", (Group("first", (Bar(10, "10 <x>"), Bar(5, "5 y", 1))), Group("next", (Bar(1, "1 z"),))), 10
)


def parsed(svg: str) -> ET.Element:
    return ET.fromstring(svg)  # noqa: S314 - it is our own


def table(page: str) -> str:
    """Return the part of a page that `bench` writes, up to the end of its first table."""
    return (ROOT / page).read_text("utf-8").partition("<!-- written by")[2].partition("\n\n600 calls")[0]


@pytest.mark.parametrize("page", CHARTS)
def test_a_chart_shows_the_numbers_of_its_table(page: str) -> None:
    svg = (ROOT / "docs" / "images" / f"{Path(page).stem}.svg").read_text("utf-8")
    texts = [text.text or "" for text in parsed(svg).iter(f"{SVG}text") if "font-weight" not in text.attrib]
    wanted = re.findall(SHOWN[page], table(page), re.MULTILINE)
    assert len(wanted) > 10
    assert sorted(re.split(r"[ %]", text)[0] for text in texts) == sorted(wanted)


def test_charts_are_those_of_the_tables_now() -> None:
    assert program.main(["--check"]) == 0
    assert {path.name for path in program.charts(ROOT)} == {"benchmarks.svg", "quota.svg"}


def test_another_number_in_the_table_makes_the_chart_old(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "docs" / "images").mkdir(parents=True)
    for page in CHARTS:
        (tmp_path / page).write_text((ROOT / page).read_text("utf-8"), "utf-8")
    assert program.main(["--check"], tmp_path) == 1
    assert program.main([], tmp_path) == program.main(["--check"], tmp_path) == 0
    quota = tmp_path / "docs" / "quota.md"
    quota.write_text(quota.read_text("utf-8").replace("| 4,044 |", "| 4,045 |"), "utf-8")
    capsys.readouterr()
    assert program.main(["--check"], tmp_path) == 1
    assert capsys.readouterr().err == "docs/images/quota.svg differs from its table: run `nox -s generate`\n"


def test_bars_are_as_long_as_their_numbers() -> None:
    lengths = [float(box.attrib["width"]) for box in parsed(drawn(CHART)).iter(f"{SVG}rect")]
    assert lengths == pytest.approx([lengths[0], lengths[0] / 2, lengths[0] / 10], abs=0.1)


def test_ratios_begin_at_the_mark_and_go_as_far_for_half_as_for_double() -> None:
    chart = Chart("a", "A", (Group("g", (Bar(2, "2"), Bar(0.5, "0.5"))),), 1, logarithmic=True)
    double, half = [box.attrib for box in parsed(drawn(chart)).iter(f"{SVG}rect")]
    assert double["width"] == half["width"]
    assert float(half["x"]) + float(half["width"]) == pytest.approx(float(double["x"]), abs=0.1)


def test_a_chart_has_a_title_and_all_numbers_as_text() -> None:
    root = parsed(drawn(CHART))
    named = {each.attrib["id"]: each.text for each in root if each.tag in (f"{SVG}title", f"{SVG}desc")}
    assert [named[name] for name in root.attrib["aria-labelledby"].split()] == [
        "A & b",
        "first: 10 <x>; 5 y. next: 1 z.",
    ]
    assert root.attrib["role"] == "img"


@pytest.mark.parametrize("page", CHARTS)
def test_text_fits_and_nothing_is_loaded(page: str) -> None:
    chart = CHARTS[page]((ROOT / page).read_text("utf-8"))
    assert max(len(group.name) for group in chart.groups) * 7.5 < 400
    svg = drawn(chart)
    assert re.findall(r"https?://[^\"]+", svg) == ["http://www.w3.org/2000/svg"]
    assert "<script" not in svg
    assert "href" not in svg


def test_inside_a_page_the_page_gives_colour_and_width() -> None:
    svg = inline(drawn(CHART))
    assert STYLE not in svg
    assert "<style" not in svg
    assert 'fill="currentColor"' in svg
    assert ' width="400"' not in svg


def test_pages_of_the_site_have_the_chart_inside(site: Path) -> None:
    for name in ("benchmarks", "quota"):
        page = (site / f"{name}.html").read_text("utf-8")
        assert page.count(f'<title id="{name}-title">') == 1
        assert "*Chart: " in (site / f"{name}.md").read_text("utf-8")
        assert not (site / "_images" / f"{name}.svg").exists()
