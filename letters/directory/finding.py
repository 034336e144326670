"""Finding organisations by any of their names, in any script."""

from django.db.models import Q

from letters.models.organisations import OrganisationName
from letters.ordering import plain

# Every word is a condition of its own for the database.
LONGEST, MOST_WORDS = 200, 10


def shortened(query):
    """The beginning of what was typed, as much of it as is searched for."""
    return " ".join(query[:LONGEST].split()[:MOST_WORDS])


def named(queryset, query):
    """Those of `queryset` that have a name with every word of `query` in it, in any order.

    Of a long query the beginning counts.

    Compares substrings of the plain spelling, so that 台灣 and ไทย are found where no space
    stands around them, and accents and case make no difference. An empty query finds all.
    """
    signs = shortened(query)
    words = dict.fromkeys(plain(signs).split())
    if words:
        conditions = [Q(match_key__contains=word) for word in list(words)[:MOST_WORDS]]
    elif signs:
        conditions = [Q(text__contains=signs)]
    else:
        return queryset
    found = OrganisationName.objects.order_by().filter(*conditions)
    return queryset.filter(pk__in=found.values("organisation"))
