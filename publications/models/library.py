"""The library: the list of all publications."""

from django.utils.translation import gettext_lazy as _

from home.facets import CountryFacet, KindFacet, ThemeFacet, YearFacet
from home.models import IndexPage
from home.originals import with_originals
from home.visibility import without_private
from publications.citing import with_citations
from publications.facets import LanguageFacet, LibraryFilters, SeriesFacet

from .joined import JoinedManager
from .pages import PublicationPage
from .readings import with_first_cover


class PublicationIndexPage(IndexPage):
    """All publications, newest or most cited first, as covers or as a list."""

    facets = (KindFacet, ThemeFacet, CountryFacet, YearFacet, LanguageFacet, SeriesFacet)
    filters_class = LibraryFilters
    options = {"view": ["list"], "sort": ["cited"]}
    page_size = 24
    parent_page_types = ["home.HomePage"]
    subpage_types = ["publications.PublicationPage"]
    template = "publications/publication_index_page.html"

    joined = JoinedManager()

    class Meta:
        base_manager_name = "joined"
        verbose_name = _("library of publications")
        verbose_name_plural = _("libraries of publications")

    def entries(self):
        """The published publications of this list, newest first; untranslated ones as written."""
        later = ["body", "key_findings", "contributors", "partners"]
        pages = with_originals(PublicationPage, self).defer(*later)
        return with_first_cover(without_private(pages)).order_by("-date", "-pk")

    def arranged(self, filters):
        """What is chosen, the most cited first where readers ask for it."""
        if filters.options.get("sort") == "cited":
            return with_citations(filters.results).order_by("-citations", "-date", "-pk")
        return filters.results
