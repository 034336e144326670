"""Asking for PDFs, and taking them away."""

from django.db import transaction
from django.utils import timezone

from letters.models import PagePDF

from .content import names_digest, signed_digest


@transaction.atomic
def request_pdf(page, *, signed=None):
    """Have the PDF of a published `SignedPage` made in the background.

    Whoever changes a page calls this in the same transaction. The file made before stays
    in use until the new one is there, unless the names under the page have changed: then
    it goes at once. A page that shows nothing of its own (draft, alias) has no PDF.
    `signed` is the `signed_digest` of the page where the caller knows it.
    """
    if not page.live or page.alias_of_id:
        withdraw_pdfs([page.pk])
        return
    from letters.tasks import build_pdf  # needs the settings of tasks, which models do not

    pdf, _created = PagePDF.objects.select_for_update().get_or_create(page_id=page.pk)
    if pdf.file and pdf.names_digest != names_digest(page, signed):
        pdf.take_file()
    pdf.state = PagePDF.State.PENDING
    pdf.problem = {}
    pdf.change += 1
    pdf.requested_at = timezone.now()
    pdf.save()
    build_pdf.enqueue(page.pk)


def request_pdfs_of_text(page):
    """The same for a page and, as they show its names, for the translations of a source page.

    If that is taken off they lose their names, and with them the files that hold them.
    """
    signed = signed_digest(page)
    request_pdf(page, signed=signed)
    if page.source.pk == page.pk:
        for translation in page.get_translations().live().filter(alias_of__isnull=True):
            request_pdf(translation, signed=signed if translation.shows_names else None)


def pdf_for_readers(page):
    """The `PagePDF` that a reader of a published `SignedPage` may have now, or None.

    Never one with names that the page does not show any more, however that came about.
    """
    pdf = PagePDF.objects.for_page(page)
    if pdf and not page.shows_names and pdf.names_digest != names_digest(page):
        return None
    return pdf


@transaction.atomic
def withdraw_pdfs(page_keys):
    """Take the PDFs of pages away, file and row."""
    for pdf in PagePDF.objects.filter(page__in=page_keys):
        pdf.delete()
