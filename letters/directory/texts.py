"""What an organisation signed, as a reader can see it."""

from dataclasses import dataclass

from django.db.models import F, Q
from django.utils.translation import get_language
from wagtail.models import Page

from home.languages import Language
from letters.models.signatures import Signature

# What a list shows of a text.
FIELDS = ("title", "url_path", "date", "kind", "translation_key", "locale__language_code")


@dataclass(frozen=True)
class SignedText:
    """A published text, in the reader's language if there is a translation."""

    page: Page
    signature: Signature  # the first one of the organisation under it

    @property
    def language(self):
        """What the language of the text is called, if it is not the reader's."""
        language = Language(self.page.locale.language_code)
        return "" if language.code == get_language() else language.name


def signed_pages(models, organisation, language_code):
    """The published pages of the texts that the organisation signed, newest first.

    Of each text the translation into the language is taken, else its source, the page that
    holds the signatures. Pages come without their content.
    """
    visible = Page.objects.live().public().order_by()
    signed = Signature.objects.order_by().filter(organisation=organisation).values("page")
    sources = visible.filter(pk__in=signed)
    translated = Q(locale__language_code=language_code, alias_of__isnull=True)
    keys = sources.values("translation_key")
    wanted = visible.filter(
        Q(pk__in=sources.values("pk")) | Q(translation_key__in=keys) & translated
    )
    found = {}
    for model in models:
        pages = model.objects.filter(pk__in=wanted.values("pk")).order_by()
        for page in pages.select_related("locale").only(*FIELDS):
            if page.translation_key not in found or page.locale.language_code == language_code:
                found[page.translation_key] = page
    return sorted(found.values(), key=lambda page: (page.date, page.pk), reverse=True)


def with_signatures(pages, organisation):
    """The `SignedText` of each of `pages`, in this order."""
    rows = Signature.objects.filter(
        organisation=organisation,
        page__translation_key__in=[page.translation_key for page in pages],
    )
    signatures = {}
    for signature in rows.annotate(key=F("page__translation_key")):
        signatures.setdefault(signature.key, signature)
    return [SignedText(page, signatures[page.translation_key]) for page in pages]
