"""Filters of the library: those of every list, by language of a file, by series."""

import re
from collections import Counter
from functools import cached_property

from django.conf import settings
from django.db.models import Count
from django.db.models.functions import ExtractYear
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from django_countries import countries

from home.facets import CountryFacet, Facet, Filters, KindFacet, YearFacet


class LanguageFacet(Facet):
    """By the languages in which there is a file."""

    parameter = "language"
    label = _("Language")

    def narrow(self, queryset, value):
        """Only publications with a file in the language."""
        if value not in dict(settings.LANGUAGES):
            return queryset.none()
        keys = self._files().filter(language=value).values("page__translation_key")
        return queryset.filter(translation_key__in=keys)

    def counts(self, queryset):
        """Languages by their own names, as those read who look for them."""
        keys = queryset.order_by().values("translation_key")
        found = (
            self._files()
            .filter(page__translation_key__in=keys)
            .order_by()
            .values_list("language")
            .annotate(Count("page", distinct=True))
        )
        counted = [(code, get_language_info(code)["name_local"], n) for code, n in found]
        return sorted(counted, key=lambda item: item[1].casefold())

    def name_of(self, value, model):
        """The own name of the language."""
        known = value in dict(settings.LANGUAGES)
        return get_language_info(value)["name_local"] if known else value

    @staticmethod
    def _files():
        from publications.models import PublicationFile  # lists of the models are narrowed here

        return PublicationFile.objects.offered()


class SeriesFacet(Facet):
    """By series."""

    parameter = "series"
    label = _("Series")

    def narrow(self, queryset, value):
        """Only publications of the series with that short name."""
        known = re.fullmatch(r"[-\w]+", value)  # no NUL, which PostgreSQL refuses
        return queryset.filter(series__slug=value) if known else queryset.none()

    def counts(self, queryset):
        """Series by their names."""
        found = (
            queryset.order_by()
            .filter(series__isnull=False)
            .values_list("series__slug", "series__name")
            .annotate(Count("pk", distinct=True))
        )
        return sorted(found, key=lambda item: item[1].casefold())


class LibraryFilters(Filters):
    """Counts everything that stands in the row of a publication with one query.

    It asks for the combinations of kind, year, countries and series and how often each
    occurs; what any choice among these would leave is a sum over some of them.
    """

    columns = ("kind", "made_in", "countries", "series__slug", "series__name")
    column_of = {KindFacet: "kind", YearFacet: "made_in", CountryFacet: "countries"}
    column_of |= {SeriesFacet: "series__slug"}

    @cached_property
    def _combinations(self):
        queryset = self.queryset
        for facet in self.facets:
            if type(facet) not in self.column_of and facet.parameter in self.selected:
                queryset = facet.narrow(queryset, self.selected[facet.parameter])
        found = (
            queryset.order_by()
            .annotate(made_in=ExtractYear("date"))
            .values_list(*self.columns)
            .annotate(Count("pk", distinct=True))
        )
        return [(dict(zip(self.columns, row, strict=False)), row[-1]) for row in found]

    def _left(self, but=None):
        """The combinations that all choices leave, with their counts."""
        wanted = [
            (self.column_of[type(facet)], self.selected[facet.parameter])
            for facet in self.facets
            if facet is not but
            and type(facet) in self.column_of
            and facet.parameter in self.selected
        ]
        for row, count in self._combinations:
            if all(value_fits(column, row[column], value) for column, value in wanted):
                yield row, count

    @property
    def count(self):
        """How many entries the choices leave."""
        return sum(count for _row, count in self._left())

    def counts(self, facet):
        """As in the parent, from the combinations where the facet is one of them."""
        if type(facet) not in self.column_of:
            return super().counts(facet)
        column = self.column_of[type(facet)]
        found, names = Counter(), {}
        for row, count in self._left(but=facet):
            for value in values_in(column, row[column]):
                found[value] += count
                names[value] = row["series__name"]
        return labelled(column, found, names, self.queryset.model.Kind)


def values_in(column, value):
    """The values that a column holds as strings: of countries, several."""
    if column == "countries":
        return value.split(",") if value else []
    return [str(value)] if value else []


def value_fits(column, held, value):
    """Whether a column holds what a reader chose."""
    return (value.upper() if column == "countries" else value) in values_in(column, held)


def labelled(column, found, names, kinds):
    """(value, label, count) of the values of a column, in the order of its facet."""
    if column == "kind":
        return [(kind.value, kind.label, found[kind]) for kind in kinds if kind.value in found]
    if column == "made_in":
        return [(year, year, found[year]) for year in sorted(found, reverse=True)]
    label = countries.name if column == "countries" else names.get
    counted = [(value, label(value), count) for value, count in found.items()]
    return sorted(counted, key=lambda item: item[1].casefold())
