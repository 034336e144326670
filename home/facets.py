"""Filters of lists: by theme, country, year and kind, as links with counts."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import Count, OuterRef, Subquery
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from django_countries import countries

# Characters of a value in an address that count; no short name is longer.
LONGEST = 255


@dataclass(frozen=True)
class Choice:
    """One value of a facet, as a link."""

    value: str
    label: str
    count: int
    url: str  # the list with this value chosen, or without it where it is chosen
    selected: bool


class Facet:
    """One way to narrow a list down. `parameter` stands in the address."""

    parameter = ""
    label = ""

    def given(self, value):
        """What counts of a value as it stands in an address; empty for nothing chosen."""
        return value[:LONGEST]

    def narrow(self, queryset, value):
        """Only the entries with `value`; a value that makes no sense leaves none."""
        raise NotImplementedError

    def counts(self, queryset):
        """How many entries each value has: a list of (value, label, count), in order."""
        raise NotImplementedError

    def name_of(self, value, model):
        """What a value is called that no entry of `model` has among those that are left."""
        return value


class ThemeFacet(Facet):
    """By theme; the slug is the same in all languages."""

    parameter = "theme"
    label = _("Theme")

    def narrow(self, queryset, value):
        """Only entries that carry the theme."""
        known = re.fullmatch(r"[-\w]+", value)  # no NUL, which PostgreSQL refuses
        return queryset.filter(themes__slug=value).distinct() if known else queryset.none()

    def counts(self, queryset):
        """Themes by their names in the language being read."""
        from home.models import Theme  # lists of the models are narrowed down here

        here = Theme.objects.filter(
            translation_key=OuterRef("themes__translation_key"),
            locale__language_code=get_language(),
        )
        found = (
            queryset.order_by()
            .filter(themes__isnull=False)
            .annotate(theme_here=Subquery(here.values("name")[:1]))
            .values_list("themes__slug", "themes__name", "theme_here")
            .annotate(count=Count("pk", distinct=True))
        )
        counts = {slug: (name_here or name, count) for slug, name, name_here, count in found}
        counted = [(slug, name, count) for slug, (name, count) in counts.items()]
        return sorted(counted, key=lambda item: item[1].casefold())


class CountryFacet(Facet):
    """By country."""

    parameter = "country"
    label = _("Country")

    def narrow(self, queryset, value):
        """Only entries about the country; takes its ISO 3166 code in either case."""
        code = value.upper()
        # Codes are two letters apart by commas, so one is never part of another.
        return queryset.filter(countries__contains=code) if code in countries else queryset.none()

    def counts(self, queryset):
        """Countries by their names in the language being read."""
        found = Counter()
        for codes, count in (
            queryset.order_by().exclude(countries="").values_list("countries").annotate(Count("pk"))
        ):
            for code in codes.split(","):
                found[code] += count
        counted = [(code, countries.name(code), count) for code, count in found.items()]
        return sorted(counted, key=lambda item: item[1].casefold())

    def name_of(self, value, model):
        """The name of the country."""
        return countries.name(value.upper()) or value


class YearFacet(Facet):
    """By the year of the date."""

    parameter = "year"
    label = _("Year")

    def narrow(self, queryset, value):
        """Only entries of the year."""
        return (
            queryset.filter(date__year=int(value))
            if value.isascii() and (value.isdigit() and 0 < int(value) < 10_000)
            else queryset.none()
        )

    def counts(self, queryset):
        """Years, newest first."""
        found = queryset.order_by().values_list("date__year").annotate(Count("pk"))
        return [(str(year), str(year), count) for year, count in sorted(found, reverse=True)]


class KindFacet(Facet):
    """By kind, such as press release."""

    parameter = "type"
    label = _("Type")

    def narrow(self, queryset, value):
        """Only entries of the kind."""
        known = value in queryset.model.Kind.values
        return queryset.filter(kind=value) if known else queryset.none()

    def counts(self, queryset):
        """Kinds in the order in which the model lists them."""
        found = dict(queryset.order_by().values_list("kind").annotate(Count("pk")))
        kinds = queryset.model.Kind
        return [(kind.value, kind.label, found[kind]) for kind in kinds if kind.value in found]

    def name_of(self, value, model):
        """The name of the kind."""
        return dict(model.Kind.choices).get(value, value)


@dataclass(frozen=True)
class Group:
    """The choices of one facet."""

    label: str
    parameter: str
    choices: list


class Filters:
    """A list narrowed down by what stands in an address.

    `parameters` is the query string (`request.GET`); of each known parameter the last
    value counts, and unknown ones count for nothing. `options` names other parameters that
    addresses keep, such as the order, each with the values that mean something.
    """

    def __init__(self, facets, queryset, parameters, options=None):
        self.facets = facets
        self.queryset = queryset
        self.options = {
            name: parameters[name]
            for name, values in (options or {}).items()
            if parameters.get(name) in values
        }
        self.selected = {
            facet.parameter: value
            for facet in facets
            if (value := facet.given(parameters.get(facet.parameter, "")))
        }

    def _narrowed(self, *, but=None):
        queryset = self.queryset
        for facet in self.facets:
            if facet is not but and facet.parameter in self.selected:
                queryset = facet.narrow(queryset, self.selected[facet.parameter])
        return queryset

    @cached_property
    def results(self):
        """The queryset with everything chosen applied."""
        return self._narrowed()

    @property
    def count(self):
        """How many entries that leaves."""
        return self.results.count()

    def counts(self, facet):
        """The values of a facet (value, label, count) among what all the others leave."""
        return facet.counts(self._narrowed(but=facet))

    @property
    def query(self):
        """The chosen values as a query string without question mark, in a fixed order."""
        return urlencode(self.selected | self.options)

    def without(self, parameter):
        """The address of the list without the value chosen for a parameter."""
        return self._url(parameter, "")

    def with_option(self, name, value):
        """The address of the list with another value of an option; empty for the usual one."""
        chosen = self.selected | self.options | {name: value}
        return "?" + urlencode({key: given for key, given in chosen.items() if given})

    def _url(self, parameter, value):
        chosen = {
            facet.parameter: value
            if facet.parameter == parameter
            else self.selected.get(facet.parameter)
            for facet in self.facets
        }
        chosen |= self.options
        return "?" + urlencode({name: value for name, value in chosen.items() if value})

    @cached_property
    def groups(self):
        """The facets that have anything to choose, each with its counted choices.

        The counts are those that choosing would give: every facet is counted among the
        entries that all the others leave.
        """
        groups = []
        for facet in self.facets:
            current = self.selected.get(facet.parameter)
            choices = [
                Choice(
                    value=value,
                    label=label,
                    count=count,
                    url=self._url(facet.parameter, "" if value == current else value),
                    selected=value == current,
                )
                for value, label, count in self.counts(facet)
            ]
            if choices:
                groups.append(Group(facet.label, facet.parameter, choices))
        return groups
