"""Staff at the editor of a letter, through the admin's own addresses."""

import json

import pytest
from django.urls import reverse
from django.utils.html import escape
from wagtail.test.utils.form_data import inline_formset, nested_form_data, streamfield

from letters.models import OpenLetterPage

BLOCK_ID = "6f1d2c3b-0000-4000-8000-000000000001"
NAMES = [f"Invented Organisation {number}" for number in range(1, 282)]


def form(text, state="", **fields):
    """The posted form of a letter with one list of names."""
    names = {"heading": "", "names": text, "names-state": state}
    return nested_form_data(
        {
            "title": "A letter",
            "slug": "a-letter",
            "kind": "joint",
            "date": "2026-03-01",
            "summary": "",
            "reference": "",
            "addressees": "",
            "copied_to": "",
            "convenors": inline_formset([]),
            "stated_total": "",
            "anonymous_count": "0",
            "names_shown": "both",
            "body": streamfield([]),
            "attachments": streamfield([]),
            "updates": streamfield([]),
            "corrections": streamfield([]),
            "signatories": streamfield([("signatory_list", names)]),
            "comments": inline_formset([]),
        }
        | fields
    ) | {"signatories-0-id": BLOCK_ID}


@pytest.fixture
def create(editor_client, letter_index):
    """A function that posts the form of a new letter."""
    address = reverse("wagtailadmin_pages:add", args=("letters", "openletterpage", letter_index.pk))

    def post(text, state="", **fields):
        return editor_client.post(address, form(text, state, **fields))

    return post


@pytest.fixture
def edit(editor_client):
    """A function that posts the form of a letter that exists."""

    def post(letter, text, state, **fields):
        address = reverse("wagtailadmin_pages:edit", args=(letter.pk,))
        headers = fields.pop("headers", {})
        return editor_client.post(address, form(text, state, **fields), headers=headers)

    return post


@pytest.fixture
def preview(editor_client):
    """A function that asks for the preview of a text."""

    def post(text, **fields):
        return editor_client.post(
            reverse("letters_signatory_preview"), {"text": text, "state": "", **fields}
        )

    return post


def letter():
    return OpenLetterPage.objects.get(slug="a-letter").get_latest_revision_as_object()


def records(page):
    return page.signatories[0].value["names"]


def state_in_form(page):
    """What the editor's hidden input holds when the page is opened."""
    stream = page.signatories
    return stream.stream_block.get_form_state(stream)[0]["value"]["names"]["state"]


def test_letter_with_281_names_is_created(create):
    response = create("\n".join(NAMES), **{"action-publish": "1"})
    assert response.status_code == 302
    page = OpenLetterPage.objects.get(slug="a-letter")
    assert page.live
    assert [record.raw for record in records(page)] == NAMES


def test_one_edited_name_changes_one_record(create, edit, editor_client):
    create("\n".join(NAMES), **{"action-publish": "1"})
    page = letter()
    before = records(page)
    text = "\n".join(NAMES).replace("Organisation 77\n", "Organisation 77 of Aruvia\n")
    edit(page, text, state_in_form(page), **{"action-publish": "1"})
    after = records(letter())
    pairs = enumerate(zip(before, after, strict=True), start=1)
    assert [number for number, (a, b) in pairs if a != b] == [77]
    assert [record.id for record in before] == [record.id for record in after]

    old, new = letter().revisions.order_by("pk")
    comparison = editor_client.get(
        reverse("wagtailadmin_pages:revisions_compare", args=(page.pk, old.pk, new.pk))
    )
    html = comparison.content.decode()
    assert '<span class="deletion">77. Invented Organisation 77</span>' in html
    assert '<span class="addition">77. Invented Organisation 77 of Aruvia</span>' in html
    assert "280 names are the same." in html
    assert "Organisation 78" not in html


def test_untouched_list_makes_no_difference(create, edit):
    create("\n".join(NAMES[:3]))
    page = letter()
    edit(page, "\n".join(NAMES[:3]), state_in_form(page), title="Another title")
    assert records(letter()) == records(page)
    assert letter().title == "Another title"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "Paste at least one name, or delete this list."),
        ("Somebody\n" * 100_000, "There are 100,000 lines; a list can hold 5,000."),
        ("One\tAruvia\nTwo\tBelmora", "This looks like a table of 2 columns"),
        ("One\nTwo \ue000", "Line 2 holds characters that other devices cannot show"),
        ("One\n" + "We the people " * 720, "Line 2 looks like a paragraph"),
    ],
    ids=["empty", "100,000 lines", "table", "private use", "paragraph"],
)
def test_bad_input_comes_back_with_a_message_and_the_text(create, text, message):
    response = create(text, **{"action-publish": "1"})
    html = response.content.decode()
    assert response.status_code == 200
    assert message in html
    # As JSON in an attribute, from which the editor's script fills the text area.
    assert escape(json.dumps(text)[1:-1]) in html
    assert not OpenLetterPage.objects.exists()


