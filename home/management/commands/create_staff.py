"""Give the site its first staff log-in, or that log-in a new password."""

import secrets

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

USERNAME = "editor"


class Command(BaseCommand):
    help = (
        "Create an administrator with a random password and print both, unless there is "
        "a staff user already. With --reset, give that user a new password."
    )

    def add_arguments(self, parser):
        parser.add_argument("--username", default=USERNAME, help=f"default: {USERNAME}")
        parser.add_argument("--reset", action="store_true", help="set a new random password")

    def handle(self, *, username, reset, **options):
        password = reset_password(username) if reset else create_first(username)
        if password is None:
            self.stdout.write("There is a staff user already; --reset gives a new password.")
        else:
            self.stdout.write(f"User:     {username}\nPassword: {password}")


@transaction.atomic
def create_first(username):
    """Return the password of the new user, or None where staff can log in already."""
    users = get_user_model().objects
    if users.filter(is_superuser=True, is_active=True).exists():
        return None
    if users.filter(username=username).exists():
        raise CommandError(f"The name {username!r} is taken; choose another with --username.")
    password = random_password()
    users.create_superuser(username, password=password)
    return password


@transaction.atomic
def reset_password(username):
    user = get_user_model().objects.select_for_update().filter(username=username).first()
    if user is None:
        raise CommandError(f"There is no user {username!r}.")
    password = random_password()
    user.set_password(password)
    user.is_active = True
    user.save(update_fields=["password", "is_active"])
    return password


def random_password():
    """75 bits, in five groups that can be read aloud: no letter looks like another."""
    alphabet = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(alphabet) for _ in range(3)) for _ in range(5))
