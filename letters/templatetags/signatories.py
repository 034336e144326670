"""The names under a letter as HTML."""

from html import escape

from django import template
from django.utils.safestring import mark_safe

register = template.Library()


@register.simple_tag
def name_items(signatories):
    """Return one `<li>` for each signatory, holding the name exactly as signed.

    Written here because a template's loop takes ten times as long for the same text. Each
    name stands in a `<bdi>`, so that no name turns the direction of what is beside it;
    `lang` and `dir` only say what the script of the name proves.
    """
    openings = {}
    parts = []
    for signatory in signatories:
        marks = (signatory.lang, signatory.dir)
        if marks not in openings:
            openings[marks] = _opening(*marks)
        parts.append(f"{openings[marks]}{escape(signatory.raw, quote=False)}</bdi></li>\n")
    return mark_safe("".join(parts))


def _opening(lang, direction):
    attributes = ""
    if lang:
        attributes += f' lang="{escape(lang)}"'
    if direction:
        attributes += f' dir="{escape(direction)}"'
    return f"<li><bdi{attributes}>"
