"""What a short line between names says: a list begins, a section begins, the list ends."""

from __future__ import annotations

import re
from functools import lru_cache

from letters.parsing import vocabulary
from letters.parsing.countries import country_code
from letters.parsing.marks import read_mark
from letters.parsing.records import ORGANISATION, PERSON

_SIGNING = vocabulary.any_of(vocabulary.SIGNING)
_ORGANISATIONS = vocabulary.any_of(vocabulary.ORGANISATIONS)
_PERSONS = vocabulary.any_of(vocabulary.PERSONS)
_CLOSINGS = vocabulary.any_of(vocabulary.CLOSINGS)
_ENDINGS = vocabulary.any_of(vocabulary.ENDINGS)
_DEMANDS = vocabulary.any_of(vocabulary.DEMANDS)
_ANONYMOUS = vocabulary.any_of(vocabulary.ANONYMOUS)

_TELLING = vocabulary.any_of(
    vocabulary.SIGNING + vocabulary.ORGANISATIONS + vocabulary.PERSONS + vocabulary.MODIFIERS
)
# "I. Organisations", "B) Individuals", "一、团体": marks that only headings carry.
_HEADING_MARK = re.compile(r"\s*(?:[ivx]{1,5}|[a-h]|[一二三四五六七八九十]{1,3})\s?[.):、．]\s*")
_COUNT = re.compile(r"[(（\[]?\s*(?:総|总|總|计|計|총|共|total:?)?\s*\d+\s*[)）\]]?")
# German plurals: Unterzeichner*innen, Unterzeichner:innen, Unterzeichner_innen.
_GENDER_SIGN = re.compile(r"[*:_](?=innen)")
_FINAL_COUNT = re.compile(r"[(（\[]\D{0,10}\d{1,5}[^()（）\[\]]{0,20}[)）\]]\s*[:：]?$")
_REMARK = re.compile(r"[(（\[][^()（）\[\]]*[)）\]]")

_REGION_WORDS = frozenset(vocabulary.REGIONS)

_LONGEST_HEADING = 100
_LONGEST_CUE = 160
_LONGEST_INTRODUCTION = 400
_COLONS = (":", "：")


def is_signing_line(text: str) -> bool:
    """Whether a short line, or a sentence ending in a colon, speaks of signing."""
    introduces = text.rstrip("*_ ").endswith(_COLONS)
    if len(text) > (_LONGEST_INTRODUCTION if introduces else _LONGEST_CUE):
        return False
    return bool(_SIGNING.search(text.casefold())) and not is_demand(text)


def is_closing(text: str) -> bool:
    """Whether the line closes a letter: "Yours sincerely,"."""
    return len(text) <= 60 and bool(_CLOSINGS.match(text.casefold()))


def is_demand(text: str) -> bool:
    """Whether the line introduces what the signatories demand."""
    if not text.rstrip("*_ ").endswith(_COLONS):
        return False
    # "We, the undersigned, demand:" ends in demands, "We demand this. Signed by:" in names.
    folded = text.casefold()
    return _last_start(_DEMANDS, folded) > _last_start(_SIGNING, folded)


def _last_start(pattern: re.Pattern[str], text: str) -> int:
    return max((match.start() for match in pattern.finditer(text)), default=-1)


def is_ending(text: str, *, structural: bool = False) -> bool:
    """Whether the line begins what follows a list: notes, contacts, related articles.

    What the markup shows as a heading may say more: "Related posts".
    """
    if len(text) > _LONGEST_HEADING:
        return False
    match = _ENDINGS.match(text.casefold())
    if not match:
        return False
    # "About Face" or "Next Generation Network" are names: the ending must stand alone or
    # introduce something.
    rest = text[match.end() :].strip()
    if structural or "@" in rest or "http" in rest or ":" in rest:
        return True
    return rest in ("", "s") or rest[0] in "：)(&,-–" or rest.endswith(_COLONS)


@lru_cache(maxsize=4096)
def is_section_name(text: str) -> bool:
    """Whether a line consists of nothing but words that head sections, with any count."""
    if not 0 < len(text) <= _LONGEST_HEADING:
        return False
    folded = _heading_text(text)
    if not (_ORGANISATIONS.search(folded) or _PERSONS.search(folded) or _SIGNING.search(folded)):
        return False
    return not _words_left(folded)


def _heading_text(text: str) -> str:
    folded = _GENDER_SIGN.sub("", text.casefold().strip("*_#:： "))
    match = _HEADING_MARK.match(folded)
    if match:
        folded = folded[match.end() :]
    else:
        mark = read_mark(folded)
        folded = folded[mark.end :] if mark else folded
    without_remarks = _REMARK.sub(" ", folded)
    return _COUNT.sub(" ", without_remarks if without_remarks.strip() else folded)


def _words_left(folded: str) -> bool:
    """Whether letters remain when telling stems and the ends of their words are taken out."""
    position = 0
    for match in re.finditer(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", folded):
        word, start = match[0], match.start()
        if start < position:
            continue
        while start < match.end():
            found = _TELLING.match(folded, start)
            if not found:
                return True
            position = start = found.end()
            if word[0] < "\u0590" and start < match.end():
                # The ending of an inflected word: "organisation" + "s".
                if match.end() - start > 6:
                    return True
                start = match.end()
    return False


def section_kind(section: str) -> str:
    """Return what a section lists, "organisation" or "person", "" where its name is silent."""
    folded = _REMARK.sub(" ", section.casefold()) or section.casefold()
    organisations = _ORGANISATIONS.search(folded)
    persons = _PERSONS.search(folded)
    if organisations and persons:
        return ""
    if organisations:
        return ORGANISATION
    return PERSON if persons else ""


def section_country(section: str) -> str:
    """Return the country code of a section headed by a country, with or without a count."""
    return country_code(_COUNT.sub("", section.strip("*_#:： ")))


def is_collective(text: str) -> bool:
    """Whether the line signs for all below it, as Korean statements do: "시민사회단체 일동"."""
    return len(text) <= _LONGEST_HEADING and text.rstrip(" .").endswith("일동")


def is_counted_heading(text: str) -> bool:
    """Whether a line speaks of signing and ends in a count: "참여단체 (총 32개 단체)"."""
    return bool(_FINAL_COUNT.search(text[-40:])) and is_signing_line(text)


def is_region(section: str) -> bool:
    """Whether a line names nothing but regions: "Asia and the Pacific"."""
    words = re.findall(r"[^\W_]+", section.casefold())
    return 0 < len(words) <= 6 and all(word in _REGION_WORDS for word in words)


def is_place(section: str) -> bool:
    """Whether a line names a country or a region and nothing else."""
    return is_region(section) or bool(section_country(section))


def anonymity_at(text: str) -> int:
    """Return where a sentence speaks of anonymous signatories, -1 if it does not."""
    match = _ANONYMOUS.search(text.casefold())
    return match.start() if match else -1
