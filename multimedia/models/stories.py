"""Multimedia stories and their list."""

from django.db import models
from django.utils.functional import cached_property
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from home.blocks.chosen import chosen_pages, find_pages
from home.facets import CountryFacet, ThemeFacet, YearFacet
from home.layout import absolute_url
from home.models import IndexPage, SubjectPage
from home.originals import with_originals
from home.pictures import size_of
from home.translated import decide
from home.visibility import without_private
from multimedia.blocks import ChaptersBlock, found_in, gathered
from multimedia.blocks.recordings import VideoValue
from multimedia.story_form import StoryForm
from multimedia.templatetags.story_times import iso_duration

from .pictures import Image


class StoryPage(SubjectPage):
    """A story told in chapters, with pictures, film and sound."""

    date = models.DateField(_("date"), help_text=_("The day that stands on the story."))
    chapters = StreamField(ChaptersBlock(), verbose_name=_("story"), blank=True)

    content_panels = [
        *Page.content_panels,
        FieldPanel("date"),
        SubjectPage.summary_panel,
        FieldPanel("chapters"),
        SubjectPage.subject_panel,
    ]
    search_fields = [
        *SubjectPage.search_fields,
        index.SearchField("chapters"),
        index.FilterField("date"),
    ]
    # Words of the chapters are translated; films, sounds and numbers in them are the same.
    override_translatable_fields = [
        *SubjectPage.override_translatable_fields,
        *decide(translate=["chapters"], same=["date"]),
    ]
    base_form_class = StoryForm
    parent_page_types = ["multimedia.StoryIndexPage"]
    subpage_types = []
    template = "multimedia/story_page.html"

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")

    @property
    def published_on(self):
        """The day that stands on the story (`datetime.date`)."""
        return self.date

    @cached_property
    def contents(self):
        """(name to link to, title) of each part that has a title, in order."""
        titles = []
        for block in self.chapters:
            if block.block_type == "heading":
                titles.append(block.value)
            elif block.block_type == "scene" and block.value["title"]:
                titles.append(block.value["title"])
        parts = ((slugify(title, allow_unicode=True), title) for title in titles)
        return [(anchor, title) for anchor, title in parts if anchor]

    @property
    def moves(self):
        """Whether anything here becomes better with a script."""
        return any(
            block.block_type in ("audio", "video", "content_notice")
            or (block.block_type == "scene" and block.value["loop"])
            or (block.block_type == "gallery" and block.value["layout"] == "before-after")
            for block in self.chapters
        )

    def get_context(self, request, *args, **kwargs):
        """Find what the chapters show and lead to with a few queries for all of it."""
        with gathered(self.chapters, {self.social_image_id} - {None}) as found:
            find_pages(chosen_pages(self.chapters))
            if self.social_image_id:
                self.social_image = found.get((Image, self.social_image_id))
        return super().get_context(request, *args, **kwargs)

    def publication_problems(self):
        """Also: what in its film and sound some readers could not follow."""
        from multimedia.readiness import recording_problems  # it knows these models

        return super().publication_problems() + recording_problems(self.chapters)

    def structured_data(self):
        """What search engines are told, as a dictionary of schema.org."""
        data = {
            "@context": "https://schema.org",
            "@type": "Article",
            "headline": self.title,
            "description": self.description,
            "datePublished": self.date.isoformat(),
            "inLanguage": self.content_language,
        }
        if self.last_published_at:
            data["dateModified"] = self.last_published_at.date().isoformat()
        if films := [self._film(value) for value in found_in(self.chapters, VideoValue)]:
            data["video"] = [film for film in films if film]
        return data

    def _film(self, value):
        media = value["video"]
        if not media:
            return None
        film = {
            "@type": "VideoObject",
            "name": value["title"],
            "description": value["caption"] or self.description,
            "uploadDate": media.created_at.date().isoformat(),
            "contentUrl": absolute_url(media.url),
        }
        if media.duration:
            film["duration"] = iso_duration(media.duration)
        if media.still:
            film["thumbnailUrl"] = absolute_url(size_of(media.still, STILL).url)
        return film


# The size of a film's still picture.
STILL = "fill-1280x720|format-webp"


class StoryIndexPage(IndexPage):
    """All stories."""

    page_size = 12
    facets = (ThemeFacet, CountryFacet, YearFacet)
    parent_page_types = ["home.HomePage"]
    subpage_types = ["multimedia.StoryPage"]
    template = "multimedia/story_index_page.html"

    class Meta:
        verbose_name = _("list of stories")
        verbose_name_plural = _("lists of stories")

    def entries(self):
        """The published stories of this list, newest first; untranslated ones as written."""
        stories = with_originals(StoryPage, self).defer("chapters")
        return without_private(stories).order_by("-date", "-pk")
