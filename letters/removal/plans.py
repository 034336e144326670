"""What a removal would change."""

import hashlib
from collections import Counter
from dataclasses import dataclass, field

from django.utils.translation import ngettext
from wagtail.models import Page

from letters.models import Signature
from letters.ordering import match_key
from letters.receivers import SIGNED_PAGES

from .checks import CheckResults, DismissedChecks
from .directory import DirectoryNames
from .mentions import Mention, find_mentions
from .merges import MergeEntries
from .notes import CommentsInVersions, Notes, UnusedStrings
from .places import Revisions, SignedPages, TranslationData
from .traces import LogEntries, PreviewForms, SearchIndex, Sessions, Signatures, Tasks

# In the order of writing: a page that is saved is copied to its translations and indexed.
REVISIONS, PAGES = Revisions(), SignedPages()
PLACES = [
    REVISIONS,
    TranslationData(),
    PAGES,
    Signatures(),
    DismissedChecks(),
    CheckResults(),
    MergeEntries(),  # while the names are there that it asks for
    DirectoryNames(),
    PreviewForms(),
    Sessions(),
    Notes(),
    CommentsInVersions(),
    UnusedStrings(),
    LogEntries(),
    Tasks(),
    SearchIndex(),
]


@dataclass
class PageChange:
    """One page that holds the name, in itself or in its drafts and earlier versions."""

    pk: int
    title: str
    language: str
    live: bool
    names: int = 0
    revisions: int = 0
    stated_total: int | None = None
    attachments: int = 0


@dataclass
class RemovalPlan:
    """Everything that removing a name would change, and what would be left to people."""

    pages: list[PageChange] = field(default_factory=list)
    counts: list[tuple[str, int]] = field(default_factory=list)  # label and how many
    mentions: list[Mention] = field(default_factory=list)
    variants: list[str] = field(default_factory=list, repr=False)

    @property
    def is_empty(self):
        """Whether there is nothing to remove."""
        return not any(count for _label, count in self.counts)

    @property
    def total(self):
        """How many things would change."""
        return sum(count for _label, count in self.counts)

    @property
    def fingerprint(self):
        """Equal for equal plans; says nothing about the name."""
        pages = [(page.pk, page.names, page.revisions) for page in self.pages]
        numbers = [count for _label, count in self.counts]
        return hashlib.sha256(repr((pages, numbers)).encode()).hexdigest()[:32]

    @property
    def stated(self):
        """The pages that state a total, which stays as it is."""
        return [page for page in self.pages if page.names and page.stated_total is not None]

    @property
    def with_attachments(self):
        """The pages with files in which the name may stand, unseen by the site."""
        return [page for page in self.pages if page.attachments]

    def lines(self):
        """The plan as sentences, for a terminal."""
        for page in self.pages:
            state = "published" if page.live else "not published"
            yield (
                f"{page.title} [{page.language}, {state}]: "
                + ngettext("%(n)s name", "%(n)s names", page.names) % {"n": page.names}
                + ", "
                + ngettext("%(n)s version", "%(n)s versions", page.revisions)
                % {"n": page.revisions}
            )
        yield from (f"{label}: {count}" for label, count in self.counts if count)


def make_plan(target):
    """Find everything that a `Target` stands in; write nothing."""
    counts, per_page = Counter(), {}
    for place in PLACES:
        for found in place.find(target):
            counts[place] += found.count
            if found.page:
                per_page.setdefault(found.page, Counter())[place] += (
                    1 if place is REVISIONS else found.count
                )
    return RemovalPlan(
        pages=list(_page_changes(per_page)),
        counts=[(str(place.label), counts[place]) for place in PLACES],
        mentions=find_mentions(target),
        variants=_variants(target),
    )


def _page_changes(per_page):
    signed = {}
    for model in SIGNED_PAGES:
        signed |= model.objects.in_bulk(per_page)
    for page in Page.objects.filter(pk__in=per_page).select_related("locale").order_by("path"):
        full = signed.get(page.pk)
        yield PageChange(
            pk=page.pk,
            title=page.get_admin_display_title(),
            language=page.locale.language_code,
            live=page.live,
            names=per_page[page.pk][PAGES],
            revisions=per_page[page.pk][REVISIONS],
            stated_total=full and full.stated_total,
            attachments=len(full.attachments) if full else 0,
        )


def _variants(target):
    """Other spellings of the same names under published texts, which stay."""
    keys = {match_key(name) for name in target.names} - {""}
    rows = Signature.objects.filter(match_key__in=keys).exclude(raw__in=target.names)
    if target.organisation:
        rows = rows.exclude(organisation=target.organisation)
    if target.pages is not None:
        rows = rows.filter(page__in=target.pages)
    return sorted(set(rows.order_by().values_list("raw", flat=True).distinct()))
