"""Signatures follow the directory when it learns or changes names."""

from letters.models import OpenLetterPage, Signature, StatementPage


def follow_names(match_keys, organisation=None):
    """Let the published texts that bear any of these names find their organisations anew.

    With an `organisation` also those that it is said to have signed until now.
    """
    from letters.actions.signatures import derive_signatures

    keys = sorted(match_keys - {""})
    signed = Signature.objects.filter(organisation=organisation).order_by()
    pages = set(signed.values_list("page", flat=True).distinct()) if organisation else set()
    for start in range(0, len(keys), 500):
        rows = Signature.objects.filter(match_key__in=keys[start : start + 500]).order_by()
        pages |= set(rows.values_list("page", flat=True).distinct())
    for model in (OpenLetterPage, StatementPage):
        for page in model.objects.filter(pk__in=pages).iterator(chunk_size=20):
            derive_signatures(page)
