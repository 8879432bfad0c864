"""Models in the hands of other libraries: the same instant everywhere, and nothing lost."""

from __future__ import annotations

import copy
import json
import pickle
from datetime import UTC, datetime
from typing import Annotated, Any

import msgspec
import pandas as pd
import polars as pl
import pydantic
import pytest
from fastapi import Body, FastAPI
from fastapi.encoders import jsonable_encoder
from fastapi.testclient import TestClient
from foxreach_client.models import Lead, LeadCreate, LeadStatus
from foxreach_client.operations.campaigns import campaigns_add_leads

WIRE: dict[str, Any] = {
    "id": "cld_1",
    "email": "jane@example.com",
    "firstName": "Jane",
    "customFields": {"Team Size": 12},
    "source": "api",
    "status": "do_not_contact",
    "createdAt": "2025-01-15T10:30:00",
    "updatedAt": "2025-01-15T12:30:00+02:00",
}
NOON = datetime(2025, 1, 15, 10, 30, tzinfo=UTC)
TEXT = "2025-01-15T10:30:00Z"


@pytest.fixture
def lead() -> Lead:
    return msgspec.convert(WIRE, Lead)


def test_a_series_is_sent_as_a_list() -> None:
    assert campaigns_add_leads("cmp_1", lead_ids=pd.Series(["x"])).request.body == b'{"leadIds":["x"]}'


def test_a_dict_has_python_names_aware_times_and_plain_text(lead: Lead) -> None:
    values = lead.to_dict()
    assert (values["first_name"], values["custom_fields"]) == ("Jane", {"Team Size": 12})
    assert values["created_at"] == values["updated_at"] == NOON
    assert (values["created_at"].tzinfo, values["updated_at"].tzinfo) == (UTC, UTC)
    assert type(values["status"]) is str
    assert LeadCreate(email="a@example.com").to_dict() == {"email": "a@example.com"}


def test_json_has_an_explicit_zone_by_either_way(lead: Lead) -> None:
    assert json.loads(json.dumps(lead.to_dict(mode="json")))["created_at"] == TEXT
    assert json.loads(json.dumps([lead], default=lambda model: model.to_dict(mode="json")))[0]["updated_at"] == TEXT
    wire = json.loads(lead.to_json())
    assert (wire["createdAt"], wire["customFields"], wire["status"]) == (TEXT, {"Team Size": 12}, "do_not_contact")
    assert json.loads(lead.to_json(indent=2)) == wire
    assert lead.to_json(indent=2).startswith('{\n  "id"')
    assert msgspec.json.decode(lead.to_json(), type=Lead) == lead


def test_pandas_and_polars_get_typed_columns(lead: Lead) -> None:
    frame = pd.DataFrame(each.to_dict() for each in [lead, lead])
    assert str(frame["created_at"].dtype) == "datetime64[us, UTC]"
    assert frame["created_at"][0].to_pydatetime() == NOON
    table = pl.DataFrame([each.to_dict() for each in [lead, lead]], infer_schema_length=None)
    assert table.schema["created_at"] == pl.Datetime("us", "UTC")
    assert table["updated_at"][1] == NOON


def test_pydantic_reads_and_writes_a_model(lead: Lead) -> None:
    class Deal(pydantic.BaseModel):
        lead: Lead

    deal = Deal(lead=lead)
    assert deal.lead is lead
    assert deal.model_dump() == {"lead": lead}
    assert json.loads(deal.model_dump_json())["lead"]["createdAt"] == TEXT
    assert Deal.model_validate({"lead": WIRE}) == deal
    assert Deal.model_validate_json(deal.model_dump_json()) == deal
    with pytest.raises(pydantic.ValidationError, match=r"email"):
        Deal.model_validate({"lead": {**WIRE, "email": 3}})
    schema = Deal.model_json_schema()["properties"]["lead"]
    assert schema["required"] == ["id", "email", "status", "createdAt", "updatedAt"]
    assert "$ref" not in json.dumps(schema)


def test_fastapi_answers_and_takes_models(lead: Lead) -> None:
    app = FastAPI()

    @app.get("/lead")
    def one() -> Lead:
        return lead

    @app.get("/leads")
    def many() -> list[Lead]:
        return [lead]

    @app.post("/leads")
    def made(new: Annotated[LeadCreate, Body()]) -> str:
        return new.email

    web = TestClient(app)
    assert web.get("/lead").json() == json.loads(lead.to_json())
    assert web.get("/leads").json() == [json.loads(lead.to_json())]
    assert web.post("/leads", json={"email": "a@example.com"}).json() == "a@example.com"
    assert web.post("/leads", json={"email": 3}).status_code == 422
    answer = web.get("/openapi.json").json()["paths"]["/lead"]["get"]["responses"]["200"]
    assert "createdAt" in answer["content"]["application/json"]["schema"]["properties"]


def test_jsonable_encoder_writes_models_as_it_is_told(lead: Lead) -> None:
    def written(model: Lead) -> dict[str, Any]:
        return model.to_dict(mode="json")

    told: dict[Any, Any] = {msgspec.Struct: written}
    assert jsonable_encoder({"leads": [lead]}, custom_encoder=told) == {"leads": [lead.to_dict(mode="json")]}


def test_copies_and_pickles_are_equal(lead: Lead) -> None:
    made_again = Lead(**{name: getattr(lead, name) for name in lead.__struct_fields__})
    copies = (copy.copy(lead), copy.deepcopy(lead), pickle.loads(pickle.dumps(lead)), msgspec.structs.replace(lead))  # noqa: S301
    for twin in (made_again, *copies):
        assert twin == lead
        assert twin.to_dict() == lead.to_dict()
    assert msgspec.structs.replace(lead, status=LeadStatus.ACTIVE) != lead


def test_no_model_can_be_hashed(lead: Lead) -> None:
    for model in (lead, LeadCreate(email="a@example.com")):
        with pytest.raises(TypeError, match="unhashable"):
            hash(model)
