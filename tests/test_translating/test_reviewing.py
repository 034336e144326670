"""A translator hands in, a reviewer publishes or sends back."""

import pytest
from django.urls import reverse
from wagtail.models import GroupApprovalTask, Page, Workflow, WorkflowPage
from wagtail.models import WorkflowTask as Step

from letters.models import OpenLetterPage


@pytest.fixture
def noor(make_user, arabic):
    return make_user("noor", locale=arabic)


@pytest.fixture
def reviewer(make_user, arabic):
    """Somebody who may publish Arabic, and is asked to by the workflow of Arabic pages."""
    user = make_user("rana", locale=arabic, verbs=("change", "publish"))
    home = Page.objects.get(depth=2, locale=arabic)
    workflow = Workflow.objects.create(name="Arabic")
    task = GroupApprovalTask.objects.create(name="Read it")
    task.groups.add(*user.groups.all())
    Step.objects.create(workflow=workflow, task=task, sort_order=1)
    WorkflowPage.objects.create(workflow=workflow, page=home)
    return user


@pytest.fixture
def desk(translation, reviewer):
    return f"/admin/translations/{translation.pk}/"


def page_of(translation):
    return OpenLetterPage.objects.get(pk=translation.get_target_instance().pk)


def test_translation_is_handed_in_and_published(
    log_in, noor, reviewer, desk, translation, translate
):
    translate(translation)
    response = log_in(noor).post(f"{desk}review/", follow=True)
    assert "The translation waits for a reviewer now." in response.content.decode()
    assert page_of(translation).live is False
    shown = log_in(reviewer).get(desk)
    labels = [str(label) for label, _url in shown.context["review_actions"]]
    assert labels == ["Request changes", "Approve"]
    approve = shown.context["review_actions"][1][1]
    log_in(reviewer).post(approve, {"next": desk, "comment": ""})
    page = page_of(translation)
    assert page.live
    assert page.title == "ترجمة A letter about rivers"
    assert 'href="https://example.org"' in str(page.body)


def test_reviewer_sends_back_and_gets_it_again(
    log_in, noor, reviewer, desk, translation, translate
):
    translate(translation)
    log_in(noor).post(f"{desk}review/")
    reject = log_in(reviewer).get(desk).context["review_actions"][0][1]
    log_in(reviewer).post(reject, {"next": desk, "comment": "The title, please."})
    assert page_of(translation).current_workflow_state.status == "needs_changes"
    response = log_in(noor).post(f"{desk}review/", follow=True)
    assert "The translation waits for a reviewer now." in response.content.decode()
    assert page_of(translation).workflow_in_progress


def test_unfinished_translation_cannot_be_handed_in(log_in, noor, desk, translation, translate):
    translate(translation, 2)
    response = log_in(noor).post(f"{desk}review/", follow=True)
    assert "texts are not translated yet." in response.content.decode()
    assert not page_of(translation).workflow_in_progress


def test_handing_in_does_not_change_what_readers_see(
    log_in, noor, reviewer, desk, translation, translate
):
    translate(translation, prefix="قديم ")
    translation.save_target(publish=True)
    page = page_of(translation)
    page.get_latest_revision().publish()
    translate(translation, prefix="جديد ")
    log_in(noor).post(f"{desk}review/")
    page = page_of(translation)
    assert page.title == "قديم A letter about rivers"
    assert page.get_latest_revision_as_object().title == "جديد A letter about rivers"


def test_handing_in_twice_is_said_so(log_in, noor, desk, translation, translate):
    translate(translation)
    log_in(noor).post(f"{desk}review/")
    response = log_in(noor).post(f"{desk}review/", follow=True)
    assert "It waits for a reviewer already." in response.content.decode()


def test_overview_tells_how_far_it_is(log_in, noor, desk, translation, translate):
    translate(translation)
    html = log_in(noor).get(desk).content.decode()
    assert "100 % is translated." in html
    assert "Submit for review" in html
    assert "Nobody yet." in html


def test_source_and_translation_stand_side_by_side(log_in, noor, desk, translation, translate):
    translate(translation)
    client = log_in(noor)
    shown = client.get(f"{desk}both/")
    source = client.get(shown.context["source_url"])
    target = client.get(shown.context["target_url"])
    assert "A letter about rivers" in source.content.decode()
    assert "ترجمة A letter about rivers" in target.content.decode()
    for response in (source, target):
        assert "frame-ancestors 'self'" in response["Content-Security-Policy"]
        assert response["X-Frame-Options"] == "SAMEORIGIN"


def test_page_without_a_review_says_so(log_in, make_user, arabic, translation, translate):
    Workflow.objects.all().delete()
    WorkflowPage.objects.all().delete()
    translate(translation)
    client = log_in(make_user("sami", locale=arabic))
    desk = f"/admin/translations/{translation.pk}/"
    assert "No workflow is set up for this page." in client.get(desk).content.decode()
    response = client.post(f"{desk}review/", follow=True)
    assert "No workflow is set up" in response.content.decode()


def test_other_text_than_a_page_has_its_overview(log_in, chief, arabic):
    from wagtail.models import Locale
    from wagtail_localize.models import Translation
    from wagtail_localize.operations import translate_object

    from home.models import Theme

    theme = Theme.objects.create(name="Rivers", slug="rivers", locale=Locale.get_default())
    translate_object(theme, [arabic], user=chief)
    translation = Translation.objects.get(source__object_id=theme.translation_key)
    html = log_in(chief).get(f"/admin/translations/{translation.pk}/").content.decode()
    assert "Download XLIFF 1.2" in html
    assert "Submit for review" not in html
    client = log_in(chief)
    assert client.get(f"/admin/translations/{translation.pk}/both/", follow=True).status_code == 404
    assert (
        client.get(f"/admin/translations/{translation.pk}/source/", follow=True).status_code == 404
    )


def test_menu_shows_the_desk_to_translators_only(log_in, noor, make_user):
    work = reverse("translating_work")
    assert work in log_in(noor).get("/admin/").content.decode()
    press = make_user("press")
    assert work not in log_in(press).get("/admin/").content.decode()
