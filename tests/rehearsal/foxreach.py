"""What a small FoxReach answers: leads and campaigns with state, and the refusals of the reference.

Pure: request in, answer out. Not here: sockets, and the operations of the other resources.
"""

import json
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

Json = dict[str, Any]

NOW = "2026-01-15T10:30:00"
LEAD: Json = dict.fromkeys(
    ("firstName", "lastName", "company", "title", "phone", "linkedinUrl", "website", "customFields", "notes", "tags")
) | {"source": "api", "status": "active", "lastContactedAt": None}
CAMPAIGN: Json = {
    "timezone": "UTC",
    "sendingDays": [1, 2, 3, 4, 5],
    "sendingStartHour": 9,
    "sendingEndHour": 17,
    "dailyLimit": 50,
    "context": None,
}
COUNTS = ("sentToday", "totalLeads", "totalSent", "totalDelivered", "totalBounced", "totalReplied", "totalOpened")


@dataclass(frozen=True)
class Request:
    """One request as it came in; *path* is without the base, *query* has the last value of each name."""

    method: str
    path: str
    query: Mapping[str, str]
    key: str | None
    body: bytes


class Answer(NamedTuple):
    """What goes back; no *body* is sent where it is None."""

    status: int
    body: Json | None
    headers: Mapping[str, str] = {}


class RefusedError(Exception):
    """The request is answered with *status* and *detail*."""

    def __init__(self, status: int, detail: str | list[Json]) -> None:
        super().__init__(status, detail)
        self.answer = Answer(status, {"detail": detail})


@dataclass
class FoxReach:
    """One workspace; the request with the number *refused* (counted from 1) meets the rate limit."""

    key: str
    limit: int = 100
    refused: int | None = None
    received: int = 0
    made: int = 0
    leads: dict[str, Json] = field(default_factory=dict[str, Json])
    campaigns: dict[str, Json] = field(default_factory=dict[str, Json])

    def answer(self, request: Request) -> Answer:
        """Return what FoxReach says to *request*, rate limit headers included."""
        self.received += 1
        left = 0 if self.received == self.refused else max(0, self.limit - self.received)
        reset = int(time.time()) + (1 if self.received == self.refused else 60)  # As Retry-After says.
        quota = {"limit": self.limit, "remaining": left, "reset": reset}
        headers = {f"X-RateLimit-{name.title()}": str(value) for name, value in quota.items()}
        if self.received == self.refused:
            details = {"limit": self.limit, "reset": reset}
            body = {"error": "Rate limit exceeded", "code": "rate_limit_exceeded", "details": details}
            return Answer(429, body, {**headers, "Retry-After": "1"})
        try:
            given = self._carry_out(request)
        except RefusedError as refusal:
            given = refusal.answer
        return given._replace(headers=headers)

    def _carry_out(self, request: Request) -> Answer:
        if request.key != self.key:
            raise RefusedError(403, "Invalid API key")
        for method, pattern, operation in ROUTES:
            found = re.fullmatch(pattern, request.path)
            if found and method == request.method:
                return operation(self, request, *found.groups())
        raise RefusedError(404, "Not Found")

    def list_leads(self, request: Request) -> Answer:
        wanted = {name: request.query[name] for name in ("email", "status") if name in request.query}
        found = [lead for lead in self.leads.values() if wanted.items() <= lead.items()]
        word = request.query.get("search", "").lower()
        return paged([lead for lead in found if word in json.dumps(lead).lower()], request.query)

    def create_lead(self, request: Request) -> Answer:
        return Answer(201, {"data": self._add_lead(sent(request))})

    def import_leads(self, request: Request) -> Answer:
        rows: list[Json] = sent(request).get("leads", [])
        if not 1 <= len(rows) <= 1000:
            raise RefusedError(400, "Between 1 and 1000 leads are accepted")
        refused: dict[int, list[str]] = {409: [], 422: []}
        for row in rows:
            try:
                self._add_lead(row)
            except RefusedError as refusal:
                refused[refusal.answer.status].append(str(row.get("email")))
        twice, invalid_ones = refused[409], [{"email": email, "reason": "invalid"} for email in refused[422]]
        counts = {"duplicates": len(twice), "errors": len(invalid_ones), "restored": 0}
        created = {"created": len(rows) - len(twice) - len(invalid_ones)}
        return Answer(200, {"data": {**created, **counts, "duplicateEmails": twice, "errorDetails": invalid_ones}})

    def get_lead(self, _: Request, lead: str) -> Answer:
        return Answer(200, {"data": known(self.leads, lead, "Lead")})

    def update_lead(self, request: Request, lead: str) -> Answer:
        found, change = known(self.leads, lead, "Lead"), sent(request)
        if change.get("email", found["email"]) != found["email"]:
            self._check_email(change)
        found.update(change, updatedAt=NOW)
        return Answer(200, {"data": found})

    def delete_lead(self, _: Request, lead: str) -> Answer:
        known(self.leads, lead, "Lead")
        del self.leads[lead]
        return Answer(200, {"data": {"id": lead, "deleted": True}})

    def list_campaigns(self, request: Request) -> Answer:
        status = request.query.get("status")
        return paged([one for one in self.campaigns.values() if status in (None, one["status"])], request.query)

    def create_campaign(self, request: Request) -> Answer:
        body = sent(request)
        if not body.get("name"):
            raise RefusedError(422, invalid("name", "Field required", "missing"))
        state = {"status": "draft", "startedAt": None, "completedAt": None, **dict.fromkeys(COUNTS, 0)}
        return Answer(201, {"data": self._keep(self.campaigns, "cmp", {**CAMPAIGN, **state, **body})})

    def get_campaign(self, _: Request, campaign: str) -> Answer:
        return Answer(200, {"data": known(self.campaigns, campaign, "Campaign")})

    def update_campaign(self, request: Request, campaign: str) -> Answer:
        found = known(self.campaigns, campaign, "Campaign")
        found.update(sent(request), updatedAt=NOW)
        return Answer(200, {"data": found})

    def start_campaign(self, _: Request, campaign: str) -> Answer:
        known(self.campaigns, campaign, "Campaign")
        raise RefusedError(400, "Campaign must have at least one sequence step")  # Steps are beyond this server.

    def delete_campaign(self, _: Request, campaign: str) -> Answer:
        known(self.campaigns, campaign, "Campaign")
        del self.campaigns[campaign]
        return Answer(204, None)  # The reference knows deletes with a body and without: this is the one without.

    def _add_lead(self, body: Json) -> Json:
        self._check_email(body)
        return self._keep(self.leads, "cld", {**LEAD, **body})

    def _check_email(self, body: Json) -> None:
        email = body.get("email")
        if not isinstance(email, str) or "@" not in email:
            raise RefusedError(422, invalid("email", "value is not a valid email address", "value_error"))
        if any(lead["email"] == email for lead in self.leads.values()):
            raise RefusedError(409, "A lead with this email already exists")

    def _keep(self, table: dict[str, Json], prefix: str, row: Json) -> Json:
        self.made += 1
        name = f"{prefix}_{self.made}"
        table[name] = {"id": name, **row, "createdAt": NOW, "updatedAt": NOW}
        return table[name]


