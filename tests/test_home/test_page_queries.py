"""What a letter and the home page ask of the database when everything is on them."""

from datetime import date

import pytest
from django.core.files.base import ContentFile
from wagtail.models import Locale

from home.models import HomePage, StandardPage, SubSite, Theme
from letters.models import Convenor, Organisation, OrganisationName, PagePDF
from publications.models import Document


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    """A folder for files, before any is made."""
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def picture(media, make_image):
    """A picture of the library."""
    return make_image()


@pytest.fixture
def full_letter(make_letter, picture, home):
    """A letter with everything that a letter can have."""
    shown = {"image": picture.pk, "alt_text": "A boat", "decorative": False}
    link = {"label": "More", "page": home.pk, "address": ""}
    file = Document.objects.create(title="Annex", file=ContentFile(b"x", name="annex.txt"))
    theme = Theme.objects.create(name="Assembly", slug="assembly", locale=Locale.get_default())
    page = make_letter(
        ["Harbour House", "Tamarin Union"],
        slug="full",
        countries=["TH", "LA"],
        social_image=picture,
        stated_total=2,
        body=[
            {"type": "text", "value": "<p>We write to you.</p>"},
            {"type": "picture", "value": {"image": shown, "caption": "At low tide"}},
            {"type": "call_to_action", "value": {"title": "Act", "text": "", "link": link}},
        ],
        attachments=[
            {"type": "document", "value": {"document": file.pk, "title": "", "description": ""}}
        ],
        updates=[
            {
                "type": "update",
                "value": {"date": "2026-04-01", "title": "Handed over", "text": "<p>Today.</p>"},
            }
        ],
        corrections=[
            {
                "type": "correction",
                "value": {"date": "2026-04-02", "explanation": "Date.", "old_wording": "<p>1</p>"},
            }
        ],
        copied_to="The press",
        delivered_on=date(2026, 4, 1),
    )
    page.themes = [theme]
    for number in range(3):
        organisation = Organisation.objects.create()
        OrganisationName.objects.create(organisation=organisation, text=f"Group {number}")
        page.convenors.add(Convenor(organisation=organisation))
        make_letter(title=f"Other {number}", slug=f"other-{number}", countries=["TH"])
    page.save_revision().publish()
    pdf = PagePDF.objects.get_or_create(page=page.page_ptr)[0]
    pdf.state, pdf.size, pdf.digest = "built", 2048, "0" * 64
    pdf.file.save("x.pdf", ContentFile(b"%PDF-"))
    return page


def test_a_letter_with_everything(full_letter, client, django_assert_max_num_queries):
    html = client.get("/en/letters/full/").content.decode()
    for words in (
        "Annex",
        "At low tide",
        "Handed over",
        "Corrections",
        "Group 2",
        "Other 2",
        "PDF",
        "Laos",
    ):
        assert words in html
    with django_assert_max_num_queries(20):
        client.get("/en/letters/full/")


def test_a_letter_with_everything_in_translation(
    full_letter, home, client, django_assert_max_num_queries
):
    arabic = Locale.objects.create(language_code="ar")
    Theme.objects.get().copy_for_translation(arabic).save()
    letters = full_letter.get_parent().specific
    for page in (home, letters, *letters.get_children().specific()):
        page.copy_for_translation(arabic).save_revision().publish()
    html = client.get("/ar/letters/full/").content.decode()
    for words in ("Annex", "At low tide", "Act", "Handed over", "Group 2", "Other 2"):
        assert words in html
    with django_assert_max_num_queries(20):
        client.get("/ar/letters/full/")


def section(kind, **value):
    return {"type": kind, "value": {"title": kind, "text": "", **value}}


@pytest.mark.parametrize("code", ["en", "ar"])
@pytest.mark.parametrize("lists", [1, 3])
def test_the_home_page_with_all_sections(
    home, letter_index, make_letter, picture, make_image, client, code, lists,
    django_assert_max_num_queries,
):  # fmt: skip
    pages = [letter_index]
    for number in range(1, lists):
        parent = home.add_child(instance=StandardPage(title=f"List {number}", slug=f"l{number}"))
        parent.add_child(instance=StandardPage(title="Child", social_image=make_image()))
        pages.append(parent)
    for number in range(4):
        make_letter(title=f"Letter {number}", slug=f"n{number}", social_image=make_image())
        SubSite.objects.create(
            name=f"Site {number}",
            url="https://example.org/",
            picture=make_image(),
            locale=Locale.get_default(),
        )
    newest = [
        {"title": f"Newest {page.pk}", "text": "", "index": page.pk, "count": 2} for page in pages
    ]
    link = {"label": "More", "page": letter_index.pk, "address": ""}
    point = {"title": "One", "text": "", "link": link}
    purpose = {"image": picture.pk, "alt_text": "", "decorative": True}
    home.sections = [
        section("purpose", picture=purpose, link=link),
        section("approaches", approaches=[point]),
        section("who_we_work_with", groups=[point]),
        section("interventions", lists=newest),
        section("stories", latest=newest[-1] | {"count": 3}),
        section("publications", latest=newest[0] | {"count": 4}),
        section("subsites"),
    ]
    home.social_image = make_image()
    home.save_revision().publish()
    if code == "ar":
        page = HomePage.objects.get(pk=home.pk).copy_for_translation(
            Locale.objects.create(language_code="ar")
        )
        page.save_revision().publish()
    html = client.get(f"/{code}/").content.decode()
    for words in ("Newest", "Letter 3", "Site 3", "One"):
        assert words in html
    with django_assert_max_num_queries(20):
        client.get(f"/{code}/")


@pytest.mark.ignore_template_errors
def test_a_chosen_page_that_is_deleted_leaves_the_rest(home, make_letter, client, editor_client):
    letter = make_letter(title="Soon gone")
    link = {"label": "Read it", "page": letter.pk, "address": ""}
    home.sections = [section("purpose", link=link)]
    home.save_revision().publish()
    assert "Read it" in client.get("/en/").content.decode()
    letter.delete()
    html = client.get("/en/").content.decode()
    assert "purpose" in html
    assert "Read it" not in html
    assert editor_client.get(f"/admin/pages/{home.pk}/edit/").status_code == 200
