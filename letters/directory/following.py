"""Signatures follow the directory when it learns or changes names."""

from letters.models import OpenLetterPage, Signature, StatementPage


def follow_names(match_keys, organisations=()):
    """Let the published texts that bear any of these names find their organisations anew.

    With `organisations` also those that they are said to have signed until now. Their PDFs
    show names of the directory too and are made anew.
    """
    from letters.actions.signatures import derive_signatures
    from letters.pdf.requests import request_pdfs_of_text

    pages = _pages_with("match_key", sorted(match_keys - {""}))
    pages |= _pages_with("organisation", list(organisations))
    for model in (OpenLetterPage, StatementPage):
        for page in model.objects.filter(pk__in=pages).iterator(chunk_size=20):
            derive_signatures(page)
            if page.live:
                request_pdfs_of_text(page)


def _pages_with(field, values):
    """The keys of the pages with a signature whose `field` is one of `values` (a set)."""
    pages = set()
    for start in range(0, len(values), 500):
        rows = Signature.objects.filter(**{f"{field}__in": values[start : start + 500]})
        pages |= set(rows.order_by().values_list("page", flat=True).distinct())
    return pages
