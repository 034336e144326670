"""Taking the demo off the site, and nothing else."""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from wagtail.locales.utils import get_locale_usage
from wagtail.models import Page, ReferenceIndex, get_page_models

from home.models import SubjectPage
from letters.models import Convenor
from multimedia.models import Track
from publications.models import PublicationPage

from .ledger import Ledger, identifier


class Remover:
    """Deletes what the ledger knows, except where something of the editors' hangs on it."""

    def __init__(self, content, say):
        self.content = content
        self.say = say
        self.ledger = Ledger(content.names)
        self.removed = 0

    @transaction.atomic
    def remove(self):
        """Remove the demo. Returns how many things were removed."""
        known = [name for name in self.content.names if name in self.ledger]
        objects = {name: self.ledger.find(name) for name in known}
        pages = [name for name in known if isinstance(objects[name], Page)]
        snippets = [name for name in known if "/settings" in name or "/subsite/" in name]
        for name in snippets:
            self._delete(name, objects[name])
        for name in sorted(pages, key=lambda name: objects[name].depth, reverse=True):
            self._remove_page(name, objects[name])
        # Themes before the languages they are in.
        for name in known:
            if "/theme/" in name:
                self._remove_theme(name, objects[name])
        # Recordings before the pictures that stand for them.
        for name in sorted(known, key=lambda name: not name.startswith("recording/")):
            kind = name.partition("/")[0]
            if kind in ("picture", "document", "recording"):
                self._remove_file(name, objects[name])
            elif kind == "series":
                self._remove_series(name, objects[name])
            elif kind == "organisation":
                self._remove_organisation(name, objects[name])
            elif kind == "locale":
                self._remove_locale(name, objects[name])
            elif objects[name] is None:
                self.ledger.forget(name)
        return self.removed

    def _remove_page(self, name, page):
        page.refresh_from_db()  # pages below it were deleted since
        if name == "en/home":
            self._empty_home(page)
        elif Page.objects.child_of(page).exists():
            self.say(f"Kept the page “{page.title}”: there are pages below it.")
        else:
            self._delete(name, page)

    def _empty_home(self, home):
        """Take the demo's sections out of the home page and of its draft, if there is one."""
        draft = home.get_latest_revision_as_object() if home.has_unpublished_changes else None
        for version in filter(None, (home, draft)):
            self._strip(version)
        home.save_revision().publish()
        if draft:
            draft.save_revision()
        ReferenceIndex.create_or_update_for_object(home)
        self.ledger.forget("en/home")
        self.removed += 1

    def _strip(self, home):
        text = self.content.sheets["en"][0].text
        ours = {
            str(identifier(f"en/home/sections/{number}"))
            for number in range(1, len(text["sections"]) + 1)
        }
        sections = home._meta.get_field("sections").get_prep_value(home.sections)
        home.sections = [section for section in sections if section["id"] not in ours]
        if home.summary == " ".join(text["summary"].split()):
            home.summary = ""
        if home.social_image == self.ledger.find(f"picture/{text['picture']}"):
            home.social_image = None

    def _remove_file(self, name, upload):
        if upload and self._is_used(upload):
            self.say(f"Kept “{upload.title}”: it is used elsewhere.")
        else:
            self._delete(name, upload)

    def _is_used(self, upload):
        words = ContentType.objects.get_for_model(Track)  # go with their recording
        return ReferenceIndex.get_references_to(upload).exclude(base_content_type=words).exists()

    def _remove_series(self, name, series):
        if series and PublicationPage.objects.filter(series=series).exists():
            self.say(f"Kept the series “{series.name}”: it is used elsewhere.")
        else:
            self._delete(name, series)

    def _remove_organisation(self, name, organisation):
        convenes = Convenor.objects.filter(organisation=organisation)
        if organisation and (organisation.signatures.exists() or convenes.exists()):
            self.say(f"Kept the organisation “{organisation}”: it is used elsewhere.")
        else:
            self._delete(name, organisation)

    def _remove_theme(self, name, theme):
        models = [model for model in get_page_models() if issubclass(model, SubjectPage)]
        if theme and any(model.objects.filter(themes=theme).exists() for model in models):
            self.say(f"Kept the theme “{theme.name}”: it is used elsewhere.")
        else:
            self._delete(name, theme)

    def _remove_locale(self, name, locale):
        if locale and any(get_locale_usage(locale)):
            self.say(f"Kept the language {locale.language_code}: there is text in it.")
        else:
            self._delete(name, locale)

    def _delete(self, name, instance):
        if instance:
            instance.delete()
            self.removed += 1
        self.ledger.forget(name)
