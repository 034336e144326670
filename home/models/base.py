"""What every public page shares."""

from functools import reduce
from operator import or_

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.db import models
from django.db.models import Q
from django.forms import CheckboxSelectMultiple
from django.http import Http404
from django.utils.translation import gettext_lazy as _
from django_countries.fields import CountryField
from modelcluster.fields import ParentalManyToManyField
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import RichTextField
from wagtail.models import Page, PageViewRestriction
from wagtail.search import index

from home.facets import Filters
from home.publishing import PublishReadyPage, picture_problems
from home.translated import decide


class BasePage(Page):
    """A public page: its summary, its picture for sharing, and its dates.

    Every page type of the site inherits from this one.
    """

    summary = models.TextField(
        _("summary"),
        max_length=300,
        blank=True,
        help_text=_(
            "One or two sentences for lists, search engines and shared links. "
            "Readers on slow phones often see nothing else."
        ),
    )
    social_image = models.ForeignKey(
        "multimedia.Image",
        verbose_name=_("picture"),
        null=True,
        blank=True,
        on_delete=models.SET_NULL,
        related_name="+",
        help_text=_("Shown in lists and when the page is shared. At least 1200 pixels wide."),
    )

    summary_panel = MultiFieldPanel(
        [FieldPanel("summary"), FieldPanel("social_image")],
        heading=_("In lists and when shared"),
    )
    search_fields = [*Page.search_fields, index.SearchField("summary")]
    # Addresses are the same in all languages: a slug in another script was dropped silently.
    override_translatable_fields = decide(
        translate=["title", "seo_title", "search_description", "summary"],
        same=["slug", "show_in_menus"],
        replaceable=["social_image"],
    )

    class Meta:
        abstract = True

    @property
    def published_on(self):
        """The day the text is from (`datetime.date`), or None while it was never published.

        Page types with a date of their own override this.
        """
        return self.first_published_at and self.first_published_at.date()

    @property
    def description(self):
        """One or two plain sentences about the page, possibly empty."""
        return self.search_description or self.summary

    # What a page that is read is fetched with, in the same query.
    fetched_with = ("locale", "social_image")
    # What the page is for the networks that it is shared on: "article" or "website".
    og_type = "article"
    is_home = False

    def structured_data(self):
        """What search engines are told of the page: properties of schema.org (a dict).

        Page types override it to say what they are: they take `super().structured_data()`,
        change "@type" (`Report`, `NewsArticle`) and add what else they know, in plain data.
        A "headline" instead of "name" makes the organisation the author. Address, language,
        picture, publisher and breadcrumb come from `home.structured_data`. Only what the
        public page itself shows belongs here; empty values are left out.
        """
        changed = self.last_published_at
        return {
            "@type": "WebPage",
            "name": self.title,
            "description": self.description,
            "datePublished": self.published_on and self.published_on.isoformat(),
            "dateModified": changed and changed.isoformat(timespec="seconds"),
        }

    def publication_problems(self):
        """What keeps the page from being published, as sentences; page types add their own."""
        return picture_problems(self)

    def publish(
        self,
        revision,
        user=None,
        changed=True,
        log_action=True,
        previous_revision=None,
        skip_permission_checks=False,
    ):
        """As Wagtail's; raises `NotReadyError` where the version has problems."""
        action = PublishReadyPage(revision, user, changed, log_action, previous_revision)
        return action.execute(skip_permission_checks)

    def card_text(self):
        """What stands on the picture that is generated for sharing (`home.cards.CardText`).

        None where a type of page has no such picture. Called in the language of the page.
        """
        return None

    @property
    def content_language(self):
        """The code of the language the text is in: of an alias, that of its original."""
        original = self.alias_of if self.alias_of_id else self
        return original.locale.language_code

    def route(self, request, path_components):
        """Lead to the page at the end of an address without going through those between.

        Wagtail takes two queries for each of them, and more for what every page shows; pages
        below one another are found by their full address as well. Whatever is no page is left
        to the pages themselves.
        """
        if path_components:
            url_path = f"{self.url_path}{'/'.join(path_components)}/"
            below = self.get_descendants().filter(slug=path_components[-1], url_path=url_path)
            # Ordered by what has an index and is the same for all.
            if page := below.order_by("slug").first():
                return self._specific(page).route(request, [])
        return super().route(request, path_components)

    @staticmethod
    def _specific(page):
        """The page as what it is, with what every public page is asked for in one query."""
        model = page.specific_class
        if not model or not issubclass(model, BasePage):
            return page.specific
        return model.objects.select_related(*model.fetched_with).get(pk=page.pk)

    def get_view_restrictions(self):
        """Return the restrictions that apply to the page, its own and those above (a queryset).

        As Wagtail's own, with one query instead of two: of an alias those of its original count.
        """
        steps = range(self.steplen, len(self.path) + 1, self.steplen)
        here = Page.objects.filter(path__in=[self.path[:end] for end in steps])
        originals = ("pk", "alias_of", "alias_of__alias_of")
        applies = (Q(page__in=here.order_by().values(original)) for original in originals)
        return PageViewRestriction.objects.filter(reduce(or_, applies))

    def get_context(self, request, *args, **kwargs):
        """Add `layout`, which knows this page."""
        from home.layout import Layout  # the layout is built from these models

        context = super().get_context(request, *args, **kwargs)
        return context | {"layout": Layout(request, page=self)}


