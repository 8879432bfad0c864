"""The samples as the pages of the reference show them, and a sandbox in which each of them succeeds."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from foxreach_sandbox import Sandbox

from tests.sandbox.asking import ask, made
from tools.docs import reference
from tools.docs.reference.facts import facts
from tools.docs.reference.samples import TABS, Sample

ROOT = Path(__file__).resolve().parents[3]
FACTS = facts(ROOT)
PAGES = reference.pages(ROOT)
SECTION = re.compile(r"^\((?P<target>[\w.]+)\)=\n\n## ", re.MULTILINE)
TAB = re.compile(
    r"^:::\{tab-item\} (?P<title>[^\n]+)\n(?::[^\n]*\n)*\n```\w+\n(?P<text>.*?)\n```\n:::$", re.MULTILINE | re.DOTALL
)
TITLES = {title: tab for tab, title in TABS.items()}
# What a campaign needs before a call that is about its state.
BEFORE = {"campaigns.list": ("start",), "campaigns.pause": ("start",), "campaigns.resume": ("start", "pause")}


def samples() -> Iterator[Sample]:
    """Yield every sample of every page."""
    for text in PAGES.values():
        _, *parts = SECTION.split(text)
        for target, section in zip(parts[::2], parts[1::2], strict=True):
            for found in TAB.finditer(section):
                yield Sample(target, TITLES[found["title"]], found["text"])


class World:
    """A sandbox whose objects have the ids of the spec's examples."""

    def __init__(self) -> None:
        self.sandbox = Sandbox(limit=None)
        self._snapshot = self._filled()

    def _filled(self) -> Any:
        sandbox = self.sandbox
        accounts = [sandbox.world.account(email)["id"] for email in ("sales@example.com", "team@example.com")]
        leads = [made(sandbox, "/leads", email=email) for email in ("lea@example.com", "noah@example.com")]
        campaign = made(sandbox, "/campaigns", name="Spring outreach")
        step = made(sandbox, f"/campaigns/{campaign}/sequences", subject="Quick question", body="Hi {{firstName}}")
        more = made(sandbox, f"/campaigns/{campaign}/sequences", subject="Again", body="Hi", delayDays=1)
        ask(sandbox, "POST", f"/campaigns/{campaign}/leads", {"leadIds": leads[:1]})
        ask(sandbox, "POST", f"/campaigns/{campaign}/accounts", {"accountIds": accounts[:1]})
        template = made(sandbox, "/templates", name="Prices", body="Our prices", category="reply_macro")
        webhook = made(sandbox, "/webhooks", url="https://hooks.example.com/old", events=["campaign.completed"])
        thread = sandbox.world.reply(leads[0], "Tell me more.", category="interested")["id"]
        ids = dict(zip([*accounts, *leads], ("cea_1bc2", "cea_3de4", "cld_4kq2", "cld_9zx8"), strict=True))
        ids |= {campaign: "cmp_7ab1", step: "seq_2mn3", more: "seq_4op5", template: "ctm_5pq6", webhook: "cwh_8rs9"}
        ids[thread] = "rpl_abc123"
        text = re.sub(r"\b[a-z]{3}_\d+\b", lambda found: ids.get(found[0], found[0]), json.dumps(sandbox.snapshot()))
        return json.loads(text)

    def prepare(self, call: str) -> None:
        """Make the sandbox what the sample of *call* expects."""
        self.sandbox.restore(self._snapshot)
        for action in BEFORE.get(call, ()):
            ask(self.sandbox, "POST", f"/campaigns/cmp_7ab1/{action}")
        self.sandbox.requests.clear()

    def check(self, call: str) -> None:
        """Fail unless the requests since `prepare` are those of *call*, with a documented status of success."""
        seen = [(each.operation, str(each.status)) for each in self.sandbox.requests]
        operation = FACTS.operations.get(call)
        if operation is None:  # A method of several calls: each of them succeeds.
            assert seen
            assert all(status in FACTS.operations[name].good_statuses for name, status in seen), seen
        else:
            assert [name for name, _ in seen][-1:] == [call], seen
            assert all(status in FACTS.operations[name].good_statuses for name, status in seen), seen
