"""A translator without technical knowledge carries a letter into their language."""

import pytest
from lxml import etree
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

LETTER = "letters/global-call-on-china/"
TITLE = "Global call"
PREPARE = """
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Locale, Page
from home.models import User
locale = Locale.objects.create(language_code="ur")
english = Page.objects.filter(locale__language_code="en", depth=2).get().specific
for page in [english, english.get_children().get(slug="letters").specific]:
    page.copy_for_translation(locale).save_revision().publish()
group = Group.objects.create(name="Translators: Urdu")
for codename in ["access_admin", "submit_translation"]:
    group.permissions.add(Permission.objects.get(codename=codename))
for codename in ["add_page", "change_page"]:
    GroupPagePermission.objects.create(
        group=group,
        page=english.get_translation(locale),
        permission=Permission.objects.get(codename=codename),
    )
User.objects.create_user("noor", "noor@example.org", "a secret for tests").groups.add(group)
"""
TIDY_UP = """
from django.contrib.auth.models import Group
from wagtail.models import Locale, Page
from home.models import User
for page in Page.objects.filter(locale__language_code="ur", depth=2):
    page.delete()
User.objects.filter(username="noor").delete()
Group.objects.filter(name="Translators: Urdu").delete()
Locale.objects.filter(language_code="ur").delete()
"""


@pytest.fixture
def urdu(demo_site):
    """Urdu is switched on, with a translator; gone again afterwards: the site is shared."""
    demo_site.manage("shell", "-c", PREPARE)
    yield
    demo_site.manage("shell", "-c", TIDY_UP)


@pytest.fixture
def problems():
    return []


@pytest.fixture
def translator(browser, demo_site, urdu, problems):
    """A tab in which the translator is logged in; refusals and script errors are noted."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    context.set_default_timeout(30_000)
    tab = context.new_page()
    tab.on("pageerror", lambda error: problems.append(f"{tab.url}: {error}"))
    tab.on(
        "console",
        lambda message: "Content Security Policy" in message.text and problems.append(message.text),
    )
    tab.goto(f"{demo_site.url}/admin/login/")
    tab.get_by_label("Username").fill("noor")
    tab.locator("input[name=password]").fill("a secret for tests")
    tab.get_by_role("button", name="Sign in").click()
    tab.wait_for_url("**/admin/")
    yield tab
    context.close()


def violations(tab, node_modules):
    """What axe has against the page, the frames in it left out: those are public pages."""
    tab.evaluate((node_modules / "axe-core" / "axe.min.js").read_text())
    result = tab.evaluate("axe.run({exclude: [['iframe']]}, {resultTypes: ['violations']})")
    return [f"{item['id']}: {item['nodes'][0]['html'][:200]}" for item in result["violations"]]


def translate_file(content):
    """A file in which every text is translated, its codes where they were."""
    root = etree.fromstring(content)
    for source in root.iter("{*}source"):
        target = etree.fromstring(etree.tostring(source, with_tail=False))
        target.tag = source.tag.replace("source", "target")
        target.text = "ترجمہ " + (target.text or "")
        old = source.getparent().find("{*}target")
        if old is not None:
            source.getparent().remove(old)
        source.addnext(target)
    return etree.tostring(root, encoding="UTF-8")


def names(tab, demo_site, language):
    tab.goto(f"{demo_site.url}/{language}/{LETTER}")
    assert tab.locator("html").get_attribute("lang") == language
    return tab.locator("#signatories li bdi").all_inner_texts()


def test_letter_is_submitted_translated_reviewed_and_published(
    translator, staff, demo_site, node_modules, screenshot, problems, tmp_path
):
    board = f"{demo_site.url}/admin/translations/"
    translator.goto(f"{board}?q={TITLE}&kind=letters.openletterpage")
    assert violations(translator, node_modules) == []
    screenshot(translator, "desk-board")
    # Only the translator's language has a column.
    assert translator.locator(".desk-board th[scope=col]").count() == 3
    translator.locator("tbody input[type=checkbox]").check()
    translator.get_by_role("button", name="Submit what is ticked").click()
    translator.get_by_label("Urdu").check()
    translator.get_by_role("button", name="Submit for translation").click()
    expect(translator.get_by_role("status").first).to_contain_text("1 translation was set up.")

    translator.goto(f"{board}?q={TITLE}&kind=letters.openletterpage")
    translator.get_by_role("link", name="In progress, 0 %").click()
    assert violations(translator, node_modules) == []
    desk = translator.url
    translator.get_by_role("link", name="Open the editor").click()
    translator.get_by_role("button", name="Translate").first.click()
    field = translator.locator("textarea:visible").first
    field.fill("چین پر (UN) عالمی مطالبہ")
    # Urdu runs from the right, in the field as on the page.
    assert field.evaluate("field => getComputedStyle(field).unicodeBidi") == "plaintext"
    screenshot(translator, "desk-editor")
    translator.get_by_role("button", name="Save", exact=True).first.click()
    expect(translator.get_by_text("Translated manually").first).to_be_visible()
    expect(translator.get_by_role("heading", name="Terms in this text")).to_be_attached()

    file = translator.request.get(f"{desk}download/xliff12/").body()
    assert b"Uyghur Association" not in file  # no signatory is a text to translate
    translated = tmp_path / "text.xlf"
    translated.write_bytes(translate_file(file))
    translator.goto(f"{desk}upload/")
    translator.locator("input[type=file]").set_input_files(translated)
    translator.get_by_role("button", name="Show what would change").click()
    assert violations(translator, node_modules) == []
    screenshot(translator, "desk-upload")
    translator.get_by_role("button", name="Change them").click()
    expect(translator.get_by_text("100 % is translated.")).to_be_visible()

    translator.goto(f"{desk}both/")
    assert violations(translator, node_modules) == []
    preview = translator.frame_locator("iframe[title=Translation]")
    expect(preview.get_by_role("heading", level=1)).to_contain_text("ترجمہ")
    screenshot(translator, "desk-both")
    translator.goto(desk)
    translator.get_by_role("button", name="Submit for review").click()
    expect(translator.get_by_text("It waits for a reviewer.").first).to_be_visible()

    staff.goto(desk)
    staff.get_by_role("button", name="Approve", exact=True).click()
    staff.wait_for_load_state()
    staff.goto(desk)
    expect(staff.get_by_text("It is published.")).to_be_visible()
    english = names(staff, demo_site, "en")
    assert len(english) == 281
    assert names(staff, demo_site, "ur") == english
    assert staff.locator("html").get_attribute("dir") == "rtl"
    assert problems == []
