"""Which fonts a PDF needs, which of them this machine has, and how to install the rest."""

from functools import cache

import typst
from django.conf import settings

# Debian packages and the families without which no PDF is made.
REQUIRED = {
    "fonts-noto-core": ["Noto Serif", "Noto Sans", "Noto Naskh Arabic"],
    "fonts-noto-cjk": ["Noto Serif CJK SC", "Noto Sans CJK SC"],
    "fonts-sil-mondulkiri": ["Khmer Mondulkiri"],
}
# Used where they are there: names copied from the PDF come out right in more cases (Thai,
# Thaana), and the last has a drawing of nearly every character.
RECOMMENDED = {
    "fonts-arundina": ["Arundina Serif"],
    "fonts-freefont-ttf": ["FreeSerif"],
    "fonts-unifont": ["Unifont", "Unifont Upper"],
}

# The face of each script (ISO 15924), best first. Chosen by reading thousands of names back
# from PDFs: what looks right may be copied and searched wrong, as it is with Noto Sans Arabic,
# Noto's Khmer, or its serif Devanagari. The face sets the spaces and signs between the words
# too, so that a name is one run.
SCRIPT_FACES = {
    "Arab": ["Noto Naskh Arabic"],
    "Armn": ["Noto Serif Armenian"],
    "Beng": ["Noto Sans Bengali"],
    "Deva": ["Noto Sans Devanagari"],
    "Ethi": ["Noto Serif Ethiopic"],
    "Geor": ["Noto Serif Georgian"],
    "Gujr": ["Noto Serif Gujarati"],
    "Guru": ["Noto Sans Gurmukhi"],
    "Hebr": ["Noto Serif Hebrew"],
    "Khmr": ["Khmer Mondulkiri"],
    "Knda": ["Noto Sans Kannada"],
    "Laoo": ["Noto Serif Lao"],
    "Mlym": ["Noto Serif Malayalam"],
    "Mymr": ["Noto Serif Myanmar"],
    "Orya": ["Noto Sans Oriya"],
    "Sinh": ["Noto Serif Sinhala"],
    "Syrc": ["Noto Sans Syriac"],
    "Taml": ["Noto Serif Tamil"],
    "Telu": ["Noto Serif Telugu"],
    "Thaa": ["FreeSerif", "Noto Sans Thaana"],
    "Thai": ["Arundina Serif", "Noto Serif Thai"],
    "Tibt": ["Noto Serif Tibetan"],
}
# Never asked, though they have the letters.
UNREADABLE = ["Noto Sans Arabic", "Noto Kufi Arabic", "Noto Sans Khmer", "Noto Serif Khmer"]
LAST_RESORT = ["FreeSerif", "Unifont", "Unifont Upper"]
# Which drawing of a Chinese character a reader of each language expects.
CJK_REGIONS = {"zh-hans": "SC", "zh-hant": "TC", "zh-hk": "HK", "zh": "SC", "ja": "JP", "ko": "KR"}


@cache
def installed():
    """The fonts that typst found in `FONT_PATHS`; looked up once in each process."""
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(path) for path in settings.FONT_PATHS],
    )


@cache
def _families():
    return frozenset(installed().families())


def _missing(packages):
    return [name for name, families in packages.items() if not _families().issuperset(families)]


def are_there():
    """Whether PDFs can be made on this machine."""
    return not _missing(REQUIRED)


def install_line():
    """The one line that installs what PDFs need, and what makes them better."""
    missing = [*_missing(REQUIRED), *_missing(RECOMMENDED)]
    return " ".join(["apt-get install --no-install-recommends", *missing]) if missing else ""


@cache
def faces(language, script="Latn", kind="Serif"):
    """The families for words in a language (BCP 47) and script, best first, of those here.

    `kind` is "Serif" or "Sans" and decides where a script has both. In East Asian languages
    their own face comes first, for Latin letters and signs too, so that both sit well
    in one line.
    """
    tag = language.lower()
    region = CJK_REGIONS.get(tag) or CJK_REGIONS.get(tag.partition("-")[0])
    own = [f"Noto {kind} CJK {region}"] if region else SCRIPT_FACES.get(script, [])
    families = [
        *own,
        f"Noto {kind}",
        f"Noto {kind} CJK {region or 'SC'}",
        *(face for script_faces in SCRIPT_FACES.values() for face in script_faces),
        *_of_one_script("Sans"),
        *_of_one_script("Serif"),
        *LAST_RESORT,
    ]
    return [family for family in dict.fromkeys(families) if family in _families()]


def _of_one_script(kind):
    """The families of Noto for one script each, in alphabetical order."""
    return sorted(
        family
        for family in _families() - set(UNREADABLE)
        if family.startswith(f"Noto {kind} ") and "CJK" not in family
    )
