"""Staff with roles, and pages for them to work on."""

from datetime import date

import pytest


@pytest.fixture(autouse=True)
def templates_as_in_production(monkeypatch):
    """Wagtail's own templates lean on variables that are not there."""
    from django.template import engines

    monkeypatch.setattr(engines["django"].engine, "string_if_invalid", "")


@pytest.fixture
def roles(db):
    """The roles as they are when the site is first prepared."""
    from roles.actions import set_up_roles

    set_up_roles()


@pytest.fixture
def person(roles, django_user_model):
    """A function that makes somebody who is in the groups of the given names."""

    from django.contrib.auth.models import Group

    def make(username, *groups, **fields):
        fields = {"email": f"{username}@example.org", "password": "secret"} | fields
        user = django_user_model.objects.create_user(username, **fields)
        user.groups.set([Group.objects.get(name=name) for name in groups])
        return user

    return make


@pytest.fixture
def log_in():
    """A function that returns a client in which somebody is logged in."""

    from django.test import Client

    def log_in(user):
        client = Client()
        client.force_login(user)
        return client

    return log_in


@pytest.fixture
def arabic(roles, home):
    """Arabic, switched on, with a home page."""
    from wagtail.models import Locale

    locale = Locale.objects.create(language_code="ar")
    return home.copy_for_translation(locale)


@pytest.fixture
def statement_index(home):
    from letters.models import StatementIndexPage

    page = home.add_child(instance=StatementIndexPage(title="Statements", slug="statements"))
    page.save_revision().publish()
    return page


@pytest.fixture
def draft(roles, make_letter):
    """A function that makes a letter that nobody has published yet."""

    def make(owner=None, **fields):
        fields = {"title": "A new letter", "date": date(2026, 5, 1)} | fields
        page = make_letter(["Tamarin Union"], publish=False, owner=owner, **fields)
        page.save_revision(user=owner)
        return page

    return make
