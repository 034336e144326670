"""Persons among signatories: by title, role or the words "in a personal capacity"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from letters.parsing import vocabulary
from letters.parsing.countries import country_code
from letters.parsing.runs import split_outside_brackets
from letters.parsing.shape import is_uncased

_CAPACITY = re.compile(
    r"[\s,;(（–—-]*(?:"
    r"\b(?:signing\s+)?individually\b"
    r"|\bin\s+(?:his|her|their|my|an?|the)?\s*(?:personal|individual|private)\s+capacity\b"
    r"|\bas\s+(?:an\s+)?individual\b"
    r"|\bà\s+titre\s+(?:personnel|individuel)\b"
    r"|\ba\s+título\s+(?:personal|individual|pessoal)\b"
    r"|\bem\s+(?:caráter|nome)\s+(?:pessoal|individual|próprio)\b"
    r"|\ba\s+titolo\s+personale\b"
    r"|\bals\s+(?:Privatperson|Einzelperson)\b"
    r"|\bв\s+личном\s+качестве\b|\bчастное\s+лицо\b|\bфизическое\s+лицо\b"
    r"|개인\s?자격|[(（](?:개인|个人|個人|individual|individuo|Privatperson)[)）]"
    r"|以个人名义|以個人名義|個人として"
    r")[\s,;:)）]*(?:as\s+(?:an?\s+)?)?",
    re.IGNORECASE,
)
_TITLE_WORDS = (
    "Prof Dr Mr Mrs Ms Mx Adv Advocate Justice Rev Fr Sr Hon Sir Judge Professor Professora Doctor"
    " Doutor Doutora Senator Ambassador Bishop Archbishop Pastor Rabbi Mme Mlle Sra Dra Herr Frau"
    " Dipl Dom Padre Профессор Проф Академик"
)
# Case matters: "SR" begins names of organisations. A name has to follow.
_TITLE = re.compile(
    r"(?:(?:" + "|".join(_TITLE_WORDS.split()) + r"|prof|dr|д-р|г-н|г-жа)\b(?:\.-?\s*|\s+))+"
    r"(?=[^\W\d_])"
)
_ROLE = vocabulary.any_of(vocabulary.ROLES)
_BODY = re.compile(
    r"(?<!\w)(?:assoc|organi[sz]|foundation|fund\b|network|centre|center|institut|universi|"
    r"college|school|committee|council|commission|alliance|coalition|federation|union|forum|"
    r"movement|campaign|group|society|trust\b|project|initiative|watch\b|international|rights|"
    r"justice\b|collective|lawyers|defenders|women|workers|students|people|citizens|solidarity|"
    r"peace|action|support|agency|press|media|church|party|house|club|desk|program|service|"
    r"asocia|funda|comit|centr|red\b|rede\b|grupo|colectiv|coletiv|movim|sindicat|observat|"
    r"verein|verband|bund\b|bündnis|stiftung|gesellschaft|gruppe|netzwerk|initiative|zentrum|"
    r"фонд|центр|общест|комитет|союз|движен|организац|партия|ассоциац|институт|группа|проект|"
    r"yayasan|lembaga|persatuan|pertubuhan|komite|jaringan|aliansi|serikat|hội|liên)"
    r"|연대|단체|협회|센터|위원회|모임|재단|연합|노조|노동조합|정의당|녹색당|네트워크|연구소|포럼"
    r"|協會|协会|聯盟|联盟|中心|組織|组织|團|团|委員會|委员会|基金|学会|學會|協会|連合|連盟|"
    r"センター|ネットワーク|の会|会$|會$|社$|黨|党|網|网|法人",
    re.IGNORECASE,
)
# Persons have "de" and "von" in their names, but none of these.
_JOINING_WORD = re.compile(
    r"(?<!\w)(?:for|of|and|against|without|to|the|in|on|für|gegen|und|ohne|pour|contre|sans|et|"
    r"para|contra|por|sin|sem|для|за|против|по|в|на|untuk|dan)(?!\w)",
    re.IGNORECASE,
)
_TAIL = re.compile(r"^(?P<name>[^()（）]+?)\s*[(（](?P<role>[^()（）]+)[)）]\s*$")
_LONGEST_SIGNATURE_LINE = 100
_COMMAS = ",，،"


@dataclass(frozen=True, slots=True)
class Person:
    """What a person's entry says besides the name."""

    name: str
    role: str = ""
    organisation: str = ""
    country: str = ""


