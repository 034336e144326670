"""Passing a page on, and the menu of a full site, in the browser."""

import json

import pytest

pytestmark = pytest.mark.browser

LETTER = "/en/letters/global-call-on-china/"


@pytest.fixture
def letter(demo_site, page):
    page.goto(demo_site.url + LETTER)
    return page


def test_the_text_to_copy_is_copied(letter, demo_site):
    letter.context.grant_permissions(["clipboard-read", "clipboard-write"])
    letter.get_by_text("Signal and other messengers").click()
    letter.get_by_role("button", name="Copy").click()
    letter.get_by_text("Copied.").wait_for()
    copied = letter.evaluate("navigator.clipboard.readText()")
    assert copied == letter.get_by_label("Text to copy and paste").input_value()
    assert copied.endswith(demo_site.url + LETTER)


def test_where_copying_is_refused_the_text_is_marked(letter):
    letter.evaluate("void (navigator.clipboard.writeText = () => Promise.reject())")
    letter.get_by_text("Signal and other messengers").click()
    letter.get_by_role("button", name="Copy").click()
    letter.get_by_text("Marked: copy it").wait_for()
    assert letter.evaluate("document.activeElement.id") == "share-text"


def test_the_browsers_own_sharing_is_offered_where_it_is_there(demo_site, page):
    page.add_init_script(
        "navigator.canShare = () => true;"
        "navigator.share = async (data) => { window.shared = data; };"
    )
    page.goto(demo_site.url + LETTER)
    page.get_by_role("button", name="Share with…").click()
    shared = page.evaluate("JSON.stringify(window.shared)")
    assert json.loads(shared)["url"] == demo_site.url + LETTER


def test_without_javascript_the_text_can_be_copied_by_hand(browser, demo_site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(demo_site.url + LETTER)
    page.get_by_text("Signal and other messengers").click()
    assert page.get_by_label("Text to copy and paste").is_visible()
    assert page.locator(".share button:visible").count() == 0
    context.close()


def test_mastodon_is_two_steps_away_under_our_policy(letter):
    """Nothing is loaded from the server named, and no redirect to it is refused."""
    asked, messages = [], []
    letter.on("console", lambda message: messages.append(message.text))
    letter.get_by_role("link", name="Mastodon").click()
    letter.on("request", lambda request: asked.append(request.url))
    letter.get_by_label("Your Mastodon server").fill("@somebody@mastodon.example")
    letter.get_by_role("button", name="Go on").click()
    link = letter.get_by_role("link", name="Write the post on mastodon.example")
    link.wait_for()
    assert link.get_attribute("href").startswith("https://mastodon.example/share?text=")
    assert "mastodon.example" not in letter.url
    assert not [address for address in asked if "mastodon.example" in address]
    assert not [text for text in messages if "Content Security Policy" in text]


EIGHT = """() => {
  const menu = document.querySelector(".menu");
  const words = "One Statements Publications Stories Organisations Newsletter Contact About".split(" ");
  menu.replaceChildren(...words.map((word) => {
    const item = menu.firstElementChild.cloneNode(true);
    item.firstElementChild.textContent = word;
    return item;
  }));
  const top = (selector) => document.querySelector(selector).getBoundingClientRect();
  return {
    name: top(".wordmark").bottom,
    menu: top(".menu").top,
    search: top(".search-small").bottom,
    rows: new Set([...menu.children].map((item) => item.offsetTop)).size,
  };
}"""


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("width", [1024, 1280, 1920])
def test_a_menu_of_eight_has_one_row_below_name_and_search(page, demo_site, language, width):
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{demo_site.url}/{language}/letters/")
    places = page.evaluate(EIGHT)
    assert places["rows"] == 1
    assert places["menu"] >= places["name"]
    assert places["menu"] >= places["search"] - 1
    assert page.evaluate("document.documentElement.scrollWidth") <= width
