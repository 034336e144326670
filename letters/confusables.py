"""Letters of other scripts that look like Latin ones.

A small table of our own, after the idea of Unicode's technical report 39: the letters with
which the names of organisations are most easily mistaken for others, not every character.
"""

from letters.ordering import match_key
from letters.scripts import script_of

_CYRILLIC = dict(
    zip(
        "АВЕЅІЈКМНОРСТУХҮӀԌԚԜаԁеһіјкӏорсԛѕуүѵхԝ",
        "ABESIJKMHOPCTYXYIGQWadehijklopcqsyyvxw",
        strict=True,
    )
)
_GREEK = dict(zip("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαγικνορτυχϲϳ", "ABEZHIKMNOPTYXayikvoptuxcj", strict=True))
_ARMENIAN = dict(zip("ՕՏՍԼհոսցօյ", "OSULhnugoj", strict=True))
_CHEROKEE = dict(zip("ᎪᏴᏟᎠᎬᏀᎻᎫᏦᏞᎷᏢᎡᏚᎢᏙᎳᎩᏃ", "ABCDEGHJKLMPRSTVWYZ", strict=True))
_LOOKS_LIKE = str.maketrans(_CYRILLIC | _GREEK | _ARMENIAN | _CHEROKEE)
_SCRIPTS = {"Cyrl", "Grek", "Armn", "Cher"}
# Signs that many typefaces draw alike.
_ONE_STROKE = str.maketrans({"I": "l", "1": "l", "|": "l", "0": "o"})


def latin_twin(name):
    """The Latin name for which `name` can be mistaken, or "".

    Takes a name in which letters of other scripts stand; it has a twin only if every one of
    them looks like a Latin letter.
    """
    if not any(script_of(char) in _SCRIPTS for char in name):
        return ""
    twin = name.translate(_LOOKS_LIKE)
    return "" if any(script_of(char) not in ("", "Latn") for char in twin) else twin


def skeleton(name):
    """What names that look the same have in common, whatever letters they are made of."""
    return match_key(name.translate(_LOOKS_LIKE).translate(_ONE_STROKE))
