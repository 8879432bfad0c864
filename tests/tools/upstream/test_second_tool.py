"""Redocly compares the same two documents: what each of the two tools finds of what was planted."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.source.document import child, is_list, is_mapping
from tests.contract import npm
from tests.tools.upstream.application import document
from tests.tools.upstream.plants import PLANTS, Plant

LOCKED = Path(__file__).parent / "redocly"
CACHE = Path(os.environ.get("FOXREACH_REDOCLY", "~/.cache/foxreach-client/redocly")).expanduser()
# Where the two disagree: Redocly takes the path that is gone and the path that is new for one that was renamed, since
# each has one GET, and so reports the reply of the one as changed to that of the other. So it does with webhooks.
RENAMED = [
    {"/paths/~1api~1v1~1inbox~1stats", "/paths/~1api~1v1~1tags"},
    {"/components/schemas/Envelope_Stats_/properties"},
    {"/webhooks/lead.deleted", "/webhooks/lead.updated"},
]


def leaves(node: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    if is_mapping(node):
        for key, value in node.items():
            yield from leaves(value, child(pointer, key))
        yield pointer, len(node)
    elif is_list(node):
        for index, value in enumerate(node):
            yield from leaves(value, f"{pointer}/{index}")
        yield pointer, len(node)
    else:
        yield pointer, node


def touched(plant: Plant) -> set[str]:
    """Return the JSON pointers at which the plant changes the document."""
    data = document()
    plant.make(data)
    changed = set(map(str, leaves(data))) ^ set(map(str, leaves(document())))
    return {each.split("'")[1] for each in changed}


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> list[set[str]]:
    """Return the pointers of each change that Redocly finds with everything planted."""
    if missing := npm.missing(LOCKED, CACHE, "redocly"):
        pytest.skip(f"REDOCLY WAS NOT RUN: {missing}")
    folder, data = tmp_path_factory.mktemp("redocly"), document()
    (folder / "before.json").write_text(json.dumps(data), "utf-8")
    for plant in PLANTS:
        plant.make(data)
    (folder / "after.json").write_text(json.dumps(data), "utf-8")
    command = [str(npm.installed(LOCKED, CACHE, "redocly")), "diff", "before.json", "after.json"]
    quiet = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true"}
    done = subprocess.run(
        [*command, "--format", "json", "--fail-on", "none"],
        cwd=folder, check=True, capture_output=True, text=True, env={**os.environ, **quiet},
    )  # fmt: skip
    return [
        {each[side]["pointer"].removeprefix("#") for side in ("base", "revision") if side in each}
        for each in json.loads(done.stdout)["changes"]
    ]


def is_about(pointers: set[str], places: set[str]) -> bool:
    """Return whether a change is at one of the places of a plant, or inside or right around one."""
    deep = {each for each in pointers if each.count("/") > 2}
    near = {place for place in places if place.count("/") > 2}
    return any(a == b or a.startswith(f"{b}/") or b.startswith(f"{a}/") for a in deep for b in near)


def test_the_two_tools_agree_but_for_what_is_listed(seen: list[set[str]], capsys: pytest.CaptureFixture[str]) -> None:
    places = {plant.name: touched(plant) for plant in PLANTS}
    missed = {plant.name for plant in PLANTS if not any(is_about(each, places[plant.name]) for each in seen)}
    extra = [each for each in seen if not any(is_about(each, places[plant.name]) for plant in PLANTS)]
    with capsys.disabled():
        print(f"\nplanted {len(PLANTS)}; Redocly: {len(seen)} changes, misses {sorted(missed)}, alone {extra}")
    assert missed == set()
    assert extra == RENAMED
