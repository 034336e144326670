"""The home page, and pages without a type of their own."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from home.blocks.body import BodyBlock
from home.blocks.chosen import chosen_pages, find_pages
from home.blocks.sections import SectionsBlock, find_entries
from home.pictures import load
from home.translated import decide
from home.visibility import without_private

from .base import BasePage


class HomePage(BasePage):
    """The front door: sections that editors order, fill and translate."""

    sections = StreamField(SectionsBlock(), verbose_name=_("sections"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("sections"), BasePage.summary_panel]
    search_fields = [*BasePage.search_fields, index.SearchField("sections")]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *decide(translate=["sections"]),
    ]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = [
        "letters.StatementIndexPage",
        "letters.LetterIndexPage",
        "letters.OrganisationIndexPage",
        "publications.PublicationIndexPage",
        "multimedia.StoryIndexPage",
        "home.StandardPage",
    ]
    template = "home/home_page.html"
    og_type = "website"
    is_home = True

    class Meta:
        verbose_name = _("home page")
        verbose_name_plural = _("home pages")

    def structured_data(self):
        """The site as a whole."""
        return {"@type": "WebSite", "name": self.title, "description": self.description}

    def get_context(self, request, *args, **kwargs):
        """Find all that the sections show at once: pages, newest entries, pictures."""
        context = super().get_context(request, *args, **kwargs)
        values = list(chosen_pages(self.sections))
        find_pages(values)
        entries = find_entries(values)
        pictures = [(thing, "social_image") for thing in [self, *entries]]
        if any(block.block_type == "subsites" for block in self.sections):
            pictures += [(subsite, "picture") for subsite in context["layout"].subsites]
        load(pictures, "card", "large", "thumbnail")
        return context


class StandardPage(BasePage):
    """A page of text and pictures: who we are, whom we work with, how to reach us."""

    body = StreamField(BodyBlock(), verbose_name=_("body"), blank=True)

    content_panels = [*Page.content_panels, FieldPanel("body"), BasePage.summary_panel]
    search_fields = [*BasePage.search_fields, index.SearchField("body")]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *decide(translate=["body"]),
    ]
    parent_page_types = ["home.HomePage", "home.StandardPage"]
    subpage_types = ["home.StandardPage"]
    template = "home/standard_page.html"
    og_type = "website"

    class Meta:
        verbose_name = _("standard page")
        verbose_name_plural = _("standard pages")

    def entries(self):
        """The published pages below this one, in the order of the page tree."""
        pages = StandardPage.objects.child_of(self).live().defer("body").order_by("path")
        return without_private(pages).select_related("locale")
