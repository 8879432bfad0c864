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
    "sphinx.ext.napoleon",
    "sphinx_copybutton",
    "sphinx_design",
    "tools.docs.charts.extension",
    "tools.docs.diagrams",
    "tools.docs.machines.twins",
    "tools.docs.navigation",
    "tools.docs.reference.processing",
    "tools.docs.search",
]
exclude_patterns: list[str] = []
suppress_warnings = ["misc.highlighting_failure"]
nitpicky = False
default_role = "literal"  # Docstrings have `code` as Markdown has it.
autodoc_mock_imports = ["redis"]  # What the group `docs` has is real: some checks import it before.
autoclass_content = "both"
autodoc_member_order = "bysource"
autodoc_typehints_format = "short"
python_maximum_signature_line_length = 88

myst_enable_extensions = ["attrs_inline", "colon_fence", "deflist"]
myst_heading_anchors = 4
myst_fence_as_directive = ["mermaid"]
myst_ref_domains = ["std", "py"]

html_theme = "furo"
html_title = f"foxreach-client {version}"
html_static_path = [str(THEME / "static")]
templates_path = [str(THEME / "templates")]
html_additional_pages = {"search": "search.html"}
html_css_files = ["site.css", "reference.css"]
html_js_files = ["site.js", "versions.js"]
html_favicon = str(THEME / "static" / "logo.svg")
html_theme_options = {
    "sidebar_hide_name": False,
    "light_logo": "logo.svg",
    "dark_logo": "logo.svg",
    "light_css_variables": {
        "color-brand-primary": "#9a3f12",
        "color-brand-content": "#0b57a4",
        "color-brand-visited": "#6a3d9a",
        "color-code-background": "#f8f9fb",
        "color-highlight-on-target": "#fff3bf",
        "color-sidebar-link-text--top-level": "var(--color-sidebar-link-text)",
    },
    "dark_css_variables": {
        "color-brand-primary": "#f2a47e",
        "color-brand-content": "#7db8f5",
        "color-brand-visited": "#c4a2f0",
        "color-highlight-on-target": "#4d4317",
    },
}
pygments_style = "a11y-high-contrast-light"
pygments_dark_style = "github-dark-high-contrast"
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
html_use_index = False
html_domain_indices = False
html_show_sphinx = False
copybutton_prompt_text = r"\$ |>>> |\.\.\. "
copybutton_prompt_is_regexp = True
