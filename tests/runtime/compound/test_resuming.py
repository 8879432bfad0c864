"""What a checkpoint belongs to: the rows that are sent, the workspace, and the file of outcomes."""

from __future__ import annotations

import csv
import json
import os
from collections import ChainMap, UserDict
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import anyio
import httpx2
import pytest
from foxreach_client import AsyncFoxReach, BadCheckpointError, FoxReach, ImportProgress, LeadCreate
from foxreach_sandbox import Sandbox

from . import conftest

Do = Callable[[conftest.Call], Any]
KINDS: list[Callable[[dict[str, Any]], Any]] = [
    dict,
    MappingProxyType,
    UserDict,
    lambda row: ChainMap({}, row),
    lambda row: LeadCreate(**row),
]


def rows(*names: str) -> list[dict[str, Any]]:
    return [{"email": f"{name}@example.com", "custom_fields": {"a": name, "b": [1, name]}} for name in names]


def emails(sandbox: Sandbox) -> list[str]:
    return [lead["email"].partition("@")[0] for lead in sandbox.state.leads]


@pytest.mark.parametrize("kind", KINDS)
def test_another_list_of_the_same_length_is_no_list_that_is_done(
    sandbox: Sandbox, do: Do, tmp_path: Path, kind: Callable[[dict[str, Any]], Any]
) -> None:
    files = {"checkpoint": tmp_path / "c"}
    do(lambda client: client.leads.import_all(map(kind, rows("a", "b")), **files))
    with pytest.raises(BadCheckpointError, match="about other rows") as raised:
        do(lambda client: client.leads.import_all(map(kind, rows("a", "c")), **files))
    assert str(tmp_path / "c") in str(raised.value)
    assert emails(sandbox) == ["a", "b"]
    same = [{name: row[name] for name in reversed(row)} for row in rows("a", "b", "c")]
    progress = do(lambda client: client.leads.import_all(same, **files))
    assert (progress.created, progress.skipped) == (3, 2)
    assert emails(sandbox) == ["a", "b", "c"]


@pytest.mark.parametrize("kind", KINDS)
def test_a_row_that_could_not_be_sent_may_change_to_another_that_cannot(
    sandbox: Sandbox, do: Do, tmp_path: Path, kind: Callable[[dict[str, Any]], Any]
) -> None:
    def with_bad(wrong: object, *names: str) -> Iterator[Any]:
        first, *others = map(kind, rows(*names))
        yield first
        yield kind({"email": "bad@example.com", "custom_fields": {"a": wrong}})
        yield from others

    files = {"checkpoint": tmp_path / "c"}
    do(lambda client: client.leads.import_all(with_bad(object(), "a", "b", "c"), **files, batch_size=3))
    progress = do(lambda client: client.leads.import_all(with_bad({1}, "a", "b", "c", "d"), **files, batch_size=2))
    assert (progress.created, progress.refused, progress.skipped) == (4, 1, 4)
    with pytest.raises(BadCheckpointError, match="about other rows"):
        do(lambda client: client.leads.import_all(with_bad(object(), "a", "c", "b", "d"), **files))
    with pytest.raises(BadCheckpointError, match="after a refused row was mended"):
        do(lambda client: client.leads.import_all(with_bad(1, "a", "b", "c", "d"), **files))
    assert emails(sandbox) == ["a", "b", "c", "d"]


def test_the_result_says_which_rows_this_run_did_not_send(do: Do, tmp_path: Path) -> None:
    told: list[ImportProgress] = []
    call: conftest.Call = lambda client: client.leads.import_all(  # noqa: E731
        rows("a", "b"), checkpoint=tmp_path / "c", on_progress=told.append
    )
    do(call)
    assert str(do(call)).startswith("2 of 2 rows (all in earlier runs: nothing is sent): 2 created")
    assert [each.skipped for each in told] == [0, 2]
    more = do(lambda client: client.leads.import_all(rows("a", "b", "c"), checkpoint=tmp_path / "c"))
    assert str(more).startswith("3 of 3 rows (2 in earlier runs): 3 created")


KEYS = ["otr_first", "otr_second", "otr_replaced"]
Imported = Callable[..., ImportProgress]


