"""Editors see until when a text is kept back; readers never do."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from wagtail.models import Locale

from letters.models import OpenLetterPage


@pytest.fixture
def scheduled(letter_index):
    page = OpenLetterPage(
        title="Later",
        slug="later",
        date=date(2026, 3, 1),
        live=False,
        go_live_at=timezone.now() + timedelta(days=1),
    )
    letter_index.add_child(instance=page)
    page.save_revision().publish()
    return OpenLetterPage.objects.get(pk=page.pk)


def editor(client, page):
    return client.get(f"/admin/pages/{page.pk}/edit/").content.decode()


def test_editor_says_until_when(scheduled, editor_client):
    assert "Translations are kept back until then." in editor(editor_client, scheduled)


def test_editor_of_a_translation_says_why(scheduled, editor_client):
    arabic = Locale.objects.create(language_code="ar")
    translation = scheduled.copy_for_translation(arabic, copy_parents=True)
    assert "as the text that this is a translation of" in editor(editor_client, translation)


def test_editor_of_a_published_page_says_which_version_waits(make_letter, editor_client):
    letter = make_letter(title="Public")
    assert "Embargoed" not in editor(editor_client, letter)
    letter.go_live_at = timezone.now() + timedelta(days=1)
    letter.save_revision().publish()
    assert "An earlier one is public." in editor(editor_client, letter)


def test_preview_bears_a_banner_and_the_page_none(scheduled, make_letter, editor_client):
    draft = editor_client.get(f"/admin/pages/{scheduled.pk}/view_draft/").content.decode()
    assert 'class="embargo"' in draft
    make_letter(title="Public", slug="public")
    assert 'class="embargo"' not in editor_client.get("/en/letters/public/").content.decode()
