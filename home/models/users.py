"""The people who work in the admin."""

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A member of staff. Our own from the first migration, because it cannot be swapped later."""
