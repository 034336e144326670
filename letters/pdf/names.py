"""The names under a page as nodes."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from letters import convenors
from letters.known_names import known_names, language_mark

from .richtext import heading, paragraph

# From this many names on, the list begins a page.
LONG_LIST = 40
AFTER_NAMES = gettext_noop(
    "After some of the names stands the name in this language, from our directory. "
    "It was not signed."
)


def convenors_of(page, styles):
    """The heading and the organisations that brought a letter together, if any."""
    if not hasattr(page, "convenors"):
        return []
    names = convenors.names_of(page, page.content_language)
    entries = [styles.line(name.text) for name in names]
    return [heading(_("Convenors")), {"kind": "lines", "entries": entries}] if entries else []


def signatories_of(page, styles):
    """The heading, the counts in words, and all lists of names, if anybody signed."""
    if not page.total_count:
        return []
    source_language = page.source.content_language
    known = known_names(page, page.content_language)
    lists = [
        {
            "start": names.start,
            "heading": _list_heading(names.heading, source_language, styles),
            "entries": [
                _entry(entry, known.get((number, entry.raw)), styles)
                for number, entry in enumerate(names.signatories, start=names.start)
            ],
        }
        for names in page.signatory_lists
    ]
    counts = _counts(
        page.listed_count, page.shown_anonymous_count, page.total_count, page.shown_stated_total
    )
    note = [_(AFTER_NAMES)] if known else []
    return [
        {
            "kind": "signatories",
            "new_page": page.listed_count > LONG_LIST,
            "above": [heading(_("Signatories")), paragraph(" ".join([*counts, *note]))],
            "lists": lists,
        }
    ]


def _entry(signatory, known, styles):
    """A name as signed; what the directory calls it follows on a line of its own."""
    line = styles.line(signatory.raw, language=signatory.lang, direction=signatory.dir)
    if known:
        mark = language_mark(known, styles.language)
        line["known"] = styles.line(known.text, language=mark, direction=known.dir)
    return line


def _list_heading(text, language, styles):
    """The heading of one list, in the language of the source page; None without one."""
    if not text:
        return None
    return styles.line(text, language="" if language == styles.language else language)


def _counts(listed, anonymous, total, stated):
    """How many signed, in the sentences of the web page."""
    if listed and anonymous:
        yield ngettext(
            "%(counter)s signatory in all.", "%(counter)s signatories in all.", total
        ) % {"counter": total}
        yield ngettext(
            "%(counter)s stands below by name.", "%(counter)s stand below by name.", listed
        ) % {"counter": listed}
        yield ngettext(
            "%(counter)s signed without a public name.",
            "%(counter)s signed without a public name.",
            anonymous,
        ) % {"counter": anonymous}
    elif listed:
        yield ngettext(
            "%(counter)s signatory, as signed.", "%(counter)s signatories, each as signed.", listed
        ) % {"counter": listed}
    else:
        yield ngettext(
            "%(counter)s signatory signed without a public name.",
            "%(counter)s signatories signed without a public name.",
            anonymous,
        ) % {"counter": anonymous}
    if stated and stated != total:
        yield ngettext(
            "The letter itself states %(counter)s signatory.",
            "The letter itself states %(counter)s signatories.",
            stated,
        ) % {"counter": stated}
