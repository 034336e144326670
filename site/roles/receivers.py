"""Roles follow new languages and pages, once there are roles."""

from django.db.models.signals import post_save

from .actions import REVIEWED_LISTS, follow_language, follow_page
from .models import Role


def connect():
    """Follow languages that are switched on, and the pages that roles have rights on."""
    from wagtail.models import Locale

    from home.models import HomePage

    post_save.connect(language_saved, sender=Locale, dispatch_uid="roles follow languages")
    for model in (HomePage, *REVIEWED_LISTS):
        post_save.connect(page_saved, sender=model, dispatch_uid=f"roles follow {model.__name__}")


def language_saved(instance, created, raw=False, **kwargs):
    """A language was switched on."""
    if created and not raw and Role.objects.exists():
        follow_language(locale=instance)


def page_saved(instance, created, raw=False, **kwargs):
    """A home page or a list was made, perhaps as a translation."""
    if created and not raw and Role.objects.exists():
        follow_page(page=instance)
