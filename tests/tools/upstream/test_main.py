"""`python -m tools.upstream`: what it refuses, how it normalises, what it prints, and what it records."""

from __future__ import annotations

import json
import shutil
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.output.manifest import ROOT
from generator.source.document import Document
from generator.source.load import read as read_spec
from tests.tools.upstream.application import document
from tests.tools.upstream.older import in_30
from tests.tools.upstream.plants import PLANTS
from tools.upstream.__main__ import main

Node = dict[str, Any]
WHOLE = json.dumps(document(), indent=1)


SPEC = read_spec(ROOT / "spec" / "foxreach.yaml")


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a folder with the files of the spec alone; the spec is read once for all tests."""
    shutil.copytree(ROOT / "spec", tmp_path / "spec")

    def read(_: Path) -> Document:
        return SPEC

    monkeypatch.setattr("tools.upstream.__main__.read_spec", read)
    return tmp_path


def written(folder: Path, text: str | bytes, name: str = "theirs.json") -> str:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def other(change: Callable[[Node], object]) -> str:
    data = document()
    change(data)
    return json.dumps(data)


REFUSED = {
    "a document cut in half": WHOLE[: len(WHOLE) // 2],
    "a document in YAML cut in half": (text := yaml.safe_dump(document()))[: len(text) // 2],
    "half of the paths": other(lambda d: [d["paths"].pop(path) for path in list(d["paths"])[12:]]),
    "components that are gone": other(lambda d: d["components"].pop("schemas")),
    "another API": json.dumps({"openapi": "3.1.0", "info": {}, "paths": {"/pets": {"get": {"responses": {}}}}}),
    "another host": other(lambda d: d.update(servers=[{"url": "https://api.example.com/api/v1"}])),
    "a page": "<!DOCTYPE html><html><body>Not found</body></html>",
    "Swagger 2": json.dumps({"swagger": "2.0", "paths": {"/leads": {}}}),
    "another JSON": "[1, 2]",
    "nothing": "",
    "bytes": b"\xff\xfe\x00",
    "no operation in a path": json.dumps({"openapi": "3.1.0", "paths": {"/leads": [1]}}),
    "a schema that is nothing but itself": other(
        lambda d: d["components"]["schemas"].update(Lead={"allOf": [{"$ref": "#/components/schemas/Lead"}]})
    ),
    "no replies": json.dumps({"openapi": "3.1.0", "paths": {"/leads": {"get": {}}}}),
}


@pytest.mark.parametrize("content", REFUSED.values(), ids=REFUSED)
def test_what_is_no_whole_document_of_this_api_is_refused_in_one_sentence(
    checkout: Path, content: str | bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([written(checkout, content)], checkout) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.startswith(str(checkout))
    assert said.err.endswith(".\n")


def test_a_file_that_is_missing_and_a_host_that_refuses_are_refused(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(checkout / "none.json")], checkout) == 2
    assert main(["http://127.0.0.1:9/openapi.json"], checkout) == 2
    assert capsys.readouterr().err.count("\n") == 2


class Handler(BaseHTTPRequestHandler):
    """Answers with the document, a page, or 404."""

    def do_GET(self) -> None:
        pages = {"/openapi.json": WHOLE, "/page": "<html></html>"}
        content = pages.get(self.path, "").encode()
        self.send_response(200 if content else 404)
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture
def url() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_document_is_fetched_and_a_404_or_a_page_is_refused(
    checkout: Path, url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([f"{url}/openapi.json"], checkout) == 0
    assert main([f"{url}/none"], checkout) == 2
    assert capsys.readouterr().err == f"{url}/none answered 404.\n"
    assert main([f"{url}/page"], checkout) == 2


def test_a_recorded_document_is_compared_with_the_next_and_the_spec_stays(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    spec = (checkout / "spec" / "foxreach.yaml").read_bytes()
    assert main([written(checkout, WHOLE), "--record"], checkout) == 0
    recorded = json.loads((checkout / "spec" / "provenance.json").read_text("utf-8"))["upstream"]
    assert recorded.keys() == {"source", "sha256", "date"}
    changed = other(lambda d: d["components"]["schemas"]["CampaignStatus"]["enum"].append("archived"))
    capsys.readouterr()
    assert main([written(checkout, changed)], checkout) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("The vendor changed this since the last recorded document (1)\n  GET /campaigns")
    assert "CampaignStatus/enum: Add `archived` to the list.\n" in printed
    assert main([written(checkout, changed), "--record"], checkout) == 0
    assert main([written(checkout, changed), "--format", "json"], checkout) == 1  # It is old, and the spec lacks it.
    assert (checkout / "spec" / "foxreach.yaml").read_bytes() == spec


def test_a_record_that_was_damaged_is_refused(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([written(checkout, WHOLE), "--record"], checkout) == 0
    capsys.readouterr()
    places = checkout / "spec" / "upstream.json"
    for text in ("{}", places.read_text("utf-8")[:900], '{"sha256": "0"}'):
        places.write_text(text, "utf-8")
        assert main([written(checkout, WHOLE)], checkout) == 2
        assert capsys.readouterr().err.count("\n") == 1


def test_an_entry_that_fits_nothing_is_noted_and_an_incomplete_one_refused(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reasons = checkout / "spec" / "accepted-differences.toml"
    entry = '\n[[accepted]]\noperation = "GET /pets"\npath = "*"\naspect = "*"\nreason = "No pets."\n'
    reasons.write_text(reasons.read_text("utf-8") + entry, "utf-8")
    assert main([written(checkout, WHOLE)], checkout) == 0
    assert "Note: spec/accepted-differences.toml: the entry for GET /pets, *, * fits no" in capsys.readouterr().out
    for bad in ('reason = ""', 'reason = "x"\nweight = 1', 'reason = "x"\ncontradiction = "7"', "="):
        reasons.write_text(entry.replace('reason = "No pets."', bad), "utf-8")
        assert main([written(checkout, WHOLE)], checkout) == 2
        assert capsys.readouterr().err.count("\n") == 1


def without_envelopes(data: Node) -> None:
    for item in data["paths"].values():
        for operation in item.values():
            for status in ("200", "201"):
                schema = operation["responses"].get(status, {}).get("content", {}).get("application/json", {})
                name = schema.get("schema", {}).get("$ref", "").rpartition("/")[2]
                if name.startswith("Envelope"):
                    schema["schema"] = data["components"]["schemas"][name]["properties"]["data"]


STYLES: dict[str, Callable[[Node], Node]] = {
    "OpenAPI 3.0": lambda d: {**in_30(d), "openapi": "3.0.3"},
    "another prefix": lambda d: {**d, "paths": {p.replace("/api/v1", "/public"): i for p, i in d["paths"].items()}},
    "the prefix in the server": lambda d: {
        **d,
        "servers": [{"url": "https://api.foxreach.io/api/v1/"}],
        "paths": {p.removeprefix("/api/v1"): i for p, i in d["paths"].items()},
    },
    "other names of schemas": lambda d: json.loads(
        json.dumps(d).replace('/Lead"', '/ApiLead"').replace('"Lead":', '"ApiLead":')
    ),
}


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_the_style_of_a_document_is_no_difference(
    checkout: Path, style: Callable[[Node], Node], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([written(checkout, WHOLE), "--record"], checkout) == 0
    capsys.readouterr()
    assert main([written(checkout, json.dumps(style(document()))), "--format", "json"], checkout) == 0
    listed = json.loads(capsys.readouterr().out)["differences"]
    assert {each["standing"] for each in listed} == {"we say why"}


def test_replies_without_envelopes_are_one_kind_of_difference(
    checkout: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = document()
    without_envelopes(data)
    assert main([written(checkout, json.dumps(data)), "--format", "json"], checkout) == 1
    listed = json.loads(capsys.readouterr().out)["differences"]
    assert {each["aspect"] for each in listed if each["standing"] == "unexplained"} == {"envelope"}


def test_every_proposal_names_a_line_that_has_its_place(checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = document()
    for plant in PLANTS:
        plant.make(data)
    assert main([written(checkout, json.dumps(data)), "--format", "json"], checkout) == 1
    lines = (checkout / "spec" / "foxreach.yaml").read_text("utf-8").splitlines()
    for each in json.loads(capsys.readouterr().out)["differences"]:
        name = each["pointer"].rpartition("/")[2].replace("~1", "/").replace("~0", "~")
        assert name.isdigit() or name in lines[each["line"] - 1], each
