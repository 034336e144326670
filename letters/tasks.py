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
