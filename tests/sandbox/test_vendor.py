"""The vendor's own SDK (43 methods, both flavours) and command (46 commands) against the sandbox: all of them work."""

import asyncio
import inspect
import re
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from foxreach_sandbox import Sandbox, Variants
from foxreach_sandbox.document import is_list
from foxreach_sandbox.variants import VENDOR

from tests.migration.sides import Bridge
from tests.sandbox.asking import ask, made

vendor: Any = import_module("foxreach")  # By name: it has no types.
command: Any = import_module("foxreach_cli.main").cli
config: Any = import_module("foxreach_cli.config")
METHODS = 43
COMMANDS = 46
HOOK = "https://shop.example.com/hooks"

# Method: its arguments. Text in braces is an id of the seeded rows; a campaign is a draft unless it is named otherwise.
SDK: dict[str, tuple[Any, ...]] = {
    "leads.list": (),
    "leads.get": ("{lead}",),
    "leads.create": (vendor.LeadCreate(email="new@example.com", tags=["vip"], custom_fields={"team_size": 3}),),
    "leads.update": ("{lead}", vendor.LeadUpdate(company="Acme")),
    "leads.activity": ("{lead}",),
    "campaigns.list": (),
    "campaigns.get": ("{draft}",),
    "campaigns.create": (vendor.CampaignCreate(name="New", daily_limit=9),),
    "campaigns.update": ("{draft}", vendor.CampaignUpdate(name="Renamed")),
    "campaigns.add_leads": ("{draft}", ["{lead}"]),
    "campaigns.add_accounts": ("{draft}", ["{account}"]),
    "campaigns.sequences.list": ("{draft}",),
    "campaigns.sequences.create": ("{draft}", vendor.SequenceCreate(body="A step without a subject")),
    "campaigns.sequences.update": ("{draft}", "{step}", vendor.SequenceUpdate(subject="Later", delay_days=3)),
    "campaigns.start": ("{draft}",),
    "campaigns.pause": ("{active}",),
    "campaigns.resume": ("{active}",),
    "campaigns.remove_lead": ("{active}", "{lead}"),
    "campaigns.remove_account": ("{active}", "{account}"),
    "campaigns.sequences.delete": ("{spare}", "{other}"),
    "campaigns.delete": ("{spare}",),
    "templates.list": (),
    "templates.get": ("{template}",),
    "templates.create": (vendor.TemplateCreate(name="T", body="B", send_as_html=True),),
    "templates.update": ("{template}", vendor.TemplateUpdate(name="Other", send_as_html=True)),
    "templates.delete": ("{template}",),
    "inbox.list_threads": (),
    "inbox.get": ("{reply}",),
    "inbox.update": ("{reply}", vendor.ThreadUpdate(category="interested", is_read=True)),
    "inbox.get_conversation": ("{reply}",),
    "inbox.send_reply": ("{reply}", "Thank you"),
    "inbox.stats": (),
    "analytics.overview": (),
    "analytics.campaign": ("{active}",),
    "webhooks.list_events": (),
    "webhooks.list": (),
    "webhooks.create": (vendor.WebhookCreate(url=HOOK, events=["lead.created"]),),
    "webhooks.update": ("{webhook}", vendor.WebhookUpdate(is_active=False)),
    "webhooks.delete": ("{webhook}",),
    "email_accounts.list": (),
    "email_accounts.get": ("{account}",),
    "email_accounts.delete": ("{account}",),
    "leads.delete": ("{lead}",),
}

CLI = """
config set-key --key otr_sandbox
config set-url http://127.0.0.1/api/v1
config show
leads list --search jane --status active --json
leads get {lead}
leads create --email new@example.com --first-name Jo --company Acme
leads update {lead} --title Buyer
leads activity {lead}
campaigns list --json
campaigns get {draft}
campaigns create --name New --timezone Europe/Berlin --daily-limit 9 --start-hour 8 --end-hour 18
campaigns update {draft} --name Renamed
campaigns add-leads {draft} --lead-ids {lead}
campaigns add-accounts {draft} --account-ids {account}
sequences list --campaign {draft} --json
sequences create --campaign {draft} --body Hello
sequences update --campaign {draft} --sequence {step} --subject Later --delay-days 3
campaigns start {draft}
campaigns pause {active}
campaigns resume {active}
campaigns remove-lead {active} {lead}
campaigns remove-account {active} {account}
sequences delete --campaign {spare} --sequence {other} --yes
campaigns delete {spare} --yes
templates list --json
templates get {template}
templates create --name T --body B --html
templates update {template} --name Other
templates delete {template} --yes
inbox list --unread
inbox get {reply}
inbox update {reply} --read --starred --category interested
inbox conversation {reply}
inbox reply {reply} --body Thanks
inbox stats
analytics overview
analytics campaign {active} --json
webhooks events
webhooks list --json
webhooks create --url https://shop.example.com/hooks --events lead.created,email.sent
webhooks update {webhook} --inactive
webhooks delete {webhook} --yes
accounts list --json
accounts get {account}
accounts delete {account} --yes
leads delete {lead} --yes
""".strip().splitlines()


