"""The sections of the home page."""

from django.utils import translation
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .chosen import ChosenPageBlock, ChosenPageValue
from .links import LinkBlock
from .lost import PictureBlock
from .pictures import CheckedPictureMixin, PicturesFilledInMixin


class SectionBlock(blocks.StructBlock):
    """A section with a title and a few words; the others build on it."""

    title = blocks.CharBlock(label=_("title"), max_length=120)
    text = blocks.TextBlock(label=_("text"), rows=3, required=False, default="")


class PurposeBlock(CheckedPictureMixin, SectionBlock):
    """What the organisation is for, in one breath."""

    picture_field = "picture"

    picture = PictureBlock(label=_("picture"), required=False)
    link = LinkBlock(label=_("link"), required=False)

    class Meta:
        icon = "home"
        label = _("statement of purpose")
        description = _("The first thing that a visitor reads. Use it once, at the top.")
        template = "blocks/sections/purpose.html"
        preview_value = {"title": "Rights are defended together", "text": "Across Asia."}


class PointBlock(blocks.StructBlock):
    """One item of a list: a name, a sentence, perhaps a link."""

    title = blocks.CharBlock(label=_("title"), max_length=80)
    text = blocks.TextBlock(label=_("text"), rows=2, required=False, default="")
    link = LinkBlock(label=_("link"), required=False)

    class Meta:
        icon = "list-ul"
        label = _("item")


class ApproachesBlock(SectionBlock):
    """The strategies that the organisation uses."""

    approaches = blocks.ListBlock(PointBlock(), label=_("approaches"), min_num=1)

    class Meta:
        icon = "tasks"
        label = _("approaches")
        description = _("The strategies used, as a list.")
        template = "blocks/sections/approaches.html"
        preview_value = {
            "title": "How we work",
            "text": "",
            "approaches": [{"title": "Advocacy", "text": "At the places where rules are made."}],
        }


class WhoWeWorkWithBlock(SectionBlock):
    """The people and bodies the organisation works with."""

    groups = blocks.ListBlock(PointBlock(), label=_("groups"), min_num=1)

    class Meta:
        icon = "group"
        label = _("who we work with")
        description = _("People and bodies the organisation works with.")
        template = "blocks/sections/who_we_work_with.html"
        preview_value = {
            "title": "Who we work with",
            "text": "",
            "groups": [{"title": "Defenders", "text": "Who stay when others leave."}],
        }


class LatestValue(ChosenPageValue):
    """A chosen list and how many of its newest entries to show."""

    chooser = "index"

    @property
    def page(self):
        """The list page in the language being read, or None unless it is published."""
        return self.found_page and self.found_page.specific_deferred

    @cached_property
    def entries(self):
        """The newest published entries of the list, at most `count`."""
        if not hasattr(self.page, "entries"):
            return []
        return list(self.page.entries()[: self["count"]])


def find_entries(values):
    """Look the entries of all `LatestValue`s up, of a list that stands in several only once.

    Returns all of them. `find_pages` must have been called for `values`.
    """
    values = [value for value in values if isinstance(value, LatestValue)]
    longest = {}
    for value in sorted(values, key=lambda value: -value["count"]):
        first = longest.setdefault(value.found_page, value)
        value.entries = first.entries[: value["count"]]
    return [entry for value in longest.values() for entry in value.entries]


class LatestBlock(blocks.StructBlock):
    """The newest entries of one list: statements, letters, publications."""

    title = blocks.CharBlock(label=_("title"), max_length=80)
    text = blocks.TextBlock(label=_("text"), rows=2, required=False, default="")
    index = ChosenPageBlock(
        label=_("list"), help_text=_("The page whose newest entries are shown.")
    )
    count = blocks.IntegerBlock(label=_("how many"), default=3, min_value=1, max_value=12)

    class Meta:
        icon = "list-ul"
        label = _("newest entries")
        value_class = LatestValue


class InterventionsBlock(SectionBlock):
    """Statements, letters and publications, with the newest of each."""

    lists = blocks.ListBlock(LatestBlock(), label=_("lists"), min_num=1)

    class Meta:
        icon = "doc-full-inverse"
        label = _("interventions")
        description = _("Introduces statements, letters and publications with the newest of each.")
        template = "blocks/sections/interventions.html"
        preview_value = {"title": "Our interventions", "text": "", "lists": []}


class NewestSectionBlock(SectionBlock):
    """A section that shows the newest entries of one list."""

    latest = LatestBlock(label=_("what to show"))


class StoriesBlock(NewestSectionBlock):
    """Multimedia stories, large and with pictures."""

    class Meta:
        icon = "media"
        label = _("multimedia stories")
        description = _("The newest stories, large and with pictures.")
        template = "blocks/sections/stories.html"
        preview_value = {"title": "Stories", "text": "Seen and heard."}


class PublicationsBlock(NewestSectionBlock):
    """Publications, with their covers."""

    class Meta:
        icon = "doc-full"
        label = _("publications")
        description = _("The newest publications, with their covers.")
        template = "blocks/sections/publications.html"
        preview_value = {"title": "Publications", "text": "To read and to keep."}


class SubSitesBlock(SectionBlock):
    """All sub-sites, as they are kept under Snippets."""

    class Meta:
        icon = "site"
        label = _("dedicated sub-sites")
        description = _("All sub-sites in their order. They are kept under Snippets, Sub-sites.")
        template = "blocks/sections/subsites.html"
        preview_value = {"title": "Dedicated sub-sites", "text": ""}

    def get_context(self, value, parent_context=None):
        """Add `subsites`: each in the language being read, else in its original one."""
        from home.models import SubSite  # the models are built from this block

        context = super().get_context(value, parent_context)
        layout = context.get("layout")  # not in the preview of the block
        context["subsites"] = (
            layout.subsites if layout else SubSite.in_language(translation.get_language())
        )
        return context


class NewsletterBlock(SectionBlock):
    """The invitation to the newsletter; hidden while the site settings name no address."""

    button = blocks.CharBlock(label=_("button"), max_length=40)

    class Meta:
        icon = "mail"
        label = _("newsletter")
        description = _("Shown only while the site settings hold the newsletter's address.")
        template = "blocks/sections/newsletter.html"
        preview_value = {"title": "Once a month", "text": "By e-mail.", "button": "Subscribe"}


class SectionsBlock(PicturesFilledInMixin, blocks.StreamBlock):
    """The home page from top to bottom."""

    purpose = PurposeBlock()
    approaches = ApproachesBlock()
    who_we_work_with = WhoWeWorkWithBlock()
    interventions = InterventionsBlock()
    stories = StoriesBlock()
    publications = PublicationsBlock()
    subsites = SubSitesBlock()
    newsletter = NewsletterBlock()
