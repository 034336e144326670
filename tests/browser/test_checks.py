"""An editor sees the checks beside the names and in the status of the page, and dismisses one."""

import re

import pytest

pytestmark = pytest.mark.browser

FIND = (
    "from letters.models import OpenLetterPage as P; "
    "page = P.objects.get(slug='global-call-on-china', locale__language_code='en'); "
    "page.stated_total = 400; page.save_revision(); print('pk', page.pk)"
)


@pytest.fixture
def editor(demo_site, staff):
    """The editor of a letter that states more names than it lists."""
    number = re.search(r"pk (\d+)", demo_site.manage("shell", "-c", FIND))[1]
    staff.set_default_timeout(60_000)
    staff.goto(f"{demo_site.url}/admin/pages/{number}/edit/")
    yield staff
    staff.goto("about:blank")


def test_checks_follow_every_save_and_can_be_dismissed(editor, screenshot):
    beside = editor.locator("#signatory-checks")
    beside.get_by_text("Fewer names than stated").wait_for()
    beside.scroll_into_view_if_needed()
    screenshot(editor, "checks-beside-the-list")
    # Wagtail saves by itself; the panel of the status brings the new state along.
    editor.locator("input[name=stated_total]").fill("401")
    beside.get_by_text("The letter states 401:").wait_for()
    editor.get_by_role("button", name="Toggle status").click()
    status = editor.locator('[data-side-panel="status"]')
    status.get_by_text("The letter states 401:").wait_for()
    screenshot(editor, "checks-in-the-status")
    status.get_by_role("link", name=re.compile("Dismiss check 1: Fewer")).click()
    editor.get_by_label("Reason").fill("Counted by hand.")
    screenshot(editor, "checks-dismiss")
    editor.get_by_role("button", name="Dismiss").click()
    editor.get_by_text("Counted by hand.").wait_for()
    screenshot(editor, "checks-dismissed")
    editor.get_by_role("button", name=re.compile("Open dismissed check")).click()
    editor.get_by_text("The check is open again.").wait_for()
