"""The tree of pages beside each page."""

from __future__ import annotations

import re
from pathlib import Path

from tools.docs import navigation

WHOLE = """<ul>
<li class="toctree-l1"><a class="reference internal" href="quota.html">Quota</a></li>
<li class="toctree-l1"><a class="reference internal" href="reference/index.html">Reference</a><ul>
<li class="toctree-l2"><a class="reference internal" href="reference/leads.html">leads</a></li>
</ul>
</li>
</ul>
"""


def test_the_open_page_and_those_above_it_are_current_and_addresses_are_relative() -> None:
    above = navigation.above(
        "reference/leads", {"index": ["quota", "reference/index"], "reference/index": ["reference/leads"]}
    )
    assert above == {"index", "reference/index"}
    tree = navigation.tree(WHOLE, "reference/leads", above, lambda page, target: f"../{target}.html")
    assert '<li class="toctree-l1"><a class="reference internal" href="../quota.html">' in tree
    assert '<li class="toctree-l1 current"><a class="reference internal" href="../reference/index.html">' in tree
    assert '<li class="toctree-l2 current"><a class="current reference internal" href="#">leads' in tree


def test_pages_whose_lists_name_each_other_have_an_end() -> None:
    assert navigation.above("a", {"a": ["b"], "b": ["a"]}) == {"a", "b"}


def test_every_page_has_the_tree_with_links_that_lead_somewhere(site: Path) -> None:
    for file in (site / "index.html", site / "search.html", site / "quota.html", site / "reference" / "leads.html"):
        tree = file.read_text("utf-8").partition('class="sidebar-tree"')[2].partition('class="main"')[0]
        links = re.findall(r'href="([^"#]+)"', tree)
        assert len(links) > 30
        assert [link for link in links if not (file.parent / link).is_file()] == []
        assert ('href="#">' in tree) is (file.stem in {"quota", "leads"})
