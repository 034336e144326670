"""What the editor says about kinds, languages and warnings, in the language of the admin."""

from __future__ import annotations

from functools import lru_cache

from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from letters.signatories import ParseWarning

# Languages that signatories use and Django has no name for, by their own names.
_OWN_NAMES = {
    "am": "አማርኛ",
    "as": "অসমীয়া",
    "bo": "བོད་སྐད་",
    "chr": "ᏣᎳᎩ",
    "dv": "ދިވެހި",
    "gu": "ગુજરાતી",
    "ii": "ꆈꌠꉙ",
    "mn-Mong": "ᠮᠣᠩᠭᠣᠯ",
    "nqo": "ߒߞߏ",
    "or": "ଓଡ଼ିଆ",
    "pa": "ਪੰਜਾਬੀ",
    "ps": "پښتو",
    "sat": "ᱥᱟᱱᱛᱟᱲᱤ",
    "sd": "سنڌي",
    "ti": "ትግርኛ",
    "yi": "ייִדיש",
    "zh": "中文",
}

_WARNINGS = {
    "duplicate": noop("“{name}” is listed more than once; first on line {first}."),
    "numbering_gap": noop("Number {number} follows {previous}: is a name missing?"),
    "numbering_restart": noop("The numbering starts again at {number} after {previous}."),
    "invisible_characters": noop("Invisible characters were taken out: {characters}."),
    "several_names": noop("There are probably several names here, with “{separator}” between."),
    "glued_names": noop("There may be two names here without a space between them."),
    "mixed_scripts": noop("This name mixes letters of several scripts: {scripts}."),
}
_HEADINGS = {
    "duplicate": noop("Names listed more than once"),
    "numbering_gap": noop("Gaps in the numbering"),
    "numbering_restart": noop("Numbering that starts again"),
    "invisible_characters": noop("Invisible characters taken out"),
    "several_names": noop("Several names on one line"),
    "glued_names": noop("Names without a space between them"),
    "mixed_scripts": noop("Names in mixed scripts"),
}
# Those whose letters look alike; others are named by their codes.
_SCRIPTS = {
    "Arab": noop("Arabic"),
    "Cyrl": noop("Cyrillic"),
    "Grek": noop("Greek"),
    "Hebr": noop("Hebrew"),
    "Latn": noop("Latin"),
}


def warning_heading(code: str) -> str:
    """Return what warnings of one kind are called."""
    return _(_HEADINGS[code]) if code in _HEADINGS else _("Other things to look at")


def warning_text(warning: ParseWarning) -> str:
    """Return a warning as a sentence."""
    template = _WARNINGS.get(warning.code)
    if not template:
        return warning.message
    params = dict(warning.params)
    if "scripts" in params:
        params["scripts"] = ", ".join(script_names(params["scripts"].split(", ")))
    return _(template).format(**params)


def script_names(codes: list[str]) -> list[str]:
    """Return what scripts are called, the codes of those that have no name here."""
    return [_(_SCRIPTS.get(code, code)) for code in codes]


def kind_label(kind: str) -> str:
    """Return the word for the kind of a signatory."""
    return _("Person") if kind == "person" else _("Organisation")


@lru_cache(maxsize=512)
def language_label(tag: str) -> str:
    """Return a language's own name, the tag itself where nobody knows one, "" for none."""
    if not tag or tag in _OWN_NAMES:
        return _OWN_NAMES.get(tag, "")
    try:
        return get_language_info(tag.lower())["name_local"]
    except KeyError:
        return tag
