"""Write the page on the rules, `docs/rules.md`."""

from pathlib import Path

from . import rules_page

Path("docs", "rules.md").write_text(rules_page(), "utf-8", newline="\n")
