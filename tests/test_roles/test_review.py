"""A letter passes two steps, and two people, before it is published."""

import pytest
from django.urls import reverse
from wagtail.models import TaskState

from letters.models import OpenLetterPage


@pytest.fixture
def staff(person):
    """An editor, two moderators and an administrator."""
    return {
        "editor": person("elin", "Editors"),
        "first": person("mona", "Moderators"),
        "second": person("tarek", "Moderators"),
        "superuser": person("root", is_superuser=True),
    }


@pytest.fixture
def act(staff, log_in):
    """A function by which somebody acts on the current step of a letter."""

    def act(name, page, action="approve", comment=""):
        state = page.current_workflow_task_state
        address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, action, state.pk])
        return log_in(staff[name]).post(address, {"comment": comment}).status_code

    return act


@pytest.fixture
def submitted(draft, staff):
    page = draft(owner=staff["editor"])
    page.get_workflow().start(page, staff["editor"])
    return page


def step(page):
    page = OpenLetterPage.objects.get(pk=page.pk)
    task = page.current_workflow_task
    return task and task.name


def test_two_moderators_publish_what_an_editor_wrote(submitted, act):
    assert step(submitted) == "Check of the text"
    assert act("first", submitted) == 302
    assert step(submitted) == "Release"
    assert act("second", submitted) == 302
    submitted.refresh_from_db()
    assert submitted.live


def test_who_checked_does_not_release(submitted, act):
    act("first", submitted)
    assert act("first", submitted) in {302, 403}
    submitted.refresh_from_db()
    assert not submitted.live
    assert step(submitted) == "Release"


def test_who_submitted_does_not_release(draft, staff, act):
    page = draft(owner=staff["first"])
    page.get_workflow().start(page, staff["first"])
    act("second", page)
    act("first", page)
    page.refresh_from_db()
    assert not page.live


def test_editor_approves_nothing(submitted, act):
    act("editor", submitted)
    assert step(submitted) == "Check of the text"


def test_administrator_may_do_both_steps(submitted, act):
    act("superuser", submitted)
    act("superuser", submitted)
    submitted.refresh_from_db()
    assert submitted.live


def editor_of(page, client):
    return client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()


def test_who_checked_reads_why_somebody_else_releases(submitted, act, staff, log_in):
    act("first", submitted)
    html = editor_of(submitted, log_in(staff["first"]))
    assert "You submitted or checked this text yourself. “Release” is for somebody else" in html
    assert 'name="action-publish"' not in html
    html = editor_of(submitted, log_in(staff["second"]))
    assert "You submitted or checked" not in html
    assert 'data-workflow-action-name="approve"' in html


def test_text_is_closed_to_its_editor_while_it_is_reviewed(submitted, staff, log_in):
    html = editor_of(submitted, log_in(staff["editor"]))
    assert "Only reviewers for this task can edit" in html


def test_text_that_was_sent_back_returns_to_the_step_it_failed(submitted, act, staff):
    act("first", submitted)
    act("second", submitted, "reject", "The date is missing.")
    submitted = OpenLetterPage.objects.get(pk=submitted.pk)
    state = submitted.current_workflow_state
    assert state.status == "needs_changes"
    assert state.current_task_state.comment == "The date is missing."
    state.resume(user=staff["editor"])
    assert step(submitted) == "Release"


def test_each_moderator_sees_only_what_they_may_act_on(submitted, act, staff):
    def waiting(name):
        return TaskState.objects.reviewable_by(staff[name]).count()

    assert (waiting("first"), waiting("second"), waiting("editor")) == (1, 1, 0)
    act("first", submitted)
    assert (waiting("first"), waiting("second"), waiting("superuser")) == (0, 1, 1)


def test_statements_take_the_same_two_steps(roles, statement_index):
    names = [task.name for task in statement_index.get_workflow().tasks]
    assert names == ["Check of the text", "Release"]


def test_step_is_offered_where_administrators_make_steps(staff, log_in):
    client = log_in(staff["superuser"])
    html = client.get(reverse("wagtailadmin_workflows:select_task_type")).content.decode()
    assert "Approval by a second person" in html
    add = reverse("wagtailadmin_workflows:add_task", args=["roles", "secondpersontask"])
    assert client.get(add).status_code == 200
