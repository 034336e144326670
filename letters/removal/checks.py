"""What was found and dismissed about a name: digests of it, and reasons that may name it."""

from functools import reduce
from operator import or_

from django.db.models import Q, TextField
from django.db.models.functions import Cast
from django.utils.translation import gettext_lazy as _

from letters.models import DismissedCheck, PageChecks
from letters.receivers import SIGNED_PAGES
from letters.reconciliation.findings import digest
from letters.reconciliation.results import check_page

from .places import Found
from .spellings import mentions


class DismissedChecks:
    """Dismissals about the name, and those whose reason speaks of it."""

    label = _("dismissed checks")

    def find(self, target):
        """Found by the digest of the name, and by the text of the reason."""
        rows = DismissedCheck.objects.order_by("pk")
        if target.pages is not None:
            rows = rows.filter(page__in=target.pages)
        about = set(rows.filter(_about(target, "subject")).values_list("pk", flat=True))
        for row in rows.filter(pk__in=about):
            yield Found(self, row)
        for row in target.holding(rows.exclude(pk__in=about), "reason", any_case=True):
            if mentions(row.reason, target.spellings):
                yield Found(self, row)

    def change(self, row, _changed):
        """Delete it; the check is open again if anything is left of it."""
        row.delete()


class CheckResults:
    """What checks found about the name."""

    label = _("results of checks")

    def find(self, target):
        """Results with the digest of the name."""
        texts = {f"_{name}": Cast(name, TextField()) for name in ("findings", "compared")}
        rows = PageChecks.objects.order_by("pk").alias(**texts)
        if target.pages is not None:
            rows = rows.filter(page__in=target.pages)
        condition = _about(target, "_findings") | _about(target, "_compared")
        for row in rows.filter(condition):
            yield Found(self, row)

    def change(self, row, _changed):
        """Check what the page says now; what was compared is compared anew when published."""
        PageChecks.objects.filter(pk=row.pk).update(findings=[], compared=[])
        for model in SIGNED_PAGES:
            page = model.objects.filter(pk=row.page_id).first()
            if page:
                check_page(page)


def _about(target, field):
    """The condition that a column holds the digest of one of the names."""
    conditions = (Q(**{f"{field}__contains": digest(name)}) for name in sorted(target.names))
    return reduce(or_, conditions, Q(pk__in=[]))
