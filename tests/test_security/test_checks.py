"""What `check --deploy` says about environments."""

import pytest

from security.checks import production_environment


@pytest.fixture
def production(settings):
    settings.HTTPS = True
    settings.BASE_URL = "https://www.example.org"
    settings.ALLOWED_HOSTS = ["www.example.org"]
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    return settings


def ids():
    return [message.id for message in production_environment(None)]


def test_production_is_clean(production):
    assert ids() == []


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("BASE_URL", "http://www.example.org", "security.E101"),
        ("ALLOWED_HOSTS", ["*"], "security.E102"),
        ("EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend", "security.I103"),
    ],
)
def test_contradictions_are_named(production, name, value, expected):
    setattr(production, name, value)
    assert ids() == [expected]