@pytest.fixture(params=["text", "function", "coroutine function", "file"])
def imported(request: pytest.FixtureRequest, sandbox: Sandbox, tmp_path: Path) -> Iterator[Imported]:
    """Return a function that imports rows with a key that is given in one of the ways, by a client of its own."""
    for key in KEYS:
        sandbox.engine.keys.add(key, "other" if key == KEYS[1] else "first", ("read", "write"))

    async def asked(key: str) -> str:
        return key

    def key_of(key: str) -> Any:
        if request.param == "file":
            (tmp_path / "key").write_text(key)
            os.environ["FOXREACH_API_KEY_FILE"] = str(tmp_path / "key")
            return None
        coroutine = request.param == "coroutine function"
        return key if request.param == "text" else (lambda: asked(key)) if coroutine else lambda: key

    def run(key: str, some: list[dict[str, Any]], path: Path | None) -> ImportProgress:
        async def awaited() -> ImportProgress:
            http = httpx2.AsyncClient(transport=sandbox.async_transport())
            async with AsyncFoxReach(api_key=key_of(key), base_url=sandbox.url, http_client=http) as client:
                return await client.leads.import_all(some, checkpoint=path)

        if request.param == "coroutine function":
            return anyio.run(awaited)
        http = httpx2.Client(transport=sandbox.transport())
        with FoxReach(api_key=key_of(key), base_url=sandbox.url, http_client=http) as client:
            return client.leads.import_all(some, checkpoint=path)

    with pytest.MonkeyPatch.context() as environment:
        environment.delenv("FOXREACH_API_KEY", raising=False)
        environment.setenv("FOXREACH_API_KEY_FILE", "")
        yield run


def test_a_checkpoint_serves_the_key_that_it_was_begun_with(
    sandbox: Sandbox, imported: Imported, tmp_path: Path
) -> None:
    path = tmp_path / "c"
    assert imported(KEYS[0], rows("a"), path).created == 1
    with pytest.raises(BadCheckpointError, match="begun with another API key") as raised:
        imported(KEYS[1], rows("a"), path)
    assert str(path) in str(raised.value)
    assert not any(key in path.read_text() + str(raised.value) for key in KEYS)
    assert imported(KEYS[1], rows("a"), tmp_path / "other").created == 1
    with pytest.raises(BadCheckpointError, match='make "key" in this file empty'):
        imported(KEYS[2], rows("a", "b"), path)
    path.write_text(json.dumps({**json.loads(path.read_text()), "key": ""}))
    assert imported(KEYS[2], rows("a", "b"), path).skipped == 1  # Nothing is lost, and the new key is known:
    assert imported(KEYS[2], rows("a", "b"), path).skipped == 2
    with pytest.raises(BadCheckpointError, match="begun with another API key"):
        imported(KEYS[0], rows("a", "b"), path)
    assert emails(sandbox) == ["a", "b"]  # in the first workspace


def test_a_key_that_is_replaced_during_the_import_is_the_one_to_resume_with(sandbox: Sandbox, tmp_path: Path) -> None:
    keys = iter(["otr_old", "otr_new"])
    sandbox.engine.keys.add("otr_new", "first", ("read", "write"))
    http = httpx2.Client(transport=sandbox.transport())
    with FoxReach(api_key=lambda: next(keys), base_url=sandbox.url, http_client=http) as client:
        client.leads.import_all(rows("a"), checkpoint=tmp_path / "c")
    http = httpx2.Client(transport=sandbox.transport())
    with FoxReach(api_key="otr_new", base_url=sandbox.url, http_client=http) as client:
        assert client.leads.import_all(rows("a", "b"), checkpoint=tmp_path / "c").skipped == 1


def test_an_import_without_a_checkpoint_asks_for_the_key_no_earlier(sandbox: Sandbox) -> None:
    http = httpx2.Client(transport=sandbox.transport())
    with FoxReach(api_key=lambda: pytest.fail("asked"), base_url=sandbox.url, http_client=http) as client:
        assert client.leads.import_all([]).rows == 0


FOREIGN = [
    b"email,notes\na@example.com,x\n",
    b"email",
    b"[]\n",
    b'{"row":1,"email":"a@example.com"}\n',
    b"\xff\n",
    b"\n",
]


@pytest.mark.parametrize("content", FOREIGN)
@pytest.mark.parametrize("checkpoint", [True, False])
def test_a_file_without_outcomes_is_not_overwritten(
    sandbox: Sandbox, do: Do, tmp_path: Path, content: bytes, checkpoint: bool
) -> None:
    path = tmp_path / "leads.csv"
    path.write_bytes(content)
    files: dict[str, Any] = {"outcomes": path} | ({"checkpoint": tmp_path / "c"} if checkpoint else {})
    read: list[int] = []
    with pytest.raises(BadCheckpointError, match=r"leads\.csv has no outcomes of an import, and is kept"):
        do(lambda client: client.leads.import_all(map(read.append, [1]), **files))
    assert (path.read_bytes(), read, sandbox.state.requests) == (content, [], [])


