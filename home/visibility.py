"""Which pages everybody may see."""

from functools import reduce
from operator import or_

from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from wagtail.models import PageViewRestriction

# From a page to the one that it is an alias of, and from that to an alias of it.
ORIGINALS = ("", "alias_of__", "alias_of__alias_of__")
ALIASES = ("", "aliases__", "aliases__aliases__")


def is_private():
    """Whether a page of a queryset stands under a view restriction, as a condition on it.

    A restriction counts for all below its page, and below every alias of that; on an alias
    those of its original count too.
    """
    text = CharField()
    paths = {
        f"path{number}": ExpressionWrapper(OuterRef(f"{original}path"), output_field=text)
        for number, original in enumerate(ORIGINALS)
    }
    covers = [Q(path0__startswith=F(f"page__{alias}path")) for alias in ALIASES]
    covers += [Q(**{f"{path}__startswith": F("page__path")}) for path in list(paths)[1:]]
    return Exists(PageViewRestriction.objects.annotate(**paths).filter(reduce(or_, covers)))


def without_private(pages):
    """`pages`, a queryset, without those that not everybody may see.

    As Wagtail's `public()`, which takes a query of its own for the restrictions and does not
    know that those of an original count for its aliases.
    """
    return pages.exclude(is_private())
