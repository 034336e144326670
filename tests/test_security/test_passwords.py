"""A forgotten password: the mail is written in the background, and tells nobody's address."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

RESET = "/admin/password_reset/"
TASK = "security.tasks.send_password_links"

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.ignore_template_errors,  # Wagtail's templates lean on missing variables
]


@pytest.fixture
def staff(django_user_model):
    return django_user_model.objects.create_superuser("maya", "maya@example.org", "right")


def ask(client, email, **headers):
    with CaptureQueriesContext(connection) as queries:
        response = client.post(RESET, {"email": email}, **headers)
    assert response.status_code == 302
    return [re.sub(r"'[^']*'|\d+", "", query["sql"]) for query in queries]


def test_address_of_staff_is_answered_with_the_same_work_as_any_other(client, staff, mailoutbox):
    ask(client, "first@example.org")  # whatever is looked up once
    known = ask(client, "maya@example.org")
    assert known == ask(client, "nobody@example.org")
    assert not any("home_user" in query for query in known)
    assert not mailoutbox


def test_link_of_the_mail_sets_a_new_password(client, staff, mailoutbox, work_off):
    ask(client, "Maya@Example.org")
    work_off(TASK)
    (mail,) = mailoutbox
    assert (mail.to, mail.subject) == (["maya@example.org"], "Password reset")
    link = re.search(r"http://testserver(/admin/password_reset/confirm/\S+)", mail.body)[1]
    form = client.get(link, follow=True)
    password = "a harbour in fog"
    data = {"new_password1": password, "new_password2": password}
    client.post(form.redirect_chain[-1][0], data)
    assert client.login(username="maya", password=password)


def test_mail_is_in_the_language_in_which_it_was_asked_for(client, staff, mailoutbox, work_off):
    ask(client, "maya@example.org", HTTP_ACCEPT_LANGUAGE="fr")
    work_off(TASK)
    assert mailoutbox[0].subject == "Réinitialisation de mot de passe"


@pytest.mark.parametrize("who", ["unknown", "inactive", "without password"])
def test_nobody_else_is_written_to(client, staff, mailoutbox, work_off, who):
    staff.is_active = who != "inactive"
    if who == "without password":
        staff.set_unusable_password()
    staff.save()
    ask(client, "nobody@example.org" if who == "unknown" else "maya@example.org")
    (task,) = work_off(TASK)
    assert task.status == "SUCCESSFUL"
    assert not mailoutbox


@pytest.mark.parametrize("email", ["maya@example.org", "nobody@example.org"])
def test_no_address_is_kept_or_logged_when_mail_is_down(
    client, staff, work_off, mail_refused, caplog, email
):
    caplog.set_level("DEBUG")
    ask(client, email)
    (task,) = work_off(TASK)
    lost = "A mail about a password was not sent: SMTPRecipientsRefused" in caplog.text
    assert lost == email.startswith("maya")
    # Django itself says every query where queries are debugged, which no server does.
    records = [record for record in caplog.records if record.name != "django.db.backends"]
    said = "".join(f"{record.getMessage()} {record.exc_text}" for record in records)
    kept = str(task.args_kwargs) + task.traceback + str(task.return_value)
    assert "@" not in said + kept
