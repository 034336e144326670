"""The admin under its Content-Security-Policy: everything works and nothing is refused."""

import re
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

VIEWS = [
    "",
    "account/",
    "collections/add/",
    "documents/",
    "documents/multiple/add/",
    "groups/new/",
    "images/",
    "images/multiple/add/",
    "localize/reports/translations/",
    "locales/new/",
    "media/",
    "media/audio/add/",
    "media/video/add/",
    "pages/",
    "redirects/",
    "reports/aging-pages/",
    "reports/site-history/",
    "reports/workflow/",
    "sites/new/",
    "snippets/home/sitesettings/add/",
    "snippets/home/subsite/add/",
    "snippets/multimedia/track/",
    "snippets/multimedia/track/add/",
    "users/",
    "users/new/",
    "workflows/list/",
    "workflows/tasks/index/",
]


@pytest.fixture
def admin(staff, demo_site):
    """A function that opens an address of the admin; refusals and script errors fail the test."""
    problems = []

    def note(message):
        if "Content Security Policy" in message.text:
            problems.append(f"{staff.url}: {message.text}")

    staff.on("console", note)
    staff.on("pageerror", lambda error: problems.append(f"{staff.url}: {error}"))

    def open_view(path):
        staff.goto(f"{demo_site.url}/admin/{path}")
        return staff

    yield open_view
    assert problems == []


def picture(colour):
    """A file to upload; the library asks back when it has the same one already."""
    data = BytesIO()
    Image.new("RGB", (300, 200), colour).save(data, "PNG")
    return {"name": f"{colour}.png", "mimeType": "image/png", "buffer": data.getvalue()}


def page_id(staff, demo_site, slug):
    """The number of a demo page, from its address in the admin."""
    found = staff.request.get(
        f"{demo_site.url}/admin/api/main/pages/", params={"slug": slug, "fields": "_,id"}
    )
    return found.json()["items"][0]["id"]


def choose_last_page(staff):
    dialog = staff.get_by_role("dialog")
    dialog.locator("a.choose-page").last.click()
    expect(dialog).to_have_count(0)


def test_views(admin):
    for path in VIEWS:
        staff = admin(path)
        expect(staff.locator("#wagtail-sidebar.sidebar-loading")).to_have_count(0)


def test_policy_refuses_what_is_smuggled_in(staff):
    refused = []
    staff.on("console", lambda message: refused.append(message.text))
    staff.evaluate(
        """() => {
            document.body.insertAdjacentHTML("beforeend", `
                <img src="data:," onerror="window.smuggled = true">
                <style>#main { color: rgb(1, 2, 3) }</style>`);
            document.body.append(Object.assign(
                document.createElement("script"), { textContent: "window.smuggled = true" }));
        }"""
    )
    staff.wait_for_timeout(300)
    assert len([text for text in refused if "Content Security Policy" in text]) == 3
    assert staff.evaluate("window.smuggled") is None
    expect(staff.locator("#main")).not_to_have_css("color", "rgb(1, 2, 3)")


def test_only_parts_of_the_admin_can_be_started(staff):
    errors = []
    staff.on("console", lambda message: errors.append(message.text))
    staff.evaluate(
        """() => document.body.insertAdjacentHTML("beforeend", `
            <template data-controller="security-start"
                data-security-start-name-value="open"
                data-security-start-arguments-value='["/"]'></template>`)"""
    )
    staff.wait_for_timeout(300)
    assert 'may not start "open"' in "".join(errors)
    assert len(staff.context.pages) == 1


def test_letter_is_written_and_published(admin, staff, demo_site):
    admin(f"pages/add/letters/openletterpage/{page_id(staff, demo_site, 'letters')}/")
    staff.get_by_role("textbox", name="Title").first.fill("A letter under a policy")

    staff.locator("[name=date]").click()
    staff.locator(".xdsoft_datetimepicker:visible td.xdsoft_date").nth(10).click()
    expect(staff.locator("[name=date]")).to_have_value(re.compile(r"\d{4}-\d\d-\d\d"))

    social_image = staff.locator("#panel-child-content-in_lists_and_when_shared-section")
    staff.get_by_role("button", name="Choose an image").first.click()
    dialog = staff.get_by_role("dialog")
    dialog.get_by_role("tab", name="Upload").click()
    dialog.locator("input[type=file]").set_input_files(picture("teal"))
    dialog.locator("[name=image-chooser-upload-title]").fill("A blue area")
    dialog.get_by_role("button", name="Upload").click()
    expect(dialog).to_have_count(0)
    expect(social_image.locator("[data-chooser-image]")).to_have_js_property("complete", True)
    expect(social_image.get_by_text("A blue area")).to_be_visible()

    body = staff.locator("#panel-child-content-body-section")
    body.get_by_title("Insert a block").first.click()
    staff.get_by_role("option", name="Text").click()
    body.locator("[contenteditable=true]").click()
    staff.keyboard.type("Words that somebody typed.")
    body.get_by_title("Insert a block").last.click()
    staff.get_by_role("option", name="Document").click()
    body.get_by_role("button", name="Choose a document").click()
    dialog.get_by_role("tab", name="Upload").click()
    dialog.locator("[name=document-chooser-upload-title]").fill("A report")
    dialog.locator("input[type=file]").set_input_files(
        {"name": "report.pdf", "mimeType": "application/pdf", "buffer": b"%PDF-1.4\nshort\n%%EOF\n"}
    )
    dialog.get_by_role("button", name="Upload").click()
    expect(dialog).to_have_count(0)

    staff.get_by_role("button", name="More actions").click()
    staff.get_by_role("button", name="Publish").click()
    staff.get_by_role("status").get_by_role("link", name="View live").click()
    expect(staff.get_by_role("main")).to_contain_text("Words that somebody typed.")
    expect(staff.get_by_role("main")).to_contain_text("A report")

    # The other tests share the site: leave it as it was.
    admin(f"pages/{page_id(staff, demo_site, 'a-letter-under-a-policy')}/delete/")
    staff.get_by_role("button", name="Yes, delete it").click()
    expect(staff.get_by_role("status")).to_contain_text("deleted")


