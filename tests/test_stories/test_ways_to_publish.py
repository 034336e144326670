"""Whichever way a page is published, one that leaves readers out is stopped, and says why."""

import logging
from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page, Workflow, WorkflowPage, WorkflowTask
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from home.models import StandardPage
from home.publishing import NotReadyError
from multimedia.care.actions import withdraw_picture
from multimedia.models import Track
from publications.models import PublicationIndexPage
from translating.actions.releasing import ReleaseRefusedError, release
from translating.models import ReleaseItem, ReleaseSet

NO_CAPTIONS = "The film “Ferry” has no captions."
NO_TEXT = "The picture “Pier” has no alternative text."


@pytest.fixture
def film(make_media):
    return make_media(title="Ferry")


@pytest.fixture
def story(make_story, film):
    """A draft with a film that not everybody can follow."""
    page = make_story(
        ("video", {"video": film.pk, "title": "The crossing", "caption": ""}), publish=False
    )
    page.save_revision()
    return page


@pytest.fixture
def page(home, make_image):
    """A draft of a page with a picture that says nothing."""
    value = {"image": make_image(title="Pier").pk, "decorative": False, "alt_text": ""}
    body = [{"type": "picture", "value": {"image": value, "caption": ""}}]
    page = home.add_child(instance=StandardPage(title="About", body=body, live=False))
    page.save_revision()
    return page


def complete(film):
    """Give a film all its words."""
    film.no_speech = True
    film.save()
    Track.objects.create(recording=film, language="en", kind="transcript", text="A ferry.")


def is_live(page):
    return Page.objects.get(pk=page.pk).live


def sent(client, address, data=None):
    """The HTML that an editor sees after sending a form."""
    response = client.post(address, data or {}, follow=True)
    assert response.status_code == 200
    return response.content.decode()


def test_version_is_not_published(story, page):
    with pytest.raises(NotReadyError, match="no captions"):
        story.get_latest_revision().publish()
    with pytest.raises(NotReadyError, match="no alternative text"):
        page.get_latest_revision().publish()
    assert not is_live(story)
    assert not is_live(page)


def test_film_with_its_words_is_published(story, film):
    complete(film)
    story.get_latest_revision().publish()
    assert is_live(story)


@pytest.mark.parametrize(("name", "text"), [("story", NO_CAPTIONS), ("page", NO_TEXT)])
def test_publishing_many_pages_at_once_is_stopped(name, text, request, home, editor_client):
    draft = request.getfixturevalue(name)
    other = home.add_child(instance=StandardPage(title="Contact", live=False))
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    address += f"?id={other.pk}&id={draft.pk}&next=/admin/"
    html = sent(editor_client, address, {"include_descendants": ""})
    assert "was not published." in html
    assert text in html
    assert not is_live(draft)
    assert not is_live(other)  # all or none


@pytest.fixture
def review(home):
    """Every page waits for somebody to approve it."""
    from wagtail.models import GroupApprovalTask

    workflow = Workflow.objects.create(name="Review")
    task = GroupApprovalTask.objects.create(name="Look at it")
    WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=1)
    WorkflowPage.objects.create(workflow=workflow, page=home)
    return workflow


@pytest.fixture
def approve_address(story, review, django_user_model):
    review.start(story, django_user_model.objects.create_superuser("writer"))
    state = story.current_workflow_task_state
    return reverse("wagtailadmin_pages:workflow_action", args=[story.pk, "approve", state.pk])


def test_approval_is_stopped_and_can_be_given_later(story, film, approve_address, editor_client):
    assert NO_CAPTIONS in sent(editor_client, approve_address, {"comment": ""})
    assert not is_live(story)
    assert story.current_workflow_state.status == "in_progress"
    complete(film)
    sent(editor_client, approve_address, {"comment": ""})
    assert is_live(story)


def test_dialog_of_an_approval_leads_back_to_the_page(story, approve_address, editor_client):
    response = editor_client.post(
        approve_address, {"comment": ""}, headers={"X-Requested-With": "XMLHttpRequest"}
    )
    assert response.json()["step"] == "success"
    assert NO_CAPTIONS in editor_client.get(response.json()["redirect"]).content.decode()


def test_editor_of_a_page_says_what_is_missing(story, film, editor_client):
    address = reverse("wagtailadmin_pages:edit", args=[story.pk])
    assert NO_CAPTIONS in editor_client.get(address).content.decode()
    complete(film)
    assert "cannot be published yet" not in editor_client.get(address).content.decode()


