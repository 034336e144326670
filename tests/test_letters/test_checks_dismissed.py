"""Editors dismiss checks, see them in the editor, and open them again."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group, Permission
from django.urls import reverse
from wagtail.models import GroupPagePermission, PageLogEntry

from letters.models import DismissedCheck, OpenLetterPage, PageChecks
from letters.reconciliation.pages import open_checks_for, unreconciled_pages
from tests.test_letters.test_editor import NAMES, form

REASON = "Confirmed by both, they are two."


@pytest.fixture
def letter(make_letter):
    """A letter that states one name more than it lists, one of them twice."""
    return make_letter(["Harbour House", "Harbour House"], stated_total=3)


def tree(response):
    assert response.status_code == 200
    return BeautifulSoup(response.content, "html.parser")


def dismiss_links(response):
    return [a["href"] for a in tree(response).select('a[href*="/dismiss/"]')]


def open_count(page):
    return PageChecks.objects.get(page=page.pk).open_count


@pytest.mark.ignore_template_errors
class TestDismissing:
    def test_from_the_editor_over_the_reason_and_back(self, letter, editor_client):
        editor = reverse("wagtailadmin_pages:edit", args=[letter.pk])
        page = tree(editor_client.get(editor))
        panel = page.select_one('[data-side-panel="status"]')
        assert "Fewer names than stated" in panel.get_text()
        beside = page.select_one("#signatory-checks")
        assert "Listed more than once" in beside.get_text()
        address = next(a["href"] for a in beside.select("a") if "check=duplicate" in a["href"])
        asked = tree(editor_client.get(address))
        assert "Harbour House is listed more than once: 1, 2." in asked.get_text()
        done = editor_client.post(address, {"reason": REASON}, follow=True)
        rows = tree(done).select("table.listing")[-1].select("tbody tr")
        assert len(rows) == 1
        assert REASON in rows[0].get_text()
        assert "editor" in rows[0].get_text()
        assert open_count(letter) == 1
        data = {field["name"]: field.get("value") for field in rows[0].select("input")}
        back = editor_client.post(rows[0].form["action"], data, follow=True)
        assert len(tree(back).select("table.listing")) == 1
        assert open_count(letter) == 2
        log = PageLogEntry.objects.filter(page=letter.pk, action__contains="check")
        assert [entry.data for entry in log] == [{"check": "duplicate"}] * 2

    def test_a_reason_is_needed(self, letter, editor_client):
        address = dismiss_links(editor_client.get(reverse("letters_checks", args=[letter.pk])))[0]
        response = editor_client.post(address, {"reason": " "})
        assert "This field is required" in response.content.decode()
        assert not DismissedCheck.objects.exists()

    def test_neither_address_nor_row_holds_the_name(self, letter, editor_client):
        address = reverse("letters_checks", args=[letter.pk])
        for link in dismiss_links(editor_client.get(address)):
            assert "Harbour" not in link
            editor_client.post(link, {"reason": REASON})
        for model in (DismissedCheck, PageChecks):
            assert "Harbour" not in str(list(model.objects.values()))

    def test_stays_dismissed_until_the_numbers_change(self, letter, editor_client):
        address = reverse("letters_checks", args=[letter.pk])
        for link in dismiss_links(editor_client.get(address)):
            editor_client.post(link, {"reason": REASON})
        letter = OpenLetterPage.objects.get(pk=letter.pk)
        letter.title = "Another title"
        letter.save_revision().publish()
        assert open_count(letter) == 0
        letter.stated_total = 4
        letter.save_revision()
        assert open_count(letter) == 1

    def test_never_stops_publishing(self, letter, editor_client):
        data = form("Harbour House\nHarbour House", stated_total="9") | {"action-publish": "1"}
        address = reverse("wagtailadmin_pages:edit", args=[letter.pk])
        assert editor_client.post(address, data).status_code == 302
        assert OpenLetterPage.objects.get(pk=letter.pk).stated_total == 9

    def test_a_check_that_is_gone(self, letter, editor_client):
        address = reverse("letters_dismiss", args=[letter.pk]) + "?check=duplicate&subject=x"
        for response in (
            editor_client.get(address),
            editor_client.post(address, {"reason": REASON}),
        ):
            assert response.url == reverse("letters_checks", args=[letter.pk])
        assert not DismissedCheck.objects.exists()


@pytest.mark.ignore_template_errors
class TestTheEditor:
    def test_a_gap_in_a_pasted_list_is_told_until_it_is_filled(self, letter, editor_client):
        address = reverse("wagtailadmin_pages:edit", args=[letter.pk])
        checks = reverse("letters_checks", args=[letter.pk])
        names = ["1. River", "2. Stone", "4. Cloud", "5. Window", "1. Door"]
        editor_client.post(address, form("\n".join(names)))
        text = tree(editor_client.get(checks)).get_text()
        assert "number 4 followed 2: is a name missing before Cloud?" in text
        assert "the numbering started again at Door: 1 after 5" in text

        def state():
            page = OpenLetterPage.objects.get(pk=letter.pk).get_latest_revision_as_object()
            return page.signatories[0].value["names"].for_form()["state"]

        for lines, told in (
            (["River", "Stone", "Cloud", "Window", "Door"], True),
            (["River", "Stone", "Tamarin", "Cloud", "Window", "Door"], False),
        ):
            editor_client.post(address, form("\n".join(lines), state()))
            text = tree(editor_client.get(checks)).get_text()
            assert ("number 4 followed 2" in text) == told
            assert "started again at Door" in text

    def test_every_save_brings_the_status_up_to_date(self, letter, editor_client):
        address = reverse("wagtailadmin_pages:edit", args=[letter.pk])
        headers = {"accept": "application/json"}
        data = form("Harbour House\nRiver", stated_total="5")
        answer = editor_client.post(address, data, headers=headers).json()
        assert "leave 3 missing" in answer["html"]
        assert 'data-w-teleport-target-value="#signatory-checks"' in answer["html"]

    def test_a_new_page_has_no_checks_yet(self, letter_index, editor_client):
        address = reverse(
            "wagtailadmin_pages:add", args=("letters", "openletterpage", letter_index.pk)
        )
        assert not tree(editor_client.get(address)).select("#signatory-checks")

    def test_queries_do_not_grow_with_the_findings(
        self, make_letter, editor_client, django_assert_max_num_queries
    ):
        letter = make_letter([name for name in NAMES for _twice in range(2)], stated_total=7)
        address = reverse("letters_checks", args=[letter.pk])
        editor_client.get(address)
        with django_assert_max_num_queries(24):
            editor_client.get(address)


@pytest.fixture
def writer(django_user_model, letter_index):
    """Somebody who may write letters, and nothing else."""
    group = Group.objects.create(name="Writers")
    group.permissions.add(Permission.objects.get(codename="access_admin"))
    user = django_user_model.objects.create_user("writer", "writer@example.org", "secret")
    user.groups.add(group)
    return user, group


@pytest.mark.ignore_template_errors
class TestWhoSees:
    def test_those_who_may_edit_the_page(self, letter, letter_index, writer, client):
        user, group = writer
        client.force_login(user)
        address = reverse("letters_checks", args=[letter.pk])
        assert client.get(address).status_code == 302  # Wagtail sends them home
        assert unreconciled_pages(user) == []
        GroupPagePermission.objects.create(
            group=group,
            page=letter_index,
            permission=Permission.objects.get(codename="change_page"),
        )
        user = type(user).objects.get(pk=user.pk)
        assert client.get(address).status_code == 200
        assert unreconciled_pages(user) == [(letter.page_ptr, 2)]
        client.logout()
        assert client.get(address).status_code == 302

    def test_pages_without_signatories_have_none(self, letter_index, editor_client):
        address = reverse("letters_checks", args=[letter_index.pk])
        assert editor_client.get(address, follow=True).status_code == 404

    def test_pages_that_wait_in_few_queries(
        self, make_letter, admin_user, django_assert_max_num_queries
    ):
        for number in range(12):
            make_letter(["A", "A"][: 1 + number % 2], title=f"Letter {number}", stated_total=2)
        with django_assert_max_num_queries(4):
            found = unreconciled_pages(admin_user)
            assert len([page.get_admin_display_title() for page, _count in found]) == 6
        assert open_checks_for(admin_user).count() == 12
        assert len(unreconciled_pages(admin_user, limit=2)) == 2
