"""What an editor overrules: the kind of a signatory and the language of its name."""

from __future__ import annotations

import re
import unicodedata

from django.utils.translation import gettext as _

from letters.scripts import direction_of
from letters.signatories import Signatory

from .state import EditState, digest

KINDS = ("organisation", "person")

# language, script, region, variants: as much of BCP 47 as names ever need.
_TAG = re.compile(r"([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?(?:-[a-z0-9]{5,8})*", re.I)
_RTL_SCRIPTS = {"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"}
_RTL_LANGUAGES = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "prs", "ps", "sd", "syr"}
_RTL_LANGUAGES |= {"ug", "ur", "yi"}


class CorrectionError(ValueError):
    """A correction that cannot be made; its text is for the editor."""


def correct(state: EditState, record: Signatory, kind: str, lang: str) -> None:
    """Overrule kind and language of `record`, and note it in `state`."""
    lang = checked_language(lang)
    if kind not in KINDS:
        raise CorrectionError(_("Choose organisation or person."))
    if kind != record.kind:
        record.kind = kind
        _mark(record, "kind")
    if lang != record.lang:
        record.lang = lang
        record.dir = direction(lang, record.raw)
        _mark(record, "lang")
    values = {name: getattr(record, name) for name in ("kind", "lang", "dir", "overruled")}
    mark, kept = state.kept.get(record.id, ("", {}))
    current = digest(record.raw)
    state.kept[record.id] = (current, (kept if mark == current else {}) | values)


def checked_language(tag: str) -> str:
    """Return `tag` as BCP 47 writes it; raise `CorrectionError` if it is none."""
    match = _TAG.fullmatch(tag.strip())
    if not tag.strip():
        return ""
    if not match:
        raise CorrectionError(
            _("“{tag}” is not a language code. Codes look like “ar” or “zh-Hant”.").format(tag=tag)
        )
    language, script, region = match.groups()
    rest = tag.strip()[match.end(3) if region else match.end(2) if script else match.end(1) :]
    parts = [language.lower(), (script or "").title(), (region or "").upper()]
    return "-".join(part for part in parts if part) + rest.lower()


def direction(lang: str, name: str) -> str:
    """Return "rtl", "ltr" or "" for a name in a language.

    The script of the language decides, if the name has letters that run that way: Uyghur
    written in Latin letters does not run from right to left.
    """
    classes = {unicodedata.bidirectional(char) for char in name}
    rightward, leftward = "L" in classes, bool(classes & {"R", "AL"})
    if not lang:
        return "rtl" if direction_of(name) == "rtl" else ""
    match = _TAG.fullmatch(lang)
    language, script = (match[1], match[2]) if match else (lang, None)
    rtl = script in _RTL_SCRIPTS if script else language in _RTL_LANGUAGES
    if rtl:
        return "rtl" if leftward else "ltr"
    return "ltr" if rightward or not leftward else "rtl"


def _mark(record: Signatory, name: str) -> None:
    if name not in record.overruled:
        record.overruled = [*record.overruled, name]
