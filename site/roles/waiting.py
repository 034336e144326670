"""What awaits somebody on the first page of the admin: lists that show only when they hold
something."""

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.admin.ui.components import Component

from home.languages import Language

# On one list; the rest is counted.
SHOWN = 10


@dataclass(frozen=True)
class Entry:
    """One thing to do: where it is done, and a few words about it."""

    title: str
    url: str
    language: Language | None = None
    note: str = ""

    @classmethod
    def of_page(cls, page, note=""):
        """The entry of a page that is edited; its `locale` should be there already."""
        url = reverse("wagtailadmin_pages:edit", args=[page.pk])
        language = Language(page.locale.language_code)
        return cls(page.get_admin_display_title(), url, language, note)


class WaitingPanel(Component):
    """A list of entries under a heading, with what comes after the first ten counted."""

    template_name = "roles/admin/waiting.html"

    class Media:
        css = {"all": ["roles/waiting.css"]}

    def __init__(self, name, heading, entries, order):
        self.name = name
        self.heading = heading
        self.entries = entries
        self.order = order

    def get_context_data(self, parent_context):
        """Add `name`, `heading`, the first `entries`, and how many `more` there are."""
        return {
            "name": self.name,
            "heading": self.heading,
            "entries": self.entries[:SHOWN],
            "more": len(self.entries[SHOWN:]),
        }


class NothingPanel(Component):
    """What somebody reads whom nothing awaits."""

    name = "nothing_waits"
    template_name = "roles/admin/nothing.html"
    order = 50


@dataclass(frozen=True)
class WaitingList:
    """A kind of work: `entries` takes a user and returns what awaits them (`Entry`), in order."""

    name: str
    heading: str
    entries: Callable
    order: int

    def panel_for(self, user):
        """The `WaitingPanel` of a user, or None where nothing of this kind awaits them."""
        entries = list(self.entries(user))
        return WaitingPanel(self.name, self.heading, entries, self.order) if entries else None


def entries_of(pages):
    """Make a function for `WaitingList.entries` from one that takes a user and returns pages."""
    return lambda user: [Entry.of_page(page) for page in pages(user)]


def days(moment, now):
    """How long ago something was, in words."""
    count = (now - moment).days
    if not count:
        return _("today")
    return ngettext("%(count)s day ago", "%(count)s days ago", count) % {"count": count}
