"""Mails about comments say where to read, and nothing of what was written."""

import pytest
from django.urls import reverse
from django_tasks_db.models import DBTaskResult
from wagtail.models import Comment, PageSubscription
from wagtail.users.models import UserProfile

from home.models import StandardPage
from roles.tasks import send_comment_mail

SECRET = "The witness lives in Harbour Street"


@pytest.fixture
def elin(person):
    return person("elin", "Editors", first_name="Elin")


@pytest.fixture
def follower(person):
    user = person("mona", "Moderators", first_name="Mona")
    UserProfile.objects.create(user=user, preferred_language="fr")
    return user


@pytest.fixture(params=["standard", "letter"])
def page(request, home, draft, elin, follower):
    if request.param == "letter":
        page = draft(owner=elin, title="Open the harbour")
    else:
        page = home.add_child(instance=StandardPage(title="Open the harbour", live=False))
        page.save_revision()
    PageSubscription.objects.create(page=page, user=follower, comment_notifications=True)
    return page


@pytest.fixture
def comment(log_in, page, elin):
    """A function that saves the editor's form with a comment."""

    def comment(text=SECRET, user=elin):
        client = log_in(user)
        form = client.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).context["form"]
        values = {bound.html_name: bound.value() for bound in form}
        data = {
            name: value
            for name, value in values.items()
            if value not in ("", None, []) and not hasattr(value, "stream_block")
        }
        for name in ("body", "signatories", "updates", "corrections", "attachments"):
            data[f"{name}-count"] = "0"
        for name in form.formsets:
            data |= {f"{name}-TOTAL_FORMS": "0", f"{name}-INITIAL_FORMS": "0"}
        data |= {
            "comments-TOTAL_FORMS": "1",
            "comments-0-text": text,
            "comments-0-contentpath": "title",
            "comments-0-position": "",
            "comments-0-deleted": "",
            "comments-0-resolved": "",
            "comments-0-id": "",
            "comments-0-replies-TOTAL_FORMS": "0",
            "comments-0-replies-INITIAL_FORMS": "0",
            "comment_notifications": "on",
        }
        response = client.post(reverse("wagtailadmin_pages:edit", args=[page.pk]), data)
        assert response.status_code == 302, response.context["form"].errors
        assert Comment.objects.get().text == text

    return comment


def work():
    for task in DBTaskResult.objects.filter(task_path="roles.tasks.send_comment_mail"):
        send_comment_mail.func(*task.args_kwargs["args"])


def test_follower_is_told_where_to_read_in_their_language(comment, page, mailoutbox):
    comment()
    assert mailoutbox == []  # nothing is sent while the request waits
    work()
    (mail,) = mailoutbox
    assert mail.to == ["mona@example.org"]
    assert "Open the harbour" in mail.subject
    assert f"http://testserver/admin/pages/{page.pk}/edit/" in mail.body
    whole = mail.subject + mail.body
    assert SECRET not in whole
    assert "Elin" not in whole
    # What the task keeps are numbers.
    kept = DBTaskResult.objects.get(task_path="roles.tasks.send_comment_mail").args_kwargs
    assert all(isinstance(value, int) for value in kept["args"])


def test_who_turned_these_mails_off_gets_none(comment, follower, mailoutbox):
    UserProfile.objects.filter(user=follower).update(updated_comments_notifications=False)
    comment()
    work()
    assert mailoutbox == []


def test_who_may_no_longer_edit_gets_none(comment, follower, mailoutbox):
    comment()
    follower.groups.clear()
    work()
    assert mailoutbox == []


def test_failing_mail_server_is_logged_without_a_name(comment, settings, caplog):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    comment()
    work()
    assert "mona" not in caplog.text
    assert "was not sent" in caplog.text
