"""No page is saved as published while its text is under an embargo.

Wagtail knows the time of each page alone: a translation could be published while the page
it was made from waits, and an alias of a page is published when that one is scheduled.
"""

from django.db.models.signals import pre_save
from wagtail.models import Page, Revision, get_page_models

from home.embargo import embargoed_until
from home.models import BasePage


def connect():
    """Look at pages before they are written, whoever publishes them and how."""
    for model in get_page_models():
        if issubclass(model, BasePage):
            pre_save.connect(hold_back, sender=model, dispatch_uid=f"embargo of {model.__name__}")


def hold_back(instance, raw=False, update_fields=None, **kwargs):
    """Leave the page a draft, to be published when the embargo ends."""
    if raw or not instance.live or (update_fields is not None and "live" not in update_fields):
        return
    if instance.alias_of_id:
        # It shows the text of another page and follows that one.
        instance.live = Page.objects.filter(pk=instance.alias_of_id, live=True).exists()
        return
    until = embargoed_until(instance)
    if until:
        _schedule(instance, until)


def _schedule(page, until):
    """Make what was to be published now a version that is published at `until`."""
    if page.live_revision_id:
        Revision.objects.filter(pk=page.live_revision_id).update(approved_go_live_at=until)
    stored = Page.objects.filter(pk=page.pk).values("first_published_at", "last_published_at")
    for name, time in (stored.first() or {}).items():
        setattr(page, name, time)
    page.live = False
    page.live_revision = None
    page.go_live_at = until
    page.has_unpublished_changes = True