def furnished() -> tuple[Sandbox, dict[str, str]]:
    """Return a sandbox with rows of each kind, and their ids."""
    sandbox = Sandbox(limit=None, variants=Variants(**VENDOR))
    ids = {"account": str(sandbox.world.account("sales@example.com")["id"])}
    ids["lead"] = made(sandbox, "/leads", email="jane@example.com")
    for name in ("draft", "active", "spare"):
        ids[name] = made(sandbox, "/campaigns", name=name)
        step = made(sandbox, f"/campaigns/{ids[name]}/sequences", subject="Hi", body="Hello")
        ids |= {"draft": {"step": step}, "spare": {"other": step}}.get(name, {})
    ask(sandbox, "POST", f"/campaigns/{ids['active']}/leads", {"leadIds": [ids["lead"]]})
    ask(sandbox, "POST", f"/campaigns/{ids['active']}/accounts", {"accountIds": [ids["account"]]})
    ask(sandbox, "POST", f"/campaigns/{ids['active']}/start")
    reply = sandbox.world.reply(ids["lead"], "Tell me more")
    ask(sandbox, "PATCH", f"/leads/{ids['lead']}", {"status": "active"})
    ids |= {"reply": str(reply["id"]), "template": made(sandbox, "/templates", name="N", body="B")}
    return sandbox, {**ids, "webhook": made(sandbox, "/webhooks", url=HOOK, events=["email.sent"])}


def methods(resource: Any, prefix: str = "") -> set[str]:
    """Return the names of all methods below *resource* that send a request."""
    found = set[str]()
    members: dict[str, Any] = {**vars(resource.__class__), **vars(resource)}
    for name, member in members.items():
        if name[0] == "_" or name == "close":
            continue
        if inspect.isfunction(member):
            found.add(prefix + name)
        elif type(member).__module__.startswith("foxreach.resources"):
            found |= methods(member, f"{prefix}{name}.")
    return found


def filled(argument: Any, ids: dict[str, str]) -> Any:
    """Return *argument* with its ids."""
    if is_list(argument):
        return [filled(each, ids) for each in argument]
    return argument.format(**ids) if isinstance(argument, str) else argument


@pytest.mark.parametrize("kind", ["FoxReach", "AsyncFoxReach"])
def test_each_method_of_the_sdk_works(kind: str) -> None:
    sandbox, ids = furnished()
    client = getattr(vendor, kind)(sandbox.key, base_url=sandbox.url)
    client._http._client._transport = Bridge(sandbox)
    assert methods(client) == set(SDK)
    assert len(SDK) == METHODS

    async def run() -> None:
        for name, arguments in SDK.items():
            method: Any = client
            for part in name.split("."):
                method = getattr(method, part)
            result = method(*filled(list(arguments), ids))
            if inspect.isawaitable(result):
                await result

    asyncio.run(run())
    assert set(sandbox.state.statuses) <= {200, 201}
    templates = sandbox.state.rows("templates")
    assert [row["sendAsHtml"] for row in templates] == [True]
    assert None in [row["subject"] for row in sandbox.state.rows("sequences")]


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> CliRunner:
    """Keep the command's settings in a folder of the test."""
    monkeypatch.setattr(config, "_CONFIG_DIR", tmp_path)
    monkeypatch.setattr(config, "_CONFIG_FILE", tmp_path / "config.json")
    return CliRunner()


def commands(group: Any, prefix: str = "") -> set[str]:
    """Return the names of all commands below *group*."""
    found = set[str]()
    for name, member in group.commands.items():
        found |= commands(member, f"{prefix}{name} ") if hasattr(member, "commands") else {f"{prefix}{name}"}
    return found


def test_each_command_works(terminal: CliRunner, monkeypatch: pytest.MonkeyPatch) -> None:
    sandbox, ids = furnished()

    def transport(**_: object) -> Bridge:
        return Bridge(sandbox)

    monkeypatch.setattr("httpx._client.HTTPTransport", transport)
    named = {match[0] for line in CLI if (match := re.match(r"\S+ \S+", line))}
    assert named == commands(command)
    assert len(named) == len(CLI) == COMMANDS
    for line in CLI:
        words = [filled(word, ids) for word in line.split()]
        done = terminal.invoke(command, words)
        assert (done.exit_code, done.exception) == (0, None), f"{line}: {done.output}"
    assert set(sandbox.state.statuses) <= {200, 201}
    assert len(sandbox.state.requests) > COMMANDS - 3


def test_without_the_variants_what_the_documentation_forbids_is_refused() -> None:
    sandbox, reply = Sandbox(seed="demo"), {"isRead": True}
    thread = sandbox.state.rows("threads")[0]["id"]
    draft = next(row["id"] for row in sandbox.state.rows("campaigns") if row["status"] == "draft")
    step = {"body": "A step without a subject"}
    assert ask(sandbox, "PATCH", f"/inbox/{thread}", reply).status == 405
    assert ask(sandbox, "PATCH", f"/inbox/threads/{thread}", reply).status == 200
    assert ask(sandbox, "POST", f"/campaigns/{draft}/sequences", step).status == 422


def test_a_template_has_no_html_where_only_the_documentation_counts() -> None:
    sandbox = Sandbox(variants=Variants(template_html="ignored"))
    created = ask(sandbox, "POST", "/templates", {"name": "T", "body": "B", "sendAsHtml": True}).data
    assert "sendAsHtml" not in created
    assert "sendAsHtml" not in ask(sandbox, "PATCH", f"/templates/{created['id']}", {"sendAsHtml": True}).data
