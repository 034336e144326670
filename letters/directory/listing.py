"""Organisations as a list: in order, with how much they signed."""

from anyascii import anyascii
from django.db.models import Count, FilteredRelation, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.text import slugify

from letters.models.organisations import OrganisationName
from letters.models.signatures import Signature

from . import groups

Listing = OrganisationName.Listing
FULL = [OrganisationName.Kind.NAME, OrganisationName.Kind.TRANSLATION]


def in_order(queryset, group=None):
    """Organisations sorted by the name they are called by.

    With a `group` those that stand there, by the name that puts them there.
    """
    condition = Q(names__listing=Listing.CALLED)
    if group is not None:
        condition = Q(names__listing__gt=0, names__group=group)
    return queryset.alias(here=FilteredRelation("names", condition=condition)).order_by(
        "here__place", "pk"
    )


def listed(queryset, group=None):
    """The same for a list that readers see: an organisation without any name is not in it.

    Read off an index, while `in_order` sorts them all.
    """
    found = Q(here__group=group) if group else Q(here__listing=Listing.CALLED)
    return in_order(queryset, group).filter(found)


def with_count_of_texts(queryset):
    """Organisations annotated with `signed`, the number of texts they signed."""
    texts = Signature.objects.order_by().filter(organisation=OuterRef("pk"))
    counted = texts.values("organisation").annotate(texts=Count("page", distinct=True))
    return queryset.annotate(signed=Coalesce(Subquery(counted.values("texts")), 0))


class Listed:
    """An organisation as it stands in a list: its title, and what else it is called.

    `names` must be prefetched. With a `group` the title is the name that put it there.
    """

    def __init__(self, organisation, group=None):
        self.organisation = organisation
        self.names = sorted(
            organisation.names.all(), key=lambda name: (not name.preferred, name.rank, name.pk)
        )
        self.title = next(self._titles(group), None) or next(iter(self.names), None)

    def _titles(self, group):
        has_full = any(name.is_full for name in self.names)
        for name in self.names:
            if not group or name.group == group:
                if not group or name.is_full or name.preferred or not has_full:
                    yield name

    @property
    def others(self):
        """Its full names and acronyms besides the title."""
        shown = [*FULL, OrganisationName.Kind.ACRONYM]
        return [name for name in self.names if name.kind in shown and name.pk != self.title.pk]

    @property
    def group(self):
        """The group of its title."""
        return self.title.group

    @property
    def heading(self):
        """What that group is called."""
        return groups.label(self.group)

    @property
    def heading_language(self):
        """The language of that heading, empty for letters."""
        return groups.language(self.group)

    @property
    def path(self):
        """The end of its address: its number and the name it is called by."""
        slug = slugify(anyascii(self.names[0].text))[:60].strip("-") if self.names else ""
        return f"{self.organisation.pk}-{slug}/" if slug else f"{self.organisation.pk}/"
