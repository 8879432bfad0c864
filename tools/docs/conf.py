"""The settings of Sphinx."""

from pathlib import Path

from foxreach_runtime.version import __version__

THEME = Path(__file__).parent / "theme"

project = "foxreach-client"
author = "the maintainers of foxreach-client"
copyright = author
release = version = __version__
extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "sphinx_copybutton",
    "sphinx_design",
    "tools.docs.diagrams",
    "tools.docs.machines.twins",
    "tools.docs.search",
]
exclude_patterns: list[str] = []
suppress_warnings = ["misc.highlighting_failure"]
nitpicky = False

myst_enable_extensions = ["attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 4
myst_fence_as_directive = ["mermaid"]

html_theme = "furo"
html_title = f"foxreach-client {version}"
html_static_path = [str(THEME / "static")]
templates_path = [str(THEME / "templates")]
html_additional_pages = {"search": "search.html"}
html_css_files = ["site.css"]
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
html_use_index = False
html_domain_indices = False
html_show_sphinx = False
copybutton_prompt_text = r"\$ |>>> |\.\.\. "
copybutton_prompt_is_regexp = True
