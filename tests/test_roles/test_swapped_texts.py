"""What is published at the end of a review is what its people have seen."""

import pytest
from django.urls import reverse

from letters.models import OpenLetterPage

ACTIONS = ["publish", "revert_to_page_revision", "convert_alias", "copy", "unpublish", "no_such"]


@pytest.fixture
def staff(person):
    return {
        "editor": person("elin", "Editors"),
        "first": person("mona", "Moderators"),
        "second": person("tarek", "Moderators"),
        "root": person("root", is_superuser=True),
    }


@pytest.fixture
def submitted(draft, staff):
    page = draft(owner=staff["editor"])
    page.get_workflow().start(page, staff["editor"])
    return page


@pytest.fixture
def at_release(submitted, approve):
    """A letter that waits for its last step."""
    approve("first", submitted)
    return submitted


@pytest.fixture
def approve(staff, log_in):
    """A function by which somebody approves the current step; returns the answer."""

    def approve(name, page, **headers):
        state = stored(page).current_workflow_task_state
        address = reverse("wagtailadmin_pages:workflow_action", args=[page.pk, "approve", state.pk])
        return log_in(staff[name]).post(address, {"comment": ""}, headers=headers)

    return approve


def stored(page):
    return OpenLetterPage.objects.get(pk=page.pk)


def change(page, user, title="Swapped"):
    page = stored(page).get_latest_revision_as_object()
    page.title = title
    return page.save_revision(user=user)


@pytest.mark.parametrize("action", ACTIONS)
@pytest.mark.parametrize("name", ["editor", "root"])
def test_nobody_acts_on_pages_through_the_interface_for_programs(
    submitted, staff, log_in, action, name
):
    address = f"/admin/api/main/pages/{submitted.pk}/action/{action}/"
    data = {"revision_id": submitted.latest_revision_id}
    assert log_in(staff[name]).post(address, data).status_code == 403
    assert submitted.revisions.count() == 1
    assert not stored(submitted).live


def test_menu_of_the_admin_still_reads_pages(submitted, staff, log_in):
    address = f"/admin/api/main/pages/{submitted.pk}/"
    assert log_in(staff["editor"]).get(address).json()["title"] == submitted.title


@pytest.mark.parametrize("name", ["second", "root"])
def test_text_that_somebody_changed_since_the_last_step_began_is_not_published(
    at_release, staff, approve, name
):
    change(at_release, staff["editor"])
    response = approve(name, at_release)
    assert response.url == reverse("wagtailadmin_pages:edit", args=[at_release.pk])
    assert "was changed since" in response.client.get(response.url).content.decode()
    assert not stored(at_release).live
    assert stored(at_release).current_workflow_task.name == "Release"  # nothing is approved


def test_dialog_of_the_review_leads_to_the_reason(at_release, staff, approve):
    change(at_release, staff["editor"])
    answer = approve("second", at_release, x_requested_with="XMLHttpRequest").json()
    assert answer["redirect"] == reverse("wagtailadmin_pages:edit", args=[at_release.pk])
    assert not stored(at_release).live


def test_text_that_a_program_changed_is_looked_at_too(at_release, approve):
    change(at_release, None)
    approve("second", at_release)
    assert not stored(at_release).live


def test_who_approves_last_publishes_their_own_version(at_release, staff, approve):
    change(at_release, staff["editor"])
    change(at_release, staff["second"], "Put right")
    approve("second", at_release)
    assert stored(at_release).live
    assert stored(at_release).title == "Put right"


def test_what_the_first_step_changed_is_published_by_the_second(submitted, staff, approve):
    change(submitted, staff["first"], "Checked")
    approve("first", submitted)
    approve("second", submitted)
    assert stored(submitted).title == "Checked"
