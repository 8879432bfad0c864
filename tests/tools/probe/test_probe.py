"""The probe on the sandbox: it finds the difference of each variant alone, and says what it could not ask."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import pytest
from foxreach_client import FoxReach, RetryPolicy
from foxreach_client.client import FACTS
from foxreach_runtime.differences.document import packaged
from foxreach_sandbox.faults import Fault
from foxreach_sandbox.sandbox import Sandbox
from foxreach_sandbox.variants import CHOICES, Variants

from generator.rules import check
from generator.source.load import load
from tools.probe.__main__ import SPEC, main, probed
from tools.probe.asking import Asker
from tools.probe.guard import Guard, StoppedRequestError
from tools.probe.plan import first_asks
from tools.probe.report import Findings
from tools.probe.scratch import DOMAIN, Scratch

QUICK = RetryPolicy(max_attempts=2, backoff_base=0.0001, backoff_cap=0.0001)
HASTY = RetryPolicy(max_attempts=2, deadline=0.01)
ODD = [(name, value) for name, values in CHOICES.items() for value in values if value != getattr(Variants(), name)]
FOUND: dict[str, list[tuple[str, str, str]]] = {
    "deletes": [("leads.delete", "200", "204")],
    "bad_key": [("campaigns.list", "403", "401")],
    "duplicates": [("leads.create", "409", "201")],
    "lead_deletes": [("leads.import_leads", "restored", "created")],
}  # The others concern calls that the probe does not make.


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
        return probed(Asker(packaged("foxreach_client"), client, guard), most, scratch)


def words(findings: Findings) -> list[tuple[str, str, str]]:
    return [(each.operation, each.documented, each.seen) for each in findings.found]


def scratch_leads(here: Sandbox) -> list[Any]:
    return [lead for lead in here.state.leads if DOMAIN in lead["email"]]


def test_nothing_differs_on_the_sandbox_as_the_spec_describes_it() -> None:
    here = sandbox()
    before = here.state.leads
    findings = probe(here, most=2)
    assert (words(findings), findings.lacking, findings.status) == ([], [], 0)
    assert {name for name in findings.confirmed if name.startswith("leads.")} == {
        f"leads.{name}" for name in ("activity", "create", "delete", "get", "import_leads", "list", "update")
    }
    assert len(findings.confirmed) == 22
    assert here.state.leads == before


@pytest.mark.parametrize(("name", "value"), ODD)
def test_exactly_the_difference_of_a_variant_is_found(name: str, value: Any) -> None:
    here = sandbox(variants=Variants(**{name: value}))
    findings = probe(here)
    assert words(findings) == FOUND.get(name, [])
    assert findings.status == (1 if name in FOUND else 0)
    assert scratch_leads(here) == []


def test_without_scratch_nothing_but_reads_is_sent() -> None:
    here = sandbox()
    assert probe(here, write=False).status == 0
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
    own = {"email": scratch.address}
    assert scratch.own({"id": "cld_1", "email": "jane@example.com"}) is None
    assert scratch.own({"id": "cld_2", **own}) == "cld_2"
    allowed: list[tuple[str, str, Any]] = [
        ("POST", "", own),
        ("POST", "/import", {"leads": [own]}),
        ("PATCH", "/cld_2", {}),
        ("DELETE", "/cld_2", None),
    ]
    refused: list[tuple[str, str, Any]] = [
        ("POST", "", {"email": "jane@example.com"}),
        ("POST", "/import", {"leads": [own, {"email": "jane@example.com"}]}),
        ("POST", "/import", {"leads": []}),
        ("PATCH", "/cld_1", {}),
        ("DELETE", "/cld_1", None),
        ("DELETE", "", None),
        ("DELETE", "/cld_2/activity", None),
        ("PUT", "/cld_2", own),
        ("POST", "/cld_2", own),
    ]
    for chosen, expected in ((allowed, True), (refused, False)):
        for method, below, body in chosen:
            content = b"" if body is None else json.dumps(body).encode()
            assert scratch.allows(method, f"/api/v1/leads{below}", content) is expected
    for path in ("/api/v1/campaigns", "/api/v1/campaigns/leads", "/leads", "/api/v1/leads-of-others"):
        assert not scratch.allows("POST", path, json.dumps(own).encode())


def steps() -> Iterator[tuple[int, bool, int]]:
    """Yield each request of a scratch lead's life: before and after it was sent, and with impatience."""
    counting = Interrupting(sandbox().transport(), at=10**6)
    probe(sandbox(), transport=counting)
    first = next(at for at, method in enumerate(counting.sent, 1) if method == "POST") - 2
    for at in range(first, len(counting.sent) + 1):
        yield from ((at, False, 1), (at, True, 1), (at, True, 2))


