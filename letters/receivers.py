"""What follows when a signed page is saved, in the same transaction."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete

from home.visibility import without_private

from .actions import (
    COPIED_FIELDS,
    copy_signatories_to_translations,
    take_signatories_from_translations,
)
from .actions.signatures import derive_signatures
from .models import OpenLetterPage, Signature, StatementPage
from .removal.guard import strip_from_page, strip_from_revision

SIGNED_PAGES = [OpenLetterPage, StatementPage]


def connect():
    """Follow the signed pages. `Page.save` is one transaction, receivers of `post_save`
    included; `page_published` comes after its end."""
    from wagtail.models import Page, Revision

    for model in SIGNED_PAGES:
        post_save.connect(signed_page_saved, sender=model, dispatch_uid=f"{model.__name__} saved")
        pre_delete.connect(signed_page_goes, sender=model, dispatch_uid=f"{model.__name__} goes")
        post_delete.connect(
            signed_page_deleted, sender=model, dispatch_uid=f"{model.__name__} deleted"
        )
    post_save.connect(plain_page_saved, sender=Page, dispatch_uid="page saved")
    post_save.connect(revision_saved, sender=Revision, dispatch_uid="revision saved")


def signed_page_saved(instance, raw=False, update_fields=None, **kwargs):
    """Bring signatures and the copies in translations in line with what is published."""
    if raw or not _publishes(update_fields):
        return
    if update_fields is not None:
        # What the instance holds besides these fields may be a draft.
        instance = type(instance).objects.get(pk=instance.pk)
    strip_from_page(instance)
    derive_signatures(instance)
    if instance.live:
        copy_signatories_to_translations(instance)


def _publishes(update_fields):
    return update_fields is None or not {"live", *COPIED_FIELDS}.isdisjoint(update_fields)


def revision_saved(instance, raw=False, **kwargs):
    """Keep names that were removed from everywhere out of drafts."""
    if not raw:
        strip_from_revision(instance)


def plain_page_saved(instance, raw=False, **kwargs):
    """Take the signatures of a page that is unpublished without its type being known."""
    if not raw and not instance.live:
        Signature.objects.filter(page_id=instance.pk).delete()


def signed_page_goes(instance, **kwargs):
    """Names that were taken off with their page do not come back when it is deleted.

    Wagtail calls the page unpublished by now; the database knows what it was.
    """
    stored = type(instance).objects.filter(pk=instance.pk)
    if not without_private(stored.live()).exists():
        take_signatories_from_translations(instance)


def signed_page_deleted(instance, **kwargs):
    """After the source page of a text, the oldest of its translations is the source."""
    transaction.on_commit(lambda: _derive_for_heir(type(instance), instance.translation_key))


def _derive_for_heir(model, translation_key):
    heir = model.objects.filter(translation_key=translation_key).order_by("pk").first()
    if heir:
        derive_signatures(heir)
