"""Roles are made once, follow languages and pages, and leave alone what people changed."""

import pytest
from django.contrib.auth.models import Group
from django.core.management import call_command
from wagtail.models import GroupPagePermission, Locale, Workflow, WorkflowPage

from letters.models import LetterIndexPage


def names():
    return set(Group.objects.values_list("name", flat=True))


def everything():
    return [
        sorted(Group.objects.values_list("name", "permissions")),
        sorted(GroupPagePermission.objects.values_list("group", "page", "permission")),
        sorted(WorkflowPage.objects.values_list("page", "workflow")),
        sorted(Workflow.objects.values_list("name", "workflow_tasks__task__name")),
    ]


def page_rights(group):
    found = GroupPagePermission.objects.filter(group__name=group)
    return set(found.values_list("page__slug", "permission__codename"))


def test_command_makes_the_roles_and_says_so(db, capsys):
    call_command("set_up_roles")
    assert "set up" in capsys.readouterr().out
    assert names() == {"Editors", "Moderators", "Signatory managers"}


def test_second_run_changes_nothing(roles, arabic, letter_index):
    before = everything()
    call_command("set_up_roles", verbosity=0)
    assert everything() == before


def test_language_gets_translators_when_it_is_switched_on(roles):
    Locale.objects.create(language_code="ar")
    Locale.objects.create(language_code="lo")
    assert {"Translators: العربيّة (ar)", "Translators: ລາວ (lo)"} < names()


def test_language_that_was_on_before_gets_them_too(home):
    home.copy_for_translation(Locale.objects.create(language_code="ar"))
    call_command("set_up_roles", verbosity=0)
    assert page_rights("Translators: العربيّة (ar)") == {("home-ar", "change_page")}


def test_translators_may_change_the_home_page_of_their_language_only(arabic):
    rights = GroupPagePermission.objects.filter(group__name="Translators: العربيّة (ar)")
    assert [right.page.pk for right in rights] == [arabic.pk]


def test_the_language_of_first_writing_has_no_translators(roles):
    assert not any(name.startswith("Translators") for name in names())


def test_nothing_follows_languages_before_there_are_roles(db):
    Locale.objects.create(language_code="ar")
    assert "Translators: العربيّة (ar)" not in names()


def test_lists_are_reviewed_in_every_language(arabic, letter_index, statement_index):
    translated = letter_index.copy_for_translation(arabic.locale)
    for page in (letter_index, statement_index, translated):
        assert page.get_workflow().name == "Editorial review", page
    assert page_rights("Signatory managers") >= {("letters", "change_page")}


def test_lists_from_before_are_reviewed_after_the_command(home, letter_index):
    assert letter_index.get_workflow().name != "Editorial review"
    call_command("set_up_roles", verbosity=0)
    letter_index = LetterIndexPage.objects.get()
    assert letter_index.get_workflow().name == "Editorial review"


def test_review_has_two_steps(roles):
    workflow = Workflow.objects.get(name="Editorial review")
    assert [task.name for task in workflow.tasks] == ["Check of the text", "Release"]


@pytest.fixture
def changed_by_hand(roles, letter_index):
    """What an administrator did to the roles."""
    editors = Group.objects.get(name="Editors")
    editors.permissions.remove(editors.permissions.get(codename="add_organisation"))
    GroupPagePermission.objects.filter(group=editors).delete()
    Group.objects.filter(name="Moderators").update(name="Publishers")
    Group.objects.get(name="Signatory managers").delete()
    WorkflowPage.objects.filter(page=letter_index).delete()
    Workflow.objects.filter(name="Editorial review").update(name="Our review")


def test_what_an_administrator_changed_stays_changed(changed_by_hand):
    before = everything()
    call_command("set_up_roles", verbosity=0)
    assert everything() == before


def test_restoring_gives_back_what_was_taken_away(changed_by_hand):
    call_command("set_up_roles", restore=True, verbosity=0)
    editors = Group.objects.get(name="Editors")
    assert editors.permissions.filter(codename="add_organisation").exists()
    assert ("root", "change_page") in page_rights("Editors")
    assert names() == {"Editors", "Publishers", "Signatory managers"}
    assert LetterIndexPage.objects.get().get_workflow().name == "Our review"


def test_workflow_that_was_switched_off_stays_off(roles, home):
    Workflow.objects.get(name="Editorial review").deactivate()
    page = home.add_child(instance=LetterIndexPage(title="Letters", slug="letters"))
    call_command("set_up_roles", verbosity=0)
    assert page.get_workflow().name != "Editorial review"
