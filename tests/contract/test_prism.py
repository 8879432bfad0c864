"""Prism reads the spec and answers; the client visits every operation and every documented status.

It answers a forced status only to a request that satisfies the spec, so each visit proves both directions: with the
spec's own examples, and with data that Prism makes up from the schemas, the same in each run.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

import foxreach_client as fox
import pytest

from tests.client.cases import CASES, SCHEMAS, Case, is_list, name_of
from tests.client.flavours import CLASSES, as_json, called, new_client
from tests.client.test_every_status import check_result
from tests.contract import prism
from tests.contract.counting import note

_visits: Counter[str] = Counter()
PATIENCE = 20.0  # Seconds. It never answers where a body is not JSON.


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the base URL of Prism."""
    if missing := prism.missing():
        pytest.skip(f"PRISM WAS NOT RUN: {missing}")
    with prism.serving(tmp_path_factory.mktemp("prism")) as url:
        yield url


@pytest.fixture(scope="module", autouse=True)
def counted(request: pytest.FixtureRequest) -> Iterator[None]:
    """Print the count of the visits."""
    yield
    note(request.config, f"visits to Prism that went as the spec says: {dict(_visits)} of {2 * len(CASES)} each")


def arguments(case: Case) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """Return plain arguments, since Prism treats an encoded slash as a separator."""
    _, named = case.operation.arguments
    plain = {name: value if not isinstance(value, str) or "%" not in value else "text" for name, value in named.items()}
    return tuple("id_1" for _ in case.operation.path_values), plain


@pytest.mark.parametrize("way", ["static", "dynamic"])
@pytest.mark.parametrize("case", CASES, ids=str)
async def test_a_visit_goes_as_the_spec_says(case: Case, way: str, flavour: str, address: str) -> None:
    prefer = f"code={case.status}, dynamic={'true' if way == 'dynamic' else 'false'}"
    client = new_client(flavour, base_url=address, timeout=PATIENCE, headers={"Prefer": prefer})
    args, kwargs = arguments(case)
    if way == "dynamic" and case.operation.page and case.status < 300:
        # The counts that Prism makes up contradict the request, which the client notices once it has read the page.
        kwargs.pop("page", None)
        with pytest.raises(fox.ResponseDecodeError, match="page 1 was asked for"):
            await called(client, case.operation, *args, **kwargs)
    elif case.status < 300:
        result = await called(client, case.operation, *args, **kwargs)
        if way == "static" and case.reply.schema is not None:
            check_result(result, case.operation, case.reply)
        else:
            check_kind(result, case)
    else:
        with pytest.raises(CLASSES[case.status]) as caught:
            await called(client, case.operation, *args, **kwargs)
        check_error(caught.value, case, way)
    closing = client.close()
    if closing is not None:
        await closing
    _visits[way] += 1


def check_kind(result: Any, case: Case) -> None:
    """Assert that *result* is of the documented type."""
    if case.reply.schema is None:
        assert type(result) in {fox.Deletion, fox.Removal}
        return
    kind = SCHEMAS[case.reply.schema]["properties"][case.operation.take]
    items: list[Any] = result.items if case.operation.page else result if is_list(result) else [result]
    assert {type(item).__name__ for item in items} <= {name_of(kind.get("items", kind))}


def check_error(error: fox.StatusError, case: Case, way: str) -> None:
    """Assert that *error* has the documented status and type of body."""
    assert (error.status, error.documented, error.operation) == (case.status, True, case.operation.call)
    assert type(error.body).__name__ == case.reply.schema
    if way == "static":
        assert as_json(error.body) == case.reply.example