@pytest.mark.parametrize("left", ["", '{"ro', '{"row":1,"resu', '{"row":9,"result":"refused","reason":"x"}\n'])
def test_what_an_import_left_of_its_outcomes_is_overwritten(do: Do, tmp_path: Path, left: str) -> None:
    path = tmp_path / "o"
    path.write_text(left)
    do(lambda client: client.leads.import_all(rows("a"), outcomes=path))
    assert path.read_text().splitlines() == ['{"row":1,"result":"created","reason":null}']


def test_the_table_that_the_rows_come_from_is_not_overwritten(sandbox: Sandbox, do: Do, tmp_path: Path) -> None:
    path = tmp_path / "leads.csv"
    path.write_text("email\na@example.com\n")
    with path.open(newline="") as file, pytest.raises(BadCheckpointError, match="is kept"):
        do(lambda client: client.leads.import_all(csv.DictReader(file), outcomes=path))
    assert path.read_text() == "email\na@example.com\n"


@pytest.mark.parametrize("link", ["symlink_to", "hardlink_to", "", ".c.lock", ".c.new"])
def test_one_file_is_not_both_checkpoint_and_outcomes(
    sandbox: Sandbox, do: Do, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, link: str
) -> None:
    monkeypatch.chdir(tmp_path)
    checkpoint, outcomes = tmp_path / "c", Path(link or f"../{tmp_path.name}/c")
    if link.endswith("_to"):
        outcomes = Path("o")
        (tmp_path / "c").touch()
        getattr(tmp_path / "o", link)(tmp_path / "c")
    with pytest.raises(ValueError, match="must be two files"):
        do(lambda client: client.leads.import_all(rows("a"), checkpoint=checkpoint, outcomes=outcomes))
    assert sandbox.state.requests == []


@pytest.mark.parametrize("first", [True, False])
def test_no_row_is_left_out_of_the_outcomes_by_a_resumption(
    sandbox: Sandbox, do: Do, tmp_path: Path, first: bool
) -> None:
    def run(*names: str, outcomes: bool) -> Any:
        files: Mapping[str, Any] = {"checkpoint": tmp_path / "c"} | ({"outcomes": tmp_path / "o"} if outcomes else {})
        return do(lambda client: client.leads.import_all(rows(*names), **files))

    run("a", "b", outcomes=first)
    with pytest.raises(BadCheckpointError, match=f"begun {'with' if first else 'without'} outcomes=: "):
        run("a", "b", "c", outcomes=not first)
    assert emails(sandbox) == ["a", "b"]
    assert run("a", "b", "c", outcomes=first).created == 3
    assert len((tmp_path / "o").read_text().splitlines()) == 3 if first else not (tmp_path / "o").exists()


def test_rows_that_cannot_be_read_leave_no_file(sandbox: Sandbox, do: Do, tmp_path: Path) -> None:
    def unreadable() -> Iterator[dict[str, str]]:
        raise OSError
        yield {}

    with pytest.raises(OSError):  # noqa: PT011
        do(lambda client: client.leads.import_all(unreadable(), checkpoint=tmp_path / "c", outcomes=tmp_path / "o"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("content", ["", "gone", "shorter", "longer", "other"])
def test_the_outcomes_of_another_import_are_not_cut(sandbox: Sandbox, do: Do, tmp_path: Path, content: str) -> None:
    files = {"checkpoint": tmp_path / "c", "outcomes": tmp_path / "o"}
    do(lambda client: client.leads.import_all(rows("a", "b"), **files))
    lines = (tmp_path / "o").read_bytes().splitlines(keepends=True)
    other = {
        "shorter": lines[:1],
        "longer": [line.replace(b"created", b"duplicate") for line in lines] * 2,
        "other": [lines[0], lines[1].replace(b'"row":2', b'"row":7')],
    }
    (tmp_path / "o").write_bytes(b"".join(other.get(content, [])))
    if content == "gone":
        (tmp_path / "o").unlink()
    before = sorted(tmp_path.iterdir()), content != "gone" and (tmp_path / "o").read_bytes()
    with pytest.raises(BadCheckpointError, match=r"does not have the outcomes of the 2 rows of .*c\. Pass"):
        do(lambda client: client.leads.import_all(rows("a", "b", "c"), **files))
    assert before == (sorted(tmp_path.iterdir()), content != "gone" and (tmp_path / "o").read_bytes())
    assert emails(sandbox) == ["a", "b"]


def test_nobody_is_told_to_delete_a_file_that_is_no_checkpoint(do: Do, tmp_path: Path) -> None:
    path = tmp_path / "leads.csv"
    path.write_text("email\na@example.com\n")
    with pytest.raises(BadCheckpointError, match="Name another file") as raised:
        do(lambda client: client.leads.import_all(rows("a"), checkpoint=path))
    assert "Delete" not in str(raised.value)
