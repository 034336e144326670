"""How readers narrow the directory down: by letter, country, membership and words."""

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from home.facets import Facet
from letters.models.organisations import OrganisationName

from . import groups
from .finding import named, shortened


class FindFacet(Facet):
    """By words of any name; what was typed stays when something else is chosen."""

    parameter = "q"
    label = _("Find")

    def given(self, value):
        """The words that are searched for."""
        return shortened(value)

    def narrow(self, queryset, value):
        """Only those with such a name."""
        return named(queryset, value)

    def counts(self, queryset):
        """Nothing to choose from."""
        return []


class LetterFacet(Facet):
    """By the first letter or the script of a name."""

    parameter = "letter"
    label = _("First letter or script")

    def narrow(self, queryset, value):
        """Only those with such a name."""
        if not (value.isascii() and value.isalnum()):  # PostgreSQL refuses NUL
            return queryset.none()
        return queryset.filter(names__group=value, names__listing__gt=0)

    def counts(self, queryset):
        """Latin letters, then scripts by their own names."""
        names = OrganisationName.objects.order_by().filter(listing__gt=0)
        names = names.filter(organisation__in=queryset.order_by().values("pk"))
        counted = dict(names.values_list("group").annotate(Count("pk")))
        return [
            (group, groups.label(group), counted[group])
            for group in sorted(counted, key=groups.place)
        ]


class CountryFacet(Facet):
    """By the country in which the organisation is."""

    parameter = "country"
    label = _("Country")

    def narrow(self, queryset, value):
        """Only those of the country; takes its ISO 3166 code in either case."""
        code = value.upper()
        return queryset.filter(country=code) if code in countries else queryset.none()

    def counts(self, queryset):
        """Countries by their names in the language being read."""
        found = queryset.order_by().exclude(country="").values_list("country")
        counted = [
            (code, countries.name(code), count) for code, count in found.annotate(Count("pk"))
        ]
        return sorted(counted, key=lambda item: item[1].casefold())


class MemberFacet(Facet):
    """Members of the network only."""

    parameter = "member"
    label = _("Membership")

    def narrow(self, queryset, value):
        """Only members, for the one value there is."""
        return queryset.filter(member=True) if value == "1" else queryset.none()

    def counts(self, queryset):
        """How many are members."""
        members = queryset.order_by().aggregate(count=Count("pk", filter=Q(member=True)))
        return [("1", _("Members of the network"), members["count"])] if members["count"] else []
