"""The text of a publication as a reader gets it: chapters to jump to, footnotes at the end."""

import re
from dataclasses import dataclass, field

from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

# [^the words of the note], in which [brackets] may stand.
NOTE = re.compile(r"\[\^\s*((?:[^\[\]]|\[[^\[\]]*\])+?)\s*\]")
TAG = re.compile(r"<(/?)(\w+)[^>]*>")
ANCHOR_LENGTH = 8


@dataclass(frozen=True)
class Chapter:
    """The title of a chapter and the name to link to."""

    anchor: str
    title: str


@dataclass(frozen=True)
class Note:
    """A footnote: its number and its words as HTML."""

    number: int
    html: str


@dataclass(frozen=True)
class Part:
    """A block of the text; exactly one of `chapter` and `html` may be set."""

    block: object
    chapter: Chapter | None = None
    html: str = ""


@dataclass
class Contents:
    """The parts of a text in order, its chapters, and the notes in it."""

    parts: list = field(default_factory=list)
    chapters: list = field(default_factory=list)
    notes: list = field(default_factory=list)


def contents_of(body):
    """The `Contents` of the value of a `ChaptersBlock`."""
    contents = Contents()
    for number, block in enumerate(body, start=1):
        if block.block_type == "heading":
            chapter = Chapter(anchor_of(block, number), block.value)
            contents.chapters.append(chapter)
            contents.parts.append(Part(block, chapter=chapter))
        elif block.block_type == "text":
            contents.parts.append(Part(block, html=_noted(str(block.value), contents.notes)))
        else:
            contents.parts.append(Part(block))
    return contents


def anchor_of(block, number):
    """The name of a chapter in an address: it stays when the title is changed or translated.

    A block that was never stored has no identifier yet; its place has to do.
    """
    return f"c-{block.id[:ANCHOR_LENGTH]}" if block.id else f"c-{number}"


def _noted(html, notes):
    """`html` with each note replaced by its number; the note is added to `notes`."""

    def numbered(match):
        words = match[1]
        if not _is_whole(words):
            return match[0]
        note = Note(len(notes) + 1, mark_safe(words))
        notes.append(note)
        return format_html(
            '<sup class="note"><a href="#n-{0}" id="r-{0}" aria-label="{1}">{0}</a></sup>',
            note.number,
            _("Note %(number)d") % {"number": note.number},
        )

    return mark_safe(NOTE.sub(numbered, html))


def _is_whole(html):
    """Whether every element that begins in `html` ends in it, and none of them is a block."""
    open_tags = []
    for closing, name in TAG.findall(html):
        if name in ("p", "ul", "ol", "li", "h3", "h4"):
            return False
        if not closing:
            open_tags.append(name)
        elif not open_tags or open_tags.pop() != name:
            return False
    return not open_tags
