"""The table of everything in `docs/lists.md`: short, and with the types and the items that it promises."""

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from foxreach_client import FoxReach
from foxreach_sandbox.server.serving import Serving

from tests.rehearsal.blocks import ROOT, blocks_of, run_block


def test_the_table_of_everything_is_short_and_typed(
    foxreach_server: Serving, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    with FoxReach() as client:
        for number in range(130):  # two pages
            client.leads.create(email=f"{number}@example.com", tags=["a", "b"], custom_fields={"Team Size": number})
        client.campaigns.create(name="Spring")
    [block] = [block for block in blocks_of(ROOT / "docs" / "lists.md") if "to_csv" in block]
    assert len([line for line in block.splitlines() if line.strip()]) < 10
    tables: list[Any] = []
    monkeypatch.setattr(pd.DataFrame, "to_csv", _kept(tables, pd.DataFrame.to_csv))
    run_block("docs/lists.md", block, {})
    leads, campaigns = tables
    assert (str(leads["created_at"].dtype), str(campaigns["created_at"].dtype)) == ("datetime64[us, UTC]",) * 2
    assert str(leads["status"].dtype).startswith("str")
    assert pd.api.types.is_integer_dtype(campaigns["daily_limit"])
    written = pd.read_csv("leads.csv", parse_dates=["created_at"])
    assert written["email"].tolist() == [f"{number}@example.com" for number in range(130)]
    assert (written["created_at"] == leads["created_at"]).all()
    assert pd.read_csv("campaigns.csv")["name"].tolist() == ["Spring"]


def _kept(tables: list[Any], write: Any) -> Any:
    def to_csv(table: Any, *args: Any, **options: Any) -> Any:
        tables.append(table)
        return write(table, *args, **options)

    return to_csv
