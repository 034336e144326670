"""Finding organisations by any of their names, in any script."""

from django.db.models import Q

from letters.models.organisations import OrganisationName
from letters.ordering import plain


def named(queryset, query):
    """Those of `queryset` that have a name with every word of `query` in it, in any order.

    Compares substrings of the plain spelling, so that 台灣 and ไทย are found where no space
    stands around them, and accents and case make no difference. An empty query finds all.
    """
    signs = query.replace("\0", "").strip()  # PostgreSQL refuses NUL
    words = plain(query).split()
    if words:
        conditions = [Q(match_key__contains=word) for word in words]
    elif signs:
        conditions = [Q(text__contains=signs)]
    else:
        return queryset
    found = OrganisationName.objects.order_by().filter(*conditions)
    return queryset.filter(pk__in=found.values("organisation"))
