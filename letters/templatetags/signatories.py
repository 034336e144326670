"""The names under a letter as HTML."""

from html import escape

from django import template
from django.utils.safestring import mark_safe
from django.utils.translation import get_language

from letters.known_names import known_names, language_mark

register = template.Library()


@register.simple_tag
def known_names_of(page):
    """What the directory calls the signatories in the language being read.

    A dict for `name_items`; see `letters.known_names`.
    """
    return known_names(page, get_language()) if page.pk else {}


@register.simple_tag
def name_items(signatories, start=1, known=None):
    """Return one `<li>` for each signatory, holding the name exactly as signed.

    Written here because a template's loop takes ten times as long for the same text. Each
    name stands in a `<bdi>`, so that no name turns the direction of what is beside it;
    `lang` and `dir` only say what the script of the name proves. A name in `known` follows
    in a `<bdi>` of its own; `start` is the number of the first signatory.
    """
    openings = {}
    parts = []
    for number, signatory in enumerate(signatories, start=start):
        marks = (signatory.lang, signatory.dir)
        if marks not in openings:
            openings[marks] = f"<li>{_opening(*marks)}"
        other = known.get((number, signatory.raw)) if known else None
        parts.append(f"{openings[marks]}{escape(signatory.raw, quote=False)}</bdi>")
        parts.append(f" {_known(other)}</li>\n" if other else "</li>\n")
    return mark_safe("".join(parts))


def _known(name):
    opening = _opening(language_mark(name, get_language()), name.dir)
    return f"{opening}{escape(name.text, quote=False)}</bdi>"


def _opening(lang, direction):
    attributes = ""
    if lang:
        attributes += f' lang="{escape(lang)}"'
    if direction:
        attributes += f' dir="{escape(direction)}"'
    return f"<bdi{attributes}>"
