"""The work of a joint letter, from the first draft to a correction, as docs/editors.md tells it.

`make guide` draws the pictures of the guide anew.
"""

import re

import pytest
from playwright.sync_api import expect

from tests.browser.guide import GUIDE, PEOPLE, PICTURES, TIDY_UP, Walk

pytestmark = pytest.mark.browser

TITLE = "Keep the night ferry running"
NAMES = """Harbour Watch of Oruva
Tamarin Union, Belmora
جمعية الميناء
Lantern House
Lantern House
Maya Sample, teacher"""


@pytest.fixture
def walk(browser, demo_site):
    found = demo_site.manage("shell", "-c", PEOPLE)
    walk = Walk(browser, demo_site)
    walk.list = re.search(r"list (\d+)", found)[1]
    yield walk
    walk.close()
    demo_site.manage("shell", "-c", TIDY_UP)


def more(walk, page, action):
    """Choose an action from the menu beside the button that saves."""
    page.get_by_role("button", name="More actions").click()
    walk.look(page)
    page.get_by_role("button", name=action, exact=True).click()


def message(page, words):
    expect(page.locator(".messages")).to_contain_text(words)


def editor_writes(walk):
    """Returns the address of the editor of the new letter."""
    page = walk.tab("elin")
    expect(page.get_by_text("Nothing awaits you.")).to_be_visible()
    walk.picture(page, "01-first-page")
    page.add_init_script(
        "addEventListener('w-unsaved:watch-edits', () => "
        "document.documentElement.toggleAttribute('data-watched', true))"
    )
    page = walk.open("elin", f"/admin/pages/add/letters/openletterpage/{walk.list}/")
    page.locator("html[data-watched]").wait_for()
    page.locator("input[name=title]").fill(TITLE)
    page.locator("input[name=date]").fill("2026-11-02")
    page.locator("[name=addressees]").fill("The Harbour Authority of Oruva")
    walk.picture(page, "02-new-letter")
    section = page.locator("section[id*=content-signatories]")
    section.get_by_title("Insert a block").first.click()
    names = page.locator("textarea[data-text]")
    names.fill(NAMES)
    page.locator("[data-summary]").filter(has_text="6 names").wait_for()
    walk.picture(page, "03-names", page.locator("[data-summary]"))
    page.locator("[name=stated_total]").fill("9")
    page.locator("[name=anonymous_count]").fill("3")
    walk.picture(page, "04-counts", page.locator("[name=anonymous_count]"))
    page.wait_for_url("**/edit/")
    return page.url.removeprefix(walk.site.url)


def editor_submits(walk, address):
    page = walk.tab("elin")
    page.get_by_role("button", name="More actions").click()
    walk.picture(page, "05-submit")
    page.get_by_role("button", name="Submit to Editorial review", exact=True).click()
    message(page, "submitted for moderation")
    page = walk.open("elin", "/admin/")
    expect(page.get_by_text("waits for: Check of the text")).to_be_visible()


def moderators_approve(walk, address):
    page = walk.open("mona", "/admin/")
    walk.picture(page, "06-waiting")
    page.get_by_role("link", name=TITLE).click()
    page.get_by_role("button", name="More actions").click()
    walk.picture(page, "07-approve")
    page.get_by_role("button", name="Approve", exact=True).click()
    message(page, TITLE)
    page = walk.open("mona", address)
    expect(page.get_by_text("You submitted or checked this text yourself.")).to_be_visible()
    walk.picture(page, "08-second-person")
    page = walk.open("tarek", "/admin/")
    page.get_by_role("link", name=TITLE).click()
    more(walk, page, "Approve and Publish")
    message(page, TITLE)


def everybody_reads(walk):
    page = walk.open("elin", "/en/letters/keep-the-night-ferry-running/")
    expect(page.get_by_role("heading", name=TITLE)).to_be_visible()
    assert page.locator("#names li").count() == 6
    walk.picture(page, "09-published", page.locator("#signatories"))


def editor_corrects(walk, address):
    page = walk.open("elin", address)
    section = page.locator("div:has(> [name=corrections-count])")
    section.get_by_title("Insert a block").first.click()
    walk.picture(page, "10-correction", section)


def manager_removes(walk):
    page = walk.open("sana", "/admin/letters/remove/")
    page.locator("[name=name]").fill("Maya Sample, teacher")
    walk.picture(page, "11-remove")
    page.locator("main form button[type=submit], main form button:not([type])").last.click()
    expect(page.locator("main")).to_contain_text(TITLE)
    walk.picture(page, "12-what-would-change")


def test_a_joint_letter_from_the_first_draft_to_a_correction(walk):
    address = editor_writes(walk)
    editor_submits(walk, address)
    moderators_approve(walk, address)
    everybody_reads(walk)
    editor_corrects(walk, address)
    manager_removes(walk)
    assert set(re.findall(r"!\[[^]]*\]\(images/editors/([\w-]+)\.png\)", GUIDE.read_text())) == {
        path.stem for path in PICTURES.glob("*.png")
    }
    quoted = re.findall(r"\*\*(.+?)\*\*", GUIDE.read_text(), re.DOTALL)
    # The style sheet writes some labels with a capital.
    seen = walk.seen.casefold()
    missing = [label for label in quoted if " ".join(label.split()).casefold() not in seen]
    assert missing == [], "the guide names what is not there"
