"""Logging in, and guessing."""

import pytest
from django.core import mail

LOGIN = "/admin/login/"
RESET = "/admin/password_reset/"

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.usefixtures("now"),
    pytest.mark.ignore_template_errors,  # Wagtail's templates lean on missing variables
]


@pytest.fixture
def staff(django_user_model):
    return django_user_model.objects.create_superuser("maya", "maya@example.org", "right")


def log_in(client, password, username="maya", address="192.0.2.7", **headers):
    return client.post(
        LOGIN, {"username": username, "password": password}, REMOTE_ADDR=address, **headers
    )


def guess(client, times, **kwargs):
    return [log_in(client, f"wrong {n}", **kwargs).status_code for n in range(times)]


def logged_in(client):
    return "_auth_user_id" in client.session


def test_right_password_leads_to_the_admin(client, staff):
    response = log_in(client, "right")
    assert response.status_code == 302
    assert response["Location"] == "/admin/"
    assert logged_in(client)


def test_after_five_wrong_passwords_even_the_right_one_is_refused(client, staff):
    assert guess(client, 5) == [200] * 5
    response = log_in(client, "right")
    assert response.status_code == 429
    assert response["Retry-After"] == "600"
    assert "try again in 10 minutes" in response.text
    assert 'value="maya"' in response.text
    assert not logged_in(client)


def test_it_opens_again_when_it_said(client, staff, now):
    guess(client, 5)
    now(15)
    log_in(client, "right")
    assert logged_in(client)


def test_other_people_and_other_places_are_not_refused(client, staff, django_user_model):
    django_user_model.objects.create_superuser("noor", "noor@example.org", "right")
    guess(client, 5)
    assert log_in(client, "right", username="noor").status_code == 302
    assert log_in(client, "right", address="192.0.2.8").status_code == 302


def test_spelling_of_the_name_does_not_matter(client, staff):
    guess(client, 3)
    assert guess(client, 3, username=" MAYA ") == [200, 200, 429]


def test_one_place_cannot_try_every_account(client, staff):
    answers = [guess(client, 1, username=f"user{n}")[0] for n in range(21)]
    assert answers == [200] * 20 + [429]
    assert log_in(client, "right").status_code == 429


def test_one_account_cannot_be_tried_from_everywhere(client, staff):
    answers = [guess(client, 1, address=f"192.0.2.{n}")[0] for n in range(31)]
    assert answers == [200] * 30 + [429]
    assert log_in(client, "right", address="198.51.100.1")["Retry-After"] == str(55 * 60)


def test_success_clears_what_was_mistyped(client, staff):
    for _ in range(3):
        guess(client, 4)
        assert log_in(client, "right").status_code == 302
        client.logout()


def test_unknown_accounts_are_answered_like_known_ones(client, staff):
    known = guess(client, 6)
    assert guess(client, 6, username="nobody", address="192.0.2.9") == known


def test_invented_forwarding_does_not_help(client, staff):
    for n in range(5):
        log_in(client, "wrong", HTTP_X_FORWARDED_FOR=f"203.0.113.{n}")
    assert log_in(client, "right", HTTP_X_FORWARDED_FOR="203.0.113.99").status_code == 429


def test_empty_fields_are_not_counted(client, staff):
    for _ in range(9):
        assert log_in(client, "").status_code == 200
    assert log_in(client, "right").status_code == 302


def reset(client, email, address="192.0.2.7"):
    return client.post(RESET, {"email": email}, REMOTE_ADDR=address)


def test_forgotten_password_is_answered_alike_for_everybody(client, staff):
    known, unknown = reset(client, "maya@example.org"), reset(client, "nobody@example.org")
    assert known.status_code == unknown.status_code == 302
    assert known["Location"] == unknown["Location"]
    assert not mail.outbox


@pytest.mark.parametrize("email", ["maya@example.org", "nobody@example.org"])
def test_nobody_is_flooded_with_mails(client, staff, work_off, email):
    answers = [reset(client, email, f"192.0.2.{n}").status_code for n in range(4)]
    assert answers == [302, 302, 302, 429]
    response = reset(client, email.upper())
    assert "try again in 55 minutes" in response.text
    assert email.upper() in response.text
    assert len(work_off("security.tasks.send_password_links")) == 3


def test_one_place_cannot_ask_for_every_account(client):
    answers = [reset(client, f"user{n}@example.org").status_code for n in range(11)]
    assert answers == [302] * 10 + [429]
