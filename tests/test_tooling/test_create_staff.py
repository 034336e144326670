import re

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.management import CommandError, call_command

pytestmark = pytest.mark.django_db


@pytest.fixture
def create_staff(capsys):
    def run(**options):
        call_command("create_staff", **options)
        found = re.search(r"^Password: (\S+)$", capsys.readouterr().out, re.MULTILINE)
        return found and found[1]

    return run


def test_creates_an_administrator_who_can_log_in(create_staff):
    password = create_staff()
    user = authenticate(username="editor", password=password)
    assert user.is_superuser
    assert user.is_staff


def test_passwords_are_random_and_long(create_staff):
    first, second = create_staff(), create_staff(reset=True)
    assert first != second
    assert re.fullmatch(r"([a-z2-9]{3}-){4}[a-z2-9]{3}", first)


def test_second_run_changes_nothing(create_staff):
    password = create_staff()
    assert create_staff() is None
    assert authenticate(username="editor", password=password)
    assert get_user_model().objects.count() == 1


def test_leaves_other_administrators_alone(create_staff):
    get_user_model().objects.create_superuser("somebody", password="x")
    assert create_staff() is None
    assert not get_user_model().objects.filter(username="editor").exists()


def test_reset_replaces_the_password(create_staff):
    old = create_staff()
    new = create_staff(reset=True)
    assert authenticate(username="editor", password=new)
    assert not authenticate(username="editor", password=old)


def test_reset_names_an_unknown_user(create_staff):
    with pytest.raises(CommandError, match="no user 'nobody'"):
        create_staff(username="nobody", reset=True)


def test_does_not_promote_somebody_with_the_same_name(create_staff):
    get_user_model().objects.create_user("editor", password="x")
    with pytest.raises(CommandError, match="is taken"):
        create_staff()
