"""Which language tags of names belong to which language of the site."""

from functools import reduce
from operator import or_

from django.db.models import Q

# Other tags for what the site calls by its own code.
ALSO = {
    "id": ["in"],
    "tl": ["fil"],
    "zh-hans": ["zh-cn", "zh-sg"],
    "zh-hant": ["zh-tw", "zh-hk", "zh-mo"],
}


def _tags(code):
    return [code.lower(), *ALSO.get(code.lower(), [])]


def is_in(tag, code):
    """Whether a name with the BCP 47 `tag` is in the language with `code`.

    Subtags are matched from the left: `zh-Hant-TW` and `zh-TW` are both in `zh-hant`.
    """
    tag = tag.lower()
    return any(tag == wanted or tag.startswith(f"{wanted}-") for wanted in _tags(code))


def in_language(field, code):
    """The same as a condition (`Q`) on the field of a query that holds the tag."""
    conditions = [
        Q(**{f"{field}__iexact": wanted}) | Q(**{f"{field}__istartswith": f"{wanted}-"})
        for wanted in _tags(code)
    ]
    return reduce(or_, conditions)
