"""Invented leads that match the spec, in the forms that the clients need. Pure."""

import json
from typing import Any

KEY = "otr_benchmark"
LEAD_ID = "cld_000007"
TAGS = ["trial", "conference", "priority"]


def lead(number: int) -> dict[str, Any]:
    """Return a lead as the API answers it; two in five have absent fields."""
    return {
        "id": f"cld_{number:06}",
        "email": f"person.{number:06}@example.com",
        "firstName": f"Given{number % 89}",
        "lastName": f"Family{number % 97}",
        "company": f"Company {number % 71} & Söhne",
        "title": "Head of Sales" if number % 5 else None,
        "phone": f"+44 1632 {960000 + number % 1000}" if number % 2 else None,
        "linkedinUrl": f"https://example.com/in/person-{number:06}",
        "website": "https://example.com",
        "customFields": {"Team Size": str(number % 40), "plan": "trial"},
        "notes": "Met at the conference in spring." if number % 5 else None,
        "source": "csv_import",
        "status": "active",
        "lastContactedAt": "2025-02-03T09:15:00" if number % 2 else None,
        "tags": TAGS[: number % 4],
        "createdAt": "2025-01-15T10:30:00",
        "updatedAt": "2025-01-16T11:45:30",
    }


def compact(value: object) -> bytes:
    """Return *value* as JSON, as a server writes it."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def page_of_leads(count: int) -> bytes:
    """Return the reply of a page with *count* leads."""
    meta = {"page": 1, "pageSize": count, "total": count, "totalPages": 1}
    return compact({"data": [lead(number) for number in range(count)], "meta": meta})


def rows(count: int) -> list[dict[str, Any]]:
    """Return leads to import as rows of a table, with Python names and plain values."""
    return [_row(lead(number)) for number in range(count)]


def _row(known: dict[str, Any]) -> dict[str, Any]:
    row = {
        "email": known["email"],
        "first_name": known["firstName"],
        "last_name": known["lastName"],
        "company": known["company"],
        "title": known["title"],
        "phone": known["phone"],
        "linkedin_url": known["linkedinUrl"],
        "website": known["website"],
        "tags": known["tags"],
        "custom_fields": known["customFields"],
        "notes": known["notes"],
    }
    return {name: value for name, value in row.items() if value is not None}
