"""What must hold on every kind of public page, on phone and desktop, in English and Arabic."""

import json
import subprocess
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup

from tests.browser.conftest import DESKTOP, PHONE, SCREENSHOTS

pytestmark = pytest.mark.browser

LETTER = "letters/global-call-on-china/"
PAGES = {
    "home": "",
    "list": "letters/",
    "letter": LETTER,
    "statements": "statements/",
    "statement": "statements/the-ferry-must-run-again/",
    "organisations": "organisations/",
    "stories": "stories/",
    "story": "stories/the-last-ferry-to-oruva/",
    "library": "publications/",
    "library-list": "publications/?view=list&sort=cited",
    "publication": "publications/the-price-of-a-tree/",
    "standard": "about/",
    "search": "search/?q=letter",
    "mastodon": f"share/mastodon/?page=/en/{LETTER}",
    "not-found": "there-is-no-such-page/",
}
# Which of the addresses above shows which page type.
PAGE_TYPES = {
    "HomePage": "home",
    "LetterIndexPage": "list",
    "OpenLetterPage": "letter",
    "OrganisationIndexPage": "organisations",
    "StatementIndexPage": "statements",
    "StatementPage": "statement",
    "PublicationIndexPage": "library",
    "PublicationPage": "publication",
    "StandardPage": "standard",
    "StoryIndexPage": "stories",
    "StoryPage": "story",
}
DEVICES = {
    "phone": {"viewport": PHONE, "has_touch": True, "is_mobile": True},
    "desktop": {"viewport": DESKTOP},
}
# Of a perfect score Lighthouse says 0.000; half a pixel of one line is not seen.
LEAST_SHIFT = 0.0005
# All that moves without a reader's doing, from the first paint on.
WATCH_FOR_SHIFTS = """
    window.layoutShift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!entry.hadRecentInput) layoutShift += entry.value;
    }).observe({type: 'layout-shift', buffered: true});
"""


@pytest.fixture(params=["en", "ar"])
def language(request):
    return request.param


@pytest.fixture(params=list(PAGES))
def kind(request):
    return request.param


@pytest.fixture(params=list(DEVICES))
def device(request):
    return request.param


@dataclass
class Visit:
    """What one reading of a page showed."""

    asked: set = field(default_factory=set)  # hosts
    messages: list = field(default_factory=list)
    cookies: list = field(default_factory=list)
    stored: int = 0
    shift: float = 0
    axe: dict = field(default_factory=dict)
    widths: dict = field(default_factory=dict)  # of the window: of the content


@pytest.fixture(scope="module")
def visits(browser, demo_site, node_modules):
    """A function that reads a page once for all tests: loading it is what takes long."""
    axe = (node_modules / "axe-core" / "axe.min.js").read_text()
    known = {}

    def visit(kind, language, device):
        key = kind, language, device
        if key not in known:
            context = browser.new_context(**DEVICES[device])
            address = f"{demo_site.url}/{language}/{PAGES[kind]}"
            known[key] = _visit(context.new_page(), address, axe, "-".join(key))
            context.close()
        return known[key]

    return visit


def _visit(page, address, axe, name):
    seen = Visit()
    page.add_init_script(WATCH_FOR_SHIFTS)
    page.on("request", lambda request: seen.asked.add(urlsplit(request.url).netloc))
    page.on("console", lambda message: seen.messages.append(message.text))
    page.goto(address, wait_until="networkidle")
    seen.cookies = page.context.cookies()
    seen.stored = page.evaluate("localStorage.length + sessionStorage.length")
    # Also what moves when pictures further down come in.
    page.mouse.wheel(0, 20_000)
    seen.shift = page.evaluate("layoutShift")
    page.evaluate("scrollTo(0, 0)")
    SCREENSHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SCREENSHOTS / f"{name}.png", full_page=not name.startswith("letter-"))
    page.evaluate(axe)
    seen.axe = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    for width in [320, 360, 768, 1280, 1920]:
        page.set_viewport_size({"width": width, "height": 800})
        seen.widths[width] = page.evaluate("document.documentElement.scrollWidth")
    return seen


