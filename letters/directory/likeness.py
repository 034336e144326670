"""Names that look alike, across spellings and scripts.

Every name is written in plain Latin letters first. Only names that share the beginning of a
word are compared, so that a list of hundreds costs milliseconds in a directory of thousands.
"""

import threading
from collections import defaultdict

from anyascii import anyascii
from django.db.models import Count, Max
from rapidfuzz import fuzz, process

from letters.models import OrganisationName
from letters.ordering import plain

LEAST = 85  # of 100; below, names are rarely the same
_MOST_NAMES = 20_000
_MOST_COMPARED = 400
_BEGINNING = 4


class _Index:
    """The names of the directory by the beginnings of their words."""

    def __init__(self, version):
        self.version = version
        names = OrganisationName.objects.order_by("pk").exclude(kind="acronym")
        rows = names.values_list("text", "organisation")[:_MOST_NAMES]
        self.names = [(latin(text), owner) for text, owner in rows]
        self.beginnings = defaultdict(set)
        for place, (name, _owner) in enumerate(self.names):
            for beginning in _beginnings(name):
                self.beginnings[beginning].add(place)

    def candidates(self, name):
        """The places of the names to compare with: those that share its rarest words."""
        shared = _beginnings(name) & self.beginnings.keys()
        groups = sorted((self.beginnings[beginning] for beginning in shared), key=len)
        found = set(groups[0]) if groups else set()
        for group in groups[1:]:
            if len(found) > _MOST_COMPARED:
                found = found & group or found
            elif len(found) + len(group) <= _MOST_COMPARED:
                found |= group
        return sorted(found)[:_MOST_COMPARED]


_lock = threading.Lock()
_current = None


def latin(text):
    """`text` in plain lower-case Latin letters, whatever script it is in."""
    return plain(anyascii(text))


def similar(texts):
    """Yield for each text a list of (organisation, "like", score) of at least `LEAST`, best first.

    The index stays in memory until the directory has other names.
    """
    if not texts:
        return
    index = _index()
    for text in texts:
        name = latin(text)
        choices = {place: index.names[place][0] for place in index.candidates(name)}
        hits = process.extract(
            name, choices, scorer=fuzz.token_sort_ratio, score_cutoff=LEAST, limit=3
        )
        yield [(index.names[place][1], "like", int(score)) for _name, score, place in hits]


def _index():
    global _current
    version = tuple(
        OrganisationName.objects.aggregate(Count("pk"), Max("pk"), Max("sort_key")).values()
    )
    with _lock:
        if _current is None or _current.version != version:
            _current = _Index(version)
        return _current


def _beginnings(name):
    return {word[:_BEGINNING] for word in name.split()}
