"""Behaviour that the spec cannot express: duplicates, restoring, states of campaigns, conversations, deletion."""

import pytest
from foxreach_sandbox import Sandbox
from foxreach_sandbox.behaviour.sequences import valid_spin

from tests.sandbox.asking import ask, made

JANE = "jane@example.com"


@pytest.fixture
def sandbox() -> Sandbox:
    return Sandbox()


def drafted(sandbox: Sandbox) -> str:
    campaign = made(sandbox, "/campaigns", name="Spring")
    made(sandbox, f"/campaigns/{campaign}/sequences", subject="Hi", body="Hello")
    return campaign


def status(sandbox: Sandbox, method: str, path: str, body: object = None) -> int:
    return ask(sandbox, method, path, body).status


def test_addresses_of_leads_are_unique_ignoring_case(sandbox: Sandbox) -> None:
    first, second = made(sandbox, "/leads", email=JANE), made(sandbox, "/leads", email="john@example.com")
    assert status(sandbox, "POST", "/leads", {"email": JANE.upper()}) == 409
    assert status(sandbox, "PATCH", f"/leads/{second}", {"email": JANE}) == 409
    assert status(sandbox, "PATCH", f"/leads/{first}", {"email": JANE.upper()}) == 200
    assert [lead["id"] for lead in ask(sandbox, "GET", f"/leads?email={JANE}").data] == [first]


def test_an_update_keeps_other_fields_and_null_clears(sandbox: Sandbox) -> None:
    lead = made(sandbox, "/leads", email=JANE, company="Acme", customFields={"Team Size": 12}, unheard="of")
    changed = ask(sandbox, "PATCH", f"/leads/{lead}", {"company": None}).data
    assert (changed["company"], changed["email"], changed["customFields"]) == (None, JANE, {"Team Size": 12})
    assert "unheard" not in changed


def test_an_import_counts_each_row_and_restores_deleted_leads(sandbox: Sandbox) -> None:
    campaign = drafted(sandbox)
    gone = made(sandbox, "/leads", email=JANE, company="Acme")
    made(sandbox, "/leads", email="known@example.com")
    assert ask(sandbox, "POST", f"/campaigns/{campaign}/leads", {"leadIds": [gone, gone]}).data == {"added": 1}
    assert status(sandbox, "DELETE", f"/leads/{gone}") == 200
    assert status(sandbox, "DELETE", f"/leads/{gone}") == 404
    assert ask(sandbox, "GET", f"/campaigns/{campaign}").data["totalLeads"] == 0
    emails = ["new@example.com", "NEW@example.com", "known@example.com", "", "no address", JANE]
    body = {"leads": [{"email": email} for email in emails]}
    kept = ask(sandbox, "POST", "/leads/import", {"leads": [{"email": JANE}], "restoreSoftDeleted": False}).data
    assert (kept["duplicates"], kept["restored"]) == (1, 0)
    counts = ask(sandbox, "POST", "/leads/import", body).data
    assert [counts[name] for name in ("created", "restored", "duplicates", "errors")] == [1, 1, 2, 2]
    assert counts["errorDetails"][0] == {"email": "", "reason": "empty email"}
    back = ask(sandbox, "GET", f"/leads/{gone}").data
    assert back["company"] == "Acme"
    assert ask(sandbox, "GET", f"/campaigns/{campaign}").data["totalLeads"] == 1
    assert ask(sandbox, "POST", "/leads/import", body).data["duplicates"] == 4


@pytest.mark.parametrize("count", [0, 1001])
def test_an_empty_or_too_large_import_is_400(sandbox: Sandbox, count: int) -> None:
    assert status(sandbox, "POST", "/leads/import", {"leads": [{"email": JANE}] * count}) == 400


def test_the_limit_of_the_plan_is_402_and_nothing_is_imported() -> None:
    sandbox = Sandbox(contacts=2)
    body = {"leads": [{"email": f"{number}@example.com"} for number in range(3)]}
    assert status(sandbox, "POST", "/leads/import", body) == 402
    assert sandbox.state.leads == []
    assert [status(sandbox, "POST", "/leads", lead) for lead in body["leads"]] == [201, 201, 402]


def test_a_campaign_changes_state_only_as_documented(sandbox: Sandbox) -> None:
    campaign = made(sandbox, "/campaigns", name="Spring")
    at = f"/campaigns/{campaign}"
    assert status(sandbox, "POST", f"{at}/start") == 400  # It has no step.
    step = made(sandbox, f"{at}/sequences", subject="Hi", body="Hello")
    assert [status(sandbox, "POST", f"{at}/{move}") for move in ("pause", "resume", "start", "start")] == [
        400,
        400,
        200,
        400,
    ]
    assert ask(sandbox, "GET", at).data["startedAt"] is not None
    assert status(sandbox, "PATCH", at, {"name": "x"}) == 400
    assert status(sandbox, "POST", f"{at}/sequences", {"subject": "a", "body": "b"}) == 400
    assert status(sandbox, "DELETE", f"{at}/sequences/{step}") == 400
    assert [status(sandbox, "POST", f"{at}/{move}") for move in ("pause", "resume", "pause", "start")] == [200] * 4
    assert status(sandbox, "POST", f"{at}/pause") == 200
    assert status(sandbox, "PATCH", at, {"name": "x"}) == 200
    assert status(sandbox, "PATCH", f"{at}/sequences/{step}", {"delayDays": 2}) == 200
    assert status(sandbox, "DELETE", at) == 400
    sandbox.world.complete(campaign)
    assert ask(sandbox, "POST", f"{at}/start").body == {"detail": "Campaign is completed"}