class SubjectPage(BasePage):
    """A page about something: its themes and countries."""

    themes = ParentalManyToManyField(
        "home.Theme", verbose_name=_("themes"), blank=True, related_name="+"
    )
    countries = CountryField(
        verbose_name=_("countries"),
        multiple=True,
        blank=True,
        help_text=_("The countries and territories that the text is about."),
    )

    subject_panel = MultiFieldPanel(
        [FieldPanel("themes", widget=CheckboxSelectMultiple), FieldPanel("countries")],
        heading=_("Subject"),
    )
    search_fields = [*BasePage.search_fields, index.FilterField("countries")]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *decide(same=["themes", "countries"]),
    ]

    class Meta:
        abstract = True


class IndexPage(BasePage):
    """A page that lists its children, newest first, a few at a time."""

    introduction = RichTextField(_("introduction"), blank=True, features=["bold", "italic", "link"])

    og_type = "website"
    page_size = 10
    content_panels = [*Page.content_panels, FieldPanel("introduction"), BasePage.summary_panel]
    search_fields = [*BasePage.search_fields, index.SearchField("introduction")]
    override_translatable_fields = [
        *BasePage.override_translatable_fields,
        *decide(translate=["introduction"]),
    ]

    class Meta:
        abstract = True

    # Whether the list can be followed with a feed reader: its entries are pages.
    has_feed = True
    # How readers can narrow the list down: classes of `home.facets`.
    facets = ()
    filters_class = Filters
    # Other parameters of the address, each with the values that mean something.
    options = {}

    def structured_data(self):
        """A page that leads to others."""
        return super().structured_data() | {"@type": "CollectionPage"}

    def entries(self):
        """A queryset of the published pages to list, newest first."""
        raise NotImplementedError(f"{type(self).__name__} does not say what it lists")

    def arranged(self, filters):
        """The narrowed list of `filters` in the order that its options ask for."""
        return filters.results

    def get_context(self, request, *args, **kwargs):
        """Add `filters` (`home.facets.Filters`) and `entries`, one page of the narrowed list.

        Raises `Http404` for a page number that does not exist.
        """
        facets = [facet() for facet in self.facets]
        filters = self.filters_class(facets, self.entries(), request.GET, self.options)
        paginator = Paginator(self.arranged(filters), self.page_size)
        paginator.count = filters.count
        try:
            entries = paginator.page(request.GET.get("page", 1))
        except (PageNotAnInteger, EmptyPage) as error:
            raise Http404(_("There is no such page in this list.")) from error
        context = super().get_context(request, *args, **kwargs)
        if self.has_feed:
            context["layout"].feed_query = filters.query
        return context | {"entries": entries, "filters": filters}
