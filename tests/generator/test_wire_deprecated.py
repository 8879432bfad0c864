"""Arguments and fields that the API gives up: a warning with the caller's line when one is used, else nothing."""

from __future__ import annotations

import copy
import warnings
from pathlib import Path
from typing import Any

import pytest

from tests.generator.test_wire import Server, called, flavours, package, packages, target

__all__ = ["packages"]
PET = {"data": {"id": "p1", "number": 7}}


def warned(made: Any, flavour: str, *values: Any, **arguments: Any) -> list[str]:
    """Return the warnings of one call, each of which names a line of this project."""
    server = Server(PET, status=201)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        called(made, flavour, server, "pets.create", *values, **arguments)
    assert all(Path(each.filename).parent == Path(__file__).parent for each in caught)
    assert len(server.requests) == 1
    return [f"{each.category.__name__}: {each.message}" for each in caught]


@flavours
def test_a_deprecated_argument_warns_when_it_is_passed(packages: Path, flavour: str) -> None:
    made, words = package(packages, "deprecation"), "is deprecated by the API; it may go away."
    assert warned(made, flavour, name="Tom") == []
    assert warned(made, flavour, name="Tom", old=None, nick=made.UNSET) == [
        f"DeprecationWarning: pets.create: old {words}"
    ]
    assert warned(made, flavour, name="Tom", old=True, older=False, nick="T") == [
        f"DeprecationWarning: pets.create: {name} {words}" for name in ("old", "older", "nick")
    ]


@flavours
def test_a_deprecated_field_of_a_body_as_one_object_warns_too(packages: Path, flavour: str) -> None:
    made = package(packages, "deprecation")
    create = made.models.PetCreate
    assert warned(made, flavour, {"name": "Tom"}) == warned(made, flavour, create(name="Tom")) == []
    assert len(warned(made, flavour, {"name": "Tom", "nick": "T"})) == 1
    assert len(warned(made, flavour, create(name="Tom", nick="T"))) == 1
    assert len(warned(made, flavour, values=create(name="Tom", nick="T"))) == 1


@flavours
def test_a_deprecated_argument_is_sent(packages: Path, flavour: str) -> None:
    made, server = package(packages, "deprecation"), Server(PET, status=201)
    with pytest.warns(DeprecationWarning, match=r"pets\.create: nick is deprecated"):
        called(made, flavour, server, "pets.create", name="Tom", nick="T")
    assert target(server.requests[0]) == "POST /pets/youngest"
    assert server.requests[0].content == b'{"name":"Tom","nick":"T"}'


def test_a_deprecated_field_warns_when_it_is_read_and_in_nothing_else(packages: Path) -> None:
    made = package(packages, "deprecation")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        pet = called(made, "sync", Server(PET), "pets.youngest")
        assert pet.to_dict() == {"id": "p1", "number": 7}
        assert "number=7" in repr(pet)
        assert copy.deepcopy(pet) == pet
        assert pet.to_json() == '{"id":"p1","number":7}'
    with pytest.warns(DeprecationWarning, match=r"^Pet\.number is deprecated by the API; it may go away\.$") as caught:
        assert pet.number == 7
    assert caught[0].filename == __file__


def test_the_word_is_in_the_docs(packages: Path) -> None:
    made = package(packages, "deprecation")
    words = made.FoxReach(api_key="otr_key").pets.create.__doc__
    assert "old: An old flag. Deprecated; it may go away." in words
    assert "nick: Nickname. Deprecated; it may go away." in words