def sent(request: Request) -> Json:
    """Return the JSON object in the body."""
    try:
        body: Json = json.loads(request.body)
    except ValueError:
        raise RefusedError(400, "Invalid JSON body") from None
    return body


def known(table: dict[str, Json], name: str, kind: str) -> Json:
    """Return the row called *name*."""
    if name not in table:
        raise RefusedError(404, f"{kind} not found")
    return table[name]


def invalid(field_name: str, message: str, kind: str) -> list[Json]:
    """Return the detail of a 422 in FastAPI's shape."""
    return [{"loc": ["body", field_name], "msg": message, "type": kind}]


def paged(rows: list[Json], query: Mapping[str, str]) -> Answer:
    """Return the page that *query* asks for."""
    page, size = int(query.get("page", "1")), int(query.get("pageSize", "20"))
    if page < 1 or not 1 <= size <= 100:
        raise RefusedError(422, [{"loc": ["query", "pageSize"], "msg": "Out of range", "type": "value_error"}])
    meta = {"page": page, "pageSize": size, "total": len(rows), "totalPages": -(-len(rows) // size)}
    return Answer(200, {"data": rows[(page - 1) * size : page * size], "meta": meta})


ROUTES: list[tuple[str, str, Callable[..., Answer]]] = [
    ("GET", "/leads", FoxReach.list_leads),
    ("POST", "/leads", FoxReach.create_lead),
    ("POST", "/leads/import", FoxReach.import_leads),
    ("GET", "/leads/([^/]+)", FoxReach.get_lead),
    ("PATCH", "/leads/([^/]+)", FoxReach.update_lead),
    ("DELETE", "/leads/([^/]+)", FoxReach.delete_lead),
    ("GET", "/campaigns", FoxReach.list_campaigns),
    ("POST", "/campaigns", FoxReach.create_campaign),
    ("GET", "/campaigns/([^/]+)", FoxReach.get_campaign),
    ("PATCH", "/campaigns/([^/]+)", FoxReach.update_campaign),
    ("DELETE", "/campaigns/([^/]+)", FoxReach.delete_campaign),
    ("POST", "/campaigns/([^/]+)/start", FoxReach.start_campaign),
]
