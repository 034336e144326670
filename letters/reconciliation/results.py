"""Keeping what was found about a page in step with the page."""

import json
from dataclasses import asdict, replace

from django.db import transaction

from letters.actions.signatures import is_source
from letters.models import DismissedCheck, PageChecks
from letters.signatories import Signatory

from .elsewhere import compare
from .findings import COUNTS, Signed, digest, find


@transaction.atomic
def check_page(page, content=None):
    """Find anew what is to be looked at on a `SignedPage`; return its `PageChecks`.

    `content` is that of the revision being saved; without it the page counts as last
    saved. Only a source page has checks: returns None for translations and aliases.
    """
    if page.alias_of_id or not is_source(page):
        PageChecks.objects.filter(page=page.pk).delete()
        return None
    signed = signed_in(content) if content else last_saved(page)
    row = PageChecks.objects.filter(page=page.pk).first() or PageChecks(page_id=page.pk)
    row.findings = [asdict(finding) for finding in find(signed)]
    names = {digest(record.raw) for record in signed.records}
    ids = {record.id for record in signed.records}
    row.compared = [
        item
        for item in row.compared
        if ids.issuperset(item["records"]) and not names.isdisjoint(item["subject"].split("-"))
    ]
    return count_open(row)


@transaction.atomic
def compare_page(page):
    """Compare the names under a `SignedPage` with all others; return its `PageChecks`."""
    row = check_page(page)
    if row:
        row.compared = [asdict(one) for one in compare(page.pk, last_saved(page).records)]
        count_open(row)
    return row


def count_open(row):
    """Count what nobody has dismissed, and save the row (`PageChecks`); return it."""
    dismissed = set(DismissedCheck.objects.filter(page=row.page_id).values_list("code", "subject"))
    pairs = {(item["code"], item["subject"]) for item in (*row.findings, *row.compared)}
    row.open_count = len(pairs - dismissed)
    row.counts_differ = any(code in COUNTS for code, _subject in pairs - dismissed)
    row.save()
    return row


def last_saved(page):
    """What a `SignedPage` says of its signatories (`Signed`), be it a draft."""
    if page.has_unpublished_changes and page.latest_revision:
        return signed_in(page.latest_revision.content)
    lists = [block.value["names"] for block in page.signatories]
    return Signed(_numbered(lists), page.stated_total, page.anonymous_count or 0)


def signed_in(content):
    """The same of the content of a revision (`dict`)."""
    lists = [
        [Signatory.from_dict(record) for record in block["value"].get("names") or []]
        for block in json.loads(content.get("signatories") or "[]")
    ]
    total, anonymous = content.get("stated_total"), content.get("anonymous_count")
    return Signed(_numbered(lists), total, anonymous or 0)


def _numbered(lists):
    """Copies of the records of all lists, with ids that are unique on the page."""
    return [
        replace(record, id=f"{number}-{record.id or place}" if number else record.id or str(place))
        for number, records in enumerate(lists)
        for place, record in enumerate(records, start=1)
    ]
