"""PDFs follow their pages, in the transaction that changes them."""

from django.db.models.signals import post_delete, post_save
from wagtail.models import Page
from wagtail.signals import page_slug_changed, post_page_move

from letters.models import OpenLetterPage, PagePDF, StatementPage
from letters.models.pdf import delete_when_committed
from multimedia.models import Image

from .requests import request_pdf, request_pdfs_of_text, withdraw_pdfs

PAGE_TYPES = [OpenLetterPage, StatementPage]


def connect():
    """Follow signed pages. `post_save` is sent within the transaction of `Page.save`."""
    for model in PAGE_TYPES:
        post_save.connect(page_saved, sender=model, dispatch_uid=f"PDF of {model.__name__}")
    post_save.connect(plain_page_saved, sender=Page, dispatch_uid="PDF of a page")
    post_delete.connect(pdf_deleted, sender=PagePDF, dispatch_uid="file of a PDF")
    post_save.connect(picture_saved, sender=Image, dispatch_uid="PDFs with a picture")
    page_slug_changed.connect(address_changed, dispatch_uid="PDFs and a new address")
    post_page_move.connect(address_changed, dispatch_uid="PDFs and a new place")


def page_saved(instance, raw=False, update_fields=None, **kwargs):
    """Make or take the PDF. A saved draft writes neither `live` nor the names: no PDF."""
    if raw:
        return
    if update_fields is not None:
        if {"live", "signatories", "anonymous_count"}.isdisjoint(update_fields):
            return
        instance = type(instance).objects.get(pk=instance.pk)
    request_pdfs_of_text(instance)


def plain_page_saved(instance, raw=False, **kwargs):
    """Take the PDF of a page that is unpublished without its type being known."""
    if not raw and not instance.live:
        withdraw_pdfs([instance.pk])


def pdf_deleted(instance, **kwargs):
    """A row that goes takes its file with it."""
    if instance.file:
        delete_when_committed(instance.file)


def picture_saved(instance, update_fields=None, **kwargs):
    """A picture is withdrawn or shown again: PDFs that hold it go at once and are made anew."""
    if "withdrawn_at" not in (update_fields or ()):
        return
    for source, _references in instance.get_usage():
        page = source.specific if isinstance(source, Page) else None
        if isinstance(page, tuple(PAGE_TYPES)):
            withdraw_pdfs([page.pk])
            request_pdf(page)


def address_changed(instance, **kwargs):
    """The address stands on every sheet: make the PDFs of a page and all below it anew."""
    for model in PAGE_TYPES:
        for page in model.objects.descendant_of(instance, inclusive=True).live():
            request_pdf(page)