def test_draft_is_not_saved_by_itself_with_bad_input(create, edit):
    create("One\nTwo")
    page = letter()
    state = state_in_form(page)
    by_itself = {"headers": {"accept": "application/json"}}
    assert edit(page, "One\nTwo\nThree", state, **by_itself).json()["success"] is True
    response = edit(page, "One\nTwo\tAruvia", state, **by_itself)
    assert response.json()["success"] is False
    assert str(records(letter())) == "One\nTwo\nThree"


def test_second_editor_with_an_older_form_loses_nothing(create, edit):
    create("One\nTwo")
    page = letter()
    state = state_in_form(page)
    edit(page, "One\nTwo\nThree", state)
    edit(page, "One\nTwo\nFour", state)
    texts = [str(records(r.as_object())) for r in page.revisions.order_by("pk")]
    assert texts == ["One\nTwo", "One\nTwo\nThree", "One\nTwo\nFour"]
    assert [r.id for r in records(letter())][:2] == [r.id for r in records(page)]


def test_preview_counts_and_marks_names(preview):
    answer = preview("Sample House\nجمعية الميناء\n港口街檔案館\nSample House").json()
    assert answer["summary"] == (
        "4 names: 4 organisations, 0 people. 2 are in other scripts than Latin."
    )
    assert '<bdi lang="ar" dir="rtl">جمعية الميناء</bdi>' in answer["html"]
    assert "العربيّة" in answer["html"]
    assert "Names listed more than once (1)" in answer["html"]
    assert 'data-line="4"' in answer["html"]


def test_preview_shows_a_hundred_names_and_more_on_demand(preview):
    text = "\n".join(NAMES)
    assert preview(text).json()["html"].count("data-row=") == 100
    assert "Show more (181 are left)" in preview(text).json()["html"]
    assert preview(text, rows="300").json()["html"].count("data-row=") == 281


def test_preview_holds_names_as_text(preview):
    html = preview("<script>alert(1)</script>").json()["html"]
    assert "<script>" not in html
    assert "&lt;script&gt;" in html


def test_preview_says_what_cannot_be_saved(preview):
    html = preview("1\tSample House\n2\tOther House").json()["html"]
    assert "This looks like a table of 2 columns" in html
    assert 'data-column="1"' in html
    kept = preview("1\tSample House\n2\tOther House", column="1").json()
    assert kept["text"] == "Sample House\nOther House"
    assert "2 names" in kept["summary"]


def test_correction_is_kept_when_the_page_is_saved(preview, create, edit):
    text = "Sample House\nMaya Sample\n"
    answer = preview(text, line="2", kind="person", lang="ms").json()
    assert "1 organisation, 1 person" in answer["summary"]
    create(text, answer["state"])
    saved = records(letter())[1]
    assert (saved.kind, saved.lang, saved.overruled) == ("person", "ms", ["kind", "lang"])
    edit(letter(), "First House\n" + text, state_in_form(letter()))
    assert records(letter())[2] == saved


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"line": "1", "kind": "person", "lang": "Malay"}, "“Malay” is not a language code."),
        ({"line": "1", "kind": "animal", "lang": ""}, "Choose organisation or person."),
        ({"line": "9", "kind": "person", "lang": ""}, "no name on this line any more"),
        ({"line": "x", "kind": "person", "lang": ""}, "no name on this line any more"),
    ],
)
def test_correction_that_makes_no_sense_is_refused(preview, fields, message):
    response = preview("Sample House", **fields)
    assert response.status_code == 400
    assert message in response.json()["error"]


@pytest.mark.parametrize(
    "fields", [{"rows": "-1"}, {"rows": "x"}, {"column": "99"}, {"state": "{"}]
)
def test_preview_stands_any_parameter(preview, fields):
    assert preview("Sample House", **fields).status_code == 200


def test_preview_is_for_staff_only(client, db, django_user_model):
    address = reverse("letters_signatory_preview")
    assert client.post(address, {"text": "x"}).status_code == 302
    script = {"x-requested-with": "XMLHttpRequest"}
    assert client.post(address, {"text": "x"}, headers=script).status_code == 403
    client.force_login(django_user_model.objects.create_user("reader", password="x"))
    assert client.post(address, {"text": "x"}, headers=script).status_code == 403


def test_preview_is_posted_with_a_token(editor_client):
    address = reverse("letters_signatory_preview")
    assert editor_client.get(address).status_code == 405
    editor_client.handler.enforce_csrf_checks = True
    assert editor_client.post(address, {"text": "x"}).status_code == 403


def test_preview_of_too_much_is_refused(preview):
    response = preview("x" * 7_000_000)
    assert response.status_code == 413
    assert "too long for a preview" in response.json()["error"]


def test_editor_says_that_anonymous_names_are_never_typed(editor_client, letter_index):
    html = editor_client.get(
        reverse("wagtailadmin_pages:add", args=("letters", "openletterpage", letter_index.pk))
    ).content.decode()
    assert "Never type the name of anybody who signed anonymously" in html