def test_a_scratch_lead_is_removed_whenever_it_is_interrupted() -> None:
    tried = 0
    for at, after, times in steps():
        here = sandbox()
        transport = Interrupting(here.transport(), at, after, times)
        findings = probe(here, transport=transport)
        assert scratch_leads(here) == [], (at, after, times)
        assert findings.interrupted
        assert findings.status in (1, 2)
        tried += 1
    assert tried > 30


@pytest.mark.parametrize(
    ("operation", "fault"),
    [
        ("leads.create", Fault.close(after_work=True)),
        ("leads.create", Fault.status(500, after_work=True)),
        ("leads.update", Fault.reset()),
        ("leads.delete", Fault.close()),
        ("leads.delete", Fault.close(after_work=True)),
        ("leads.import_leads", Fault.truncated()),
    ],
)
def test_a_scratch_lead_is_removed_when_a_call_of_it_fails(operation: str, fault: Fault) -> None:
    here = sandbox()
    here.faults.next(operation, 1, fault)
    findings = probe(here)
    assert scratch_leads(here) == []
    assert words(findings) == []
    assert findings.status == 2


def test_what_an_earlier_probe_left_is_removed_and_other_leads_are_not() -> None:
    here = sandbox()
    with FoxReach(api_key=here.key, http_client=httpx2.Client(transport=here.transport())) as client:
        client.leads.create(email=f"foxreach-probe-0123456789ab@{DOMAIN}")
        client.leads.create(email=f"foxreach-probe-of-jane@{DOMAIN}")
    assert probe(here).status == 0
    assert [lead["email"] for lead in scratch_leads(here)] == [f"foxreach-probe-of-jane@{DOMAIN}"]


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
    assert "templates.list" not in findings.confirmed
    assert any(reason in each.lacking or reason == "answered" for each in findings.lacking)


def test_an_empty_workspace_is_incomplete() -> None:
    findings = probe(sandbox(seed="empty"), write=False)
    assert (words(findings), findings.status) == ([], 2)
    assert {each.lacking for each in findings.lacking} == {"the list has none"}


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


def test_no_output_has_a_value_a_key_or_an_id(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    here = sandbox(variants=Variants(bad_key=401))
    here.faults.always("templates.list", Fault.answer({"data": "Lea"}))
    options: dict[str, Any] = {"api_key": here.key}
    arguments = ["--write-scratch", "--ids", "3", "--output", str(tmp_path)]
    assert main(arguments, here.transport(), QUICK, **options) == 1
    written = capsys.readouterr().out + "".join(path.read_text("utf-8") for path in sorted(tmp_path.iterdir()))
    rows = [*here.state.leads, *here.state.rows("templates"), *here.state.rows("campaigns")]
    values = [here.key, *(lead["email"] for lead in here.state.leads), *(row["id"] for row in rows), "Lea", "Acme"]
    assert [value for value in values if value in written] == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["differences.json", "evidence.patch"]
    found = json.loads((tmp_path / "differences.json").read_text("utf-8"))
    assert found["status"] == 1
    assert {each["operation"]: each["spec_line"] > 1 for each in found["differences"]}


def test_the_plan_is_printed_first_and_alone_on_request(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    here = sandbox()
    assert main(["--plan", "--output", str(tmp_path / "no")], here.transport(), api_key=here.key) == 0
    said = capsys.readouterr().out
    assert said.startswith("The probe makes up to 47 calls, each a GET")
    assert here.state.requests == []
    assert not (tmp_path / "no").exists()
    probe(here, write=False)
    assert len(here.state.requests) == 47
    assert len(list(first_asks(packaged("foxreach_client")))) == 38


def test_a_missing_key_is_one_sentence(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("FOXREACH_API_KEY", raising=False)
    assert main([], sandbox().transport()) == 2
    assert "API key" in capsys.readouterr().err


def test_the_patch_applies_and_the_generator_takes_what_it_writes(tmp_path: Path) -> None:
    here = sandbox()
    assert main(["--write-scratch", "--output", str(tmp_path)], here.transport(), QUICK, api_key=here.key) == 0
    (tmp_path / "spec").mkdir()
    copy = tmp_path / "spec" / "foxreach.yaml"
    before = copy.write_text(SPEC.read_text("utf-8"), "utf-8")
    subprocess.run(["git", "apply", "evidence.patch"], cwd=tmp_path, check=True)
    assert copy.stat().st_size != before
    document = load(copy.read_text("utf-8"), "foxreach.yaml")
    assert check(document) == []
    known = {each["operationId"]: each["x-evidence"] for each in operations(document.data)}
    assert sorted(name for name, evidence in known.items() if evidence == "live") == probe(here).confirmed


def operations(data: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for item in data["paths"].values():
        yield from (node for name, node in item.items() if name != "parameters")
