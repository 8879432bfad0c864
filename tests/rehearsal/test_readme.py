"""The example of the README, run as it stands."""

import ast
import asyncio
import re
from pathlib import Path
from typing import Any

import pytest

from tests.rehearsal.foxreach import FoxReach
from tests.rehearsal.server import serve

README = Path(__file__).resolve().parent.parent.parent / "README.md"
KEY = "otr_rehearsal"


def test_the_example_of_the_readme_runs(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    [example] = re.findall(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    names: dict[str, Any] = {}
    with serve(FoxReach(KEY)) as serving:
        monkeypatch.setenv("FOXREACH_API_KEY", KEY)
        monkeypatch.setenv("FOXREACH_BASE_URL", serving.base_url)
        asyncio.run(eval(compile(example, "README.md", "exec", ast.PyCF_ALLOW_TOP_LEVEL_AWAIT), names))  # noqa: S307
        names["client"].close()
    assert capsys.readouterr().out == "409 A lead with this email already exists leads.create 1\n"
    assert names["reply"].parse().company is None
    assert serving.answered == {200: 5, 201: 1, 409: 1}
