"""Paragraphs whose lines belong together: wrapped at a fixed width, or one signature."""

from __future__ import annotations

from collections.abc import Iterator

from letters.parsing.document import Line
from letters.parsing.people import is_signature
from letters.parsing.shape import is_uncased


def unwrapped(lines: list[Line]) -> Iterator[Line]:
    """Join the lines of paragraphs that were broken at a fixed width."""
    paragraph: list[Line] = []
    for line in lines:
        plain = line.kind == "plain" and not (line.heading or line.rule or line.bold)
        if paragraph and (line.blank_before or not plain):
            yield from _join_if_wrapped(paragraph)
            paragraph = []
        if plain:
            paragraph.append(line)
        else:
            yield line
    yield from _join_if_wrapped(paragraph)


def _join_if_wrapped(paragraph: list[Line]) -> list[Line]:
    if len(paragraph) < 2:
        return paragraph
    texts = [line.text for line in paragraph]
    first = paragraph[0]
    if is_signature(texts):
        first.signature = texts
    elif not _is_wrapped(texts):
        return paragraph
    glue = "" if is_uncased(first.text) and " " not in first.text else " "
    first.text = first.whole = glue.join(line.text for line in paragraph)
    return [first]


def _is_wrapped(texts: list[str]) -> bool:
    """Lines of nearly equal length that hold sentences or runs of names, not one name each."""
    longest = max(map(len, texts))
    if longest < 50 or any(len(text) < longest * 0.7 for text in texts[:-1]):
        return False
    if longest > 150:
        return False
    starts_lower = sum(1 for text in texts[1:] if text[0].islower())
    separators = sum(text.count(sign) for text in texts for sign in ",，、;；")
    ends_open = sum(1 for text in texts[:-1] if text[-1] not in ",，、;；.。")
    return starts_lower > 0 or (separators >= 2 * len(texts) and ends_open > 0)
