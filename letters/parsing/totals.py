"""What the text itself says about the number of signatories, named and anonymous."""

from __future__ import annotations

import re
from collections.abc import Iterable

from letters.parsing import vocabulary
from letters.parsing.headings import anonymity_at
from letters.parsing.numerals import NUMBER, to_int

_PERSON_NOUNS = (
    "individuals? people persons? citizens? experts? academics? scholars? activists? lawyers?"
    " journalists? researchers? professors? personnes individus citoyens personas individuos"
    " ciudadan[oa]s pessoas indivíduos cidadãos einzelpersonen personen privatpersonen"
    " человек граждан людей лиц осіб 명 人 位 名 個人 개인 شخص فرد"
).split()
_BODY_NOUNS = (
    "organi[sz]ations? groups? ngos? csos? associations? institutions? networks? campaigns?"
    " signator(?:y|ies) signatures? unions? organisationen verbände gruppen vereine initiativen"
    " organizaciones asociaciones colectivos entidades instituciones firmantes firmas"
    " organizações coletivos assinaturas signatári[oa]s movimentos signataires"
    " organizzazioni firmatari organisaties organisasi lembaga pertubuhan kumpulan"
    " tổ\\schức организаци[ийяю] объединени[йя] подписей групп організаці[йі]"
    " 단체 시민사회단체 인권단체 기관 団体 團體 团体 組織 组织 机构 機構 منظمة منظمات جمعية"
    " سازمان نهاد องค์กร เครือข่าย সংগঠন संगठन संस्था அமைப்புகள்"
).split()
# Words allowed between the number and the noun: "480 prominent individuals".
_BETWEEN = r"(?:\s?(?:개|个|個|家|の|余)?\s?|(?:\s+[^\W\d_][\w'’-]*){0,7}?\s+)"


def _counted(nouns: Iterable[str]) -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w.,/-])(?P<number>{NUMBER})(?P<between>{_BETWEEN})(?:{'|'.join(nouns)})",
        re.IGNORECASE,
    )


_BODIES = _counted(_BODY_NOUNS)
_PEOPLE = _counted(_PERSON_NOUNS)
_APPROXIMATE = re.compile(
    r"(?:more than|over|almost|nearly|around|about|some|at least|approximately|up to|as many as|"
    r"plus de|près de|environ|más de|casi|cerca de|mais de|quase|über|mehr als|rund|fast|etwa|"
    r"более|около|почти|свыше|понад|약|超过|超過|近|約|逾|lebih dari|hơn|กว่า|أكثر من)\s*$",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    rf"(?:total(?:l?ed|l?ing|s)?(?:\s+of)?|in\s+all|insgesamt|en\s+total|no\s+total|всего|итого|"
    rf"総計|合計|共计|共計|共有|共|總共|总共|총|모두|المجموع|jumlah|tổng\s+cộng|รวม)"
    rf"\W{{0,3}}(?P<number>{NUMBER})(?![\w%])",
    re.IGNORECASE,
)
_JOINS_OTHERS = re.compile(
    rf"\bjoin(?:s|ed)?\s+(?:by\s+)?(?P<number>{NUMBER})\s+other\b", re.IGNORECASE
)
_SIGNS = re.compile(
    vocabulary.any_of(vocabulary.SIGNING).pattern + r"|undersign|totall?ed|join|we,? the",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{2}[.!?])\s+(?=\W?[^\W\d_a-z])|(?<=[。！？])")

_LONGEST_SENTENCE = 1200


def _sentences(texts: Iterable[str]) -> Iterable[str]:
    for text in texts:
        for sentence in _SENTENCE_END.split(text):
            if any(char.isnumeric() for char in sentence) or " other " in sentence:
                yield sentence[:_LONGEST_SENTENCE]
            elif len(sentence) < 400:
                yield sentence


_BARE_NUMBER = re.compile(rf"(?<![\w.,/-])(?P<number>{NUMBER})(?![A-Za-z\d])", re.IGNORECASE)


def read_anonymous_count(texts: Iterable[str]) -> int | None:
    """Return how many signatories the text says chose to remain anonymous.

    It is the last number before the word, or the first one after it.
    """
    for sentence in _sentences(texts):
        position = anonymity_at(sentence)
        if position < 0 or not (_BODIES.search(sentence) or _SIGNS.search(sentence.casefold())):
            # Informants and threats are anonymous too.
            continue
        before = list(_BARE_NUMBER.finditer(sentence, 0, position))
        match = before[-1] if before else _BARE_NUMBER.search(sentence, position)
        value = to_int(match["number"]) if match else None
        if value is not None:
            return value
    return None


def is_anonymous_group(text: str) -> bool:
    """Whether an entry only counts the unnamed: "Two organisations that remain anonymous"."""
    if anonymity_at(text) < 0:
        return False
    return bool(_BODIES.match(text) or _PEOPLE.match(text))


def read_stated_total(texts: Iterable[str], headings: Iterable[str]) -> int | None:
    """Return how many signatories the text says there are, anonymous ones included.

    A total ("totaled 321") counts most, then counts of organisations and individuals in
    sentences that speak of signing, then counts in the headings of the list, added up.
    Round figures ("more than 500") are no statement.
    """
    sentences = [text for text in _sentences(texts) if anonymity_at(text) < 0]
    signing = [text for text in sentences if _SIGNS.search(text.casefold())]
    for text in signing:
        match = _TOTAL.search(text)
        value = to_int(match["number"]) if match and not _is_approximate(text, match) else None
        if value:
            return value
    return _counts(signing) or _heading_counts(headings) or _others(sentences)


def _counts(sentences: Iterable[str]) -> int | None:
    bodies = people = None
    for text in sentences:
        bodies = bodies or _first_count(_BODIES, text)
        people = people or _first_count(_PEOPLE, text)
    if bodies is None and people is None:
        return None
    return (bodies or 0) + (people or 0)


def _first_count(pattern: re.Pattern[str], text: str) -> int | None:
    for match in pattern.finditer(text):
        value = to_int(match["number"])
        if value and value > 1 and not _is_approximate(text, match):
            return value
    return None


def _is_approximate(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start("number") - 30) : match.start("number")]
    after = text[match.end("number") : match.end("number") + 3]
    return bool(_APPROXIMATE.search(before)) or after.startswith(("+", "余", "多", "여"))


_BRACKETED_COUNT = re.compile(
    r"[(（\[:]\s*(?:총|이상|以上|共|計|计|全|total:?)?\s*(?P<number>\d{1,5})(?!\d*\s?%)",
    re.IGNORECASE,
)


def _heading_counts(headings: Iterable[str]) -> int | None:
    """Add up "(45)" or "45 organisations" of the headings over the lists."""
    total = 0
    for heading in headings:
        match = _BRACKETED_COUNT.search(heading)
        if match and anonymity_at(heading) < 0:
            total += int(match["number"])
        else:
            total += _counts([heading]) or 0
    return total or None


def _others(sentences: Iterable[str]) -> int | None:
    """Read "X joins thirteen other groups": those and X itself."""
    for text in sentences:
        match = _JOINS_OTHERS.search(text)
        value = to_int(match["number"]) if match else None
        if value:
            return value + 1
    return None
