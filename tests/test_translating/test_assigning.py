"""Work is given to people, who are told, and who see what they have to do."""

from datetime import timedelta

import pytest
from django.core import mail
from django.urls import reverse_lazy
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.users.models import UserProfile

from translating.actions.assigning import assign
from translating.models import Assignment
from translating.tasks import mail_assignment

WORK = reverse_lazy("translating_work")


def url(letter, code="ar"):
    return f"/admin/translations/assign/{letter.pk}/{code}/"


@pytest.fixture
def noor(make_user, arabic):
    return make_user("noor", locale=arabic)


@pytest.fixture
def mails():
    """A function that sends what waits in the background, and returns all mails sent."""

    def mails():
        for task in DBTaskResult.objects.filter(task_path="translating.tasks.mail_assignment"):
            mail_assignment.func(*task.args_kwargs["args"])
        return mail.outbox

    return mails


def test_page_is_assigned_and_the_translator_told(log_in, chief, noor, letter, mails):
    due = timezone.localdate() + timedelta(days=5)
    data = {"user": noor.pk, "due": due.isoformat(), "note": "Secret: names of witnesses"}
    response = log_in(chief).post(url(letter), data, follow=True)
    assert "Noor has the translation now." in response.content.decode()
    assignment = Assignment.objects.get()
    assert (assignment.user, assignment.by, assignment.due) == (noor, chief, due)
    (message,) = mails()
    assert message.to == ["noor@example.org"]
    assert "A letter about rivers" in message.subject
    assert f"http://testserver{WORK}" in message.body
    assert "Secret" not in message.body + message.subject


def test_mail_is_in_the_language_of_its_reader(chief, noor, letter, arabic, mails):
    UserProfile.objects.create(user=noor, preferred_language="ar")
    assign(text=letter, locale=arabic, user=noor, by=chief, due=timezone.localdate())
    (message,) = mails()
    # The name of the language is Django's, which has it in Arabic.
    assert "العربيّة" in message.body or "العربية" in message.body


def test_title_cannot_add_a_header_to_the_mail(chief, noor, letter, arabic, mails):
    letter.title = letter.draft_title = "Rivers\nBcc: all@example.org"
    type(letter).objects.filter(pk=letter.pk).update(draft_title=letter.title)
    assign(text=letter, locale=arabic, user=noor, by=chief)
    (message,) = mails()
    assert message.subject == "To translate: Rivers Bcc: all@example.org"
    assert message.bcc == []


def test_failing_mail_server_loses_no_assignment_and_tells_no_address(
    chief, noor, letter, arabic, work_off, mail_refused, caplog
):
    assign(text=letter, locale=arabic, user=noor, by=chief)
    (task,) = work_off("translating.tasks.mail_assignment")
    assert Assignment.objects.open().get().user == noor
    assert "A mail about an assignment was not sent: SMTPRecipientsRefused" in caplog.text
    assert "noor@" not in caplog.text + task.traceback + str(task.args_kwargs)


def test_change_of_date_sends_no_second_mail(chief, noor, letter, arabic, mails):
    for days in (3, 5):
        due = timezone.localdate() + timedelta(days=days)
        assign(text=letter, locale=arabic, user=noor, by=chief, due=due)
    assert len(mails()) == 1
    assert Assignment.objects.count() == 1


def test_reassigned_page_is_the_other_persons(
    log_in, chief, noor, make_user, letter, arabic, mails
):
    other = make_user("sami", locale=arabic)
    for user in (noor, other):
        log_in(chief).post(url(letter), {"user": user.pk})
    assert Assignment.objects.get().user == other
    # Who had it before and lost it meanwhile is not written to.
    assert {address for message in mails() for address in message.to} == {"sami@example.org"}


def test_person_without_an_address_is_pointed_out(log_in, chief, make_user, letter, arabic, mails):
    user = make_user("sami", locale=arabic, email=False)
    response = log_in(chief).post(url(letter), {"user": user.pk}, follow=True)
    assert "No mail was sent" in response.content.decode()
    assert mails() == []


def test_only_those_who_edit_the_language_can_be_given_work(
    log_in, chief, make_user, letter, arabic, thai
):
    somchai = make_user("somchai", locale=thai)
    response = log_in(chief).post(url(letter), {"user": somchai.pk})
    assert response.status_code == 200
    assert not Assignment.objects.exists()


def test_translator_takes_what_is_free_and_gives_it_to_nobody(
    log_in, noor, make_user, letter, arabic, mails
):
    other = make_user("sami", locale=arabic)
    log_in(noor).post(url(letter), {"user": other.pk})
    assert not Assignment.objects.exists()
    log_in(noor).post(url(letter), {"user": noor.pk})
    assert Assignment.objects.get().user == noor
    assert mails() == []
    assert log_in(other).get(url(letter)).status_code == 302


def test_person_with_the_permission_assigns_to_others(log_in, noor, make_user, letter, arabic):
    lead = make_user("lead", locale=arabic, permissions=["translating.add_assignment"])
    log_in(lead).post(url(letter), {"user": noor.pk})
    assert Assignment.objects.get().user == noor


def test_other_languages_are_closed(log_in, noor, letter, arabic, thai):
    assert log_in(noor).get(url(letter, "th")).status_code == 302


def test_work_is_listed_with_the_most_urgent_first(
    log_in, chief, noor, letter, make_letter, arabic
):
    today = timezone.localdate()
    other = make_letter(["Sample Union"], title="A letter about roads")
    third = make_letter(["Sample Union"], title="A letter about seas", slug="seas")
    assign(text=third, locale=arabic, user=noor, by=chief)
    assign(text=letter, locale=arabic, user=noor, by=chief, due=today + timedelta(days=9))
    assign(text=other, locale=arabic, user=noor, by=chief, due=today - timedelta(days=1))
    response = log_in(noor).get(WORK)
    titles = [assignment.page.title for assignment, _cell in response.context["work"]]
    assert titles == ["A letter about roads", "A letter about rivers", "A letter about seas"]
    assert response.content.decode().count("overdue") == 2  # the class and the word


def test_done_work_leaves_the_list(log_in, chief, noor, letter, arabic):
    assignment = assign(text=letter, locale=arabic, user=noor, by=chief)
    client = log_in(noor)
    client.post(f"/admin/translations/done/{assignment.pk}/")
    response = client.get(WORK)
    assert response.context["work"] == []
    assert "Done last" in response.content.decode()
    assert "Nothing is waiting for you" in response.content.decode()
    # The page is free again.
    assign(text=letter, locale=arabic, user=chief, by=chief)
    assert Assignment.objects.count() == 2


def test_nobody_marks_the_work_of_others_as_done(log_in, chief, noor, make_user, letter, arabic):
    assignment = assign(text=letter, locale=arabic, user=noor, by=chief)
    log_in(make_user("sami", locale=arabic)).post(f"/admin/translations/done/{assignment.pk}/")
    assert Assignment.objects.open().exists()
