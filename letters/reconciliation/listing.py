"""The checks of a page as editors see them: findings with their names put back in."""

from collections import defaultdict
from dataclasses import dataclass

from django.utils.translation import gettext as _
from wagtail.models import Page

from letters.models import DismissedCheck, OrganisationName, PageChecks, Signature

from .findings import COUNTS, subject_of
from .results import check_page, last_saved
from .wording import heading, sentence, under

# Parameters that say where a name is to be found; the others are for the sentence.
_KEYS = {"name", "other", "page", "score"}


@dataclass(frozen=True)
class Check:
    """One check. `places` are the numbers in the list of the names it is about."""

    code: str
    subject: str
    text: str  # HTML
    places: tuple
    dismissed: DismissedCheck | None

    @property
    def heading(self):
        """What checks of this kind are called."""
        return heading(self.code)


@dataclass(frozen=True)
class Checks:
    """All checks of a page, and the counts that they begin with."""

    open: list
    dismissed: list
    listed: int
    anonymous: int
    stated: int | None

    @property
    def count(self):
        """How many are open."""
        return len(self.open)

    @property
    def adds_up(self):
        """Whether listed and anonymous signatories are as many as stated."""
        return self.listed + self.anonymous == self.stated


def checks_of(page):
    """The `Checks` of a source page (`SignedPage`) as last saved.

    A constant number of queries. What is about names that are gone is left out.
    """
    signed = last_saved(page)
    row = PageChecks.objects.filter(page=page.pk).first() or check_page(page)
    items = [*row.findings, *row.compared] if row else []
    dismissed = {
        (one.code, one.subject): one
        for one in DismissedCheck.objects.filter(page=page.pk).select_related("dismissed_by")
    }
    names = _Names(signed.records, items)
    found = {}
    for item in items:
        key = (item["code"], item["subject"])
        if key not in found and (text := names.told(item)):
            places = names.places(item)
            found[key] = Check(*key, text, places, dismissed.get(key))
    return Checks(
        open=[check for check in found.values() if not check.dismissed],
        dismissed=[check for check in found.values() if check.dismissed],
        listed=len(signed.records),
        anonymous=signed.anonymous_count,
        stated=signed.stated_total,
    )


class _Names:
    """Finds the names that findings are about, here and elsewhere."""

    def __init__(self, records, items):
        self.records = {record.id: record for record in records}
        self.order = {record.id: place for place, record in enumerate(records, start=1)}
        pages = {item["params"]["page"] for item in items if "page" in item["params"]}
        keys = {item["params"]["other"] for item in items if "other" in item["params"]}
        names = {item["params"]["name"] for item in items if "name" in item["params"]}
        rows = Signature.objects.filter(page__in=pages, record__in=keys) if pages else ()
        # The ids of records are unique in one list only.
        self.signatures = defaultdict(list)
        for row in rows:
            self.signatures[row.page_id, row.record].append(row.raw)
        self.titles = {
            page.pk: page.get_admin_display_title()
            for page in (Page.objects.filter(pk__in=pages) if pages else ())
        }
        self.directory = OrganisationName.objects.in_bulk(names) if names else {}

    def places(self, item):
        return tuple(self.order[key] for key in item["records"] if key in self.order)

    def told(self, item):
        """The sentence about a finding, "" where a name of it is gone or another now."""
        code, params = item["code"], item["params"]
        if code in COUNTS:
            return sentence(code, params, ())
        raws = [self.records[key].raw for key in item["records"] if key in self.records]
        if len(raws) < len(item["records"]):
            return ""
        others, place = self._others(params)
        candidates = [[raws[0], other] for other in others or ()]
        if others is None:
            candidates, place = [list(dict.fromkeys(raws))[:2]], ""
        for names in candidates:
            # Whether the names are still those that were found.
            if item["subject"].startswith(subject_of(*names)):
                known = {key: value for key, value in params.items() if key not in _KEYS}
                return sentence(code, known, self.places(item), names[0], names[-1], place)
        return ""

    def _others(self, params):
        """The names elsewhere that can be meant, None if it is one here; and where they stand."""
        if "page" in params:
            place = under(self.titles.get(params["page"], ""), params.get("score"))
            return self.signatures[params["page"], params["other"]], place
        if "name" in params:
            found = self.directory.get(params["name"])
            return ([found.text] if found else []), _("It stands in the directory.")
        return None, ""
