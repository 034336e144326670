"""Putting the demo on the site."""

from contextlib import contextmanager

from django.db import transaction
from wagtail.models import Locale, Site

from home.models import HomePage, SiteSettings, StandardPage, SubSite, Theme
from letters.models import (
    LetterIndexPage,
    OpenLetterPage,
    Organisation,
    OrganisationIndexPage,
    OrganisationName,
    StatementIndexPage,
    StatementPage,
)
from multimedia.models import StoryIndexPage, StoryPage
from publications.models import PublicationIndexPage, PublicationPage, Series

from .fields import Fields
from .ledger import Ledger
from .library import add_document, add_picture, add_recording
from .markup import plain
from .pictures import draw_all
from .recordings import make
from .reports import typeset_all

LISTS = {
    "letters": LetterIndexPage,
    "statements": StatementIndexPage,
    "organisations": OrganisationIndexPage,
    "publications": PublicationIndexPage,
    "stories": StoryIndexPage,
}
CHILDREN = {
    "letters": OpenLetterPage,
    "statements": StatementPage,
    "publications": PublicationPage,
    "stories": StoryPage,
}


class NoHomePageError(Exception):
    """The site that answers by default has no home page of our type to build on."""


class Loader:
    """Makes what the ledger does not know yet; never touches what it knows."""

    def __init__(self, content, say):
        self.content = content
        self.say = say
        self.ledger = Ledger(content.names)
        self.fields = Fields(content, self.ledger)

    def load(self):
        """Make everything that was never made. Returns how many things that were."""
        missing = [name for name in self.content.names if name not in self.ledger]
        if missing:
            # Drawn and made before the transaction, which keeps others from writing.
            self.drawings = draw_all(
                name for name in self.content.pictures if f"picture/{name}" in missing
            )
            self.made = {
                name: make(name)
                for name in self.content.recordings
                if f"recording/{name}" in missing
            }
            self.reports = typeset_all(
                {
                    entry["report"]: self.content.reports[entry["report"]]
                    for name, entry in self.content.documents.items()
                    if "report" in entry and f"document/{name}" in missing
                }
            )
            with files_only_if_it_works() as files, transaction.atomic():
                self._make(files)
        return sum(name in self.ledger for name in missing)

    def _make(self, files):
        self._locales()
        self._library(files)
        self._snippets(Theme, self._themes())
        self._organisations()
        self._pages()
        self._snippets(SiteSettings, self._settings())
        self._snippets(SubSite, self._subsites())
        for language in self.content.translations:
            self._translated_pages(language)

    def _locales(self):
        for language in self.content.translations:
            name = f"locale/{language}"
            if name not in self.ledger:
                locale, created = Locale.objects.get_or_create(language_code=language)
                if created:
                    self.ledger.record(name, locale)

    def _library(self, files):
        for name, drawing in self.drawings.items():
            picture = add_picture(name, self.content.pictures[name], drawing)
            files.append(picture.file)
            self.ledger.record(f"picture/{name}", picture)
        for name, entry in self.content.documents.items():
            if f"document/{name}" not in self.ledger:
                document = add_document(entry, self.reports)
                if document:
                    files.append(document.file)
                    self.ledger.record(f"document/{name}", document)
        for name, values in self.content.series.items():
            if f"series/{name}" not in self.ledger:
                series, created = Series.objects.get_or_create(slug=values["slug"], defaults=values)
                if created:
                    self.ledger.record(f"series/{name}", series)
        self._recordings(files)

    def _recordings(self, files):
        for name, entry in self.content.recordings.items():
            if f"recording/{name}" not in self.ledger:
                facts = {key: value for key, value in entry.items() if key != "poster"}
                poster = self.ledger.find(f"picture/{entry.get('poster')}")
                words = [words[1:] for words in self.content.words if words[0] == name]
                media = add_recording(name, facts, self.made[name], poster, words)
                files.append(media.file)
                self.ledger.record(f"recording/{name}", media)

    def _organisations(self):
        """Before the pages: who signs them is recognised when they are published."""
        for key, entry in self.content.organisations.items():
            if f"organisation/{key}" not in self.ledger:
                organisation = Organisation(member=entry.get("member", False))
                organisation.names = [
                    OrganisationName(text=text, language=language, kind=kind)
                    for text, language, kind in entry["names"]
                ]
                organisation.save()
                self.ledger.record(f"organisation/{key}", organisation)

    def _pages(self):
        """Put all pages into the tree first: their texts link to one another."""
        added = [page for page in map(self._add, self.content.sheets["en"]) if page[1]]
        for sheet, page in added:
            self._fill(sheet, page)

    def _add(self, sheet):
        """Returns the sheet with its new, empty page, or with None where nothing is to do."""
        if sheet.name in self.ledger:
            return sheet, None
        if sheet.address == "home":
            return sheet, self._empty_home()
        parent = self.ledger.find(f"en/{sheet.parent}")
        if sheet.parent == "home":
            parent = home_page()
        if parent is None:
            return sheet, None  # an editor deleted the page above
        if parent.get_children().filter(slug=sheet.slug).exists():
            self.say(f"Left out {sheet.address}: there is a page of that address already.")
            return sheet, None
        page = page_type(sheet)(title=sheet.text["title"], slug=sheet.slug, live=False)
        # What a page cannot be saved without, and what publishing would fill with today.
        for field in ("date", "first_published_at"):
            if field in sheet.text:
                setattr(page, field, sheet.text[field])
        parent.add_child(instance=page)
        self.ledger.record(sheet.name, page)
        return sheet, page

    def _empty_home(self):
        home = home_page()
        if home.sections:
            self.say("Left the home page as it is: it has sections already.")
            return None
        self.ledger.record("en/home", home, action="wagtail.edit")
        return home

    def _fill(self, sheet, page):
        page.refresh_from_db()  # pages were added below it since
        for name, value in self.fields.of_page(sheet).items():
            setattr(page, name, value)
        page.save_revision().publish()

    def _settings(self):
        """(name, language, values) of the site settings; a site has one for each language."""
        taken = set(
            SiteSettings.objects.filter(site=default_site()).values_list(
                "locale__language_code", flat=True
            )
        )
        for language, text in self.content.settings.items():
            if language not in taken:
                yield f"{language}/settings", language, {"site": default_site()} | text

    def _themes(self):
        for language, themes in self.content.themes.items():
            for name, theme in themes.items():
                yield f"{language}/theme/{name}", language, {"slug": name} | theme

    def _subsites(self):
        for language, subsites in self.content.subsites.items():
            for name, text in subsites.items():
                yield f"{language}/subsite/{name}", language, text

    def _snippets(self, model, given):
        for name, language, text in given:
            if name in self.ledger:
                continue
            original = self.ledger.find("en/" + name.partition("/")[2])
            locale = Locale.objects.get(language_code=language)
            if language == "en":
                snippet = model(locale=locale)
            elif original:
                snippet = original.copy_for_translation(locale)
            else:
                continue
            for field, value in self._snippet_values(text).items():
                setattr(snippet, field, value)
            snippet.full_clean()
            snippet.save()
            self.ledger.record(name, snippet)

    def _snippet_values(self, text):
        values = {name: plain(v) if isinstance(v, str) else v for name, v in text.items()}
        if "footer" in text:
            values["footer"] = self.fields.rich(text["footer"])
        if "postal_address" in text:
            values["postal_address"] = text["postal_address"].strip()
        for field in ("contact_page", "privacy_page"):
            if field in text:
                values[field] = self.ledger.find(f"en/{text[field]}")
        if "picture" in text:
            values["picture"] = self.ledger.find(f"picture/{text['picture']}")
        return values

    def _translated_pages(self, language):
        locale = Locale.objects.filter(language_code=language).first()
        for sheet in self.content.sheets[language]:
            original = self.ledger.find(f"en/{sheet.address}")
            if sheet.name in self.ledger or locale is None or original is None:
                continue
            parent = original.get_parent()
            if original.has_translation(locale) or not (
                parent.is_root() or parent.has_translation(locale)
            ):
                continue
            page = original.copy_for_translation(locale)
            self.ledger.record(sheet.name, page)
            self._fill(sheet, page)


def page_type(sheet):
    """The class of the page, from where it stands."""
    return LISTS.get(sheet.address) or CHILDREN.get(sheet.parent) or StandardPage


def default_site():
    """The site that answers by default; raises NoHomePageError where there is none."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    if site is None:
        raise NoHomePageError
    return site


def home_page():
    """The English home page of the default site; raises NoHomePageError where there is none."""
    page = default_site().root_page.specific
    if not isinstance(page, HomePage):
        raise NoHomePageError
    return page


@contextmanager
def files_only_if_it_works():
    """Yield a list for files; delete those in it when the block fails, as the rows are."""
    files = []
    try:
        yield files
    except BaseException:
        for file in files:
            file.storage.delete(file.name)
        raise
