"""The pages in a real Chromium. FOXREACH_SCREENSHOTS names a folder for the screenshots, such as docs/images."""

import json
import os
from collections.abc import Generator
from pathlib import Path
from typing import Any

import httpx2
import pytest
from foxreach_sandbox import Fault, Sandbox
from foxreach_sandbox.server.pages import NAMES

from tests.chromium import CHROMIUM, Page, chromium
from tests.sandbox.asking import ask, made

needs_chromium = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed: the pages were NOT looked at")
PHONE = 390, 844  # Width and height.
# Each would run if a value became markup, a handler, an address or a part of a script.
ATTACKS = [
    "<img src=x onerror=document.title='taken'>",
    "<script>document.title='taken'</script>",
    "\"><svg onload=document.title='taken'>",
    "javascript:document.title='taken'",
    "</pre></td><iframe srcdoc=\"<script>parent.document.title='taken'</script>\">",
    "{{constructor.constructor('document.title=1')()}}",
]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Generator[Page]:
    with chromium(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.fixture
def sandbox() -> Sandbox:
    found = Sandbox(seed="demo", limit=None)
    found.deliveries.hand_to(lambda url, body, headers: 204)
    made(found, "/webhooks", url="https://shop.example.com/hooks", events=["lead.created"])
    made(found, "/leads", email="jane@example.com", company="Acme", tags=["vip"])
    ask(found, "GET", "/leads?search=jane")
    ask(found, "GET", "/leads/cld_404")
    found.faults.next("leads.get", 2, Fault.status(503))
    return found


@pytest.fixture
def home(sandbox: Sandbox, page: Page) -> Generator[str]:
    page.forget()
    with sandbox.serve() as serving:
        yield serving.home
        page.open("data:text/html,<body data-ready=1>")  # It asks no more.
    assert page.errors == []
    others = [url for url in page.asked if not url.startswith((serving.home, "data:"))]
    assert others == []


def picture(page: Page, name: str, folder: Path) -> None:
    file = Path(os.environ.get("FOXREACH_SCREENSHOTS", folder)) / name
    page.screenshot(file)
    assert file.read_bytes().startswith(b"\x89PNG")


@needs_chromium
def test_requests_are_shown_with_bodies_and_new_ones_without_a_reload(
    page: Page, home: str, sandbox: Sandbox, tmp_path: Path
) -> None:
    page.open(f"{home}/")
    assert all(words in page.text() for words in ("leads.create", "otr_sandbox", f"{home}/api/v1", "404"))
    page.run("[...document.querySelectorAll('tr.opens')].find(each => each.innerText.includes('leads.create')).click()")
    assert '"email": "jane@example.com"' in page.text()
    picture(page, "sandbox.png", tmp_path)
    ask(sandbox, "GET", "/inbox/stats")
    page.until("document.body.innerText.includes('inbox.stats')")
    assert '"email": "jane@example.com"' in page.text()  # What was open stays open.


@needs_chromium
def test_rows_and_deliveries_are_shown(page: Page, home: str) -> None:
    page.open(f"{home}/#rows")
    assert "jane@example.com" in page.text()
    page.run("document.querySelector('main select').value = 'campaigns'")
    page.run("document.querySelector('main select').dispatchEvent(new Event('change'))")
    page.run("document.activeElement.blur()")
    page.until("document.body.innerText.includes('Spring outreach')")
    page.click("deliveries")
    page.until("document.body.innerText.includes('Post what is due')")
    page.click("Post what is due")
    page.until("document.body.innerText.includes('204')")
    assert "https://shop.example.com/hooks" in page.text()


@needs_chromium
def test_a_workspace_is_chosen_if_there_is_more_than_one(page: Page, home: str, sandbox: Sandbox) -> None:
    page.open(f"{home}/#rows")
    assert page.run("document.getElementById('chooser').checkVisibility()") is False
    sandbox.add_key("otr_other", workspace=ATTACKS[0])
    ask(sandbox, "POST", "/leads", {"email": "jo@other.example"}, key="otr_other")
    page.until("document.getElementById('chooser').checkVisibility()")
    assert "jane@example.com" in page.text()
    page.run(f"document.getElementById('workspace').value = {json.dumps(ATTACKS[0])}")
    page.run("document.getElementById('workspace').dispatchEvent(new Event('change'))")
    page.until("document.body.innerText.includes('jo@other.example')")
    assert "jane@example.com" not in page.text()
    assert page.run("document.getElementById('key').textContent") == "otr_other"
    page.click("state")
    page.until("document.querySelector('.numbers')?.innerText.startsWith('1')")  # lead
    page.click("requests")
    page.until("document.body.innerText.includes('leads.create')")
    assert page.run("document.title") == "FoxReach sandbox"


@needs_chromium
def test_faults_are_planned_and_cleared_by_a_click(page: Page, home: str, sandbox: Sandbox, tmp_path: Path) -> None:
    sandbox.faults.clear()
    page.open(f"{home}/#faults", width=PHONE[0], height=PHONE[1])
    page.run("document.querySelector('main select').value = 'leads.create'")
    page.click("close after the work")
    page.until("document.body.innerText.includes('Planned: close after the work.')")
    planned: list[Any] = sandbox.faults.listed()
    assert [(each["operation"], each["left"], each["fault"]["then"]) for each in planned] == [
        ("leads.create", 1, "close")
    ]
    page.click("503")
    page.until("document.querySelectorAll('tr.opens').length === 2")
    assert page.run("document.documentElement.scrollWidth") <= PHONE[0]
    picture(page, "phone.png", tmp_path)
    page.click("Clear")
    page.until("document.body.innerText.includes('No faults are planned.')")
    assert sandbox.faults.listed() == []


@needs_chromium
def test_the_clock_is_moved_and_errors_are_said(page: Page, home: str, sandbox: Sandbox) -> None:
    before = sandbox.clock.now()
    page.open(f"{home}/#state", width=PHONE[0], height=PHONE[1])
    page.click("a week")
    page.until("document.body.innerText.includes('The clock moved by a week.')")
    assert sandbox.clock.now() - before == 604_800
    page.until(f"document.body.innerText.includes('{sandbox.clock.stamp()}')")
    assert page.run("document.documentElement.scrollWidth") <= PHONE[0]


@needs_chromium
def test_values_of_rows_and_requests_never_run(page: Page, home: str, sandbox: Sandbox) -> None:
    for number, attack in enumerate(ATTACKS):
        made(sandbox, "/leads", email=f"a{number}@example.com", firstName=attack, company=attack, notes=attack)
        made(sandbox, "/templates", name=attack, body=attack)
        sandbox.world.account("sales@example.com", displayName=attack)
        ask(sandbox, "GET", f"/leads/{number}?search={attack}")
    sandbox.faults.always("leads.get", Fault.status(503, body={"detail": ATTACKS[0]}))
    for tab in ("requests", "rows", "deliveries", "faults", "state"):
        page.open(f"{home}/#{tab}")
        page.run("document.querySelectorAll('tr.opens').forEach(each => each.click())")
        assert page.run("document.title") == "FoxReach sandbox"
        assert page.run("document.querySelectorAll('main img, main svg, main iframe, main script, main a').length") == 0
    page.open(f"{home}/#rows")
    assert ATTACKS[0] in page.text()


@needs_chromium
def test_the_reference_has_operation_ids_and_a_search(page: Page, home: str, tmp_path: Path) -> None:
    page.open(f"{home}/reference")
    assert "44 of 44 operations" in page.text()
    shown = "[...document.querySelectorAll('main > details')].filter(each => !each.hidden).map(each => each.id).join()"
    for words, names in (("leads create", "leads.create"), ("daily update", "campaigns.update"), ("zzz", "")):
        page.run(f"document.getElementById('search').value = '{words}'")
        page.run("document.getElementById('search').dispatchEvent(new Event('input'))")
        assert names in page.run(shown).split(",")
    page.open(f"{home}/reference#leads.create")
    page.until("document.getElementById('leads.create').innerText.includes('No other lead of the workspace')")
    assert '"email": "jane@example.com"' in page.run("document.getElementById('leads.create').textContent")
    picture(page, "reference.png", tmp_path)


async def test_the_pages_may_load_nothing_from_elsewhere() -> None:
    async with httpx2.AsyncClient(transport=httpx2.ASGITransport(app=Sandbox().app)) as client:
        for path in ("/", "/reference", *(f"/web/{name}" for name in sorted(NAMES))):
            answer = await client.get(f"http://localhost{path}")
            assert answer.status_code == 200
            assert "default-src 'none'; script-src 'self'" in answer.headers["Content-Security-Policy"]
            assert not {"http://", "https://", "innerHTML"} & set(
                answer.text.replace('"', " ").replace("/", "/ ").split()
            )
            assert "//" not in answer.text.replace("// ", "")
        for name in ("../__init__.py", "..%2fclock.py", "clock.py", ""):
            assert (await client.get(f"http://localhost/web/{name}")).status_code == 404
