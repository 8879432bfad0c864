"""What directives make of a page becomes plain Markdown: tabs, notes, documented Python, tables, HTML."""

from __future__ import annotations

import io

import pytest
from docutils import nodes
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace

from tools.docs.machines import inline, markdown

PAGE = """# The top

(here)=
## A heading: 4xx & more

Text with *stress*, **weight**, `a|b`, a [link](#here), <b>raw</b> HTML<br>and a note[^1]. It costs 2 * 3_000_ `` ` ``.

[^1]: At the foot.

::::{tab-set}
:::{tab-item} Sync
```python
x = 1
```
:::
:::{tab-item} Async
```python
y = 1
```
:::
::::

:::{note}
First line.

- a
  1. b
:::

| Left | Right |
|---|---|
| `x\\|y` | [up](#the-top) |

Term
: What it is.

```{eval-rst}
.. autoclass:: foxreach_client.RetryPolicy
   :members: within
```

```{mermaid}
graph LR
A-->B
```

<a href="other.html#x">other</a> <img src="a.png" alt="A picture">
"""

TABS = "**Sync**\n\n```python\nx = 1\n```\n\n**Async**\n\n```python\ny = 1\n```"
DOCUMENTED = '<a id="foxreach_client.RetryPolicy"></a>\n\n### `class foxreach_client.RetryPolicy(*, max_attempts'
EXTENSIONS = ["myst_parser", "sphinx.ext.autodoc", "sphinx_design", "tools.docs.diagrams"]
SETTINGS = {
    "extensions": EXTENSIONS,
    "myst_enable_extensions": ["attrs_inline", "colon_fence", "deflist"],
    "myst_heading_anchors": 4,
    "myst_fence_as_directive": ["mermaid"],
}


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("twin")
    (folder / "index.md").write_text(PAGE, "utf-8")
    out = folder / "out"
    told = io.StringIO()
    kept: list[str] = []

    def keep(_: Sphinx, __: str, ___: str, ____: object, doctree: nodes.document | None) -> None:
        kept.extend([markdown.written(doctree, inline.Places())] if doctree else [])

    with docutils_namespace():  # What the extensions register is forgotten for other tests.
        app = Sphinx(folder, None, out, folder / "read", "html", SETTINGS, status=None, warning=told, freshenv=True)
        app.connect("html-page-context", keep)
        app.build()
    assert told.getvalue() == ""
    return kept[0]


@pytest.mark.parametrize(
    "part",
    [
        "# The top\n",
        '<a id="here"></a>',
        "## A heading: 4xx & more",
        "*stress*, **weight**, `a|b`, a [link](#here), raw HTML<br>and a note[^1]. It costs 2 \\* 3_000\\_ `` ` ``.",
        "[^1]: At the foot.",
        TABS,
        "> **Note**\n>\n> First line.\n>\n> - a\n>\n>   1. b",
        "| Left | Right |\n| --- | --- |\n| `x\\|y` | [up](#the-top) |",
        "- **Term**\n\n  What it is.",
        DOCUMENTED,
        "#### `classmethod within(seconds: float",
        "Return a policy for calls that end within *seconds*",
        "```mermaid\ngraph LR\nA-->B\n```",
        "[other](other.md#x) ![A picture](a.png)",
    ],
    ids=str,
)
def test_the_page_has(page: str, part: str) -> None:
    assert part in page


@pytest.mark.parametrize(
    ("address", "there"),
    [
        ("quota.html#fleets", "quota.md#fleets"),
        ("../files/a.py.html", "../files/a.py.md"),
        ("#here", "#here"),
        ("https://docs.foxreach.io/a.html", "https://docs.foxreach.io/a.html"),
    ],
)
def test_links_lead_to_twins(address: str, there: str) -> None:
    assert inline.twin_of(address) == there


def test_a_line_that_looks_like_a_list_is_none() -> None:
    assert inline.paragraph("a\n- b\n# c\n> d") == "a\n\\- b\n\\# c\n\\> d"
    assert inline.paragraph("3 + 4 - 5") == "3 + 4 - 5"


def test_code_with_fences_stands_in_a_longer_fence() -> None:
    assert markdown.fenced("```\nx\n```", "markdown") == "````markdown\n```\nx\n```\n````"
