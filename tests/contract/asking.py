"""Run Schemathesis against a sandbox, with requests that the spec allows and forbids, and read its report."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx2
from foxreach_client import FoxReach
from foxreach_sandbox import Clock, Sandbox, Variants

FILES = Path(__file__).parent / "schemathesis"
WORKSHOP = "Workshop"  # the campaign whose steps are made and unmade
PATIENCE = 300  # Seconds. It takes twenty where nothing else runs.


@dataclass(frozen=True)
class Run:
    """One run: its output, its report, and the result of every request."""

    output: str
    report: dict[str, Any]
    scenarios: list[dict[str, Any]]

    @property
    def phases(self) -> Counter[tuple[str, str]]:
        """Return the number of scenarios of each phase and operation."""
        return Counter((each["phase"], each["recorder"]["label"]) for each in self.scenarios)

    @property
    def checks(self) -> Counter[tuple[str, str]]:
        """Return the count of each result of each check."""
        cases = (case for each in self.scenarios for case in each["recorder"].get("checks", {}).values())
        return Counter((check["name"], check["status"]) for case in cases for check in case)

    @property
    def found(self) -> set[tuple[str, str]]:
        """Return the failed checks by operation."""
        return {
            (check["name"], _label(each["recorder"]["cases"][case]["value"]))
            for each in self.scenarios
            for case, checks in each["recorder"].get("checks", {}).items()
            for check in checks
            if check["status"] == "failure"
        }

    @property
    def replies(self) -> Counter[tuple[str, int]]:
        """Return the count of each status of each operation, as method and path."""
        return Counter(
            (_label(each["recorder"]["cases"][name]["value"]), exchange["response"]["status_code"])
            for each in self.scenarios
            for name, exchange in each["recorder"].get("interactions", {}).items()
            if exchange.get("response")
        )


def _label(case: dict[str, Any]) -> str:
    return f"{case['method']} {case['path']}"


def furnished(**variants: Any) -> Sandbox:
    """Return a sandbox with rows for every operation: campaigns in each state with steps, leads and accounts."""
    chosen = Variants(**variants)
    sandbox = Sandbox(seed="demo", limit=None, clock=Clock(start=1_800_000_000), variants=chosen)
    sandbox.add_key("otr_second", workspace="second")
    http = httpx2.Client(transport=sandbox.transport())
    with http, FoxReach(api_key=sandbox.key, base_url=sandbox.url, http_client=http) as client:
        accounts = [sandbox.world.account(f"sender{number}@example.com")["id"] for number in range(30)]
        leads = [client.leads.create(email=f"lead{number}@example.com").id for number in range(30)]
        for number in range(45):
            campaign = client.campaigns.create(name=f"Campaign {number}").id
            client.campaigns.sequences.create(campaign, subject="A question", body="Hi {{firstName}}")
            client.campaigns.add_leads(campaign, lead_ids=leads)
            client.campaigns.add_accounts(campaign, account_ids=accounts)
            if number % 3:
                client.campaigns.start(campaign)
            if number % 3 == 2:
                client.campaigns.pause(campaign)
        workshop = client.campaigns.create(name=WORKSHOP).id
        for number in range(30):
            client.campaigns.sequences.create(workshop, subject=f"Question {number}", body="Hi {{firstName}}")
        for lead in leads[:10]:
            sandbox.world.reply(lead, "Tell me more.")
    return sandbox


def ids(sandbox: Sandbox) -> dict[str, list[str]]:
    """Return ids that exist, by the name of the list in schemathesis.toml."""
    found = {kind: [row["id"] for row in sandbox.state.rows(kind)] for kind in ("accounts", "threads", "leads")}
    campaigns = sandbox.state.rows("campaigns")
    workshop = next(row["id"] for row in campaigns if row["name"] == WORKSHOP)
    for status in ("draft", "active", "paused"):
        found[status] = [row["id"] for row in campaigns if row["status"] == status and row["id"] != workshop]
    steps = [row["id"] for row in sandbox.state.rows("sequences") if row["campaignId"] == workshop]
    return {**found, "campaigns": [row["id"] for row in campaigns], "workshop": [workshop], "steps": steps}


def asked(sandbox: Sandbox, folder: Path, *arguments: str) -> Run:
    """Run Schemathesis against *sandbox* on a loopback port; *folder* is for its input and its report."""
    shutil.copytree(FILES, folder, dirs_exist_ok=True)
    for name, found in ids(sandbox).items():
        (folder / f"{name}.txt").write_text("\n".join(map(json.dumps, found)), "utf-8")
    tool = str(Path(sys.executable).with_name("schemathesis"))
    start = [tool, "--no-color", "--config-file", str(folder / "schemathesis.toml"), "run"]
    reports = ["--report-json-path", str(folder / "report.json"), "--report-ndjson-path", str(folder / "events.ndjson")]
    with sandbox.serve() as serving:
        command = [*start, f"{serving.home}/openapi.json", "--url", serving.url, *reports, *arguments]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=PATIENCE)
    assert done.returncode in {0, 1}, done.stdout + done.stderr
    events = (json.loads(line) for line in (folder / "events.ndjson").read_text("utf-8").splitlines())
    scenarios = [event["ScenarioFinished"] for event in events if "ScenarioFinished" in event]
    return Run(done.stdout, json.loads((folder / "report.json").read_text("utf-8")), scenarios)
