"""The checks of a page follow it, in the transaction that saves it."""

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_save
from wagtail.models import Revision

from letters.receivers import SIGNED_PAGES

from .results import check_page

FIELDS = {"live", "signatories", "stated_total", "anonymous_count"}


def connect():
    """Follow signed pages and their drafts; after `letters.receivers`, which strips names."""
    for model in SIGNED_PAGES:
        post_save.connect(page_saved, sender=model, dispatch_uid=f"checks of {model.__name__}")
    post_save.connect(revision_saved, sender=Revision, dispatch_uid="checks of a draft")


def page_saved(instance, raw=False, update_fields=None, **kwargs):
    """Check what was saved; once it is published, compare it with all other texts."""
    if raw or (update_fields is not None and FIELDS.isdisjoint(update_fields)):
        return
    if update_fields is not None:
        instance = type(instance).objects.get(pk=instance.pk)
    if check_page(instance) and instance.live:
        from letters.tasks import compare_signatories  # needs the settings of tasks

        compare_signatories.enqueue(instance.pk)


def revision_saved(instance, raw=False, update_fields=None, **kwargs):
    """Check a draft. Copies brought up to date write single fields: nothing new there."""
    if raw or update_fields is not None:
        return
    model = ContentType.objects.get_for_id(instance.content_type_id).model_class()
    if model in SIGNED_PAGES:
        page = model.objects.defer("body").filter(pk=instance.object_id).first()
        if page:
            check_page(page, instance.content)
