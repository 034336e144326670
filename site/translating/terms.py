"""The terms and names of a text, and what they are called in the language it goes into."""

import re
from dataclasses import dataclass, field

from letters.models import Organisation, OrganisationName

from .models import GlossaryTerm

# Scripts that put no space between words: a term may begin and end anywhere.
SPACELESS = re.compile("[\u0e00-\u0eff\u0f00-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
SHORTEST_NAME = 4  # shorter names are found in too many words


@dataclass
class Match:
    """A term or name that stands in a text, and what to write for it."""

    text: str
    translations: list = field(default_factory=list)  # (text, note)
    definition: str = ""
    is_name: bool = False


def matches_for(texts, source, target):
    """The matches in each of `texts` (a list of lists of `Match`, terms before names), from
    the language `source` into `target` (`Locale`s). Five queries, however many texts."""
    found = [*_terms(source, target), *_names("\n".join(texts).casefold(), target)]
    return [[match for match, stands_in in found if stands_in(text)] for text in texts]


def _terms(source, target):
    """Every term of the glossary with a test of whether it stands in a text."""
    terms = GlossaryTerm.objects.filter(locale=source).prefetch_related("translations")
    for term in terms:
        rows = [
            (row.text, row.note) for row in term.translations.all() if row.locale_id == target.pk
        ]
        yield Match(term.term, rows, term.definition), _tester(term.term)


def _tester(term):
    """A function that says whether a term stands in a text, as a word, in the plural too."""
    if SPACELESS.search(term):
        return lambda text: term in text
    pattern = re.compile(rf"(?<!\w){re.escape(term)}(?:s|es)?(?!\w)", re.IGNORECASE)
    return lambda text: bool(pattern.search(text))


def _names(all_text, target):
    """Organisations of the directory that the text names and that have a name in `target`.

    One pass over all names in memory: a hundred thousand take a fraction of a second.
    """
    rows = OrganisationName.objects.filter(organisation__suppressed=False)
    named = {}
    for text, organisation in rows.values_list("text", "organisation_id"):
        if (len(text) >= SHORTEST_NAME or SPACELESS.search(text)) and text.casefold() in all_text:
            named.setdefault(organisation, []).append(text)
    organisations = Organisation.objects.with_names().filter(pk__in=named)
    for organisation in organisations:
        wanted = organisation.name_in(target.language_code)
        if wanted is None:
            continue
        # The longest name first: it is the one that stands there.
        for text in sorted(named[organisation.pk], key=len, reverse=True):
            if text != wanted.text:
                yield Match(text, [(wanted.text, "")], is_name=True), _tester(text)
