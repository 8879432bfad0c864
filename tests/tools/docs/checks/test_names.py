"""A name in a page that nothing has is found, with its line and the nearest name; what is right or foreign is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from tools.docs.checks import known, names
from tools.docs.checks.foreign import NAMES

ROOT = Path(__file__).resolve().parents[4]


@pytest.fixture(scope="module")
def ours() -> known.Known:
    return known.known(ROOT)


def found(text: str, ours: known.Known, foreign: tuple[str, ...] = ()) -> list[str]:
    return [str(fault) for fault in names.faults("docs/a.md", text, ours, ROOT, foreign)]


@pytest.mark.parametrize(
    ("code", "name", "near"),
    [
        ("client.leads.creat(email=email)", "leads.creat", "leads.create"),
        ("leads.updat", "leads.updat", "leads.update"),
        ("client.campaigns.sequences.lists(campaign_id)", "campaigns.sequences.lists", "campaigns.sequences.list"),
        ("client.leads.create(emial=email)", "leads.create(emial=)", "leads.create(email=)"),
        ("RetryPolicy(max_atempts=6)", "RetryPolicy(max_atempts=)", "RetryPolicy(max_attempts=)"),
        ("Sandbox(limits=100)", "Sandbox(limits=)", "Sandbox(limit=)"),
        ("Variants(delets=204)", "Variants(delets=)", "Variants(deletes=)"),
        ("max_atempts=6", "max_atempts", "max_attempts"),
        ("OutcomUnknownError", "OutcomUnknownError", "OutcomeUnknownError"),
        ("except foxreach_client.ConflictedError", "foxreach_client.ConflictedError", "foxreach_client.ConflictError"),
        ("error.retry_afters", "retry_afters", "retry_after"),
        (".setle()", "setle", "settle"),
        ("RetryPolicy.forever()", "RetryPolicy.forever", None),
        ("RetryPolicy.withn(30)", "RetryPolicy.withn", "RetryPolicy.within"),
        ("Fault.delay", "Fault.delay", "Fault.delayed"),
        ("foxreach_client.Nothing", "foxreach_client.Nothing", None),
        ("foxreach_client.tests.factories", "foxreach_client.tests", None),
        ("from foxreach_client import RetryPolicys", "foxreach_client.RetryPolicys", "foxreach_client.RetryPolicy"),
        ("FOXREACH_API_KEYS", "FOXREACH_API_KEYS", "FOXREACH_API_KEY"),
        ("foxr leads imprt", "foxr leads imprt", "foxr leads import"),
        ("foxr leads import --chekpoint FILE", "foxr leads import --chekpoint", "foxr leads import --checkpoint"),
        ("foxreach-sandbox --prot 8000", "foxreach-sandbox --prot", "foxreach-sandbox --port"),
        ("python3 noxfile.py -s generat", "generat", "generate"),
        ("runtime/foxreach_runtime/retri.py", "runtime/foxreach_runtime/retri.py", None),
        ("docs/quotas.md", "docs/quotas.md", "docs/quota.md"),
        (
            "foxreach_client/resources/lead.py",
            "foxreach_client/resources/lead.py",
            "foxreach_client/resources/leads.py",
        ),
    ],
)
def test_a_wrong_name_is_found_with_its_line(code: str, name: str, near: str | None, ours: known.Known) -> None:
    first = found(f"# A page\n\nText\nand `{code}`.\n", ours)[0]
    assert first.startswith(f"docs/a.md:4: nothing is named `{name}`")
    assert near is None or first.endswith(f"did you mean `{near}`?")


@pytest.mark.parametrize(
    "code",
    [
        "client.leads.create(email=email)",
        "client.campaigns.sequences.list(campaign_id)",
        "leads.import_all",
        "leads.csv",
        "httpx2.Client(transport=httpx2.MockTransport(answer))",
        "RetryPolicy(deadline=None)",
        "RetryPolicy.within(30)",
        "error.reply.status",
        "ConflictError.maybe_ours",
        "Fault.answer",
        "foxreach_client.testing.factories",
        "foxreach_client.models.Lead",
        "from foxreach_client import RetryPolicy",
        "from foxreach_client.testing import RealHostWarning",
        "import foxreach_client.webhooks",
        "FOXREACH_API_KEY",
        "foxr leads list --limit 3 -o json | head",
        "-s tests-3.11 -- tests/runtime -k retry",
        "GET /leads/{lead_id}",
        "X-RateLimit-Limit",
        "docs/quota.md",
        "cld_1",
        "next_page()",
    ],
)
def test_a_right_name_is_not_found(code: str, ours: known.Known) -> None:
    assert found(f"`{code}`", ours) == []


def test_what_a_session_writes_is_not_looked_up(ours: known.Known, tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_text("/dist/\n")
    (tmp_path / "dist").mkdir()
    (tmp_path / "ci").mkdir()
    text = "`dist/any.whl` `ci/any.yml`"
    assert [fault.name for fault in names.faults("x.md", text, ours, tmp_path, ())] == ["ci/any.yml"]


def test_commands_in_blocks_are_checked_and_other_blocks_are_not(ours: known.Known) -> None:
    text = "```console\n$ cd a\n$ FOXREACH_API_KEY=x foxr leads lst\n```\n\n```python\nclient.leads.creat()\n```\n"
    assert found(text, ours) == ["docs/a.md:3: nothing is named `foxr leads lst`; did you mean `foxr leads list`?"]


def test_imports_in_blocks_of_python_are_checked(ours: known.Known) -> None:
    text = (
        "Text\n\n  ```python\n  import os\n  from foxreach_client import FoxReach, Nothing\n"
        "  from foxreach_client.error import StatusError\n  import foxreach_sandbox.clocks\n  ```\n"
        "```python\nnot python\n```\n"
    )
    assert [fault.partition("; ")[0] for fault in found(text, ours)] == [
        "docs/a.md:5: nothing is named `foxreach_client.Nothing`",
        "docs/a.md:6: nothing is named `foxreach_client.error`",
        "docs/a.md:7: nothing is named `foxreach_sandbox.clocks`",
    ]


def test_a_reference_without_its_definition_is_found(ours: known.Known) -> None:
    text = "[a][defined] and ![b][Un defined], [defined][], `x[0][1]`\n\n[c][undefined]\n\n[defined]: quota.md\n"
    assert [fault.partition("; ")[0] for fault in found(text, ours)] == [
        "docs/a.md:1: nothing is named `[un defined]`",
        "docs/a.md:3: nothing is named `[undefined]`",
    ]


def test_comments_and_table_cells_keep_their_lines(ours: known.Known) -> None:
    text = "<!-- `leads.creat` -->\n\n| a |\n|---|\n| `int \\| leads.creat` |\n"
    assert found(text, ours) == ["docs/a.md:5: nothing is named `leads.creat`; did you mean `leads.create`?"]


def test_a_foreign_name_is_excused(ours: known.Known) -> None:
    assert found("`FoxReach(max_retries=5)`", ours, ("max_retries",)) == []
    assert len(found("`FoxReach(max_retries=5)`", ours)) == 2


@pytest.mark.parametrize("page", sorted(NAMES))
def test_every_foreign_name_is_needed(page: str, ours: known.Known) -> None:
    text = (ROOT / page).read_text("utf-8")
    needed = {name for fault in names.faults(page, text, ours, ROOT, ()) for name in NAMES[page] if name in fault.name}
    assert NAMES[page] - needed == set()
