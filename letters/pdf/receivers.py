"""PDFs follow their pages, in the transaction that changes them."""

from django.db import transaction
from django.db.models.signals import post_delete, post_save, pre_delete
from wagtail.models import Page, PageViewRestriction
from wagtail.signals import page_slug_changed, post_page_move

from letters.models import OpenLetterPage, OrganisationName, PagePDF, Signature, StatementPage
from letters.models.pdf import delete_when_committed
from multimedia.models import Image

from .requests import request_pdf, request_pdfs_of_text, withdraw_pdfs

PAGE_TYPES = [OpenLetterPage, StatementPage]


def connect():
    """Follow signed pages. `post_save` is sent within the transaction of `Page.save`."""
    for model in PAGE_TYPES:
        post_save.connect(page_saved, sender=model, dispatch_uid=f"PDF of {model.__name__}")
    post_save.connect(plain_page_saved, sender=Page, dispatch_uid="PDF of a page")
    pre_delete.connect(name_deleted, sender=OrganisationName, dispatch_uid="PDFs with a name")
    post_delete.connect(pdf_deleted, sender=PagePDF, dispatch_uid="file of a PDF")
    post_save.connect(picture_saved, sender=Image, dispatch_uid="PDFs with a picture")
    page_slug_changed.connect(address_changed, dispatch_uid="PDFs and a new address")
    post_page_move.connect(address_changed, dispatch_uid="PDFs and a new place")
    for signal in (post_save, post_delete):
        signal.connect(privacy_changed, sender=PageViewRestriction, dispatch_uid="PDFs and privacy")


def page_saved(instance, raw=False, update_fields=None, **kwargs):
    """Make or take the PDF. A saved draft writes neither `live` nor the names: no PDF."""
    if raw:
        return
    if update_fields is not None:
        if {"live", "signatories", "anonymous_count", "names_shown"}.isdisjoint(update_fields):
            return
        instance = type(instance).objects.get(pk=instance.pk)
    request_pdfs_of_text(instance)


def plain_page_saved(instance, raw=False, **kwargs):
    """Take the PDF of a page that is unpublished without its type being known, and the names
    under it from those of its translations."""
    if not raw and not instance.live:
        withdraw_pdfs([instance.pk])
        if instance.specific_class in PAGE_TYPES:
            request_pdfs_of_text(instance.specific)


def pdf_deleted(instance, **kwargs):
    """A row that goes takes its file with it."""
    if instance.file:
        delete_when_committed(instance.file)


def name_deleted(instance, **kwargs):
    """A name that goes from the directory goes from the PDFs of what was signed.

    Its organisation may go with it; who signed what is known only before.
    """
    signed = Signature.objects.filter(organisation=instance.organisation_id).order_by()
    pages = list(signed.values_list("page", flat=True).distinct())
    if pages:
        transaction.on_commit(lambda: refresh(pages))


def refresh(page_keys):
    """Have the PDFs of signed pages made anew, those of their translations too."""
    for model in PAGE_TYPES:
        for page in model.objects.filter(pk__in=page_keys).live():
            request_pdfs_of_text(page)


def picture_saved(instance, update_fields=None, **kwargs):
    """A picture changes: PDFs that hold it are made anew, and go at once if it must not be seen
    in them."""
    if update_fields is not None and "withdrawn_at" not in update_fields:
        return
    for source, _references in instance.get_usage():
        page = source.specific if isinstance(source, Page) else None
        if isinstance(page, tuple(PAGE_TYPES)):
            if not instance.is_for_all or update_fields:
                withdraw_pdfs([page.pk])
            request_pdf(page)


def address_changed(instance, **kwargs):
    """The address stands on every sheet: make the PDFs of a page and all below it anew.

    In a private place it also takes the names from those of translations.
    """
    for model in PAGE_TYPES:
        for page in model.objects.descendant_of(instance, inclusive=True).live():
            request_pdfs_of_text(page)


def privacy_changed(instance, **kwargs):
    """Names under a page that is not for everybody go from the PDFs of its translations, and
    come back with it. In the background: below it may be thousands. Until then nobody is
    handed such a PDF."""
    from letters.tasks import refresh_pdfs_below  # needs the settings of tasks

    refresh_pdfs_below.enqueue(instance.page_id)
