"""One name to a record: acronym, other names, country, language, kind."""

from __future__ import annotations

import re

from letters.parsing.acronyms import has_acronym_shape, stands_for
from letters.parsing.countries import country_code
from letters.parsing.people import Person, read_person
from letters.parsing.records import PERSON, Signatory
from letters.scripts import UNSPACED, direction_of, language_of, script_of, scripts_in

_GROUP = re.compile(
    r"^(?P<before>[^()\[\]（）【】〔〕]*?)\s*"
    r"(?:[(（](?P<round>[^()（）]+)[)）]|[\[［](?P<square>[^\[\]［］]+)[\]］]"
    r"|【(?P<lens>[^【】]+)】|〔(?P<shell>[^〔〕]+)〕)"
    r"\s*(?P<after>.*)$"
)
_DASH = re.compile(r"^(?P<left>\S[^–—]*?)(?:\s[–—-]|[–—-](?=\s))\s*(?P<right>\S.*)$")
# A paragraph tells nothing as a name, and would cost far more than its share of time.
_LONGEST_NAME = 400
_CLOSING_STOP = re.compile(r"[.。,;，；>*]+$")


def describe(raw: str) -> Signatory:
    """Suggest what the name of one signatory tells; `raw` itself stays as it is.

    Returns a record with the kind, the name without its acronym, other names, country,
    and, for scripts other than Latin, language and direction.
    """
    signatory = Signatory(raw=raw, name=raw)
    if set(scripts_in(raw)) - {"Latn"}:
        signatory.lang, signatory.dir = language_of(raw), direction_of(raw)
    if len(raw) > _LONGEST_NAME:
        return signatory
    person = read_person(raw)
    if person:
        set_person(signatory, person)
    else:
        _describe_organisation(signatory)
    return signatory


def set_person(signatory: Signatory, person: Person) -> None:
    """Turn a record into that of a person."""
    signatory.kind = PERSON
    signatory.name, signatory.role = person.name or signatory.raw, person.role
    signatory.country = person.country
    signatory.acronym, signatory.other_names = "", []


def _describe_organisation(signatory: Signatory) -> None:
    name = _CLOSING_STOP.sub("", signatory.raw).rstrip() if len(signatory.raw) > 20 else ""
    signatory.name = name = name or signatory.raw
    group = _GROUP.match(name)
    if group:
        _read_group(signatory, group)
        return
    pieces = script_pieces(name)
    if len(pieces) > 1:
        signatory.name, *signatory.other_names = pieces
        return
    _read_country(signatory) or _read_dash(signatory) or _read_slash(signatory)
    if not signatory.acronym:
        _read_outer_word(signatory)


def _read_group(signatory: Signatory, group: re.Match[str]) -> None:
    """Read "Name (X) after": X is a place, an acronym, an expansion or another name."""
    before, after = group["before"].strip(), group["after"].strip(" /【】〔〕")
    inside = next(part for part in group.group("round", "square", "lens", "shell") if part).strip()
    if not inside:
        return
    if not before:
        signatory.name = inside
        signatory.other_names = [after] if after else []
        return
    signatory.name = before
    country = country_code(inside)
    translation, _, last = inside.rpartition(",")
    if country:
        signatory.country = country
    elif translation and has_acronym_shape(last.strip()):
        signatory.acronym, signatory.other_names = last.strip(), [translation.strip()]
    elif has_acronym_shape(inside) or (" " not in inside and stands_for(inside, before)):
        signatory.acronym = inside
    elif _is_short_name(before) and stands_for(before, inside):
        signatory.name, signatory.acronym = inside, before
    else:
        _read_other(signatory, before, inside)
    _read_after(signatory, after)


def _is_short_name(text: str) -> bool:
    return has_acronym_shape(text) and text.upper() == text


def _read_other(signatory: Signatory, before: str, inside: str) -> None:
    first, *rest = inside.split()
    if rest and has_acronym_shape(first) and stands_for(first, before):
        signatory.acronym = first
        return
    signatory.other_names = [inside]
    word = re.split(r"[\s-]", before)[0]
    if has_acronym_shape(word) and stands_for(word, inside):
        signatory.acronym = word


def _read_after(signatory: Signatory, after: str) -> None:
    if not after:
        return
    country = country_code(after.lstrip(",–- "))
    if country:
        signatory.country = signatory.country or country
    elif has_acronym_shape(after) and not signatory.acronym:
        signatory.acronym = after
    else:
        signatory.other_names.append(after)


def _read_country(signatory: Signatory) -> bool:
    """Read "Name, Country"; the name stays whole, for the country may be part of it."""
    name, _, place = signatory.name.rpartition(",")
    signatory.country = country_code(place) if name else ""
    return bool(signatory.country)


def _read_dash(signatory: Signatory) -> bool:
    dash = _DASH.match(signatory.name)
    if not dash:
        return False
    left, right = dash["left"].strip(), dash["right"].strip()
    signatory.country = country_code(right)
    if signatory.country:
        return True
    if " " not in right and (has_acronym_shape(right) or stands_for(right, left)):
        signatory.name, signatory.acronym = left, right
    elif " " not in left and stands_for(left, right):
        signatory.name, signatory.acronym = right, left
    elif " " not in left:
        # A brand with its explanation: "MINBYUN – Lawyers for a Democratic Society".
        signatory.name, signatory.other_names = left, [right]
    return True


def _read_slash(signatory: Signatory) -> bool:
    """Read two names with a slash between them; joint bodies with short halves stay whole."""
    left, slash, right = (part.strip() for part in signatory.name.partition("/"))
    if not slash or min(len(left.split()), len(right.split())) < 4:
        return False
    signatory.name, signatory.other_names = left, [right]
    return True


def _read_outer_word(signatory: Signatory) -> None:
    """Read an acronym that stands before or after the name without any sign."""
    words = signatory.name.split()
    if len(words) < 4:
        return
    for acronym, rest in ((words[-1], words[:-1]), (words[0], words[1:])):
        if acronym.isupper() and has_acronym_shape(acronym):
            if stands_for(acronym, " ".join(rest)):
                signatory.name, signatory.acronym = " ".join(rest), acronym
                return


def script_pieces(text: str) -> list[str]:
    """Split a name in two scripts, such as "華人團契 Chinese Fellowship", into its names.

    Returns [text] unless every piece is long enough to be a name of its own.
    """
    if text.isascii():
        return [text]
    pieces: list[str] = []
    group, start = "", 0
    for index, char in enumerate(text):
        script = script_of(char)
        current = "CJK" if script in UNSPACED else script
        if not current:
            continue
        if group and current != group:
            pieces.append(text[start:index])
            start = index
        group = current
    pieces = [piece.strip(" ,，/–—-、()（）【】[]") for piece in (*pieces, text[start:])]
    return pieces if len(pieces) > 1 and all(map(_is_name_piece, pieces)) else [text]


def _is_name_piece(piece: str) -> bool:
    if script_of(next((char for char in piece if script_of(char)), "x")) == "Latn":
        return len(piece.split()) >= 2
    return len(piece) >= 3
