"""How a name lies in the database, and whether a text mentions it."""

import html
import json
import re

# Shorter names stand in every other word.
SHORTEST_SEARCHED = 3
REPLACEMENT = "…"


def stored_forms(name):
    """Every form in which `name` can lie in a column: plain, in HTML, in JSON, and in JSON
    within JSON, with and without \\u escapes. A set of strings for a search with LIKE."""
    forms = {name, html.escape(name), html.escape(name, quote=False)}
    for _depth in range(2):
        forms |= {
            json.dumps(form, ensure_ascii=ascii_only)[1:-1]
            for form in forms
            for ascii_only in (True, False)
        }
    return forms


def mentions(value, names):
    """Whether `value`, decoded JSON or text, holds one of `names` in any of its strings."""
    patterns = [pattern_of(name) for name in names]
    return any(
        pattern.search(html.unescape(text)) for text in strings_in(value) for pattern in patterns
    )


def pattern_of(name):
    """A regular expression that finds a name in prose; a short one only as the whole text."""
    word = re.escape(name)
    if len(name) < SHORTEST_SEARCHED:
        return re.compile(rf"\A\s*{word}\s*\Z")
    # Names in other scripts need not stand apart from the words around them.
    return re.compile(rf"(?<!\w){word}(?!\w)" if name.isascii() else word, re.IGNORECASE)


def replaced(value, target):
    """`value`, decoded JSON or text, with an ellipsis for every spelling of a `Target`."""
    if isinstance(value, dict):
        return {key: replaced(item, target) for key, item in value.items()}
    if isinstance(value, list):
        return [replaced(item, target) for item in value]
    if isinstance(value, str):
        for name in sorted(target.spellings, key=len, reverse=True):
            for form in dict.fromkeys([name, html.escape(name), html.escape(name, quote=False)]):
                value = pattern_of(form).sub(REPLACEMENT, value)
    return value


def strings_in(value):
    """All strings within JSON, also within JSON that lies in a string."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from strings_in(item)
    elif isinstance(value, list):
        for item in value:
            yield from strings_in(item)
    elif isinstance(value, str):
        inner = decoded(value)
        if inner is None:
            yield value
        else:
            yield from strings_in(inner)


def decoded(text):
    """The object or list that `text` is the JSON of, else None."""
    if text[:1] not in ("[", "{"):
        return None
    try:
        return json.loads(text)
    except ValueError:
        return None
