"""What must hold on every kind of public page, on phone and desktop, in English and Arabic."""

import json
import subprocess
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import pytest

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


@pytest.fixture(params=["en", "ar"])
def language(request):
    return request.param


@pytest.fixture(params=list(PAGES))
def kind(request):
    return request.param


@pytest.fixture
def url(demo_site, language, kind):
    return f"{demo_site.url}/{language}/{PAGES[kind]}"


@pytest.fixture(params=["phone", "desktop"])
def tab(request, page, phone):
    return {"phone": phone, "desktop": page}[request.param], request.param


def test_page_is_accessible(tab, url, kind, language, node_modules, screenshot):
    page, device = tab
    page.goto(url)
    screenshot(page, f"{kind}-{language}-{device}", full_page=kind != "letter")
    axe = (node_modules / "axe-core" / "axe.min.js").read_text()
    page.evaluate(axe)
    result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    violations = [
        f"{violation['id']}: {violation['help']}: {violation['nodes'][0]['html'][:200]}"
        for violation in result["violations"]
    ]
    assert violations == []
    assert result["passes"], "axe looked at nothing"


def test_page_asks_nobody_else_and_leaves_nothing(page, url, demo_site):
    asked = []
    messages = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: messages.append(message.text))
    page.goto(url, wait_until="networkidle")
    hosts = {urlsplit(address).netloc for address in asked}
    assert hosts == {urlsplit(demo_site.url).netloc}
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    assert [text for text in messages if "Content Security Policy" in text] == []


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 1920])
def test_page_never_scrolls_sideways(page, url, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(url)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_page_is_in_its_language(page, url, language):
    page.goto(url)
    root = page.locator("html")
    assert root.get_attribute("lang") == language
    assert root.get_attribute("dir") == ("rtl" if language == "ar" else "ltr")


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
