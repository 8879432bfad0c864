from __future__ import annotations

import copy
import pickle
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import msgspec
import pytest
from foxreach_runtime.model import Model, read_as_utc, show_in_repr

from .sample import EMAIL, LEAD, Lead, LeadPage, LeadStatus

TEXT = b'{"id":"cld_1","email":"jane@example.com","createdAt":"2025-01-15T10:30:00"}'


class Event(Model, frozen=True, kw_only=True):
    campaign_id: str
    at: datetime | None
    end: datetime | msgspec.UnsetType = msgspec.UNSET
    note: str = ""
    numbers: list[int] = msgspec.field(default_factory=list[int])
    texts: list[str] = msgspec.field(default_factory=list[str])
    data: dict[str, object] = msgspec.field(default_factory=dict[str, object])
    opens: float | None = None


read_as_utc(Event, "at", "end")
show_in_repr(Event, "campaign_id")


def test_zone_less_text_reads_as_utc_and_encodes_back_unchanged() -> None:
    lead = msgspec.json.decode(TEXT, type=Lead)
    assert lead.created_at == datetime(2025, 1, 15, 10, 30, tzinfo=UTC)
    assert msgspec.json.encode(lead) == TEXT


def test_an_offset_is_converted_to_utc() -> None:
    event = msgspec.json.decode(b'{"campaign_id":"c","at":"2025-01-15T10:30:00+02:00"}', type=Event)
    assert event.at is not None
    assert (event.at.isoformat(), event.at.tzinfo) == ("2025-01-15T08:30:00+00:00", UTC)


def test_null_and_absent_times_stay_what_they_are() -> None:
    event = msgspec.json.decode(b'{"campaign_id":"c","at":null}', type=Event)
    assert event.at is None
    assert event.end is msgspec.UNSET


def test_the_descriptor_changes_neither_equality_nor_copies_nor_pickle_nor_subclasses() -> None:
    lead = msgspec.json.decode(TEXT, type=Lead)
    for twin in (copy.copy(lead), copy.deepcopy(lead), pickle.loads(pickle.dumps(lead)), msgspec.structs.replace(lead)):  # noqa: S301
        assert twin == lead
        assert msgspec.json.encode(twin) == TEXT

    class Special(Lead, frozen=True, kw_only=True):
        x: int = 1

    assert msgspec.json.decode(TEXT, type=Special).created_at.tzinfo is UTC


def test_the_attribute_can_be_looked_at_on_the_class() -> None:
    assert Lead.created_at is not None
    assert msgspec.json.decode(TEXT, type=Lead).id == "cld_1"


def test_models_are_frozen() -> None:
    lead = msgspec.json.decode(TEXT, type=Lead)
    for name in ("id", "created_at"):
        with pytest.raises(AttributeError):
            setattr(lead, name, "x")


def test_a_repr_shows_what_was_declared_and_no_other_text() -> None:
    lead = msgspec.convert({**LEAD, "status": "new_one", "firstName": "Jane"}, Lead)
    assert repr(lead) == (
        "Lead(id=…, email=…, created_at=datetime.datetime(2025, 1, 15, 10, 30, tzinfo=datetime.timezone.utc), "
        "status='new_one', first_name=…)"
    )
    east = timezone(timedelta(hours=2))
    event = Event(
        campaign_id="cmp_1",
        at=datetime(2025, 1, 15, 10, tzinfo=east),
        note=EMAIL,
        numbers=[1, 2, 3, 4],
        texts=[EMAIL],
        data={EMAIL: EMAIL},
        opens=0.5,
    )
    assert repr(event) == (
        "Event(campaign_id='cmp_1', at=datetime.datetime(2025, 1, 15, 8, 0, tzinfo=datetime.timezone.utc), note=…, "
        "numbers=[1, 2, 3, …], texts=[…], data={…}, opens=0.5)"
    )


def test_an_id_that_is_an_address_is_hidden_too() -> None:
    event = Event(campaign_id=f"<1.{EMAIL}>", at=datetime(2025, 1, 15, tzinfo=UTC))
    assert "campaign_id=…" in repr(event)


def test_a_page_of_leads_shows_no_lead_data_either() -> None:
    meta = {"page": 1, "pageSize": 1, "total": 1, "totalPages": 1}
    page = msgspec.convert({"data": [LEAD], "meta": meta}, LeadPage)
    assert EMAIL not in repr(page)
    assert "Lead(id=" in repr(page)
    assert EMAIL not in repr(list(page.__rich_repr__()))


def test_unknown_fields_are_ignored_and_unknown_values_kept() -> None:
    lead = msgspec.convert({**LEAD, "status": "x", "brandNew": [1]}, Lead)
    assert lead.status == "x"
    assert isinstance(lead.status, LeadStatus)


@pytest.mark.parametrize("mode", ["JSON", "", None])
def test_an_unknown_mode_is_refused_rather_than_read_as_python(mode: Any) -> None:
    with pytest.raises(ValueError, match=r'^mode must be "python" or "json"$'):
        msgspec.json.decode(TEXT, type=Lead).to_dict(mode=mode)
