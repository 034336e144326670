"""A communications officer pastes, checks, publishes and corrects a list of names."""

import json
import re
from urllib.parse import urljoin

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

FIND_INDEX = "from letters.models import LetterIndexPage as L; print('pk', L.objects.first().pk)"
DELETE = (
    "from letters.models import OpenLetterPage as P; "
    "[page.delete() for page in P.objects.filter(owner__username='editor')]"
)


@pytest.fixture
def letter(shared_data):
    """Title and names of the letter of 2020, so that no name stands under other words."""
    file = shared_data / "letters" / "00_seed_china_global_call_en.expected.json"
    data = json.loads(file.read_text())
    return data["title"], data["signatories"]


@pytest.fixture
def new_letter(demo_site, staff):
    """A function that opens the editor of a new letter with an empty list of names."""
    index = re.search(r"pk (\d+)", demo_site.manage("shell", "-c", FIND_INDEX))[1]

    staff.add_init_script(
        "addEventListener('w-unsaved:watch-edits', () => "
        "document.documentElement.toggleAttribute('data-watched', true))"
    )

    def start(title):
        staff.goto(f"{demo_site.url}/admin/pages/add/letters/openletterpage/{index}/")
        # What is typed before counts as untouched, and is not saved as a draft.
        staff.locator("html[data-watched]").wait_for()
        staff.locator("input[name=title]").fill(title)
        staff.locator("input[name=date]").fill("2020-09-09")
        section = staff.locator("section[id*=content-signatories]")
        section.get_by_title("Insert a block").first.click()
        return staff.locator("textarea[data-text]")

    yield start
    # Wagtail saves drafts by itself while the page is open.
    staff.goto("about:blank")
    demo_site.manage("shell", "-c", DELETE)


def paste(area, text):
    """Put a long text in at once, as pasting does; `fill` types it line by line."""
    area.evaluate(
        "(area, text) => { area.value = text; area.dispatchEvent(new Event('input')) }", text
    )


def settled(page):
    """Wait until what was typed is read and shown: the editor pauses before it asks."""
    page.wait_for_timeout(600)
    page.wait_for_function("!document.querySelector('[data-preview][aria-busy]')")


def counts(page, beginning):
    """The counts beneath the text area, once they begin as given."""
    line = page.locator("[data-summary]").filter(has_text=beginning)
    line.wait_for()
    return line.inner_text()


def publish(page):
    """Publish; return the addresses of the public page and of the editor."""
    # Only once Wagtail has saved the new page by itself: else there would be two of them.
    page.wait_for_url("**/edit/")
    page.get_by_role("button", name="More actions").click()
    page.get_by_role("button", name="Publish", exact=True).click()
    messages = page.locator(".messages")
    links = [
        messages.get_by_role("link", name=name).get_attribute("href")
        for name in ("View live", "Edit")
    ]
    return [urljoin(page.url, link) for link in links]


def shown_names(page, address):
    page.goto(address)
    return page.locator("#names li").all_text_contents()


def test_281_names_are_pasted_published_and_one_is_edited(new_letter, letter, staff, screenshot):
    title, names = letter
    text = new_letter(title)
    paste(text, "\n".join(names))
    assert counts(staff, "281 names").startswith("281 names: 279 organisations, 2 people.")
    staff.get_by_role("button", name="Go to line 102").click()
    selected = text.evaluate("area => area.value.slice(area.selectionStart, area.selectionEnd)")
    assert selected == names[101]
    assert staff.locator(".signatory-names *").count() < 2_000
    screenshot(staff, "editor-281-names")
    live, editor = publish(staff)
    # White space is all that the parser changes in a name.
    names = [" ".join(name.split()) for name in names]
    assert shown_names(staff, live) == names

    staff.goto(editor)
    text = staff.locator("textarea[data-text]")
    changed = [*names[:9], names[9].title(), *names[10:]]
    paste(text, "\n".join(changed))
    assert counts(staff, "281 names")
    live, _editor = publish(staff)
    assert shown_names(staff, live) == changed