def test_home_page_is_edited_beside_its_preview(admin, staff, demo_site):
    admin(f"pages/{page_id(staff, demo_site, 'home')}/edit/")
    staff.get_by_role("button", name="Toggle preview").click()
    preview = staff.frame_locator("iframe[title=Preview]").last
    # Makes the pictures of the page in their sizes, for the first time.
    expect(preview.get_by_role("main")).to_be_visible(timeout=30_000)
    staff.get_by_role("button", name="Toggle checks").click()
    expect(staff.locator("[data-side-panel=checks]")).to_be_visible()

    sections = staff.locator("#panel-child-content-sections-section")
    chooser = sections.locator(".page-chooser.blank").first
    chooser.get_by_role("button", name="Choose a page").click()
    choose_last_page(staff)
    expect(sections.locator(".page-chooser:not(.blank)").first).to_be_visible()


def test_publication_is_scheduled(admin, staff, demo_site):
    admin(f"pages/{page_id(staff, demo_site, 'privacy')}/edit/")
    staff.get_by_role("button", name="Toggle status").click()
    staff.get_by_role("button", name="Set schedule").click()
    staff.locator("[name=go_live_at]").click()
    staff.locator(".xdsoft_datetimepicker:visible td.xdsoft_date").last.click()
    expect(staff.locator("[name=go_live_at]")).to_have_value(re.compile(r"\d{4}-\d\d-\d\d \d"))


def test_page_is_made_private(admin, staff, demo_site):
    admin(f"pages/{page_id(staff, demo_site, 'privacy')}/edit/")
    staff.get_by_role("button", name="Toggle status").click()
    staff.get_by_role("button", name="Change privacy").click()
    staff.get_by_role("radio", name="Private, accessible to any logged-in users").check()
    staff.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(staff.get_by_text("Not visible to the public")).to_be_visible()
    staff.get_by_role("button", name="Change privacy").click()
    staff.get_by_role("radio", name="Public").check()
    staff.get_by_role("dialog").get_by_role("button", name="Save").click()
    expect(staff.get_by_text("Visible to all")).to_be_visible()


def test_workflow_is_made_of_tasks(admin, staff):
    """Rows that are added, with choosers in them."""
    admin("workflows/add/")
    staff.get_by_role("textbox", name="Name").first.fill("Four eyes")
    staff.get_by_role("button", name="Add task").click()
    staff.get_by_role("button", name="Choose a task").first.click()
    staff.get_by_role("dialog").get_by_role("tab", name="Existing").click()
    staff.get_by_role("dialog").locator("a.task-choice").first.click()
    expect(staff.get_by_role("dialog")).to_have_count(0)
    staff.get_by_role("button", name="Choose a page").first.click()
    choose_last_page(staff)
    staff.get_by_role("button", name="Create").click()
    expect(staff.get_by_role("status")).to_contain_text("Four eyes")


def test_redirect_leads_to_a_page(admin, staff):
    admin("redirects/add/")
    staff.get_by_role("textbox", name="Redirect from").fill("/old/")
    staff.get_by_role("button", name="Choose a page").click()
    choose_last_page(staff)
    staff.get_by_role("button", name="Create").click()
    expect(staff.get_by_role("status")).to_contain_text("/old")


def test_pictures_are_uploaded_and_cropped(admin, staff):
    admin("images/multiple/add/")
    staff.locator("input[type=file]").set_input_files([picture("navy"), picture("olive")])
    expect(staff.get_by_role("button", name="Update")).to_have_count(2)
    admin("images/")
    staff.locator("a.image-choice").first.click()
    expect(staff.locator(".jcrop-holder").first).to_be_visible()


def test_page_is_translated(admin, staff, demo_site):
    admin(f"localize/submit/page/{page_id(staff, demo_site, 'who-we-work-with')}/")
    staff.get_by_label("Select all").check()
    expect(staff.locator("[name=locales]:not(:checked)")).to_have_count(0)
    staff.get_by_label("Select all").uncheck()
    staff.get_by_label("Arabic").check()
    staff.get_by_role("button", name="Submit").click()
    staff.get_by_role("button", name="Translate").first.click()
    staff.locator("textarea:visible").first.fill("كلمات")
    staff.get_by_role("button", name="Save").first.click()
    expect(staff.get_by_text("Translated manually").first).to_be_visible()
    assert staff.evaluate("Object.values(chooserUrls)").count("/admin/choose-page/") == 1
