"""Languages that a file can be in: those that the site can be in."""

from django.conf import settings


def language_choices():
    """(code, name) of each, in the order of the settings."""
    return settings.LANGUAGES
