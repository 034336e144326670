"""Names that were taken off with the page they stand under are gone in every language at once."""

import pypdfium2
import pytest
from django.test import Client
from django_tasks_db.models import DBTaskResult
from wagtail.models import Locale, Page, PageViewRestriction

from letters.models import Convenor, OpenLetterPage, Organisation, OrganisationName, PagePDF
from letters.pdf import fonts
from letters.pdf.making import make_pdf
from letters.tasks import refresh_pdfs_below

NAMES = ["Zxqvorbel Union", "اتحاد أروفيا"]
CONVENOR = "Tamarin House"
PAGE = "/ar/letters/a-letter/"
FILES = [f"{PAGE}signatories.{ending}" for ending in ("csv", "json", "txt", "xlsx")]
needs_fonts = pytest.mark.skipif(not fonts.are_there(), reason=f"no fonts: {fonts.install_line()}")


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def arabic(home, letter_index):
    locale = Locale.objects.create(language_code="ar")
    for page in (home, letter_index):
        page.copy_for_translation(locale).save_revision().publish()
    return locale


@pytest.fixture
def letter(make_letter):
    page = make_letter(NAMES, anonymous_count=2, stated_total=9)
    organisation = Organisation.objects.create()
    OrganisationName.objects.create(organisation=organisation, text=CONVENOR, language="en")
    page.convenors = [Convenor(organisation=organisation)]
    page.save_revision().publish()
    return OpenLetterPage.objects.get(pk=page.pk)


@pytest.fixture
def translation(letter, arabic):
    page = letter.copy_for_translation(arabic)
    page.title = "رسالة"
    page.save_revision().publish()
    return OpenLetterPage.objects.get(pk=page.pk)


def unpublish(letter):
    letter.unpublish()


def unpublish_without_its_type(letter):
    Page.objects.get(pk=letter.pk).unpublish()


def make_private(letter):
    PageViewRestriction.objects.create(page=letter, restriction_type="login")


def make_list_private(letter):
    PageViewRestriction.objects.create(page=letter.get_parent(), restriction_type="login")


def move_into_private(letter):
    other = (
        letter.get_parent()
        .get_parent()
        .add_child(instance=type(letter.get_parent().specific)(title="Private", slug="private"))
    )
    PageViewRestriction.objects.create(page=other, restriction_type="login")
    letter.move(other, "last-child")


WAYS = [unpublish, unpublish_without_its_type, make_private, make_list_private, move_into_private]


def names_in(text):
    return [name for name in [*NAMES, CONVENOR] if name in text]


def read(address):
    answer = Client().get(address)
    return answer.status_code, answer.getvalue().decode("utf-8", "replace")


def test_names_stand_under_the_translation_of_a_public_letter(translation):
    status, html = read(PAGE)
    assert (status, names_in(html)) == (200, [*NAMES, CONVENOR])
    assert {read(address)[0] for address in FILES} == {200}


@pytest.mark.parametrize("take_off", WAYS)
def test_names_go_from_translations_and_their_files_at_once(letter, translation, take_off):
    take_off(letter)
    status, html = read(PAGE)
    assert (status, names_in(html)) == (200, [])
    assert 'href="#signatories"' not in html
    assert "signatories.csv" not in html
    assert {read(address)[0] for address in FILES} == {404}


def test_the_numbers_go_too(letter, translation):
    letter.unpublish()
    page = OpenLetterPage.objects.get(pk=translation.pk)
    assert (page.total_count, page.shown_stated_total) == (0, None)


def test_names_come_back_with_their_page(letter, translation):
    letter.unpublish()
    letter.get_latest_revision().publish()
    assert names_in(read(PAGE)[1]) == [*NAMES, CONVENOR]
    restriction = PageViewRestriction.objects.create(page=letter, restriction_type="login")
    assert names_in(read(PAGE)[1]) == []
    restriction.delete()
    assert names_in(read(PAGE)[1]) == [*NAMES, CONVENOR]


def test_an_alias_of_the_translation_shows_no_more_than_that(letter, translation):
    translation.create_alias(update_slug="alias")
    assert names_in(read("/ar/letters/alias/")[1]) == [*NAMES, CONVENOR]
    letter.unpublish()
    assert names_in(read("/ar/letters/alias/")[1]) == []
    assert read("/ar/letters/alias/signatories.csv")[0] == 404


def test_who_translates_a_draft_sees_the_names(letter, translation, editor_client):
    letter.unpublish()
    translation.unpublish()
    draft = editor_client.get(f"/admin/pages/{translation.pk}/view_draft/").content.decode()
    assert names_in(draft) == [*NAMES, CONVENOR]


