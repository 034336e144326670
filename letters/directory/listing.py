"""Organisations as a list: in order, with how much they signed."""

from anyascii import anyascii
from django.db.models import Count, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce
from django.utils.text import slugify

from letters.models.organisations import OrganisationName
from letters.models.signatures import Signature

from . import groups

FULL = [OrganisationName.Kind.NAME, OrganisationName.Kind.TRANSLATION]


def listed_names():
    """The names under which an organisation stands in an alphabetical list.

    Its full names and the one it is called by; whatever there is where it has no full one.
    """
    names = OrganisationName.objects.order_by()
    full = names.filter(kind__in=FULL).values("organisation")
    return names.filter(Q(kind__in=FULL) | Q(preferred=True) | ~Q(organisation__in=full))


def in_order(queryset, condition=None):
    """Organisations sorted by the name they are called by, annotated with its `sort_key`.

    With a `condition` (`Q`) on names, by the first of the names that meets it.
    """
    names = OrganisationName.objects.filter(organisation=OuterRef("pk"))
    if condition is not None:
        names = listed_names().filter(condition, organisation=OuterRef("pk"))
    # The preferred one first, which needs no sorting, and nearly all have one.
    preferred = names.filter(preferred=True).order_by("pk")
    keys = [Subquery(found.values("sort_key")[:1]) for found in (preferred, groups.ranked(names))]
    queryset = queryset.annotate(sort_key=Coalesce(*keys))
    return queryset.order_by(groups.by_code_point("sort_key"), "pk")


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
            if not group or groups.group_of(name.sort_key) == group:
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
        return groups.group_of(self.title.sort_key)

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
