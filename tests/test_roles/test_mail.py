"""Who is told what of a review, in which language, and what happens when mail is down."""

import smtplib

import pytest
from django_tasks_db.models import DBTaskResult
from wagtail.users.models import UserProfile

from roles.tasks import send_notification


@pytest.fixture
def staff(person):
    return {
        "editor": person("elin", "Editors", first_name="Elin"),
        "first": person("mona", "Moderators", first_name="Mona"),
        "second": person("tarek", "Moderators", first_name="Tarek"),
        "superuser": person("root", is_superuser=True),
    }


@pytest.fixture
def page(draft, staff):
    return draft(owner=staff["editor"], title="Open the harbour")


def waiting():
    return DBTaskResult.objects.filter(task_path="roles.tasks.send_notification")


def work():
    """Do what the worker does, which needs a connection of its own."""
    for task in waiting():
        send_notification.func(*task.args_kwargs["args"])
    waiting().delete()


@pytest.fixture
def mails(mailoutbox):
    """A function that lets the background work, and returns and forgets what was sent."""

    def take():
        work()
        taken = list(mailoutbox)
        mailoutbox.clear()
        return taken

    return take


def receivers(mails):
    return {mail.to[0].partition("@")[0] for mail in mails}


def submit(page, by):
    page.get_workflow().start(page, by)


def approve(page, by):
    page.current_workflow_task_state.approve(user=by)


def test_moderators_are_told_of_a_submitted_text(page, staff, mails):
    submit(page, staff["editor"])
    sent = mails()
    assert receivers(sent) == {"mona", "tarek"}
    assert sent[0].subject == "“Open the harbour” waits for your approval"
    assert f"http://testserver/admin/pages/{page.pk}/edit/" in sent[0].body


def test_only_who_may_release_is_told_of_the_last_step(page, staff, mails):
    submit(page, staff["editor"])
    mails()
    approve(page, staff["first"])
    sent = mails()
    assert receivers(sent) == {"tarek"}
    assert "“Release”" in sent[0].body


def test_author_is_told_of_the_end(page, staff, mails):
    submit(page, staff["editor"])
    approve(page, staff["first"])
    mails()
    approve(page, staff["second"])
    [mail] = mails()
    assert receivers([mail]) == {"elin"}
    assert mail.subject == "“Open the harbour” has been approved"


def test_author_is_told_of_changes_without_names_or_comments(page, staff, mails):
    submit(page, staff["editor"])
    mails()
    state = page.current_workflow_task_state
    state.reject(user=staff["first"], comment="Ask Leyla Sample first.")
    [mail] = mails()
    assert receivers([mail]) == {"elin"}
    text = mail.subject + mail.body
    assert "needs changes" in text
    assert not [word for word in ("Leyla", "Mona", "mona", "Elin", "elin") if word in text]


def test_titles_stay_as_they_are_written(draft, staff, mails):
    page = draft(owner=staff["editor"], title="<Tea> & 'bread'")
    submit(page, staff["editor"])
    assert mails()[0].subject == "“<Tea> & 'bread'” waits for your approval"


def test_mail_is_in_the_language_of_who_gets_it(page, staff, mails, monkeypatch):
    UserProfile.objects.update_or_create(
        user=staff["second"], defaults={"preferred_language": "ar"}
    )
    asked = []
    from roles import notifications

    plain = notifications.override
    monkeypatch.setattr(notifications, "override", lambda code: asked.append(code) or plain(code))
    submit(page, staff["editor"])
    mails()
    assert sorted(asked) == ["ar", "en"]


def test_who_wants_no_mail_gets_none(page, staff, mails):
    UserProfile.objects.update_or_create(
        user=staff["second"], defaults={"submitted_notifications": False}
    )
    submit(page, staff["editor"])
    assert receivers(mails()) == {"mona"}


def test_text_is_submitted_while_mail_is_down(page, staff, monkeypatch, caplog):
    def refuse(*args, **kwargs):
        raise smtplib.SMTPRecipientsRefused({"mona@example.org": (550, b"no")})

    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", refuse)
    submit(page, staff["editor"])
    assert page.current_workflow_task.name == "Check of the text"
    work()
    assert "A mail about a page was not sent: SMTPRecipientsRefused" in caplog.text
    assert "mona" not in caplog.text


def test_tasks_hold_no_address_and_no_name(page, staff):
    submit(page, staff["editor"])
    assert len(waiting()) == 2
    for task in waiting():
        assert task.args_kwargs["args"][0] == "submitted"
        assert "mona" not in str(task.args_kwargs)


def test_mail_about_a_page_that_is_gone_is_not_sent(page, staff, mails):
    submit(page, staff["editor"])
    page.delete()
    assert mails() == []
