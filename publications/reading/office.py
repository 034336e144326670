"""Whom Office and OpenDocument files name outside of their text, and the same files without.

They are archives of XML. Names are looked for by reading the XML; they are taken out by
overwriting single values, so that everything else stays to the letter.
"""

import html
import io
import re
import shutil
from dataclasses import dataclass, field
from zipfile import BadZipFile, ZipFile, ZipInfo

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, iterparse

from .names import MOST
from .office_parts import NEUTRAL, TITLED, rules_for
from .run import UnreadableError

OFFICE = {"docx", "ods", "odt", "pptx", "xlsx"}
LONGEST_PART = 64 * 1024 * 1024
LONGEST_NAME = 300
TAG = re.compile(rb"<[A-Za-z_](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
DAMAGED = (BadZipFile, DefusedXmlException, EOFError, NotImplementedError, ParseError, ValueError)


@dataclass
class OfficeReading:
    """What a file says of itself: its title, and people as [where, name], each once."""

    title: str = ""
    names: list = field(default_factory=list)


def read_office(file):
    """The `OfficeReading` of an open file. Raises `UnreadableError`."""
    title, found = "", {}
    try:
        with ZipFile(file) as archive:
            for entry in archive.infolist():
                rules = rules_for(entry.filename)
                if not rules and entry.filename not in TITLED:
                    continue
                if entry.file_size > LONGEST_PART:
                    raise UnreadableError("long-parts")
                for place, value in _values(archive.open(entry), rules):
                    if place == "title":
                        title = title or value
                    elif value not in {"", NEUTRAL}:
                        found[place, value] = True
    except DAMAGED:
        raise UnreadableError("broken-parts") from None
    return OfficeReading(title, [list(pair) for pair in found][:MOST])


def _values(part, rules):
    """Yield where and what for every value of a part that names somebody, and its title."""
    told = {"title"}.union(*(rule.elements for rule in rules))
    inside = 0  # of how many elements that are told of
    with part:
        for event, element in iterparse(part, events=("start", "end")):
            is_told = _local(element.tag) in told
            if event == "start":
                inside += is_told
                yield from _attributes(element, rules)
                continue
            inside -= is_told
            if is_told:
                yield from _texts(element, rules)
            if not inside:
                element.clear()


def _attributes(element, rules):
    for name, value in element.attrib.items():
        for rule in rules:
            if _local(name) in rule.attributes and rule.counts(value):
                yield rule.place, _short(value)


def _texts(element, rules):
    name, text = _local(element.tag), _short("".join(element.itertext()))
    if name == "title":
        yield "title", text
    for rule in rules:
        if name in rule.elements and rule.is_about(element.attrib.values()):
            yield rule.place, text


def _local(name):
    return name.rpartition("}")[2]


def _short(value):
    return " ".join(value.split())[:LONGEST_NAME]


def cleaned_office(file):
    """The bytes of an open file without the people it names outside of its text; its title
    stays. Raises `UnreadableError`, also where any name is left.
    """
    before = read_office(file)
    result = io.BytesIO()
    file.seek(0)
    with ZipFile(file) as archive, ZipFile(result, "w") as clean:
        for entry in archive.infolist():
            _copy(archive, entry, clean)
    after = read_office(result)
    if after.names or after.title != before.title:
        raise UnreadableError("not-cleaned")
    return result.getvalue()


def _copy(archive, entry, clean):
    """Copy one part: without its date and the account of who packed it, and without names."""
    plain = ZipInfo(entry.filename)
    plain.compress_type = entry.compress_type
    rules = rules_for(entry.filename)
    if rules:
        data = archive.read(entry)
        for rule in rules:
            data = _without(data, rule)
        clean.writestr(plain, data)
        return
    with archive.open(entry) as source, clean.open(plain, "w") as target:
        shutil.copyfileobj(source, target)


def _without(data, rule):
    if rule.elements:
        data = rule.element_pattern.sub(lambda found: rule.emptied(found), data)
    if rule.attributes:
        data = TAG.sub(lambda tag: rule.attribute_pattern.sub(_neutral(rule), tag[0]), data)
    return data


def _neutral(rule):
    def replace(found):
        value = html.unescape(found[2].decode("utf-8", "replace")[1:-1])
        return found[1] + b'="' + NEUTRAL.encode() + b'"' if rule.counts(value) else found[0]

    return replace