def test_a_draft_can_be_deleted_with_its_steps(sandbox: Sandbox) -> None:
    campaign = drafted(sandbox)
    assert ask(sandbox, "DELETE", f"/campaigns/{campaign}").data == {"id": campaign, "deleted": True}
    assert status(sandbox, "GET", f"/campaigns/{campaign}/sequences") == 404
    assert sandbox.state.rows("sequences") == []


def test_leads_and_accounts_are_added_to_and_removed_from_a_campaign(sandbox: Sandbox) -> None:
    campaign, lead = drafted(sandbox), made(sandbox, "/leads", email=JANE)
    account = sandbox.world.account("sales@example.com")["id"]
    at = f"/campaigns/{campaign}"
    assert ask(sandbox, "POST", f"{at}/accounts", {"accountIds": [account]}).data == {"added": 1}
    assert status(sandbox, "POST", f"{at}/leads", {"leadIds": [lead, "unknown"]}) == 404
    assert status(sandbox, "DELETE", f"{at}/leads/{lead}") == 404
    assert ask(sandbox, "POST", f"{at}/leads", {"leadIds": [lead]}).data == {"added": 1}
    assert ask(sandbox, "DELETE", f"{at}/leads/{lead}").data == {"removed": True}
    assert status(sandbox, "DELETE", f"{at}/leads/{lead}") == 404
    assert status(sandbox, "DELETE", f"/email-accounts/{account}") == 200
    assert status(sandbox, "DELETE", f"{at}/accounts/{account}") == 404


@pytest.mark.parametrize(
    ("text", "sound"),
    [
        ("{Hi|Hello} {{firstName}}", True),
        ("{Hi {there|you}|Hello}", True),
        ("{Hi|Hello", False),
        ("Hi}", False),
        ("}{", False),
        ("{}", False),
        ("{{firstName}", False),
    ],
)
def test_braces_of_spin_syntax_must_be_balanced(sandbox: Sandbox, text: str, sound: bool) -> None:
    assert valid_spin(text) == sound
    campaign = drafted(sandbox)
    answer = ask(sandbox, "POST", f"/campaigns/{campaign}/sequences", {"subject": text, "body": "b"})
    assert answer.status == (201 if sound else 400)
    assert sound or answer.body == {"detail": "Invalid spin syntax in subject"}


def test_a_reply_creates_a_thread_that_can_be_categorised_and_answered_twice(sandbox: Sandbox) -> None:
    campaign, lead = drafted(sandbox), made(sandbox, "/leads", email=JANE)
    ask(sandbox, "POST", f"/campaigns/{campaign}/leads", {"leadIds": [lead]})
    sandbox.world.send(campaign, lead)
    thread = sandbox.world.reply(lead, "Tell me more.", campaign=campaign)["id"]
    at = f"/inbox/threads/{thread}"
    assert ask(sandbox, "PATCH", at, {"category": "interested", "isRead": True}).data["isRead"]
    assert status(sandbox, "PATCH", at, {"category": "bounce"}) == 422
    assert [status(sandbox, "POST", f"{at}/reply", body) for body in (None, {}, {"body": ""}, {"body": 5})] == [
        400,
        400,
        400,
        422,
    ]
    receipts = [ask(sandbox, "POST", f"{at}/reply", {"body": "Gladly."}).data["messageId"] for _ in range(2)]
    assert len(set(receipts)) == 2
    conversation = ask(sandbox, "GET", f"{at}/conversation").data
    assert [each["direction"] for each in conversation["messages"]] == ["sent", "received", "sent", "sent"]
    assert [each["subject"] for each in conversation["messages"][1:3]] == ["Re: Quick question"] * 2
    assert (conversation["lead"]["id"], conversation["campaign"]["id"]) == (lead, campaign)
    assert ask(sandbox, "GET", "/inbox/stats").data["interested"] == 1
    activity = ask(sandbox, "GET", f"/leads/{lead}/activity").data
    assert activity["campaigns"][0]["totalSent"] == 1
    numbers = ask(sandbox, "GET", f"/analytics/campaigns/{campaign}").data
    assert (numbers["sent"], numbers["replied"], numbers["replyRate"]) == (1, 1, 100.0)
    assert ask(sandbox, "GET", "/inbox/threads?isRead=true&search=MORE").body["meta"]["total"] == 1


def test_sending_sets_the_time_of_the_last_contact(sandbox: Sandbox) -> None:
    campaign, lead = drafted(sandbox), made(sandbox, "/leads", email=JANE)
    ask(sandbox, "POST", f"/campaigns/{campaign}/leads", {"leadIds": [lead]})
    assert ask(sandbox, "GET", f"/leads/{lead}").data["lastContactedAt"] is None
    sandbox.world.send(campaign, lead)
    assert ask(sandbox, "GET", f"/leads/{lead}").data["lastContactedAt"] == sandbox.clock.stamp()


def test_a_campaign_without_steps_cannot_send(sandbox: Sandbox) -> None:
    campaign, lead = made(sandbox, "/campaigns", name="Empty"), made(sandbox, "/leads", email=JANE)
    ask(sandbox, "POST", f"/campaigns/{campaign}/leads", {"leadIds": [lead]})
    with pytest.raises(LookupError, match="has no step to send"):
        sandbox.world.send(campaign, lead)
