"""The first page of the admin says what awaits each person, and nothing else."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Locale, Page
from wagtail.users.models import UserProfile

from home.models import SourceText
from roles.wagtail_hooks import LISTS

SENT_BACK, APPROVE, TRANSLATE = "sent-back", "to-approve", "translations"
SCHEDULED, UNDER_REVIEW = "scheduled", "under-review"


@pytest.fixture(autouse=True)
def fonts(monkeypatch):
    """The machine has fonts, so that nobody is told to install them."""
    monkeypatch.setattr("letters.pdf.fonts.are_there", lambda: True)


@pytest.fixture
def staff(person):
    return {
        "editor": person("elin", "Editors"),
        "first": person("mona", "Moderators"),
        "second": person("tarek", "Moderators"),
    }


@pytest.fixture
def waits(log_in):
    """A function that returns the titles and notes that await somebody, by list."""

    def waits(user):
        response = log_in(user).get(reverse("wagtailadmin_home"))
        panels = [panel for panel in response.context["panels"] if hasattr(panel, "entries")]
        html = response.content.decode()
        for panel in panels:
            assert str(panel.heading) in html
        assert ("Nothing awaits you." in html) == (not panels)
        return {panel.name: [(e.title, e.note) for e in panel.entries] for panel in panels}

    return waits


def submit(page, by):
    page.get_workflow().start(page, by)
    return page


def test_nothing_awaits_anybody_at_first(staff, waits):
    assert [waits(user) for user in staff.values()] == [{}, {}, {}]


def test_review_awaits_one_person_after_the_other(draft, staff, waits):
    page = submit(draft(owner=staff["editor"]), staff["editor"])
    note = "Check of the text · today"
    assert waits(staff["first"]) == {APPROVE: [("A new letter", note)]}
    assert waits(staff["second"]) == {APPROVE: [("A new letter", note)]}
    assert waits(staff["editor"]) == {
        UNDER_REVIEW: [("A new letter", "waits for: Check of the text")]
    }
    page.current_workflow_task_state.approve(user=staff["first"])
    assert waits(staff["first"]) == {}
    assert waits(staff["second"]) == {APPROVE: [("A new letter", "Release · today")]}
    Page.objects.get(pk=page.pk).current_workflow_task_state.approve(user=staff["second"])
    assert [waits(user) for user in staff.values()] == [{}, {}, {}]


def test_text_comes_back_with_what_the_reviewer_wrote(draft, staff, waits):
    page = submit(draft(owner=staff["editor"]), staff["editor"])
    page.current_workflow_task_state.reject(user=staff["first"], comment="Add a <date>.")
    assert waits(staff["editor"]) == {SENT_BACK: [("A new letter", "Add a <date>.")]}
    assert waits(staff["first"]) == {}


def test_comment_is_shown_as_it_was_written(draft, staff, log_in):
    page = submit(draft(owner=staff["editor"]), staff["editor"])
    page.current_workflow_task_state.reject(user=staff["first"], comment="Add a <date>.")
    html = log_in(staff["editor"]).get(reverse("wagtailadmin_home")).content.decode()
    assert "Add a &lt;date&gt;." in html


@pytest.fixture
def translated(make_letter, arabic):
    letter = make_letter(["Tamarin Union"], title="The original")
    page = letter.copy_for_translation(arabic.locale, copy_parents=True)
    page.title = "ترجمة"
    page.save_revision()
    # Its list and its home page need nobody here.
    Page.objects.filter(locale=arabic.locale).exclude(pk=page.pk).update(
        live=True, first_published_at=timezone.now(), last_published_at=timezone.now()
    )
    return page


@pytest.fixture
def translator(person, arabic):
    return person("amal", "Translators: العربيّة (ar)")


def test_unpublished_translation_awaits_its_translators(translated, translator, waits):
    assert waits(translator) == {TRANSLATE: [("ترجمة", "not published yet")]}


def test_translation_that_is_up_to_date_awaits_nobody(translated, translator, waits):
    translated.get_latest_revision().publish()
    assert waits(translator) == {}


def test_translation_falls_behind_its_original(translated, translator, waits):
    translated.get_latest_revision().publish()
    letter = Page.objects.get(title="The original").specific
    letter.reference = "SA-1"
    letter.save_revision().publish()
    assert waits(translator) == {}  # no word of it changed
    letter.summary = "Other words."
    letter.save_revision().publish()
    moment = timezone.now() - timedelta(days=4)
    SourceText.objects.filter(page=letter.pk).update(changed_at=moment)
    assert waits(translator) == {TRANSLATE: [("ترجمة", "4 days behind")]}


def test_translators_of_another_language_are_not_bothered(translated, person, waits, home):
    home.copy_for_translation(Locale.objects.create(language_code="lo"))
    Page.objects.filter(locale__language_code="lo").update(first_published_at=timezone.now())
    assert waits(person("noy", "Translators: ລາວ (lo)")) == {}


def test_scheduled_page_is_announced_with_its_hour(draft, staff, waits):
    page = draft(owner=staff["editor"], title="Under embargo")
    page.go_live_at = timezone.now() + timedelta(days=2)
    page.save_revision().publish()
    found = waits(staff["first"])
    assert list(found) == [SCHEDULED]
    [(title, note)] = found[SCHEDULED]
    assert title == "Under embargo"
    assert str(page.go_live_at.year) in note


def many(draft, staff, count, start):
    for number in range(start, start + count):
        submit(draft(owner=staff["editor"], title=f"Letter {number}"), staff["editor"])
        page = draft(owner=staff["editor"], title=f"Returned {number}")
        submit(page, staff["editor"])
        page.current_workflow_task_state.reject(user=staff["first"])


@pytest.mark.parametrize("who", ["editor", "first"])
def test_number_of_queries_does_not_grow(draft, staff, who):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def queries():
        user = type(staff[who]).objects.get(pk=staff[who].pk)
        with CaptureQueriesContext(
            connection,
        ) as captured:
            panels = [waiting.panel_for(user) for waiting in LISTS]
        assert any(panels)
        return len(captured)

    many(draft, staff, 2, 0)
    few = queries()
    many(draft, staff, 12, 2)
    assert queries() == few
    assert few <= 20


def test_first_ten_are_listed_and_the_rest_is_counted(draft, staff, log_in):
    many(draft, staff, 12, 0)
    html = log_in(staff["first"]).get(reverse("wagtailadmin_home")).content.decode()
    assert html.count("Check of the text · today") == 10
    assert "And 2 more." in html


def test_first_page_is_in_the_language_of_who_looks(draft, staff, log_in):
    UserProfile.objects.update_or_create(user=staff["first"], defaults={"preferred_language": "ar"})
    submit(draft(owner=staff["editor"]), staff["editor"])
    html = log_in(staff["first"]).get(reverse("wagtailadmin_home")).content.decode()
    assert 'lang="ar" dir="rtl"' in html
    assert '<bdi lang="en" dir="ltr">A new letter</bdi>' in html


def test_counts_that_do_not_add_up_are_shown_to_who_may_edit(make_letter, staff, waits):
    make_letter(["Tamarin Union", "Aruvia Forum"], title="Two of nine", stated_total=9)
    make_letter(["Tamarin Union"], title="One of one", stated_total=1)
    assert waits(staff["editor"]) == {"counts": [("Two of nine", "1 open check")]}
