"""The probe on the sandbox: it finds the difference of each variant alone, and says what it could not ask."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import httpx2
import pytest
from foxreach_client import FoxReach, RetryPolicy
from foxreach_client.client import FACTS
from foxreach_runtime.differences.document import packaged
from foxreach_sandbox.faults import Fault
from foxreach_sandbox.sandbox import Sandbox
from foxreach_sandbox.variants import CHOICES, Variants
from foxreach_shell.probe.asking import NO_ID, Asker
from foxreach_shell.probe.guard import Guard, StoppedRequestError
from foxreach_shell.probe.lives import scratched
from foxreach_shell.probe.plan import NEVER
from foxreach_shell.probe.report import Findings
from foxreach_shell.probe.running import Run, gathered
from foxreach_shell.probe.scratch import CAMPAIGN, DOMAIN, LEAD, PREFIX, TEMPLATE, Scratch

from tests.sandbox.asking import ask

QUICK = RetryPolicy(max_attempts=2, backoff_base=0.0001, backoff_cap=0.0001)
HASTY = RetryPolicy(max_attempts=2, deadline=0.01)
ODD = [(name, value) for name, values in CHOICES.items() for value in values if value != getattr(Variants(), name)]
MADE = ("campaigns", "leads", "templates")
FOUND: dict[str, list[tuple[str, str, str]]] = {
    "deletes": [(f"{name}.delete", "200", "204") for name in MADE],
    "bad_key": [("campaigns.list", "403", "401")],
    "duplicates": [("leads.create", "409", "201")],
    "lead_deletes": [("leads.import_leads", "restored", "created")],
    "step_subject": [("campaigns.sequences.create", "400|422", "201")],
    "template_html": [("templates.create", "kept", "ignored")],
}
UNSAFE = {"thread_path": "C8"}  # To ask it would change a conversation with a person.


@dataclass
class Interrupting(httpx2.BaseTransport):
    """Raises before the request with the number *at* is sent, or after; for *times* requests in a row."""

    inner: httpx2.BaseTransport
    at: int
    after: bool = False
    times: int = 1
    sent: list[str] = field(default_factory=list[str])

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        self.sent.append(request.method)
        now = self.at <= len(self.sent) < self.at + self.times
        if now and not self.after:
            raise KeyboardInterrupt
        response = self.inner.handle_request(request)
        if now:
            raise KeyboardInterrupt
        return response


def sandbox(**options: Any) -> Sandbox:
    chosen: dict[str, Any] = {"seed": "demo", "limit": None, **options}
    return Sandbox(**chosen)


def probe(
    here: Sandbox,
    *,
    transport: httpx2.BaseTransport | None = None,
    retry: RetryPolicy = QUICK,
    write: bool = True,
    most: int = 1,
) -> Findings:
    scratch = Scratch() if write else None
    guard = Guard(transport or here.transport(), FACTS.key_header, scratch)
    with FoxReach(api_key=here.key, http_client=httpx2.Client(transport=guard), retry=retry) as client:
        run = Run(Asker(packaged("foxreach_client"), client, guard), most, scratch)
        return gathered(run.results(), run.planned)


def lives(here: Sandbox, transport: httpx2.BaseTransport) -> Findings:
    """Return what the scratch objects show, without the reads before them."""
    scratch = Scratch()
    guard = Guard(transport, FACTS.key_header, scratch)
    with FoxReach(api_key=here.key, http_client=httpx2.Client(transport=guard), retry=QUICK) as client:
        return gathered(scratched(Asker(packaged("foxreach_client"), client, guard), scratch))


def words(findings: Findings) -> list[tuple[str, str, str]]:
    return sorted((each.operation, each.documented, each.seen) for each in findings.found)


def left(here: Sandbox) -> list[str]:
    """Return the marks of the scratch objects that are there."""
    rows = [(kind, row) for kind in (LEAD, TEMPLATE, CAMPAIGN) for row in here.state.rows(kind.path[1:])]
    return [row[kind.mark] for kind, row in rows if PREFIX in row[kind.mark]]


def test_nothing_differs_on_the_sandbox_as_the_spec_describes_it() -> None:
    here = sandbox()
    before = everything(here)
    findings = probe(here, most=2)
    assert (words(findings), findings.lacking, findings.status) == ([], [], 0)
    assert {name for name in findings.agreed if name.startswith("leads.")} == {
        f"leads.{name}" for name in ("activity", "create", "delete", "get", "import_leads", "list", "update")
    }
    made = {"campaigns.sequences.create", *(f"{name}.{each}" for name in MADE for each in ("create", "delete"))}
    assert made <= set(findings.agreed)
    assert len(findings.agreed) == 27
    assert everything(here) == before


def everything(here: Sandbox) -> dict[str, list[Any]]:
    rows = {name: here.state.rows(name) for name in ("leads", "templates", "campaigns", "sequences", "threads")}
    return {**rows, "sent": list(here.state.sent)}


@pytest.mark.parametrize(("name", "value"), ODD)
def test_exactly_the_difference_of_a_variant_is_found(name: str, value: Any) -> None:
    here = sandbox(variants=Variants(**{name: value}))
    findings = probe(here)
    assert words(findings) == FOUND.get(name, [])
    assert findings.status == (1 if name in FOUND else 0)
    assert (name in FOUND) is not (name in UNSAFE)
    assert set(UNSAFE.values()) == set(findings.unasked) == set(NEVER)
    assert left(here) == []


def test_without_scratch_nothing_but_reads_is_sent() -> None:
    here = sandbox()
    findings = probe(here, write=False)
    assert findings.status == 0
    assert set(findings.unasked) == {"C4", "C6", "C7", "C8", "C13", "C31", "sendAsHtml"}
    assert {request["method"] for request in here.state.requests} == {"GET"}


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "TRACE", "get", "QUERY"])
def test_nothing_but_a_get_can_leave(method: str) -> None:
    here = sandbox()
    with httpx2.Client(transport=Guard(here.transport(), FACTS.key_header)) as client:
        request = client.build_request("GET", "https://api.foxreach.io/api/v1/leads")
        request.method = method
        with pytest.raises(StoppedRequestError):
            client.send(request)
    assert here.state.requests == []


def test_of_other_leads_nothing_can_leave_with_a_scratch_lead() -> None:
    scratch = Scratch()
    own, named = {"email": scratch.address}, {"name": scratch.name}
    jane = {"email": "jane@example.com"}
    for kind, row in ((LEAD, jane), (TEMPLATE, {"name": "Probe"}), (CAMPAIGN, {**named, "status": "active"})):
        assert scratch.own(kind, {"id": "x_1", **row}) is None
    assert scratch.own(LEAD, {"id": "x_2/../../campaigns/x_1", **own}) is None
    assert [scratch.own(kind, {"id": "x_2", **own, **named}) for kind in (LEAD, TEMPLATE, CAMPAIGN)] == [
        "/leads/x_2", "/templates/x_2", "/campaigns/x_2"
    ]  # fmt: skip
    step = {"body": "Probe"}
    allowed: list[tuple[str, str, Any]] = [
        ("POST", "/leads", own), ("POST", "/leads/import", {"leads": [own]}),
        ("PATCH", "/leads/x_2", {}), ("DELETE", "/leads/x_2", None),
        ("POST", "/templates", {**named, **step}), ("DELETE", "/templates/x_2", None),
        ("POST", "/campaigns", named), ("POST", "/campaigns/x_2/sequences", step), ("DELETE", "/campaigns/x_2", None),
    ]  # fmt: skip
    refused: list[tuple[str, str, Any]] = [
        ("POST", "/leads", jane), ("POST", "/leads/import", {"leads": [own, jane]}),
        ("POST", "/leads/import", {"leads": []}), ("POST", "/leads/x_2", own), ("PATCH", "/leads/x_1", {}),
        ("DELETE", "/leads/x_1", None), ("DELETE", "/leads", None), ("DELETE", "/leads/x_2/activity", None),
        ("PUT", "/leads/x_2", own), ("POST", "/leads-of-others", own), ("POST", "/inbox/threads/x_2/reply", step),
        ("POST", "/templates", step), ("PATCH", "/templates/x_2", step), ("PATCH", "/inbox/threads/x_2", {}),
        ("POST", "/campaigns", {**named, "status": "active"}), ("POST", "/campaigns", own),
        ("PATCH", "/campaigns/x_2", named), ("POST", "/campaigns/x_2/start", None),
        ("POST", "/campaigns/x_2/start", named), ("POST", "/campaigns/x_2/leads", {"leadIds": ["x_2"]}),
        ("POST", "/campaigns/x_2/accounts", named), ("POST", "/campaigns/x_1/sequences", step),
    ]  # fmt: skip
    for chosen, expected in ((allowed, True), (refused, False)):
        for method, below, body in chosen:
            content = b"" if body is None else json.dumps(body).encode()
            assert scratch.allows(method, f"/api/v1{below}", content) is expected, (method, below)
    assert not scratch.allows("POST", "/leads", json.dumps(own).encode())


def steps() -> Iterator[tuple[int, bool, int]]:
    """Yield each request of the lives of scratch objects: before and after it was sent, and with impatience."""
    here = sandbox()
    counting = Interrupting(here.transport(), at=10**6)
    lives(here, counting)
    for at in range(1, len(counting.sent) + 1):
        yield from ((at, False, 1), (at, True, 1), (at, True, 2))


def test_scratch_objects_are_removed_whenever_it_is_interrupted() -> None:
    tried, here = 0, sandbox()
    before = everything(here)
    for at, after, times in steps():
        findings = lives(here, Interrupting(here.transport(), at, after, times))
        assert left(here) == [], (at, after, times)
        assert findings.interrupted
        assert findings.status in (1, 2)
        tried += 1
    assert everything(here) == before
    assert tried > 60


@pytest.mark.parametrize(
    ("operation", "fault"),
    [
        ("leads.create", Fault.close(after_work=True)),
        ("leads.create", Fault.status(500, after_work=True)),
        ("leads.update", Fault.reset()),
        ("leads.delete", Fault.close()),
        ("leads.delete", Fault.close(after_work=True)),
        ("leads.import_leads", Fault.truncated()),
        ("templates.create", Fault.close(after_work=True)),
        ("templates.delete", Fault.status(500, after_work=True)),
        ("campaigns.create", Fault.status(500, after_work=True)),
        ("campaigns.sequences.create", Fault.close()),
        ("campaigns.delete", Fault.close()),
    ],
)
def test_scratch_objects_are_removed_when_a_call_of_them_fails(operation: str, fault: Fault) -> None:
    here = sandbox()
    here.faults.next(operation, 1, fault)
    findings = lives(here, here.transport())
    assert left(here) == []
    assert words(findings) == []
    assert findings.status == 2


def test_what_an_earlier_probe_left_is_removed_and_other_objects_are_not() -> None:
    here = sandbox()
    for name in (f"{PREFIX}0123456789ab", f"{PREFIX}of-jane"):
        ask(here, "POST", "/leads", {"email": f"{name}@{DOMAIN}"})
        ask(here, "POST", "/templates", {"name": name, "body": "x"})
        ask(here, "POST", "/campaigns", {"name": name})
    assert probe(here).status == 0
    assert left(here) == [f"{PREFIX}of-jane@{DOMAIN}", f"{PREFIX}of-jane", f"{PREFIX}of-jane"]


def test_an_object_that_cannot_be_removed_is_named() -> None:
    here = sandbox()
    here.faults.always("campaigns.delete", Fault.status(500))
    findings = probe(here)
    assert findings.status == 2
    assert [each.lacking for each in findings.lacking if "removed" in each.lacking] == [CAMPAIGN.left]


@pytest.mark.parametrize("operation", ["leads.create", "templates.create", "campaigns.create"])
def test_what_the_api_refuses_to_create_is_not_looked_for(operation: str) -> None:
    here = sandbox()
    here.faults.always(operation, Fault.status(403))
    findings = probe(here)
    assert findings.status == 2
    assert not [each.lacking for each in findings.lacking if "removed" in each.lacking]


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        (Fault.status(500), "answered 500"),
        (Fault.html(502), "answered 502"),
        (Fault.close(), "OutcomeUnknownError"),
        (Fault.truncated(), "answered"),
        (Fault.status(429, retry_after=600), "answered 429"),
        (Fault.status(403), "answered 403"),
    ],
)
def test_what_has_no_answer_does_not_count_as_agreeing(fault: Fault, reason: str) -> None:
    here = sandbox()
    here.faults.always("templates.list", fault)
    findings = probe(here, write=False)
    assert words(findings) == []
    assert findings.status == 2
    assert {each.operation for each in findings.lacking} >= {"templates.list", "templates.get"}
    assert "templates.list" not in findings.agreed
    assert any(reason in each.lacking or reason == "answered" for each in findings.lacking)


def test_an_empty_workspace_is_incomplete() -> None:
    findings = probe(sandbox(seed="empty"), write=False)
    assert (words(findings), findings.status) == ([], 2)
    assert {each.lacking for each in findings.lacking} == {NO_ID}


def test_a_quota_that_is_nearly_used_up_makes_it_incomplete() -> None:
    here = sandbox(limit=20)
    findings = probe(here, retry=HASTY)
    assert words(findings) == []
    assert findings.status == 2
    assert len(findings.lacking) > 20
    assert len(here.state.requests) < 25


def test_a_field_that_the_spec_does_not_have_is_found_where_it_is() -> None:
    here = sandbox()
    page = {"data": [{"id": "ctm_1"}], "meta": {"page": 1, "pageSize": 20, "total": 1, "totalPages": 1}}
    here.faults.always("templates.list", Fault.answer(page))
    kinds = {(each.operation, each.kind) for each in probe(here, write=False).found}
    assert ("templates.list", "absent") in kinds
    assert {operation for operation, _ in kinds} == {"templates.list"}
