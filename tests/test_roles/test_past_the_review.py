"""Nobody but an administrator publishes a statement or letter past its review."""

from datetime import timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from wagtail.models import PageLogEntry, Workflow
from wagtail_localize.models import Translation
from wagtail_localize.operations import translate_object

from home.models import StandardPage
from letters.models import OpenLetterPage
from translating.actions.releasing import ReleaseRefusedError, release
from translating.models import ReleaseItem, ReleaseSet

SAYS_WHAT_TO_DO = "Submit it for review"


@pytest.fixture
def moderator(person, log_in):
    return log_in(person("mona", "Moderators"))


@pytest.fixture
def administrator(person, log_in):
    return log_in(person("root", is_superuser=True))


def fields(title="A new letter", slug="a-new-letter", **more):
    empty = {f"{name}-count": "0" for name in ("body", "attachments", "updates", "corrections")}
    forms = ("convenors", "comments")
    return {
        "title": title,
        "slug": slug,
        "kind": "joint",
        "date": "2026-05-01",
        "anonymous_count": "0",
        "names_shown": "both",
        "signatories-count": "0",
        **empty,
        **{f"{name}-TOTAL_FORMS": "0" for name in forms},
        **{f"{name}-INITIAL_FORMS": "0" for name in forms},
        **more,
    }


def on(view, page, *more):
    return reverse(f"wagtailadmin_pages:{view}", args=[page.pk, *more])


def stored(page):
    return OpenLetterPage.objects.get(pk=page.pk)


def skipped(page):
    return PageLogEntry.objects.filter(page=page.pk, action="letters.skip_review")


def approve(client, page):
    state = stored(page).current_workflow_task_state
    client.post(on("workflow_action", page, "approve", state.pk), {"comment": ""})


# The editor


def test_moderator_is_offered_the_review_and_not_publishing(draft, moderator, administrator):
    page = draft()
    html = moderator.get(on("edit", page)).content.decode()
    assert "Submit to Editorial review" in html
    assert 'name="action-publish"' not in html
    assert 'name="action-publish"' in administrator.get(on("edit", page)).content.decode()


def test_publishing_from_the_editor_saves_a_draft_and_says_what_to_do(draft, moderator):
    page = draft()
    data = fields("Changed", page.slug, **{"action-publish": "1"})
    response = moderator.post(on("edit", page), data, follow=True)
    assert SAYS_WHAT_TO_DO in response.content.decode()
    assert not stored(page).live
    assert stored(page).get_latest_revision_as_object().title == "Changed"


def test_new_letter_cannot_be_published_at_once(roles, letter_index, moderator):
    add = reverse("wagtailadmin_pages:add", args=["letters", "openletterpage", letter_index.pk])
    assert 'name="action-publish"' not in moderator.get(add).content.decode()
    data = fields(**{"action-publish": "1"})
    response = moderator.post(add, data, follow=True)
    assert SAYS_WHAT_TO_DO in response.content.decode()
    assert not OpenLetterPage.objects.get(title="A new letter").live


def test_statement_is_held_too(roles, statement_index, moderator):
    add = reverse("wagtailadmin_pages:add", args=["letters", "statementpage", statement_index.pk])
    assert 'name="action-publish"' not in moderator.get(add).content.decode()


def test_correction_of_a_published_letter_takes_the_review(roles, make_letter, moderator):
    page = make_letter(["Tamarin Union"], title="Published")
    data = fields("Corrected", page.slug, **{"action-publish": "1"})
    moderator.post(on("edit", page), data)
    assert stored(page).title == "Published"
    assert stored(page).has_unpublished_changes


def test_earlier_version_cannot_be_published(roles, make_letter, moderator):
    page = make_letter(["Tamarin Union"], title="Published")
    first = page.latest_revision
    page.title = "Later"
    page.save_revision().publish()
    assert (
        'name="action-publish"'
        not in moderator.get(on("revisions_revert", page, first.pk)).content.decode()
    )
    data = fields("Published", page.slug, revision=first.pk, **{"action-publish": "1"})
    moderator.post(on("edit", page), data)
    assert stored(page).title == "Later"


def test_publication_cannot_be_scheduled_past_the_review(draft, moderator):
    page = draft()
    later = timezone.localtime(timezone.now() + timedelta(days=1)).strftime("%Y-%m-%d %H:%M")
    data = fields(slug=page.slug, go_live_at=later, **{"action-publish": "1"})
    response = moderator.post(on("edit", page), data, follow=True)
    assert SAYS_WHAT_TO_DO in response.content.decode()
    assert not stored(page).approved_schedule
    call_command("publish_scheduled")
    assert not stored(page).live


# Other ways


def bulk_publish(client, *pages, **data):
    address = reverse("wagtail_bulk_action", args=["wagtailcore", "page", "publish"])
    keys = "&".join(f"id={page.pk}" for page in pages)
    return client.post(f"{address}?next=/admin/&{keys}", data)


def test_many_at_once_are_held_too(draft, moderator, administrator):
    page = draft()
    bulk_publish(moderator, page)
    assert not stored(page).live
    bulk_publish(administrator, page)
    assert stored(page).live


def test_publishing_the_list_with_all_below_it_leaves_drafts(draft, letter_index, moderator):
    page = draft()
    bulk_publish(moderator, letter_index, include_descendants="on")
    assert not stored(page).live


