"""The site in a real Chromium: every page, wide and narrow, light and dark; search, tabs, copy button and switch.

FOXREACH_SCREENSHOTS names a folder for the screenshots, such as docs/images/site.
"""

from __future__ import annotations

import functools
import importlib.util
import json
import os
import threading
from collections.abc import Generator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tests.chromium import CHROMIUM, Page, chromium

pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed: the site was NOT looked at")
WIDE, NARROW = (1280, 900), (390, 844)
WIDER = "document.documentElement.scrollWidth > innerWidth"
# One page of each kind: those that one template and one generator make are alike.
KINDS = (
    "index",
    "first-call",
    "search",
    "reference/analytics",
    "reference/webhook-deliveries",
    "quota",
    "errors",
    "architecture",
    "changelog",
    "decisions/0040-retry-budget",
)
# Rows of a table, items of a list and sections of a page are alike, and axe is slow: it looks at the first of them.
# Sphinx writes the parameters of a signature as a list of definitions without terms.
AXE = """axe.run(
    {exclude: [['tr:nth-child(n+6)'], ['li:nth-child(n+6)'], ['section section:nth-of-type(n+4)']]},
    {resultTypes: ['violations'], preload: false, rules: {'definition-list': {enabled: false}}, %s}
).then(found => found.violations.map(each => [each.id, each.nodes.map(node => node.html.slice(0, 200))]))"""
QUESTIONS = {  # Each page is among the first three that a search for the words finds.
    "rate limit": "quota",
    "throttling": "quota",
    "429": "quota",
    "duplicate": "reliability",
    "dedupe": "reliability",
    "timeout": "reliability",
    "hangs": "reliability",
    "retry": "reliability",
    "idempotency": "reliability",
    "proxy": "networks",
    "certificate": "networks",
    "clear a field": "models",
    "pandas": "models",
    "upsert": "upsert",
    "409": "upsert",
    "import csv": "imports",
    "bulk create": "imports",
    "webhook signature": "webhooks",
    "async": "first-call",
    "pagination": "lists",
    "cursor": "lists",
    "test without network": "testing",
    "mock": "testing",
    "api key": "first-call",
    "env var": "first-call",
    "logging": "logs",
    "opentelemetry": "logs",
    "celery": "services",
    "kafka": "services",
    "command line": "cli",
    "cron": "cli",
    "exception": "errors",
    "ConflictError": "errors",
    "migrate from the vendor's sdk": "migration",
    "docker": "sandbox",
    "how do I test without a network?": "testing",
    "remove a lead": "reference/leads",
    "leads.create": "reference/leads",
    "pause campaign": "reference/campaigns",
    "unsubscribe": "reference/events",
    "RetryPolicy": "reference/client",
    # An operation is found by the verb and the object that its summary has, or by words of the same meaning.
    "send a reply to a lead": "reference/inbox#inbox-send-reply",
    "assign email account to campaign": "reference/campaigns#campaigns-add-accounts",
    "add step to a campaign": "reference/campaigns-sequences#campaigns-sequences-create",
    "launch a campaign": "reference/campaigns#campaigns-start",
    "how can I remove a lead from a campaign": "reference/campaigns#campaigns-remove-lead",
    "mark thread as read": "reference/inbox#inbox-update",
    "unsubscribe a lead": "reference/leads#leads-update",
    "create a contact": "reference/leads#leads-create",
    "connect mailbox": "reference/email_accounts",
    # Words of questions do not count.
    "how do I set the api key": "first-call",
    "where do I put my api key": "first-call",
    "what happens when the server is down": "reliability",
    "null vs missing field": "models#absent-and-null",
    # A page answers what it is found by.
    "python version supported": "consuming#requirements",
    "type hints mypy": "consuming#requirements",
    "user agent": "networks",
    "version of the api": "consuming",
    "count leads": "lists",
    "configure logging": "logs",
    "lambda": "services",  # only a reader's word: samples have another lambda
    "memory usage of large lists": "lists",
    "oppentelemetry": "logs",  # a slip of the finger
}
UNANSWERED = ("zzzzzzzz", "opt out gdpr", "kubernetes helm chart", "salesforce hubspot sync")
PICTURES = {"front": "index", "quota": "quota", "search": "search", "models": "models", "reference": "reference/leads"}


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Generator[Page]:
    with chromium(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


def show(page: Page, url: str, size: tuple[int, int] = WIDE) -> None:
    page.open(url, width=size[0], height=size[1], ready="document.readyState === 'complete'")


def hits(page: Page, words: str) -> list[str]:
    """Return the pages that the search page shows for these words, the best first."""
    page.run(f"document.getElementById('search-words').value = {json.dumps(words)}")
    page.run("document.getElementById('search-words').dispatchEvent(new Event('input'))")
    links = page.run("[...document.querySelectorAll('#search-results a')].map(each => each.getAttribute('href'))")
    return [str(link).replace(".html", "") for link in links]


def test_every_page_fits_both_widths_and_loads_nothing_from_elsewhere(page: Page, site: Path) -> None:
    wrong: dict[str, list[str]] = {}
    for file in sorted(site.rglob("*.html")):
        page.forget()
        page.open(file.as_uri(), width=NARROW[0], height=NARROW[1], ready="true")
        found = ["wider than a phone"] if page.run(WIDER) else []
        page.resize(*WIDE)
        found += ["wider than a desktop"] if page.run(WIDER) else []
        found += [*page.errors, *page.console]
        found += [url for url in page.asked if not url.startswith((site.as_uri(), "data:"))]
        if found or not page.asked:
            wrong[file.relative_to(site).as_posix()] = found
    assert wrong == {}


def test_a_server_serves_it_below_any_path(page: Page, site: Path) -> None:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None: ...

    handler = functools.partial(Quiet, directory=str(site.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        home = f"http://127.0.0.1:{server.server_address[1]}/site/"
        page.forget()
        for name in KINDS:
            show(page, f"{home}{name}.html")
        show(page, f"{home}search.html")
        assert hits(page, "rate limit")[0].startswith("quota")
        server.shutdown()
    assert [*page.errors, *page.console] == []
    assert [url for url in page.asked if not url.startswith((home, "data:"))] == []
    assert len(page.asked) > len(KINDS)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_contrast_headings_and_roles_pass_axe(page: Page, site: Path, scheme: str) -> None:
    package = importlib.util.find_spec("axe_core_python")
    assert package is not None
    axe = Path(str(package.origin)).with_name("axe.min.js").read_text("utf-8")
    page.colours(scheme)
    found: dict[str, list[str]] = {}
    for name in KINDS if scheme == "light" else KINDS[:5]:  # Headings and roles are the same in the dark.
        show(page, (site / f"{name}.html").as_uri(), NARROW if name == "first-call" else WIDE)
        page.run(f"{axe}; 1")
        found[name] = page.run(AXE % ("runOnly: ['color-contrast']" if scheme == "dark" else ""))
    page.colours("light")
    assert {name: each for name, each in found.items() if each} == {}


def test_a_search_from_the_sidebar_finds_a_page(page: Page, site: Path) -> None:
    show(page, (site / "decisions" / "index.html").as_uri())
    page.point(".sidebar-search")
    page.type("rate limit")
    page.arrive("/search.html?q=rate+limit")
    assert page.run("document.querySelector('#search-count').textContent").endswith("found, the best first.")
    page.point("#search-results a")
    page.arrive("/quota.html")


def test_each_question_has_its_answer_in_the_first_three_hits(page: Page, site: Path) -> None:
    show(page, (site / "search.html").as_uri())
    wrong: dict[str, list[str]] = {}
    for words, answer in QUESTIONS.items():
        found = hits(page, words)[:3]
        if not any(each == answer or each.startswith(f"{answer}#") for each in found):
            wrong[words] = found
    assert wrong == {}


def test_each_operation_is_the_first_that_a_search_for_its_line_finds(page: Page, site: Path) -> None:
    show(page, (site / "search.html").as_uri())
    reference = "INDEX.pages.filter(each => each[0].startsWith('reference/'))"
    sections = f"{reference}.flatMap(page => page[4].map(each => [`${{page[0]}}#${{each[0]}}`, each[3]]))"
    lines = page.run(f"{sections}.filter(each => each[1])")
    assert len(lines) > 40
    assert {line: hits(page, line)[0] for _, line in lines} == {line: section for section, line in lines}


def test_a_search_that_no_page_fits_finds_nothing(page: Page, site: Path) -> None:
    show(page, (site / "search.html").as_uri())
    assert {words: hits(page, words) for words in UNANSWERED} == {words: [] for words in UNANSWERED}
    assert "Nothing found" in page.text()


def test_markup_in_a_search_stays_text(page: Page, site: Path) -> None:
    show(page, (site / "search.html").as_uri() + "?q=%3Cimg%20src=x%20onerror=document.title=1%3E")
    assert page.run("document.querySelector('#search-words').value") == "<img src=x onerror=document.title=1>"
    assert page.run("document.querySelectorAll('article img').length") == 0


def test_the_switch_changes_the_colours_and_the_next_page_keeps_them(page: Page, site: Path) -> None:
    show(page, (site / "index.html").as_uri())
    ground = "getComputedStyle(document.body).backgroundColor"
    before = page.run(ground)
    page.point(".theme-toggle-content .theme-toggle")
    page.until(f"{ground} !== {json.dumps(before)}")
    dark = page.run(ground)
    show(page, (site / "quota.html").as_uri())
    assert page.run(ground) == dark
    page.run("localStorage.removeItem('theme')")


def test_a_link_to_a_section_is_opened_there_at_once(page: Page, site: Path) -> None:
    address = (site / "reference" / "leads.html").as_uri()
    page.open(f"{address}#leads-activity", width=WIDE[0], height=WIDE[1], ready="true")
    page.run("new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))")
    assert page.run("scrollY") > 2000
    assert abs(page.run("document.getElementById('leads-activity').getBoundingClientRect().top")) < 200
    assert page.run("getComputedStyle(document.documentElement).scrollBehavior") == "auto"


def test_diagrams_are_dark_in_the_dark_and_their_titles_above_the_arrows(page: Page, site: Path) -> None:
    show(page, (site / "architecture.html").as_uri())
    style = "getComputedStyle(document.querySelector('%s')).%s"
    white = page.run(style % (".diagram", "backgroundColor"))
    page.colours("dark")
    assert page.run(style % (".diagram", "backgroundColor")) != white
    assert "invert" in page.run(style % (".diagram svg", "filter"))
    page.colours("light")
    assert page.run(style % (".diagram svg", "filter")) == "none"
    order = "[...document.querySelectorAll('.diagram :is(.edgePaths, .cluster-label)')].map(e => e.classList[0])"
    assert set(page.run(order)[1:]) == {"cluster-label"}


def test_the_buttons_of_a_phone_do_not_touch(page: Page, site: Path) -> None:
    show(page, (site / "index.html").as_uri(), NARROW)
    box = "document.querySelector('.header-right > %s').getBoundingClientRect()"
    assert page.run(f"{box % '.toc-header-icon'}.left - {box % '.theme-toggle-header'}.right") >= 8


def test_the_copy_button_copies_the_code_without_prompts(page: Page, site: Path) -> None:
    show(page, (site / "first-call.html").as_uri())
    page.run("document.addEventListener('copy', () => { window.copied = document.activeElement.value }, true)")
    page.until("document.querySelector('.copybtn')")
    page.point(".copybtn")
    page.until("window.copied")
    code = page.run("document.querySelector('.highlight pre').innerText")
    copied = page.run("window.copied")
    assert not copied.startswith("$ ")
    assert copied.splitlines()[0].split("#")[0].strip() in code


def test_a_tab_is_chosen_for_all_samples_and_for_the_next_page(page: Page, site: Path) -> None:
    show(page, (site / "reference" / "analytics.html").as_uri())
    sets = "[...document.querySelectorAll('.sd-tab-set')].map(each => [...each.querySelectorAll('.sd-tab-content')]"
    shown = f"{sets}.findIndex(tab => tab.offsetHeight > 0))"
    before = page.run(shown)
    assert set(before) == {0}
    assert len(before) > 1
    page.point(".sd-tab-set label:nth-of-type(2)")
    page.until(f"{shown}.every(each => each === 1)")
    show(page, (site / "reference" / "webhooks.html").as_uri())
    assert set(page.run(shown)) == {1}
    page.run("sessionStorage.clear()")


def test_print_has_every_tab_and_all_of_the_code_and_no_sidebar(page: Page, site: Path) -> None:
    show(page, (site / "reference" / "analytics.html").as_uri(), NARROW)
    page.medium("print")
    shown = "[...document.querySelectorAll('%s')].map(each => each.offsetHeight > 0)"
    assert set(page.run(shown % ".sd-tab-content")) == {True}
    assert set(page.run(shown % ".sidebar-drawer, .toc-drawer, .mobile-header, .copybtn, .related-pages")) == {False}
    cut = "[...document.querySelectorAll('article pre, .table-wrapper')].filter(each => each.scrollWidth > innerWidth)"
    assert page.run(f"{cut}.length") == 0
    page.medium("screen")


def test_screenshots_are_taken_wide_and_narrow_light_and_dark(page: Page, site: Path, tmp_path: Path) -> None:
    folder = Path(os.environ.get("FOXREACH_SCREENSHOTS", tmp_path))
    for number, (name, target) in enumerate(PICTURES.items()):
        for size, scheme in ((WIDE, ("light", "dark")[number % 2]), (NARROW, ("dark", "light")[number % 2])):
            page.colours(scheme)
            show(page, (site / f"{target}.html").as_uri() + ("?q=rate+limit" if target == "search" else ""), size)
            file = folder / f"{name}-{size[0]}-{scheme}.webp"
            page.screenshot(file, quality=25)
            assert file.read_bytes().startswith(b"RIFF")
    page.colours("light")
    assert sum(file.stat().st_size for file in folder.glob("*.webp")) < 400_000