def read_person(raw: str) -> Person | None:
    """Return the person `raw` shows by title, role or capacity, None for an organisation."""
    capacity = _CAPACITY.search(raw)
    if capacity and capacity.start():
        rest = raw[capacity.end() :].strip(" ,.;()（）")
        name, role, *_ = (*split_outside_brackets(raw[: capacity.start()], _COMMAS), "", "")
        return Person(name, rest or role)
    person = split_person(raw)
    if _TITLE.match(raw) and not is_body(person.name):
        return person
    if not (could_be_person(person.name) and _has_role(person.role)):
        return None
    # "AfricanDefenders (Pan-African Human Rights Defenders Network)" holds role words too.
    bracketed = not split_outside_brackets(raw, _COMMAS)[1:]
    return None if bracketed and is_body(person.role) else person


def signs_individually(raw: str) -> bool:
    """Whether `raw` says that a person signs in a personal capacity."""
    capacity = _CAPACITY.search(raw)
    return bool(capacity and capacity.start())


def split_person(raw: str) -> Person:
    """Split "Name, role, organisation" or "Name (role)", knowing that a person signs."""
    name, *rest = split_outside_brackets(raw, _COMMAS) or [raw]
    if not rest:
        tail = _TAIL.match(raw)
        dash = re.match(r"(?P<name>.+?)\s[–—-]\s(?P<role>.+)$", raw)
        match = tail or dash
        if match:
            return _person(match["name"].strip(), [match["role"].strip()])
        spaced = re.match(r"(?P<name>[가-힣]{2,4}|[一-鿿]{2,4})\s+(?P<role>\S.*)$", raw)
        if spaced and _ROLE.search(spaced["role"]):
            return _person(spaced["name"], [spaced["role"]])
    return _person(name, rest)


def _person(name: str, rest: list[str]) -> Person:
    country = country_code(rest[-1]) if rest else ""
    if country:
        rest = rest[:-1]
    roles = [part for part in rest if _has_role(part) or not is_body(part)]
    bodies = [part for part in rest if part not in roles]
    return Person(name, ", ".join(roles or rest), bodies[0] if bodies and roles else "", country)


def _has_role(text: str) -> bool:
    """Whether `text` begins with a role; in scripts without capitals, whether it holds one."""
    folded = text.casefold().lstrip("(（")
    if is_uncased(text):
        return bool(_ROLE.search(folded))
    return any(_ROLE.match(folded, start) for start in _first_words(folded))


def _first_words(text: str) -> list[int]:
    """Return where the first three words of `text` begin."""
    return [match.start() for match in re.finditer(r"\S+", text[:60])][:3]


def is_body(text: str) -> bool:
    """Whether `text` holds a word that names of organisations hold."""
    return bool(_BODY.search(text))


def is_signature(lines: list[str]) -> bool:
    """Whether the lines of a paragraph are one person's: name, role, organisation."""
    if not 2 <= len(lines) <= 4 or max(map(len, lines)) > _LONGEST_SIGNATURE_LINE:
        return False
    name, role = lines[0].rstrip(","), lines[1].casefold()
    is_name = 2 <= len(name.split()) <= 4 and could_be_person(name)
    return is_name and bool(_ROLE.match(role)) and not is_body(role)


def looks_affiliated(text: str) -> bool:
    """Whether `text` may be a person with an organisation: "Maya Shrestha, River Trust".

    Names of organisations can look the same; only a list full of them shows persons.
    """
    person = split_person(text)
    if not 2 <= len(person.name.split()) <= 4 or not could_be_person(person.name):
        return False
    return is_body(person.role) or is_body(person.organisation) or _has_role(person.role)


def could_be_person(text: str) -> bool:
    """Whether `text` may be a person's name: few words, none of them an organisation's."""
    if is_body(text) or _JOINING_WORD.search(text) or country_code(text):
        return False
    if any(char.isdigit() for char in text):
        return False
    if is_uncased(text):
        return len(text) <= 12 and len(text.split()) <= 4
    words = text.split()
    if not 1 <= len(words) <= 5 or len(text) > 45:
        return False
    return not (len(words) == 1 and text.isupper() and len(text) > 2)