def test_editor_of_a_public_page_says_that_a_picture_was_withdrawn(
    make_story, make_image, editor_client
):
    image = make_image(title="Pier")
    value = {"image": image.pk, "decorative": True, "alt_text": ""}
    story = make_story(("picture", {"image": value, "caption": ""}))
    withdraw_picture(image=image, by=None)
    html = editor_client.get(reverse("wagtailadmin_pages:edit", args=[story.pk])).content.decode()
    assert "The picture “Pier” was withdrawn." in html
    assert "and it is public" in html


class TestAtItsTime:
    """Pages whose time has come are published by a command."""

    @pytest.fixture
    def scheduled(self, story, film):
        """The story, ready when it was scheduled and not any more, and a page after it."""
        complete(film)
        story.go_live_at = timezone.now() + timedelta(hours=1)
        story.save_revision().publish()
        Track.objects.all().delete()
        story.revisions.update(approved_go_live_at=timezone.now() - timedelta(hours=1))
        return story

    def test_time_of_a_page_that_is_not_ready_cannot_be_set(self, story):
        story.go_live_at = timezone.now() + timedelta(hours=1)
        with pytest.raises(NotReadyError):
            story.save_revision().publish()

    def test_others_are_published_and_the_log_names_no_title(self, scheduled, home, caplog):
        other = home.add_child(instance=StandardPage(title="Contact", live=False))
        other.save_revision()
        other.revisions.update(approved_go_live_at=timezone.now() - timedelta(minutes=1))
        with caplog.at_level(logging.WARNING):
            call_command("publish_scheduled", stdout=StringIO())
        assert not is_live(scheduled)
        assert is_live(other)
        assert f"Page {scheduled.pk} is not published at its time" in caplog.text
        assert scheduled.title not in caplog.text

    def test_first_page_says_so_until_it_is_published(self, scheduled, film, editor_client):
        call_command("publish_scheduled", stdout=StringIO())
        call_command("publish_scheduled", stdout=StringIO())
        html = editor_client.get("/admin/").content.decode()
        assert "Not published at their time" in html
        assert html.count("The film “Ferry” has no transcript.") == 1
        complete(film)
        scheduled.get_latest_revision().publish()
        assert "Not published at their time" not in editor_client.get("/admin/").content.decode()

    def test_history_says_that_it_was_held_back(self, scheduled, editor_client):
        call_command("publish_scheduled", stdout=StringIO())
        address = reverse("wagtailadmin_pages:history", args=[scheduled.pk])
        assert "Held back: it was not ready" in editor_client.get(address).content.decode()


class TestTranslations:
    """Translators publish in an editor of their own."""

    @pytest.fixture
    def translation(self, home, story_index, story, film, django_user_model):
        locale = Locale.objects.create(language_code="ar")
        for page in (home, story_index):
            page.copy_for_translation(locale).save_revision().publish()
        translate_object(story, [locale], user=django_user_model.objects.create_superuser("me"))
        return Translation.objects.get(source__object_id=story.translation_key)

    @pytest.mark.django_db(transaction=True, serialized_rollback=True)
    def test_translation_is_stopped(self, translation, editor_client):
        page = translation.get_target_instance()
        address = reverse("wagtailadmin_pages:edit", args=[page.pk])
        html = sent(editor_client, address, {"action": "publish"})
        assert "was not published. " + NO_CAPTIONS in html
        assert not is_live(page)

    @pytest.mark.django_db(transaction=True, serialized_rollback=True)
    def test_update_of_all_translations_is_stopped(self, translation, editor_client):
        address = reverse("wagtail_localize:update_translations", args=[translation.source.pk])
        html = sent(editor_client, address, {"publish_translations": "on"})
        assert "was not published. " + NO_CAPTIONS in html
        assert not is_live(translation.get_target_instance())

    def test_release_of_several_pages_is_stopped(self, story, admin_user):
        release_set = ReleaseSet(name="Night")
        release_set.items = [ReleaseItem(page=story)]
        release_set.save()
        with pytest.raises(ReleaseRefusedError, match="The film “Ferry” has no captions"):
            release(release_set=release_set, by=admin_user)
        assert not is_live(story)


def test_page_without_a_form_of_its_own_is_kept_as_a_draft(home, make_image, editor_client):
    image = make_image(title="Pier")
    withdraw_picture(image=image, by=None)
    page = home.add_child(instance=PublicationIndexPage(title="Reports", live=False))
    address = reverse("wagtailadmin_pages:edit", args=[page.pk])
    data = {
        "title": "All reports",
        "slug": "reports",
        "introduction": "null",
        "summary": "",
        "social_image": str(image.pk),
        "comments-TOTAL_FORMS": "0",
        "comments-INITIAL_FORMS": "0",
        "action-publish": "1",
    }
    assert "was not published. The picture “Pier” was withdrawn." in sent(
        editor_client, address, data
    )
    assert not is_live(page)
    page.refresh_from_db()
    assert page.get_latest_revision_as_object().title == "All reports"
