"""For some days the site knows a removed name when it sees it, without keeping it."""

import secrets
from datetime import timedelta

from django.utils import timezone
from django.utils.crypto import salted_hmac

from letters.models import RemovedSignatory

# Longer than a text stays open in an editor's browser; see docs/decisions.
KEPT_FOR = timedelta(days=7)


def remember(target):
    """Keep keyed digests of the names of a `Target`, and forget those that are too old.

    Returns one of the rows, or None for an organisation without a name of its own.
    """
    forget_old()
    salt = secrets.token_hex(16)
    now = timezone.now()
    rows = RemovedSignatory.objects.bulk_create(
        RemovedSignatory(salt=salt, digest=_digest(salt, name), text=target.text, removed_at=now)
        for name in sorted(target.names)
    )
    return rows[0] if rows else None


def forget_old():
    """Delete the digests of names that were removed longer ago than `KEPT_FOR`."""
    RemovedSignatory.objects.filter(removed_at__lt=timezone.now() - KEPT_FOR).delete()


def removed_among(names, text):
    """Which of `names` may not stand under a text: a dict from name to when it was removed.

    `text` is the translation key of the page. One query, whatever the number of names.
    """
    rows = RemovedSignatory.objects.filter(removed_at__gte=timezone.now() - KEPT_FOR)
    found = {}
    by_salt = {}
    for row in rows:
        if row.text in (None, text):
            by_salt.setdefault(row.salt, {})[row.digest] = row.removed_at
    for salt, digests in by_salt.items():
        for name in set(names):
            if removed_at := digests.get(_digest(salt, name)):
                found[name] = removed_at
    return found


def _digest(salt, name):
    return salted_hmac(f"letters.removal {salt}", name, algorithm="sha256").hexdigest()
