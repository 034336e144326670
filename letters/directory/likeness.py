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


class NameIndex:
    """Names, as pairs of text and owner, by the beginnings of their words."""

    def __init__(self, pairs):
        self.names = [(latin(text), owner) for text, owner in pairs]
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

    def alike(self, text, least=LEAST):
        """The three names most like `text`: a list of (owner, score), best first."""
        name = latin(text)
        choices = {place: self.names[place][0] for place in self.candidates(name)}
        hits = process.extract(
            name, choices, scorer=fuzz.token_sort_ratio, score_cutoff=least, limit=3
        )
        return [(self.names[place][1], int(score)) for _name, score, place in hits]


_lock = threading.Lock()
_current = (None, None)  # what the directory was like, and the index of it


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
        yield [(owner, "like", score) for owner, score in index.alike(text)]


def _index():
    global _current
    version = tuple(
        OrganisationName.objects.aggregate(Count("pk"), Max("pk"), Max("sort_key")).values()
    )
    with _lock:
        if _current[0] != version:
            names = OrganisationName.objects.order_by("pk").exclude(kind="acronym")
            pairs = names.values_list("text", "organisation")[:_MOST_NAMES]
            _current = (version, NameIndex(pairs))
        return _current[1]


def _beginnings(name):
    return {word[:_BEGINNING] for word in name.split()}
