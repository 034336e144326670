"""A document is for everybody while a page that everybody may read offers it; not before or after."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.utils import timezone
from wagtail.models import Collection, GroupCollectionPermission, Locale, PageViewRestriction

from home.models import StandardPage
from letters.models import OpenLetterPage
from publications.models import PublicationFile, PublicationPage


@pytest.fixture
def document(make_document):
    return make_document()


def ask(document, client=None, name=None):
    """The answer to whoever asks for a document, read to its end."""
    address = f"/documents/{document.pk}/{name}" if name else document.url
    answer = (client or Client()).get(address)
    answer.close()
    return answer


def status(document, client=None):
    return ask(document, client).status_code


def block(document):
    return [{"type": "document", "value": {"document": document.pk}}]


def link(document):
    words = f'<p><a linktype="document" id="{document.pk}">The file</a></p>'
    return [{"type": "text", "value": words}]


def test_document_that_no_page_offers_is_for_staff(document, editor_client):
    for ending in ("", "?page=2"):
        assert Client().get(document.url + ending).status_code == 404
    assert Client().head(document.url).status_code == 404
    assert Client().get(document.url, headers={"Range": "bytes=0-3"}).status_code == 404
    answer = ask(document, editor_client)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")


def test_document_of_a_public_page_is_for_everybody_and_sets_no_cookie(document, offer):
    offer(document)
    answer = ask(document)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "public, no-cache")
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


def test_asking_for_it_takes_few_queries(document, offer, django_assert_max_num_queries):
    offer(document)
    ask(document)
    with django_assert_max_num_queries(5):
        assert status(document) == 200


@pytest.mark.parametrize("content", [block, link])
def test_page_that_is_taken_off_takes_its_documents_along(document, home, content):
    page = home.add_child(instance=StandardPage(title="Files", body=content(document)))
    page.save_revision().publish()
    assert status(document) == 200
    page.unpublish()
    assert status(document) == 404


def test_documents_of_letters_are_found_in_every_place(make_document, make_letter):
    attached, told = make_document(name="a.pdf"), make_document(name="b.pdf")
    update = {"date": "2026-03-02", "title": "News", "text": link(told)[0]["value"]}
    letter = make_letter(attachments=block(attached), updates=[{"type": "update", "value": update}])
    assert {status(attached), status(told)} == {200}
    letter.unpublish()
    assert {status(attached), status(told)} == {404}


def test_report_under_embargo_cannot_be_had(document, library, editor_client):
    page = PublicationPage(
        title="Report",
        date=date(2026, 1, 20),
        live=False,
        go_live_at=timezone.now() + timedelta(days=1),
        files=[PublicationFile(document=document, language="en")],
    )
    library.add_child(instance=page)
    page.save_revision().publish()
    assert status(document) == 404
    assert ask(document, editor_client)["Cache-Control"] == "private, no-store"
    page.go_live_at = None
    page.save_revision().publish()
    assert status(document) == 200


def test_file_of_a_draft_replaces_the_public_one_when_it_is_published(
    make_document, make_publication
):
    old, new = make_document(name="old.pdf"), make_document(name="new.pdf")
    page = make_publication(files=[{"document": old}])
    page.files = [PublicationFile(document=new, language="en")]
    revision = page.save_revision()
    assert (status(old), status(new)) == (200, 404)
    revision.publish()
    assert (status(old), status(new)) == (404, 200)


def test_replaced_document_goes_from_a_page_too(make_document, offer):
    old, new = make_document(name="old.pdf"), make_document(name="new.pdf")
    page = offer(old)
    page.body = block(new)
    revision = page.save_revision()
    assert (status(old), status(new)) == (200, 404)
    revision.publish()
    assert (status(old), status(new)) == (404, 200)


@pytest.fixture
def arabic(home):
    locale = Locale.objects.create(language_code="ar")
    home.copy_for_translation(locale).save_revision().publish()
    return locale


def test_older_copies_in_translations_offer_nothing(
    make_document, make_publication, library, arabic
):
    old, new = make_document(name="old.pdf"), make_document(name="new.pdf")
    page = make_publication(files=[{"document": old}])
    library.copy_for_translation(arabic).save_revision().publish()
    translation = page.copy_for_translation(arabic)
    translation.save_revision().publish()
    page.files = [PublicationFile(document=new, language="en")]
    page.save_revision().publish()
    assert translation.files.get().document_id == old.pk
    assert (status(old), status(new)) == (404, 200)


def test_document_of_a_translation_alone_goes_with_it(
    make_document, make_letter, letter_index, arabic
):
    letter = make_letter()
    letter_index.copy_for_translation(arabic).save_revision().publish()
    translation = letter.copy_for_translation(arabic)
    own = make_document(name="own.pdf")
    translation.attachments = block(own)
    revision = translation.save_revision()
    assert status(own) == 404
    revision.publish()
    assert status(own) == 200
    OpenLetterPage.objects.get(pk=translation.pk).unpublish()
    assert status(own) == 404


def test_earlier_names_say_no_more_than_the_present_one(document, offer):
    document.versions.create(name="earlier.pdf")
    assert ask(document, name="earlier.pdf").status_code == 404
    offer(document)
    assert ask(document, name="earlier.pdf").status_code == 200
    assert ask(document, name="never.pdf").status_code == 404


def test_document_of_a_private_page_is_for_those_who_may_read_it(
    document, offer, django_user_model
):
    page = offer(document)
    page.create_alias(update_slug="alias")
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert status(document) == 404
    reader = Client()
    reader.force_login(django_user_model.objects.create_user("reader"))
    answer = ask(document, reader)
    assert (answer.status_code, answer["Cache-Control"]) == (200, "private, no-store")


def test_nobody_merely_logs_in_for_a_draft(document, django_user_model):
    reader = Client()
    reader.force_login(django_user_model.objects.create_user("reader"))
    assert status(document, reader) == 404


def test_staff_have_what_they_may_choose(make_document, django_user_model):
    mine, other = (Collection.get_first_root_node().add_child(name=name) for name in "ab")
    group = Group.objects.create(name="Some")
    choose = Permission.objects.get(
        codename="choose_document", content_type__app_label="wagtaildocs"
    )
    GroupCollectionPermission.objects.create(group=group, collection=mine, permission=choose)
    user = django_user_model.objects.create_user("staff")
    user.groups.add(group)
    client = Client()
    client.force_login(user)
    assert status(make_document(collection=mine), client) == 200
    assert status(make_document(collection=other), client) == 404


def test_upload_says_when_readers_can_have_the_file(editor_client):
    html = editor_client.get("/admin/documents/add/").content.decode()
    assert "once a page that offers it is published" in html
