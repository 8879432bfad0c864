from __future__ import annotations

import copy
import pickle
from typing import Any

import msgspec
import pytest
from foxreach_client.models import ReplyCategory
from foxreach_runtime.enums import OpenEnum, OpenIntEnum

from .sample import LeadStatus


class Level(OpenIntEnum):
    ONE = 1


def test_a_known_value_is_its_member() -> None:
    assert LeadStatus("active") is LeadStatus.ACTIVE
    assert str(LeadStatus.ACTIVE) == "active"
    assert LeadStatus.ACTIVE in ["active"]
    assert LeadStatus.ACTIVE.known


def test_an_unknown_value_keeps_its_text_and_joins_no_list() -> None:
    value = LeadStatus("brand_new")
    assert (value, str(value), value.value, value.known) == ("brand_new", "brand_new", "brand_new", False)
    assert isinstance(value, LeadStatus)
    assert value == LeadStatus("brand_new")
    by_text: dict[str, int] = {value: 1}
    assert by_text["brand_new"] == 1
    assert list(LeadStatus) == [LeadStatus.ACTIVE, LeadStatus.BOUNCED]


@pytest.mark.parametrize(
    "value", [ReplyCategory("frozen"), ReplyCategory("UNKNOWN"), LeadStatus("brand_new"), LeadStatus(""), Level(7)]
)
def test_an_unknown_value_has_the_name_and_the_repr_of_no_member(value: OpenEnum | OpenIntEnum) -> None:
    assert value.name not in type(value).__members__
    assert not value.name.isidentifier()  # nor of a member that is added some day
    assert repr(value) == f"<{type(value).__name__}.?: {value.value!r}>"
    assert not value.known


def test_a_match_takes_an_unknown_value_for_no_member() -> None:
    match ReplyCategory("frozen"):
        case ReplyCategory.UNKNOWN:
            found = "member"
        case other:
            found = other.value
    assert found == "frozen"


@pytest.mark.parametrize("text", ["active", "brand_new", ""])
def test_values_survive_pickle_and_copies(text: str) -> None:
    value = LeadStatus(text)
    for twin in (pickle.loads(pickle.dumps(value)), copy.copy(value), copy.deepcopy(value)):  # noqa: S301
        assert twin == value
        assert type(twin) is LeadStatus
        assert twin.known is value.known


def test_msgspec_decodes_and_encodes_unknown_values() -> None:
    value = msgspec.json.decode(b'"brand_new"', type=LeadStatus)
    assert value == "brand_new"
    assert msgspec.json.encode(value) == b'"brand_new"'


def test_only_text_is_a_value() -> None:
    number: Any = 5
    with pytest.raises(ValueError, match="5"):
        LeadStatus(number)
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b"5", type=LeadStatus)
