"""What a picture's file says, in the dialog in which editors choose pictures."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_admin_csp import page_id
from tests.test_multimedia.canaries import CANARY, FORMATS

pytestmark = pytest.mark.browser


@pytest.mark.filterwarnings("ignore:Image appears to be a malformed MPO file")
def test_file_is_sent_once_and_its_words_are_looked_at(staff, demo_site):
    problems = []
    staff.on(
        "console",
        lambda message: problems.append(message.text) if message.type == "error" else None,
    )
    staff.goto(
        f"{demo_site.url}/admin/pages/add/letters/openletterpage/"
        f"{page_id(staff, demo_site, 'letters')}/"
    )
    staff.get_by_role("button", name="Choose an image").first.click()
    dialog = staff.get_by_role("dialog")
    dialog.get_by_role("tab", name="Upload").click()
    said = {"name": "a.jpg", "mimeType": "image/jpeg", "buffer": FORMATS["jpg"]()}
    dialog.locator("input[type=file]").set_input_files(said)
    dialog.locator("[name=image-chooser-upload-title]").fill("A beach")
    dialog.get_by_role("button", name="Upload").click()
    expect(dialog.get_by_text("The file says something about the picture.")).to_be_visible()
    credit = dialog.locator("[name=image-chooser-upload-credit]")
    expect(credit).to_have_value(f"{CANARY} artist")
    credit.fill("")
    dialog.get_by_role("button", name="Upload").click()
    expect(dialog).to_have_count(0)
    expect(staff.locator("#panel-child-content-in_lists_and_when_shared-section")).to_contain_text(
        "A beach"
    )
    assert problems == []
