"""Limits on how often something may be tried.

An attempt is counted *before* it is made and taken back when it turns out well: however
many requests arrive at the same moment, no more than the limit get through. The counts are
rows of the database, the only place that all server processes share for certain.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import ngettext

from .models import RateLimit

# Longer than any transaction: a row that ended this long ago is in nobody's hands.
PURGE_AFTER = timedelta(minutes=1)


@dataclass(frozen=True)
class Limit:
    """At most `attempts` for one subject in each window of `seconds`, a divisor of a day.

    Windows follow the clock (9:00, 9:15, ...), so that a key can name its window: keys
    change with it, and counts of different windows cannot be connected.
    """

    name: str
    attempts: int
    seconds: int

    def row(self, subject, now):
        """An unsaved `RateLimit` for the current window and the subject, a text."""
        start = int(now.timestamp()) // self.seconds * self.seconds
        key = salted_hmac(
            "security.throttling", f"{self.name}\n{start}\n{subject}", algorithm="sha256"
        )
        ends_at = datetime.fromtimestamp(start + self.seconds, tz=UTC)
        return RateLimit(key=key.hexdigest(), ends_at=ends_at)


class TooManyAttemptsError(Exception):
    """Too many attempts; the next one may be made in `seconds`."""

    def __init__(self, seconds):
        super().__init__(f"too many attempts, try again in {seconds} seconds")
        self.seconds = seconds

    @property
    def message(self):
        """What to tell people, in the active language."""
        minutes = -(-self.seconds // 60)
        return ngettext(
            "There were too many attempts. Please try again in %(minutes)d minute.",
            "There were too many attempts. Please try again in %(minutes)d minutes.",
            minutes,
        ) % {"minutes": minutes}

    def mark(self, response):
        """Give `response` the status and the header that say so to programs."""
        response.status_code = 429
        response["Retry-After"] = str(self.seconds)
        return response


class Attempt:
    """One attempt, counted under several limits at once.

    `subjects` maps each `Limit` to what it counts, a text: a network, an account. Making
    an attempt counts it, or raises `TooManyAttemptsError` and counts nothing.
    """

    def __init__(self, subjects):
        now = timezone.now()
        self._rows = {limit: limit.row(subject, now) for limit, subject in subjects.items()}
        RateLimit.objects.filter(ends_at__lt=now - PURGE_AFTER).delete()
        self._count(now)

    @transaction.atomic
    def _count(self, now):
        limits = {row.key: limit for limit, row in self._rows.items()}
        # Always in the order of the keys, or two attempts could wait for each other.
        rows = sorted(self._rows.values(), key=lambda row: row.key)
        RateLimit.objects.bulk_create(rows, ignore_conflicts=True)
        locked = list(RateLimit.objects.select_for_update().filter(key__in=limits).order_by("key"))
        full = [row.ends_at for row in locked if row.attempts >= limits[row.key].attempts]
        if full:
            raise TooManyAttemptsError(max(1, round((max(full) - now).total_seconds())))
        RateLimit.objects.filter(key__in=limits).update(attempts=F("attempts") + 1)

    def succeeded(self, clear):
        """Take the attempt back, and forget the earlier ones under the limit `clear`."""
        for limit, row in self._rows.items():
            counted = RateLimit.objects.filter(key=row.key, attempts__gt=0)
            counted.update(attempts=0 if limit == clear else F("attempts") - 1)
