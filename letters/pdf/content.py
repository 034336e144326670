"""What stands in the PDF of a page: plain data, in the language of the page."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import typst
from django.utils.encoding import uri_to_iri
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override, pgettext
from wagtail.models import Site

from home.layout import absolute_url
from home.models import SiteSettings
from letters.exports.content import export_of
from letters.exports.formats import as_csv
from letters.known_names import known_names

from .body import BodyReader, document_line, without_skipped_levels
from .names import convenors_of, signatories_of
from .richtext import heading, nodes_of, paragraph, paragraphs
from .styles import Styles

TEMPLATE = Path(__file__).with_name("letter.typ")


@dataclass(frozen=True)
class Content:
    """All that goes into one PDF."""

    data: dict
    pictures: dict  # images by the name of their file
    signatories: bytes  # the names as CSV, empty without any
    published_at: object  # datetime: when the text last changed

    @property
    def digest(self):
        """A fingerprint: equal ones mean equal PDFs, but for the time stamped on them."""
        pictures = {name: image.file_hash or image.pk for name, image in self.pictures.items()}
        text = json.dumps([self.data, pictures, typst.__version__], sort_keys=True)
        parts = [text.encode(), self.signatories, TEMPLATE.read_bytes()]
        return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()


def content_of(page):
    """Collect what the PDF of a published `SignedPage` says (a `Content`)."""
    with override(page.content_language):
        return _Writer(page).content()


def signed_digest(page):
    """A fingerprint of what was signed under a page: the same in all languages."""
    lists = [
        [names.heading, [signatory.raw for signatory in names.signatories]]
        for names in page.signatory_lists
    ]
    return _digest([lists, page.shown_anonymous_count])


def names_digest(page, signed=None):
    """A fingerprint of all names under a page: as signed, and those of the directory.

    `signed` is the `signed_digest` where the caller knows it.
    """
    known = known_names(page, page.content_language)
    names = [[*place, name.text] for place, name in known.items()]
    return _digest([signed or signed_digest(page), names])


def _digest(value):
    return hashlib.sha256(json.dumps(value).encode()).hexdigest()


class _Writer:
    """Writes the parts of a letter or statement, in the active language."""

    def __init__(self, page):
        self.page = page
        self.styles = Styles(page.content_language)
        self.reader = BodyReader()
        self.published_at = max(
            time for time in (page.last_published_at, page.source.last_published_at) if time
        )

    def content(self):
        page = self.page
        address = absolute_url(page.get_url() or "")
        readable_address = uri_to_iri(address)
        nodes = [
            *self.reader.nodes(page.body),
            *convenors_of(page, self.styles),
            *signatories_of(page, self.styles),
            *self.for_the_press(),
            *self.later(),
            *self.attachments(),
            self.on_the_web(address, readable_address),
        ]
        metrics = self.styles.metrics
        data = {
            "title": page.title,
            "organisation": self.organisation(),
            "description": page.description,
            "letter_kind": page.get_kind_display(),
            "facts": self.facts(),
            "people": self.people(),
            "content": without_skipped_levels(nodes),
            "address": readable_address,
            "text_of": _("Text of %(date)s") % {"date": self.day(self.published_at)},
            "page_label": _page_label(),
            "attached": _("The signatories as a table"),
            "has_signatories": bool(page.listed_count),
            "size": metrics.size,
            "leading": metrics.leading,
            "justify": metrics.justify,
            "styles": self.styles.used,
        }
        csv = as_csv(export_of(page)) if page.listed_count else b""
        return Content(data, self.reader.pictures, csv, self.published_at)

    def organisation(self):
        site = self.page.get_site() or Site.objects.filter(is_default_site=True).first()
        return SiteSettings.for_site(site, self.page.content_language).organisation_name

    @staticmethod
    def day(value):
        return date_format(value, "DATE_FORMAT")

    def facts(self):
        place = getattr(self.page, "place", "")
        day = self.day(self.page.date)
        facts = [_("%(place)s, %(date)s") % {"place": place, "date": day} if place else day]
        if self.page.reference:
            facts.append(_("Reference: %(reference)s") % {"reference": self.page.reference})
        return facts

    def people(self):
        parts = [
            (pgettext("on a letter", "To"), getattr(self.page, "addressee_list", [])),
            (pgettext("on a letter", "Copied to"), getattr(self.page, "copied_to_list", [])),
        ]
        return [
            {"label": label, "entries": [self.styles.line(line) for line in lines]}
            for label, lines in parts
            if lines
        ]

    def for_the_press(self):
        nodes = []
        if notes := getattr(self.page, "editors_notes", ""):
            nodes += [heading(_("Notes to editors")), *nodes_of(notes)]
        if contacts := getattr(self.page, "press_contact", ""):
            nodes += [heading(_("Contact for the press")), *paragraphs(contacts)]
        return nodes

    def later(self):
        nodes = []
        updates = [block.value for block in self.page.updates]
        if updates:
            nodes.append(heading(_("Updates")))
        for update in updates:
            nodes.append(heading(f"{self.day(update['date'])} – {update['title']}", level=2))
            nodes += nodes_of(update["text"].source) if update["text"] else []
        corrections = [block.value for block in self.page.corrections]
        if corrections:
            nodes.append(heading(_("Corrections")))
        for correction in corrections:
            nodes.append(paragraph(self.day(correction["date"]), bold=True))
            nodes += paragraphs(correction["explanation"])
        return nodes

    def attachments(self):
        lines = [
            document_line(block.value) for block in self.page.attachments if block.value["document"]
        ]
        if not lines:
            return []
        items = [[line] for line in lines]
        return [heading(_("Attachments")), {"kind": "list", "ordered": False, "items": items}]

    @staticmethod
    def on_the_web(address, readable_address):
        before, _mark, after = (_("On the web: %(address)s") % {"address": "\0"}).partition("\0")
        link = {"text": readable_address, "address": address}
        return {"kind": "note", "runs": [{"text": before}, link, {"text": after}]}


def _page_label():
    """ "Page 1 of 3" in pieces, so that typst can put the numbers in."""
    label = _("Page %(number)s of %(count)s") % {"number": "\0n\0", "count": "\0m\0"}
    return [
        {"number": part} if place % 2 else {"text": part}
        for place, part in enumerate(label.split("\0"))
    ]
