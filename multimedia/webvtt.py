"""Captions in WebVTT, read and checked: https://www.w3.org/TR/webvtt1/

Pure functions; what they find is told with the number of the line, so that whoever made the
file can mend it.
"""

import re
from dataclasses import dataclass, field
from html import unescape
from itertools import pairwise

from django.utils.translation import gettext as _

TIMING = re.compile(r"(?P<start>\S+)[ \t]+-->[ \t]+(?P<end>\S+)(?:[ \t]+(?P<settings>.*))?")
TIME = re.compile(r"(?:(?P<hours>\d{2,}):)?(?P<minutes>[0-5]\d):(?P<seconds>[0-5]\d\.\d{3})")
TAG = re.compile(r"</?(?P<name>[^\s.>/]*)[^>]*>")
TAGS = {"c", "i", "b", "u", "ruby", "rt", "v", "lang"}
SETTINGS = re.compile(r"(?:vertical|line|position|size|align|region):\S+")
# More than most people read, in characters a second.
FASTEST = 25
SPOKEN = ("captions", "subtitles")


@dataclass(frozen=True)
class Cue:
    """Words and when they are shown, in seconds from the beginning."""

    line: int
    start: float
    end: float
    text: str

    @property
    def plain(self):
        """The words without tags."""
        return unescape(TAG.sub("", self.text)).strip()

    @property
    def speed(self):
        """Characters for each second."""
        return len(self.plain) / (self.end - self.start) if self.end > self.start else 0


@dataclass(frozen=True)
class Problem:
    """What is wrong at a line; a `serious` problem keeps the file from being used."""

    line: int
    message: str
    serious: bool = True

    def __str__(self):
        return _("Line %(line)d: %(message)s") % {"line": self.line, "message": self.message}


@dataclass
class Reading:
    """What a file says, and what is wrong with it."""

    cues: list[Cue] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def refuse(self, line, message):
        """Note what makes the file unusable."""
        self.problems.append(Problem(line, message))

    def warn(self, line, message):
        """Note what makes the file hard to use."""
        self.problems.append(Problem(line, message, serious=False))

    @property
    def errors(self):
        """The serious problems, in the order of their lines."""
        return sorted((p for p in self.problems if p.serious), key=lambda p: p.line)

    @property
    def warnings(self):
        """The other problems, in the order of their lines."""
        return sorted((p for p in self.problems if not p.serious), key=lambda p: p.line)


def decode(data):
    """The text of a file; raises ValueError with a message where it is not UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = _("Line %(line)d is not in UTF-8. Save the file in that encoding.")
        raise ValueError(message % {"line": line}) from error


def read(text, *, kind="captions", duration=0):
    """Read and check the text of a file.

    `kind` is that of an HTML track; `duration` the length of the recording in seconds, 0
    where nobody knows it. Returns a `Reading`.
    """
    reading = Reading()
    lines = re.split(r"\r\n|\r|\n", text.removeprefix("\ufeff"))
    if not re.fullmatch(r"WEBVTT(?:[ \t].*)?", lines[0]):
        reading.refuse(1, _("The file does not begin with the word WEBVTT."))
    for number, block in blocks(lines):
        read_block(reading, number, block)
    if not reading.cues and not reading.errors:
        reading.refuse(1, _("There is no text in the file."))
    check_order(reading)
    check_end(reading, duration)
    if kind in SPOKEN:
        check_comfort(reading)
    return reading


def blocks(lines):
    """Yield (number of the first line, lines) of what stands between blank lines."""
    block, first = [], 0
    for number, line in enumerate([*lines, ""], start=1):
        if line:
            first = first or number
            block.append(line)
        elif block:
            if first > 1:  # the first one is the header
                yield first, block
            block, first = [], 0


def read_block(reading, number, block):
    """Read one block: a cue, a comment, or a definition, which says nothing to us."""
    if re.match(r"NOTE(?:[ \t]|$)", block[0]) or block[0].strip() in ("STYLE", "REGION"):
        return
    place = 0 if "-->" in block[0] else 1
    if place >= len(block) or "-->" not in block[place]:
        reading.refuse(number, _("There is no time here (00:01.000 --> 00:04.000)."))
        return
    line = number + place
    times = read_times(reading, line, block[place].strip())
    if times:
        cue = Cue(line, *times, text="\n".join(block[place + 1 :]))
        check_text(reading, cue)
        reading.cues.append(cue)


def read_times(reading, line, text):
    """The beginning and end of a cue in seconds; None, and a problem, where there are none."""
    timing = TIMING.fullmatch(text)
    start, end = (time_of(timing[part]) if timing else None for part in ("start", "end"))
    if start is None or end is None:
        reading.refuse(
            line,
            _("Write times with a point, not a comma: 00:01.000.")
            if "," in text
            else _("This is no time that players understand; write 00:01.000 --> 00:04.000."),
        )
        return None
    if end <= start:
        reading.refuse(line, _("The end lies before the beginning."))
    check_settings(reading, line, timing["settings"] or "")
    return start, end


def time_of(text):
    """The seconds of a timestamp, None where it is none."""
    match = TIME.fullmatch(text)
    if not match:
        return None
    return int(match["hours"] or 0) * 3600 + int(match["minutes"]) * 60 + float(match["seconds"])


def check_settings(reading, line, settings):
    """Where the words stand: players skip what they do not know."""
    for setting in settings.split():
        if not SETTINGS.fullmatch(setting):
            reading.warn(line, _("Players do not know “%(word)s”.") % {"word": setting})


def check_text(reading, cue):
    """Words there must be, and only tags that players know."""
    if not cue.plain:
        reading.refuse(cue.line, _("There are no words for this time."))
    if "-->" in cue.text:
        reading.refuse(cue.line + 1, _("Leave a blank line before the next time."))
    for tag in TAG.finditer(cue.text):
        name = tag["name"]
        if name not in TAGS and not TIME.fullmatch(name) and not name[:1].isdigit():
            line = cue.line + 1 + cue.text.count("\n", 0, tag.start())
            reading.warn(line, _("Players do not know “%(word)s”.") % {"word": tag[0]})


def check_order(reading):
    """Cues come in the order of their times; two at once cover one another."""
    for before, after in pairwise(reading.cues):
        if after.start < before.start:
            reading.refuse(after.line, _("This begins before the one above it."))
        elif after.start < before.end:
            reading.warn(after.line, _("This begins while the one above it is still shown."))


def check_end(reading, duration):
    """Nothing is shown after the end of the recording."""
    for cue in reading.cues:
        if duration and cue.start >= duration:
            reading.refuse(cue.line, _("The recording has ended before this time."))
        elif duration and cue.end > duration + 0.5:
            reading.warn(cue.line, _("This goes on after the end of the recording."))


def check_comfort(reading):
    """Words stay long enough to be read."""
    for cue in reading.cues:
        if cue.speed > FASTEST:
            message = _(
                "%(speed)d characters in a second are too fast to read; up to %(most)d are good."
            )
            reading.warn(cue.line, message % {"speed": cue.speed, "most": FASTEST})
