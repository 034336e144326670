"""Pages in other scripts, looked at in the browser: ways of writing, lines, accessibility."""

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.browser

FOLDER = Path(__file__).parent
PAGES = {
    "home": "",
    "letter": "letters/a-boat-is-not-a-crime/",
    "list": "letters/",
    "statement": "statements/the-ferry-must-run-again/",
    "publication": "publications/the-price-of-a-tree/",
}
CODES = ["ar", "ur", "th", "km", "my", "zh-hant", "ja"]
RIGHT_TO_LEFT = {"ar", "ur"}
EXPECTED = {
    "ar": {"fontStyle": "normal", "letterSpacing": "normal", "quotes": "«"},
    "ur": {"fontStyle": "normal", "letterSpacing": "normal"},
    "th": {"fontStyle": "normal", "letterSpacing": "normal", "wordBreak": "normal"},
    "km": {"fontStyle": "normal", "letterSpacing": "normal", "wordBreak": "normal"},
    "my": {"fontStyle": "normal", "letterSpacing": "normal", "wordBreak": "normal"},
    "zh-hant": {
        "fontStyle": "normal",
        "textEmphasis": "dot",
        "quotes": "「",
        "lineBreak": "strict",
    },
    "ja": {"fontStyle": "normal", "textEmphasis": "dot", "quotes": "「", "lineBreak": "strict"},
    "ko": {"fontStyle": "normal", "wordBreak": "keep-all"},
    "en": {"fontStyle": "italic", "quotes": "“"},
}
LEADING = {
    "en": 1.4,
    "ar": 1.7,
    "ur": 2.0,
    "th": 1.7,
    "km": 1.9,
    "my": 1.9,
    "ja": 1.7,
    "zh-hant": 1.7,
}


@pytest.fixture(scope="module")
def many_languages(demo_site):
    """The demo site with a few pages in seven more languages."""
    run = subprocess.run(
        [sys.executable, FOLDER / "translate_demo.py"],
        env=demo_site.environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    return demo_site


@pytest.fixture(params=CODES)
def code(request):
    return request.param


@pytest.mark.parametrize("kind", list(PAGES))
def test_page_in_another_script(phone, many_languages, code, kind, node_modules, screenshot):
    phone.goto(f"{many_languages.url}/{code}/{PAGES[kind]}")
    root = phone.locator("html")
    assert root.get_attribute("lang") == code
    assert root.get_attribute("dir") == ("rtl" if code in RIGHT_TO_LEFT else "ltr")
    assert phone.evaluate("document.documentElement.scrollWidth") <= 360
    screenshot(phone, f"script-{kind}-{code}", full_page=kind != "letter")
    phone.evaluate((node_modules / "axe-core" / "axe.min.js").read_text())
    result = phone.evaluate("axe.run(document, {resultTypes: ['violations']})")
    assert [
        f"{violation['id']}: {violation['nodes'][0]['html'][:200]}"
        for violation in result["violations"]
    ] == []


SAMPLE = """(code) => {
  const box = document.createElement("div");
  box.lang = code;
  box.className = "prose";
  box.innerHTML = "<h1>A</h1><p>B <em>C</em></p>";
  document.querySelector("main").append(box);
  const of = (selector) => getComputedStyle(box.querySelector(selector));
  const p = of("p");
  return {
    fontStyle: of("em").fontStyle,
    letterSpacing: of("h1").letterSpacing,
    textEmphasis: of("em").textEmphasisStyle,
    quotes: p.quotes,
    wordBreak: p.wordBreak,
    lineBreak: p.lineBreak,
    leading: parseFloat(getComputedStyle(box).getPropertyValue("--leading")),
    font: p.fontFamily,
  };
}"""


@pytest.mark.parametrize("language", sorted(EXPECTED))
def test_ways_of_writing(page, demo_site, language):
    page.goto(f"{demo_site.url}/en/about/")
    styles = page.evaluate(SAMPLE, language)
    for name, wanted in EXPECTED[language].items():
        assert (
            wanted in styles[name]
            if name in ("quotes", "textEmphasis")
            else (styles[name] in (wanted, "0px" if wanted == "normal" else wanted))
        ), (name, styles)
    assert styles["leading"] >= LEADING.get(language, 1.4)


def test_switcher_folds_and_opens_by_keyboard(browser, many_languages):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{many_languages.url}/en/")
    summary = page.locator(".languages-all summary")
    assert not page.get_by_role("link", name="日本語").is_visible()
    summary.focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("link", name="日本語").is_visible()
    names = page.locator(".languages a").all_inner_texts()
    assert len(names) == len(set(names)) >= 8
    context.close()


def offered(browser, url, locale):
    context = browser.new_context(locale=locale)
    page = context.new_page()
    page.goto(url)
    return context, page, page.locator("#language-offer")


def test_a_language_the_reader_prefers_is_offered_until_put_away(browser, many_languages):
    context, page, offer = offered(browser, f"{many_languages.url}/en/", "zh-TW")
    link = offer.get_by_role("link")
    assert offer.is_visible()
    assert (link.get_attribute("lang"), link.get_attribute("href")) == ("zh-hant", "/zh-hant/")
    assert page.evaluate("localStorage.length + sessionStorage.length") == 0
    offer.get_by_role("button").click()
    assert not offer.is_visible()
    page.reload()
    assert not offer.is_visible()
    assert context.cookies() == []
    context.close()


@pytest.mark.parametrize("locale", ["en-GB", "de-DE"])
def test_nothing_is_offered_to_readers_of_other_languages(browser, many_languages, locale):
    context, _page, offer = offered(browser, f"{many_languages.url}/en/", locale)
    assert not offer.is_visible()
    context.close()


def test_nothing_is_forced(browser, many_languages):
    context, page, _offer = offered(browser, f"{many_languages.url}/en/", "ar")
    assert page.url.endswith("/en/")
    context.close()
