"""Print the page on the rules, `docs/rules.md`."""

import sys

from . import rules_page

sys.stdout.write(rules_page())
