"""The groups of an alphabetical list: the letters of the Latin alphabet, then other scripts.

A group is called by its letter ("a" to "z", "0" for digits and whatever else), or by the ISO
15924 code of its script. It is read off the beginning of `OrganisationName.sort_key`.
"""

from string import ascii_lowercase

from django.db.models import Q
from django.utils.translation import gettext as _

from letters.ordering import SCRIPT_ORDER

LATIN = f"{SCRIPT_ORDER.index('Latn'):02d}"
OTHERS = f"{len(SCRIPT_ORDER):02d}"
DIGITS = "0"

# What those who write it call it.
SCRIPT_NAMES = {
    "Arab": "العربية",
    "Armn": "Հայերեն",
    "Beng": "বাংলা",
    "Cyrl": "Кириллица",
    "Deva": "देवनागरी",
    "Ethi": "ግዕዝ",
    "Geor": "ქართული",
    "Grek": "Ελληνικά",
    "Gujr": "ગુજરાતી",
    "Guru": "ਗੁਰਮੁਖੀ",
    "Hang": "한글",
    "Hani": "漢字",
    "Hebr": "עברית",
    "Hira": "ひらがな",
    "Kana": "カタカナ",
    "Khmr": "ខ្មែរ",
    "Knda": "ಕನ್ನಡ",
    "Laoo": "ລາວ",
    "Latn": "Latin",
    "Mlym": "മലയാളം",
    "Mong": "ᠮᠣᠩᠭᠣᠯ",
    "Mymr": "မြန်မာ",
    "Olck": "ᱚᱞ ᱪᱤᱠᱤ",
    "Orya": "ଓଡ଼ିଆ",
    "Sinh": "සිංහල",
    "Syrc": "ܣܘܪܝܝܐ",
    "Taml": "தமிழ்",
    "Telu": "తెలుగు",
    "Tfng": "ⵜⵉⴼⵉⵏⴰⵖ",
    "Thaa": "ދިވެހި",
    "Thai": "ไทย",
    "Tibt": "བོད་ཡིག",
    "Yiii": "ꆈꌠ",
}


def group_of(sort_key):
    """The group that a sort key belongs to."""
    rank = sort_key[:2]
    if rank == LATIN:
        letter = sort_key[3:4]
        return letter if letter and letter in ascii_lowercase else DIGITS
    return sort_key[2:6] if rank == OTHERS else SCRIPT_ORDER[int(rank)]


def in_script(script):
    """The condition (`Q`) on names that begin in a script."""
    rank = SCRIPT_ORDER.index(script) if script in SCRIPT_ORDER else None
    return Q(sort_key__startswith=f"{OTHERS}{script} " if rank is None else f"{rank:02d} ")


def label(group):
    """What the group is called."""
    if group == DIGITS:
        return "0–9"
    return group.upper() if len(group) == 1 else SCRIPT_NAMES.get(group, _("Other scripts"))


def language(group):
    """The value for the attribute `lang` of that label, empty for letters."""
    return f"und-{group}" if group in SCRIPT_NAMES and group != "Latn" else ""


def place(group):
    """Where a group stands in the list: a key to sort by."""
    if len(group) == 1:
        return (0, group == DIGITS, group)
    return (SCRIPT_ORDER.index(group) if group in SCRIPT_ORDER else len(SCRIPT_ORDER), group)
