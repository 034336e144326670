"""What is taken away from a line before it counts as signed: spaces and invisible controls.

Nothing else is: no normalisation, no correction, no case change. A name is displayed as its
owner wrote it.
"""

from __future__ import annotations

import unicodedata

from letters.scripts import scripts_in

# Joiners and the zero-width space shape words in Persian, Malayalam, Khmer and others: they
# belong to a name, but mean nothing at its ends.
JOINERS = "\u200b\u200c\u200d"

# Direction controls of Unicode UAX #9, which reorder the text around them, the soft hyphen,
# which only tells where a line may break, and the byte order mark.
_INVISIBLE = (
    [0x00AD, 0x061C, 0x200E, 0x200F, 0xFEFF]
    + list(range(0x202A, 0x202F))
    + list(range(0x2066, 0x206A))
)

# C0 and C1 controls, without those that str.split() knows as white space.
_CONTROLS = [code for code in (*range(0x20), *range(0x7F, 0xA0)) if not chr(code).isspace()]

_REMOVED = dict.fromkeys(_INVISIBLE + _CONTROLS)


def clean_line(line: str) -> str:
    """Return `line` without invisible controls, every run of white space as one space.

    Letters, marks and punctuation stay as they are: no Unicode normalisation.
    """
    return " ".join(line.translate(_REMOVED).split()).strip(JOINERS + " ")


def removed_characters(line: str) -> list[str]:
    """Return the code points ("U+200E") that `clean_line` takes out of `line`, in order."""
    found = [char for char in dict.fromkeys(line) if ord(char) in _REMOVED]
    return [f"U+{ord(char):04X}" for char in found]


# Invisible in every script: joiners of words and of accents, fillers, tags, variation selectors.
_NEVER_SEEN = {0x034F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180E, 0x3164, 0xFFA0}
_NEVER_SEEN.update(range(0x2060, 0x2066), range(0xFE00, 0xFE10), range(0xE0000, 0xE0200))
# Scripts whose letters neither join nor run on without spaces, so that joiners say nothing.
_NEEDS_NO_JOINERS = {"Latn", "Cyrl", "Grek", "Armn", "Geor"}


def needless_characters(name: str) -> list[str]:
    """Return the code points in a stored name that nobody sees and that shape no letter."""
    if name.isascii() and name.isprintable():
        return []
    plain = set(scripts_in(name)) <= _NEEDS_NO_JOINERS
    found = [
        char
        for char in dict.fromkeys(name)
        if ord(char) in _REMOVED or ord(char) in _NEVER_SEEN or (plain and char in JOINERS)
    ]
    return [f"U+{ord(char):04X}" for char in found]


def unsafe_characters(line: str) -> list[str]:
    """Return code points that no font is sure to show: private-use, surrogate, unassigned.

    Also U+FFFD, which stands where a character was lost.
    """
    if line.isascii():
        return []
    found = dict.fromkeys(
        c for c in line if c == "\ufffd" or unicodedata.category(c) in ("Co", "Cs", "Cn")
    )
    return [f"U+{ord(char):04X}" for char in found]


def longest_combining_run(line: str) -> int:
    """Return the length of the longest run of combining marks in `line`."""
    if line.isascii():
        return 0
    longest = run = 0
    for char in line:
        run = run + 1 if unicodedata.category(char) in ("Mn", "Me") else 0
        longest = max(longest, run)
    return longest