def test_2000_names_stay_usable(new_letter, staff):
    text = new_letter("Two thousand invented names")
    paste(text, "\n".join(f"Invented organisation {number} of Aruvia" for number in range(2_000)))
    assert counts(staff, "2000 names")
    assert staff.locator(".signatory-names *").count() < 2_000
    text.press("Control+Home")
    longest = staff.evaluate_handle(
        "() => { const found = []; new PerformanceObserver(list => list.getEntries().forEach("
        "entry => found.push(entry.duration))).observe({entryTypes: ['longtask']}); return found }"
    )
    staff.keyboard.type("The first ", delay=30)
    staff.locator("[data-row] bdi").filter(has_text="The first Invented").wait_for()
    assert max(longest.json_value(), default=0) < 500


def test_kind_and_language_are_corrected_with_the_keyboard(new_letter, staff, screenshot):
    text = new_letter("Corrected names")
    text.fill("Sample House\nجمعية الميناء\nMaya Sample")
    settled(staff)
    staff.get_by_role("button", name="Correct number 3").press("Enter")
    staff.locator("[data-field=kind]").press("p")
    expect(staff.locator("[data-field=kind]")).to_have_value("person")
    staff.get_by_label("Language of the name").fill("Malay")
    staff.keyboard.press("Enter")
    staff.get_by_text("“Malay” is not a language code.").wait_for()
    staff.get_by_label("Language of the name").fill("ms")
    screenshot(staff, "editor-correction")
    staff.keyboard.press("Enter")
    assert "2 organisations, 1 person" in counts(staff, "3 names: 2 org")
    row = staff.locator("[data-row='3']")
    assert "Bahasa Melayu" in row.inner_text()
    expect(row.locator("button")).to_be_focused()


def test_a_correction_stays_open_while_the_preview_is_made_anew(new_letter, staff):
    text = new_letter("A slow answer")
    text.fill("Sample House\nMaya Sample")
    settled(staff)
    staff.get_by_role("button", name="Correct number 2").press("Enter")
    language = staff.get_by_label("Language of the name")
    language.fill("ms")
    with staff.expect_response("**/admin/letters/signatories/") as answer:
        text.dispatch_event("input")
    answer.value.finished()
    staff.wait_for_function("!document.querySelector('[data-preview][aria-busy]')")
    assert language.input_value() == "ms"
    assert language.evaluate("field => field === document.activeElement")
    language.press("Enter")
    staff.locator("[data-row='2']").filter(has_text="Bahasa Melayu").wait_for()
    assert language.count() == 0


def test_focus_stays_where_it_is_while_the_preview_is_made_anew(new_letter, staff):
    text = new_letter("A late answer")
    text.fill("Sample House\nMaya Sample")
    settled(staff)
    button = staff.get_by_role("button", name="Correct number 2")
    button.focus()
    with staff.expect_response("**/admin/letters/signatories/") as answer:
        text.dispatch_event("input")
    answer.value.finished()
    staff.wait_for_function("!document.querySelector('[data-preview][aria-busy]')")
    expect(button).to_be_focused()


def test_column_of_a_pasted_table_is_kept(new_letter, staff):
    text = new_letter("A table")
    text.fill("1\tSample House\tAruvia\n2\tOther House\tBelmora")
    staff.get_by_text("This looks like a table of 3 columns").wait_for()
    staff.get_by_role("button", name="Keep only “Sample House” and what is below it").click()
    assert counts(staff, "2 names")
    assert text.input_value() == "Sample House\nOther House"


def test_a_hundred_thousand_pasted_lines_get_an_answer(new_letter, staff):
    text = new_letter("Far too many lines")
    text.evaluate(
        """area => {
            const data = new DataTransfer();
            data.setData('text/plain', 'Somebody Somewhere\\n'.repeat(100_000));
            area.dispatchEvent(new ClipboardEvent('paste', {clipboardData: data, cancelable: true}));
        }"""
    )
    staff.get_by_text("There are 100,000 lines; a list can hold 5,000.").wait_for()
    assert text.evaluate("area => area.value.split('\\n').length") == 100_001


def test_editor_says_so_when_the_site_does_not_answer(new_letter, staff):
    text = new_letter("No connection")
    staff.route("**/admin/letters/signatories/", lambda route: route.abort())
    text.fill("Sample House")
    staff.get_by_text("The preview cannot be had now: the site did not answer.").wait_for()
    assert text.input_value() == "Sample House"
