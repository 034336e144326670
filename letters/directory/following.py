"""Signatures follow the directory when it learns or changes names."""

from letters.models import OpenLetterPage, Signature, StatementPage


def follow_names(match_keys):
    """Let the published texts that bear any of these names find their organisations anew."""
    from letters.actions.signatures import derive_signatures

    keys = sorted(match_keys - {""})
    pages = set()
    for start in range(0, len(keys), 500):
        rows = Signature.objects.filter(match_key__in=keys[start : start + 500]).order_by()
        pages |= set(rows.values_list("page", flat=True).distinct())
    for model in (OpenLetterPage, StatementPage):
        for page in model.objects.filter(pk__in=pages).iterator(chunk_size=20):
            derive_signatures(page)