def test_a_private_letter_shows_its_names_to_those_who_may_read_it(
    letter, translation, django_user_model
):
    make_private(letter)
    reader = Client()
    reader.force_login(django_user_model.objects.create_user("reader"))
    assert names_in(reader.get(letter.url).content.decode()) == [*NAMES, CONVENOR]


def run_waiting(*pages):
    """Do what was left to the background because of a restriction."""
    waiting = DBTaskResult.objects.filter(task_path="letters.tasks.refresh_pdfs_below")
    for page in pages:
        if waiting.filter(args_kwargs__args=[page.pk]).exists():
            refresh_pdfs_below.func(page.pk)


def test_deleting_a_translation_takes_nothing_from_the_others(letter, translation):
    translation.unpublish()
    letter.create_alias(update_slug="alias")
    for slug in ("alias", "a-letter"):
        for page in OpenLetterPage.objects.filter(slug=slug).exclude(pk=letter.pk):
            page.unpublish()
            page.delete()
    assert OpenLetterPage.objects.count() == 1
    assert names_in(read(letter.url)[1]) == [*NAMES, CONVENOR]


def words_of(pdf):
    """What can be read in a PDF and in the files attached to it."""
    document = pypdfium2.PdfDocument(pdf.file.path)
    try:
        pages = [page.get_textpage().get_text_bounded() for page in document]
        numbers = range(document.count_attachments())
        files = [bytes(document.get_attachment(n).get_data()).decode() for n in numbers]
    finally:
        document.close()
    return " ".join([*pages, *files])


@needs_fonts
@pytest.mark.parametrize("take_off", WAYS)
def test_the_pdf_goes_and_comes_again_without_names(
    letter, translation, media, take_off, django_capture_on_commit_callbacks
):
    make_pdf(translation.pk)
    words = words_of(PagePDF.objects.get(page=translation.pk))
    assert (words.count("Zxqvorbel"), words.count("Tamarin")) == (2, 1)
    with django_capture_on_commit_callbacks(execute=True):
        take_off(letter)
        assert read(f"{PAGE}letter.pdf")[0] == 404
        run_waiting(letter, letter.get_parent())
    assert not list(media.rglob(f"pdf/{translation.pk}/*.pdf"))
    words = words_of(make_pdf(translation.pk))
    assert (words.count("Zxqvorbel"), words.count("Tamarin")) == (0, 0)
    assert read(f"{PAGE}letter.pdf")[0] == 200


@needs_fonts
def test_they_go_when_a_whole_list_is_taken_off(letter, translation, editor_client):
    make_pdf(translation.pk)
    address = f"/admin/pages/{letter.get_parent().pk}/unpublish/"
    editor_client.post(address, {"include_descendants": "on"})
    assert not PagePDF.objects.get(page=translation.pk).file
    assert names_in(read(PAGE)[1]) == []


@pytest.mark.parametrize("take_off", [unpublish, make_private])
def test_names_do_not_come_back_when_their_page_is_deleted(letter, translation, take_off):
    key = letter.pk
    take_off(letter)
    OpenLetterPage.objects.get(pk=key).delete()
    refresh_pdfs_below.func(key)
    stored = OpenLetterPage.objects.get(pk=translation.pk)
    stored.get_latest_revision().publish()
    assert names_in(read(PAGE)[1]) == []
    assert {read(address)[0] for address in FILES} == {404}


@needs_fonts
def test_no_pdf_with_names_is_handed_out_however_they_went(letter, translation):
    make_pdf(translation.pk)
    Page.objects.filter(pk=letter.pk).update(live=False)
    assert read(f"{PAGE}letter.pdf")[0] == 404
    assert "letter.pdf" not in read(PAGE)[1]


def unpublish_form(client, page):
    return client.get(f"/admin/pages/{page.pk}/unpublish/").content.decode()


def test_whoever_takes_a_letter_off_reads_where_it_stays(letter, translation, editor_client):
    html = unpublish_form(editor_client, letter)
    assert "It stays public in other languages:" in html
    assert f"/admin/pages/{translation.pk}/edit/" in html
    assert "There the names of the signatories go at once" in html
    html = unpublish_form(editor_client, translation)
    assert f"/admin/pages/{letter.pk}/edit/" in html
    assert "There the names" not in html


def test_nothing_is_said_of_a_letter_in_one_language(letter, editor_client):
    html = unpublish_form(editor_client, letter)
    assert "other languages" not in html


def test_all_languages_are_taken_off_with_a_tick(letter, translation, editor_client):
    address = f"/admin/pages/{letter.pk}/unpublish/"
    editor_client.post(address)
    assert OpenLetterPage.objects.get(pk=translation.pk).live
    letter.get_latest_revision().publish()
    answer = editor_client.post(address, {"include_translations": "on"}, follow=True)
    assert "It was taken off in 1 other language." in answer.content.decode()
    assert not OpenLetterPage.objects.filter(live=True).exists()
