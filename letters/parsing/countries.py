"""Countries by name, in the languages signatory lists are written in.

`country_names.json` holds the territory names of Unicode CLDR 47 (Unicode License v3) by
ISO 3166-1 alpha-2 code in thirty languages. The aliases below are what lists really say.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path

_ALIASES = {
    "AE": ("UAE", "U.A.E."),
    "BA": ("Bosnia", "Bosnia and Herzegovina"),
    "BO": ("Plurinational State of Bolivia",),
    "CD": (
        "DRC",
        "DR Congo",
        "D.R. Congo",
        "Democratic Republic of the Congo",
        "Democratic Republic of Congo",
        "RDC",
        "République démocratique du Congo",
        "República Democrática del Congo",
    ),
    "CG": ("Republic of Congo", "Republic of the Congo", "Congo-Brazzaville"),
    "CI": ("Ivory Coast", "Cote d'Ivoire"),
    "CN": ("PRC", "P.R. China", "中國大陸", "中国大陆"),
    "CZ": ("Czech Republic", "République tchèque", "República Checa", "Tschechische Republik"),
    "DE": ("BRD", "Bundesrepublik Deutschland"),
    "GB": ("UK", "U.K.", "Great Britain", "England", "Scotland", "Wales", "Vereinigtes Königreich"),
    "HK": ("Hong Kong", "Hongkong", "Hong Kong SAR", "香港", "홍콩", "Гонконг"),
    "IR": ("Islamic Republic of Iran",),
    "KH": ("Kampuchea",),
    "KP": ("DPRK", "조선"),
    "KR": ("Republic of Korea", "Korea", "Korea, South", "ROK", "한국", "Südkorea", "Южная Корея"),
    "LA": ("Lao PDR", "Lao", "Lao People's Democratic Republic"),
    "MK": ("Macedonia",),
    "MM": ("Burma", "Myanmar", "Myanmar/Burma", "Burma/Myanmar", "Birma", "Birmanie", "Birmania"),
    "MO": ("Macau", "Macao", "澳門", "澳门"),
    "NL": ("The Netherlands", "Holland", "Niederlande"),
    "NZ": ("Aotearoa", "Aotearoa New Zealand", "Aotearoa/New Zealand"),
    "PH": ("The Philippines", "Pilipinas"),
    "PS": ("Palestine", "State of Palestine", "Palestina", "Palästina", "فلسطين", "巴勒斯坦"),
    "RU": ("Russian Federation", "РФ"),
    "SY": ("Syrian Arab Republic",),
    "SZ": ("Swaziland",),
    "TL": ("Timor Leste", "East Timor"),
    "TR": ("Turkey",),
    "TW": ("Taiwan, ROC", "Republic of China", "臺灣", "台灣", "台湾"),
    "TZ": ("United Republic of Tanzania",),
    "US": (
        "USA",
        "U.S.A.",
        "U.S.",
        "United States of America",
        "EE. UU.",
        "EE.UU.",
        "EUA",
        "États-Unis d'Amérique",
        "美國",
        "美国",
    ),
    "VN": ("Viet Nam",),
}

_IGNORED = re.compile(r"^the\s+|[\s.'’\-–·・]+")
_ENDING = "()（）[]:：.,;、，"
# "US" is a code lists do write; other two-letter codes look like initials of names.
_CODES = {"us": "US", "nz": "NZ", "uk": "GB"}


def _key(name: str) -> str:
    """Fold what spellings of the same country differ in: case, spaces, dots and hyphens."""
    return _IGNORED.sub("", name.strip().strip(_ENDING).casefold())


@lru_cache(maxsize=1)
def _codes_by_key() -> dict[str, str]:
    path = Path(__file__).with_name("country_names.json")
    names: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))
    table = {_key(name): code for code, entries in names.items() for name in entries}
    table |= {_key(name): code for code, entries in _ALIASES.items() for name in entries}
    return table | _CODES


# Longer than any name of a country: spares folding whole paragraphs.
_LONGEST = 60


@lru_cache(maxsize=4096)
def country_code(name: str) -> str:
    """Return the ISO 3166-1 alpha-2 code if `name` as a whole is a country's name, or ""."""
    if len(name) > _LONGEST:
        return ""
    return _codes_by_key().get(_key(name), "")