def test_page_is_accessible(visits, kind, language, device):
    result = visits(kind, language, device).axe
    violations = [
        f"{violation['id']}: {violation['help']}: {violation['nodes'][0]['html'][:200]}"
        for violation in result["violations"]
    ]
    assert violations == []
    assert result["passes"], "axe looked at nothing"


def test_page_asks_nobody_else_and_leaves_nothing(visits, kind, language, device, demo_site):
    visit = visits(kind, language, device)
    assert visit.asked == {urlsplit(demo_site.url).netloc}
    assert visit.cookies == []
    assert visit.stored == 0
    assert [text for text in visit.messages if "Content Security Policy" in text] == []


def test_page_never_scrolls_sideways(visits, kind, language, device):
    widths = visits(kind, language, device).widths
    assert [f"{of} px in {width} px" for width, of in widths.items() if of > width] == []


def test_nothing_moves_while_the_page_loads(visits, kind, language, device):
    assert visits(kind, language, device).shift < LEAST_SHIFT


def test_moves_are_noticed(page, demo_site):
    page.add_init_script(WATCH_FOR_SHIFTS)
    page.goto(f"{demo_site.url}/en/")
    page.evaluate("document.body.prepend(Object.assign(document.createElement('p'), "
                  "{textContent: 'Late', style: 'block-size: 200px'}))")  # fmt: skip
    page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done, 100)))")
    assert page.evaluate("layoutShift") > LEAST_SHIFT


def test_page_is_in_its_language(demo_site, kind, language):
    root = BeautifulSoup(_html(f"{demo_site.url}/{language}/{PAGES[kind]}"), "html.parser").html
    assert root["lang"] == language
    assert root["dir"] == ("rtl" if language == "ar" else "ltr")


@pytest.fixture(scope="session")
def messages_of_the_checker(demo_site, node_modules, tmp_path_factory):
    """What the Nu checker says of every page, by the page's address: one run for all of
    them, since starting it takes longer than checking."""
    folder = tmp_path_factory.mktemp("html")
    addresses = [f"{language}/{path}" for language in ("en", "ar") for path in PAGES.values()]
    files = {folder / f"{number}.html": address for number, address in enumerate(addresses)}
    for file, address in files.items():
        file.write_bytes(_html(f"{demo_site.url}/{address}"))
    found = {address: [] for address in addresses}
    for message in _check(node_modules, *files):
        address = files[Path(urlsplit(message["url"]).path)]
        found[address].append(f"{message.get('lastLine')}: {message['message']}")
    return found


def _check(node_modules, *files):
    jar = node_modules / "vnu-jar" / "build" / "dist" / "vnu.jar"
    result = subprocess.run(
        ["java", "-jar", jar, "--format", "json", "--stdout", "--exit-zero-always", *files],
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(result.stdout)["messages"]


def _html(url):
    try:
        with urllib.request.urlopen(url) as response:
            return response.read()
    except urllib.error.HTTPError as error:
        return error.read()


def test_html_is_valid(messages_of_the_checker, language, kind):
    assert messages_of_the_checker[f"{language}/{PAGES[kind]}"] == []


def test_the_checker_finds_faults(node_modules, tmp_path):
    file = tmp_path / "page.html"
    file.write_text("<!doctype html><html lang=en><title>A page</title><p><div></p>")
    assert _check(node_modules, file)


def test_skip_link_leads_to_the_content(page, demo_site, language):
    page.goto(f"{demo_site.url}/{language}/{LETTER}")
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.getAttribute('href')")
    assert focused.startswith("#")
    page.keyboard.press("Enter")
    assert page.locator(f"main{focused}, main {focused}").count() == 1


def test_letter_without_javascript(browser, demo_site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{demo_site.url}/en/{LETTER}")
    assert page.locator("#signatories li bdi").count() == 281
    assert page.get_by_role("searchbox", name="Find").count() == 0
    context.close()
