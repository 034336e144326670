"""What awaits staff, on a phone and in Arabic."""

import pytest

from tests.browser.guide import PEOPLE, TIDY_UP, Walk

pytestmark = pytest.mark.browser

SUBMIT = """
from datetime import date
from home.models import User
from letters.models import LetterIndexPage, OpenLetterPage
from wagtail.users.models import UserProfile
elin, mona = (User.objects.get(username=name) for name in ("elin", "mona"))
lists = LetterIndexPage.objects.get(locale__language_code="en")
for number in range(3):
    title = f"A letter with a title that is rather long, as titles of letters are: {number}"
    page = lists.add_child(
        instance=OpenLetterPage(title=title, date=date(2026, 1, 1), live=False, owner=elin)
    )
    page.save_revision(user=elin)
    page.get_workflow().start(page, elin)
UserProfile.objects.update_or_create(user=mona, defaults={"preferred_language": "ar"})
"""


@pytest.fixture
def walk(browser, demo_site):
    demo_site.manage("shell", "-c", PEOPLE + SUBMIT)
    walk = Walk(browser, demo_site)
    yield walk
    walk.close()
    demo_site.manage("shell", "-c", TIDY_UP)


def test_list_of_work_fits_a_phone_in_arabic(walk, node_modules, screenshot):
    page = walk.open("mona", "/admin/")
    screenshot(page, "first-page-ar-desktop")
    page.set_viewport_size({"width": 360, "height": 740})
    page.reload()
    screenshot(page, "first-page-ar-phone", full_page=True)
    entries = page.locator(".waiting__entry")
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert entries.count() == 3
    for box in (entry.bounding_box() for entry in entries.all()):
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 360
    page.evaluate((node_modules / "axe-core" / "axe.min.js").read_text())
    result = page.evaluate("axe.run('.waiting', {resultTypes: ['violations']})")
    assert [violation["id"] for violation in result["violations"]] == []
    assert result["passes"], "axe looked at nothing"
