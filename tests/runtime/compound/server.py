"""A model of the server: leads with a natural key, and a fault before or after the work of any call. No I/O."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any, cast
from urllib.parse import unquote

import msgspec
from foxreach_client import ConflictError, Lead, NotFoundError, OutcomeUnknownError, ServerError
from foxreach_client.models import LeadImportReport, RejectedLead
from foxreach_runtime.errors import FoxReachError, ResponseDecodeError
from foxreach_runtime.operation import Call
from foxreach_runtime.raw import RawReply
from foxreach_runtime.response.headers import Headers
from foxreach_runtime.response.outcome import Attempt

START = datetime(2027, 1, 15, 8, tzinfo=UTC)
LOST = (Attempt(1, "unknown", failure="no answer"),)
DONE = Attempt(1, "answered", 200)
FAULTS: Mapping[str, Callable[[str], FoxReachError]] = {
    "lost": lambda name: OutcomeUnknownError("no answer", operation=name, history=LOST),
    "500": lambda name: ServerError("failed", status=500, operation=name, history=(Attempt(1, "answered", 500),)),
    "unreadable": lambda name: ResponseDecodeError("half", operation=name, history=(Attempt(1, "answered", 201),)),
}


@dataclass
class Row:
    """A lead of the server, who created it, and whether it is deleted."""

    lead: Lead
    creator: str
    deleted: bool = False


@dataclass
class Server:
    """Leads by folded address. *faults* maps the number of a call to (fault, whether the work is done)."""

    rows: dict[str, Row] = field(default_factory=dict[str, Row])
    now: float = 100.0
    faults: Mapping[int, tuple[str, bool]] = field(default_factory=dict[int, tuple[str, bool]])
    before: Mapping[int, Callable[[], object]] = field(default_factory=dict[int, Callable[[], object]])
    calls: list[str] = field(default_factory=list[str])
    named: int = 100
    made: int = 0
    filters: bool = True
    deduplicates: bool = False  # A creation of what is there returns it, with a 201.
    keeps: Callable[[str], str] = str  # the form of a text in which it is stored

    def clock(self) -> float:
        return self.now

    def answer(self, call: Call[Any]) -> RawReply[Any] | FoxReachError:
        """Carry out *call*, with the fault and the event that are planned for its number."""
        number, name = len(self.calls), call.operation.name
        self.calls.append(name)
        self.now += 0.3
        self.before.get(number, lambda: None)()
        kind, works = self.faults.get(number, ("", True))
        result = self._result(call) if works else None
        self.now += 0.3
        if kind:
            return FAULTS[kind](name)
        return result if isinstance(result, FoxReachError) else self._reply(result)

    def _reply(self, value: Any) -> RawReply[Any]:
        date = format_datetime(START + timedelta(seconds=int(self.now)), usegmt=True)
        return RawReply(200, Headers([("date", date)]), b"", (DONE,), value)

    def _result(self, call: Call[Any]) -> Any:
        fields = {} if call.body is None else msgspec.structs.asdict(call.body)
        given = {name: value for name, value in fields.items() if value is not msgspec.UNSET}
        if call.operation.name == "leads.create":
            return self.create("us", **given)
        if call.operation.name == "leads.update":
            return self._update(str(call.path["lead_id"]), given)
        if call.operation.name == "leads.import_leads":
            return self._import(given["leads"])
        [email] = [unquote(item.removeprefix("email=")) for item in call.request.query if item.startswith("email=")]
        there = [row.lead for row in self.rows.values() if not row.deleted]
        if not self.filters:
            return there[:2]  # The first page of all leads.
        return [lead for lead in there if lead.email.casefold() == email.casefold()]

    def create(self, creator: str, **given: Any) -> Any:
        """Create a lead, unless its address is taken."""
        key = str(given["email"]).casefold()
        if key in self.rows and not self.rows[key].deleted:
            taken = ConflictError("taken", status=409, operation="leads.create")
            return self.rows[key].lead if self.deduplicates else taken
        self.made += 1
        time = START + timedelta(seconds=int(self.now))
        fields: dict[str, Any] = {"status": "active", **self.stored(given)}
        lead = Lead(id=f"cld_{self.made}", created_at=time, updated_at=time, **fields)
        self.rows[key] = Row(lead, creator)
        return lead

    def delete(self, email: str) -> None:
        """Delete a lead, if it is there."""
        if email.casefold() in self.rows:
            self.rows[email.casefold()].deleted = True

    def _update(self, identifier: str, given: Mapping[str, Any]) -> Any:
        for row in self.rows.values():
            if row.lead.id == identifier and not row.deleted:
                row.lead = msgspec.structs.replace(row.lead, **self.stored(given))
                return row.lead
        return NotFoundError("gone", status=404, operation="leads.update")

    def stored(self, value: Any) -> Any:
        """Return *value* in the form in which it is stored; so are values in a map."""
        if isinstance(value, dict):
            return {name: self.stored(each) for name, each in cast("dict[str, Any]", value).items()}
        return self.keeps(value) if type(value) is str else value

    def _import(self, leads: list[Any]) -> LeadImportReport:
        found: dict[str, list[str]] = {name: [] for name in ("created", "restored", "duplicates", "errors")}
        for lead in leads:
            found[self.imported(lead.email)].append(lead.email)
        counts: dict[str, Any] = {name: len(emails) for name, emails in found.items()}
        named = [RejectedLead(email=email, reason="invalid email") for email in found["errors"][: self.named]]
        return LeadImportReport(**counts, duplicate_emails=found["duplicates"][: self.named], error_details=named)

    def imported(self, email: str) -> str:
        """Import one row and return its result."""
        if "@" not in email:
            return "errors"
        row = self.rows.get(email.casefold())
        if row is None:
            self.create("us", email=email)
            return "created"
        result, row.deleted = ("restored" if row.deleted else "duplicates"), False
        return result
