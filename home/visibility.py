"""Which pages everybody may see, and with them the files that they show."""

from functools import reduce
from operator import or_

from django.contrib.contenttypes.models import ContentType
from django.db.models import CharField, Exists, ExpressionWrapper, F, OuterRef, Q
from wagtail.models import Page, PageViewRestriction, ReferenceIndex

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


def published_pages_with(things, *, but_in=""):
    """The published pages that refer to any of `things`, objects of one model (a queryset).

    Uses in the children of a page that are called `but_in` do not count. A draft that waits
    beside its published page is not asked.
    """
    kinds = ContentType.objects.get_for_models(type(things[0]), Page)
    uses = ReferenceIndex.objects.filter(
        to_content_type=kinds[type(things[0])],
        to_object_id__in=[str(thing.pk) for thing in things],
        base_content_type=kinds[Page],
    )
    if but_in:
        uses = uses.exclude(model_path__startswith=f"{but_in}.")
    numbers = map(int, uses.values_list("object_id", flat=True).distinct())
    return Page.objects.live().filter(pk__in=list(numbers))


def may_read_any(pages, request):
    """Whether whoever asks may read one of `pages`, private or not."""
    return any(
        all(limit.accept_request(request) for limit in page.get_view_restrictions())
        for page in pages
    )
