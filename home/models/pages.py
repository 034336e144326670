"""The home page, and pages without a type of their own."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from home.blocks.body import BodyBlock
from home.blocks.chosen import chosen_pages, find_pages
from home.blocks.sections import SectionsBlock
from home.visibility import without_private

from .base import BasePage


class HomePage(BasePage):
    """The front door: sections that editors order, fill and translate."""

    sections = StreamField(SectionsBlock(), verbose_name=_("sections"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("sections"), BasePage.summary_panel]
    search_fields = [*BasePage.search_fields, index.SearchField("sections")]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "letters.StatementIndexPage",
        "letters.LetterIndexPage",
        "letters.OrganisationIndexPage",
        "publications.PublicationIndexPage",
        "home.StandardPage",
    ]
    template = "home/home_page.html"

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def get_context(self, request, *args, **kwargs):
        """Find all pages that the sections lead to at once."""
        find_pages(chosen_pages(self.sections))
        return super().get_context(request, *args, **kwargs)


class StandardPage(BasePage):
    """A page of text and pictures: who we are, whom we work with, how to reach us."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("body"), BasePage.summary_panel]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    template = "home/standard_page.html"

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")

    def entries(self):
        """The published pages below this one, in the order of the page tree."""
        pages = StandardPage.objects.child_of(self).live().defer("body").order_by("path")
        return without_private(pages).select_related("locale")
