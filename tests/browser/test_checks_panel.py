"""An editor looks at the checks beside the names, and dismisses one that is no mistake."""

import re

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

NAMES = "Lantern House\\nHarbour Watch of Oruva\\nLantern House"
MAKE = f"""
from datetime import date
from letters.models import LetterIndexPage, OpenLetterPage
names = {NAMES.split(chr(92) + "n")!r}
records = [{{"id": f"n{{n}}", "raw": name}} for n, name in enumerate(names)]
page = OpenLetterPage(
    title="Twice under a letter", date=date(2026, 11, 2), stated_total=5,
    signatories=[{{"type": "signatory_list", "value": {{"heading": "", "names": records}}}}],
)
LetterIndexPage.objects.filter(locale__language_code="en").first().add_child(instance=page)
page.save_revision()
print("letter", page.pk)
"""
# What stands below Wagtail's own header and messages.
OURS = "main .w-mt-8"
TIDY_UP = """
from letters.models import OpenLetterPage
for page in OpenLetterPage.objects.filter(slug__startswith="twice-under-a-letter"):
    page.delete()
"""
SPEAK = """
from home.models import User
from wagtail.users.models import UserProfile
profile = UserProfile.get_for_user(User.objects.get(username="editor"))
profile.preferred_language = "{}"
profile.save()
"""


@pytest.fixture
def editor(demo_site):
    """The address of the editor of a letter that one organisation signed twice."""
    number = re.search(r"letter (\d+)", demo_site.manage("shell", "-c", MAKE))[1]
    yield f"{demo_site.url}/admin/pages/{number}/edit/"
    demo_site.manage("shell", "-c", TIDY_UP)


@pytest.fixture
def arabic(demo_site):
    """The admin in Arabic for the member of staff."""
    demo_site.manage("shell", "-c", SPEAK.format("ar"))
    yield
    demo_site.manage("shell", "-c", SPEAK.format(""))


@pytest.fixture
def clean(node_modules):
    """A function that has axe look at a part of the page."""
    axe = (node_modules / "axe-core" / "axe.min.js").read_text()

    def clean(page, part):
        page.evaluate(axe)
        result = page.evaluate("part => axe.run(part, {resultTypes: ['violations']})", part)
        found = [
            (problem["id"], node["html"][:200])
            for problem in result["violations"]
            for node in problem["nodes"]
        ]
        assert found == []
        assert result["passes"], "axe looked at nothing"

    return clean


def beside(page):
    """The checks in the form, beside the list of names."""
    return page.locator("#signatory-checks")


def go_to(page, target):
    """Go to something with the Tab key, from what has the focus."""
    target.wait_for()
    for _step in range(120):
        if target.evaluate("it => it === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError("the Tab key does not get there")


def press(page, target):
    """The same, and press Enter."""
    go_to(page, target)
    page.keyboard.press("Enter")


def save(page):
    """Save a draft with the button, which loads the editor anew."""
    with page.expect_navigation():
        page.locator("button.action-save").first.click()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_check_is_dismissed_with_the_keyboard_and_stays_so(
    editor, staff, clean, screenshot, request, language
):
    if language == "ar":
        request.getfixturevalue("arabic")
    page = staff
    page.goto(editor)
    direction = page.locator("html").get_attribute("dir")
    assert direction == ("rtl" if language == "ar" else "ltr")
    items = beside(page).locator("li")
    # One name twice, and a total that does not add up.
    expect(items).to_have_count(2)
    beside(page).scroll_into_view_if_needed()
    screenshot(page, f"checks-panel-{language}")
    clean(page, "#signatory-checks")
    twice = items.filter(has_text="Lantern House")
    expect(twice).to_have_count(1)

    # Dismissed, with a reason.
    beside(page).locator("a").first.focus()
    press(page, twice.get_by_role("link"))
    reason = page.locator("textarea[name=reason]")
    go_to(page, reason)
    page.keyboard.type("Two houses of one name.")
    clean(page, OURS)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/letters/checks/*/")
    expect(page.locator("main table").last).to_contain_text("Two houses of one name.")
    screenshot(page, f"checks-dismissed-{language}")
    clean(page, OURS)

    # It stays dismissed when the letter is saved, and when it is opened again.
    page.goto(editor)
    expect(beside(page).locator("li")).to_have_count(1)
    save(page)
    expect(beside(page).locator("li")).to_have_count(1)
    page.reload()
    expect(beside(page).locator("li")).to_have_count(1)

    # And it can be opened again.
    press(page, beside(page).locator("p a").last)
    page.wait_for_url("**/letters/checks/*/")
    with page.expect_navigation():  # to the same address
        press(page, page.locator("main table").last.get_by_role("button"))
    page.goto(editor)
    expect(beside(page).locator("li")).to_have_count(2)


def test_checks_follow_what_is_saved_while_the_editor_is_open(editor, staff):
    page = staff
    page.add_init_script(
        "addEventListener('w-unsaved:watch-edits', () => "
        "document.documentElement.toggleAttribute('data-watched', true))"
    )
    page.goto(editor)
    page.locator("html[data-watched]").wait_for()
    expect(beside(page).locator("li")).to_have_count(2)
    page.locator("textarea[data-text]").fill("Lantern House\nHarbour Watch of Oruva")
    expect(beside(page).locator("li")).to_have_count(1)
    expect(beside(page)).not_to_contain_text("Lantern House")
