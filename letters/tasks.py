"""Work in the background."""

from django_tasks import task


@task(backend="background")
def build_pdf(page_id):
    """Make the PDF of a page, unless the one there is says the same."""
    from letters.pdf.making import make_pdf

    make_pdf(page_id)


@task(backend="background")
def compare_signatories(page_id):
    """Compare the names under a page with those under all others."""
    from letters.reconciliation.pages import compare_by_key

    compare_by_key(page_id)


@task(backend="background")
def refresh_pdfs_below(page_id):
    """Bring the PDFs of a page, of all below it and of their translations up to date."""
    from wagtail.models import Page

    from letters.pdf.receivers import address_changed

    for page in Page.objects.filter(pk=page_id):
        address_changed(page)