def test_copy_starts_as_a_draft(roles, make_letter, letter_index, moderator):
    page = make_letter(["Tamarin Union"])
    data = {
        "new_title": "A copy",
        "new_slug": "a-copy",
        "new_parent_page": letter_index.pk,
        "publish_copies": "on",
    }
    moderator.post(on("copy", page), data)
    copies = OpenLetterPage.objects.filter(slug="a-copy")
    assert not copies.filter(live=True).exists()


@pytest.fixture
def translation(draft, arabic, letter_index, person):
    """The Arabic translation of a letter, not published."""
    letter_index.copy_for_translation(arabic.locale).save_revision().publish()
    page = draft()
    translate_object(page, [arabic.locale], user=person("chief", is_superuser=True))
    return Translation.objects.get(source__object_id=page.translation_key)


def test_translation_cannot_be_published_from_its_editor(translation, moderator):
    target = translation.get_target_instance()
    html = moderator.get(on("edit", target)).content.decode()
    assert "&quot;canPublish&quot;: false" in html
    moderator.post(on("edit", target), {"action": "publish"})
    assert not stored(target).live


@pytest.mark.parametrize("group", ["Moderators", "Editors"])
def test_translations_cannot_be_published_when_they_are_brought_up_to_date(
    translation, person, log_in, group, django_capture_on_commit_callbacks
):
    client = log_in(person("somebody", group))
    address = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    assert "a reviewer publishes translations" in client.get(address).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(address, {"publish_translations": "on"}).status_code == 302
    assert not stored(translation.get_target_instance()).live


def test_administrator_may_publish_translations_so(
    translation, administrator, django_capture_on_commit_callbacks
):
    address = reverse("wagtail_localize:update_translations", args=[translation.source_id])
    assert "a reviewer publishes translations" not in administrator.get(address).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        administrator.post(address, {"publish_translations": "on"})
    assert stored(translation.get_target_instance()).live


def test_set_with_a_letter_is_released_by_an_administrator(draft, person):
    page = draft()
    release_set = ReleaseSet(name="Together")
    release_set.items = [ReleaseItem(page=page)]
    release_set.save()
    with pytest.raises(ReleaseRefusedError, match=SAYS_WHAT_TO_DO):
        release(release_set=release_set, by=person("mona", "Moderators"))
    release(release_set=release_set, by=person("root", is_superuser=True))
    assert stored(page).live
    assert skipped(page).exists()


# What stays one step


def test_moderator_takes_a_letter_off_in_one_step(roles, make_letter, moderator):
    page = make_letter(["Tamarin Union"])
    moderator.post(on("unpublish", page))
    assert not stored(page).live


def test_moderator_calls_off_a_scheduled_publication(draft, moderator):
    page = draft()
    page.go_live_at = timezone.now() + timedelta(days=1)
    revision = page.save_revision()
    revision.publish()
    moderator.post(on("revisions_unschedule", page, revision.pk))
    assert not stored(page).approved_schedule


def test_other_pages_are_published_by_a_moderator(roles, home, moderator):
    page = home.add_child(instance=StandardPage(title="About", slug="about", live=False))
    page.save_revision()
    bulk_publish(moderator, page)
    page.refresh_from_db()
    assert page.live


def test_where_a_review_has_one_step_moderators_publish_alone(draft, moderator):
    page = draft()
    workflow = Workflow.objects.get(name="Editorial review")
    workflow.workflow_tasks.last().delete()
    assert 'name="action-publish"' in moderator.get(on("edit", page)).content.decode()


# An emergency


def test_administrator_publishes_at_once_and_the_history_says_so(draft, administrator):
    page = draft()
    data = fields(slug=page.slug, **{"action-publish": "1"})
    administrator.post(on("edit", page), data)
    assert stored(page).live
    assert skipped(page).get().user.username == "root"
    html = administrator.get(on("history", page)).content.decode()
    assert "Published without the review" in html


def test_history_says_nothing_of_the_kind_after_a_review(draft, person, log_in):
    page, editor = draft(), person("elin", "Editors")
    page.get_workflow().start(page, editor)
    for name in ("mona", "tarek"):
        approve(log_in(person(name, "Moderators")), page)
    assert stored(page).live
    assert not skipped(page).exists()


def test_reviews_are_looked_up_once_for_a_list_of_letters(draft, letter_index, moderator):
    address = reverse("wagtailadmin_explore", args=[letter_index.pk])
    draft(slug="first")
    moderator.get(address)
    with CaptureQueriesContext(connection) as few:
        moderator.get(address)
    for number in range(5):
        draft(slug=f"letter-{number}")
    with CaptureQueriesContext(connection) as many:
        moderator.get(address)
    looked_up = [sum("wagtailcore_workflowpage" in q["sql"] for q in x) for x in (few, many)]
    assert looked_up[0] == looked_up[1]


def test_last_step_publishes_for_nobody_who_could_not_publish(draft, person, log_in):
    """Somebody may approve by their group and have no right to publish."""
    from django.contrib.auth.models import Group
    from wagtail.models import GroupPagePermission

    page, editor = draft(), person("elin", "Editors")
    GroupPagePermission.objects.filter(
        group=Group.objects.get(name="Moderators"), permission__codename="publish_page"
    ).delete()
    page.get_workflow().start(page, editor)
    for name in ("mona", "tarek"):
        approve(log_in(person(name, "Moderators")), page)
    assert not stored(page).live
