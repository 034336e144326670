"""The public directory of organisations."""

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.contrib.routable_page.models import RoutablePageMixin, re_path

from home.layout import absolute_url
from home.models import IndexPage
from letters.directory import facets
from letters.directory.layout import OrganisationLayout
from letters.directory.listing import Listed, listed
from letters.directory.texts import signed_pages, with_signatures

from .letters import OpenLetterPage
from .organisations import Organisation
from .statements import StatementPage


class OrganisationIndexPage(RoutablePageMixin, IndexPage):
    """Every organisation that signed, and what."""

    page_size = 60
    texts_at_a_time = 40
    has_feed = False
    facets = (facets.LetterFacet, facets.FindFacet, facets.MemberFacet, facets.CountryFacet)
    parent_page_types = ["home.HomePage"]
    subpage_types = []
    template = "letters/organisation_index_page.html"

    class Meta:
        verbose_name = _("directory of organisations")
        verbose_name_plural = _("directories of organisations")

    def entries(self):
        """The organisations that visitors may see, with their names."""
        return Organisation.objects.public().with_names()

    def arranged(self, filters):
        """Those of `filters` by name; under a letter by the name that begins with it."""
        return listed(filters.results, filters.selected.get("letter"))

    def get_context(self, request, *args, **kwargs):
        """Add `listed`, the organisations of `entries` as `Listed`."""
        context = super().get_context(request, *args, **kwargs)
        group = context["filters"].selected.get("letter")
        return context | {"listed": [Listed(one, group) for one in context["entries"]]}

    def get_sitemap_urls(self, request=None):
        """The directory, then the page of every organisation, for search engines."""
        directory = absolute_url(self.get_url(request))
        organisations = Organisation.objects.public().with_names().order_by("pk")
        listed = (Listed(one) for one in organisations.iterator(chunk_size=1000))
        below = [{"location": directory + one.path} for one in listed if one.title]
        return [{"location": directory, "lastmod": self.last_published_at}, *below]

    @re_path(r"^$")
    def directory(self, request):
        """The list."""
        return self.render(request)

    @re_path(r"^(?P<pk>[0-9]{1,18})(?:-(?P<slug>[-\w]*))?/$", name="organisation")
    def organisation(self, request, pk, slug=""):
        """One organisation; an old link may hold another name, its number counts."""
        found = Organisation.objects.public().with_names().filter(pk=pk).first() or self._kept(pk)
        listed = found and Listed(found)
        if not listed or not listed.title:
            raise Http404(_("There is no such organisation in the directory."))
        if not request.path.endswith(f"/{listed.path}"):
            return redirect(self.get_url(request) + listed.path, permanent=True)
        title = found.name_in(get_language()) or listed.title
        context = {
            "page": self,
            "layout": OrganisationLayout(request, self, title.text, listed.path),
            "organisation": found,
            "title": title,
            "others": [name for name in listed.names if name.pk != title.pk],
            "entries": self._texts_of(found, request.GET.get("page", 1)),
        }
        context["texts"] = with_signatures(context["entries"].object_list, found)
        return TemplateResponse(request, "letters/organisation.html", context)

    def _kept(self, pk):
        """The organisation that took up a merged one; nothing for one that is hidden."""
        from letters.directory.merging import merged_into  # needs these models

        if Organisation.objects.filter(pk=pk).exists():
            return None
        return merged_into(int(pk))

    def _texts_of(self, organisation, number):
        """One part of the list of pages that it signed, newest first."""
        pages = signed_pages([OpenLetterPage, StatementPage], organisation, get_language())
        try:
            return Paginator(pages, self.texts_at_a_time).page(number)
        except (PageNotAnInteger, EmptyPage) as error:
            raise Http404(_("There is no such page in this list.")) from error
