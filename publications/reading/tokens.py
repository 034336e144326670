"""Words for the search where a script puts no spaces between words.

The search of the database knows words by the spaces around them. A run of letters of such
a script is therefore also kept as overlapping pairs of letters, written in ASCII; a query
goes through the same function and finds every text that holds all of its pairs.
"""

import re

# Thai, Lao, Tibetan, Burmese (with extensions), Khmer, kana, Chinese characters, Hangul.
LETTERS = (
    r"\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\u3005-\u3007"
    r"\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f"
    r"\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003ffff"
)
# They mark places for line breaks in some texts and are left out in others.
JOINERS = "\u200b\u200c\u200d\u2060"
RUN = re.compile(f"[{LETTERS}][{LETTERS}{JOINERS}]*")
LEFT_OUT = re.compile(f"[{JOINERS}]")


def tokens_of(text):
    """The tokens of `text`, apart by spaces: every letter and every pair, each once."""
    tokens = {}
    for run in map(_letters, RUN.findall(text)):
        tokens |= dict.fromkeys(run)
        tokens |= dict.fromkeys(_pairs(run))
    return " ".join(map(_token, tokens))


def query_of(text):
    """The words of a query, with runs of such scripts replaced by the tokens to look for."""
    return RUN.sub(lambda match: f" {_tokens_of_query(_letters(match[0]))} ", text)


def _tokens_of_query(run):
    return " ".join(map(_token, _pairs(run) or [run]))


def _letters(run):
    return LEFT_OUT.sub("", run)


def _pairs(run):
    return [run[place : place + 2] for place in range(len(run) - 1)]


def _token(letters):
    # A letter in front, so that no reader of the query takes it for a number or a sign.
    return "u" + "".join(f"{ord(letter):x}" for letter in letters)
