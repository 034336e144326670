"""What a picture's file says about it: proposed to the editor, then gone from the file."""

import re
import unicodedata
from dataclasses import dataclass

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException
from PIL import IptcImagePlugin

DESCRIPTION, ARTIST, COPYRIGHT = 0x010E, 0x013B, 0x8298
LONGEST_XMP = 256 * 1024
DC = "{http://purl.org/dc/elements/1.1/}"
PHOTOSHOP = "{http://ns.adobe.com/photoshop/1.0/}"
RDF_ITEM = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li"
# Each field: its tag in EXIF, its number in IPTC, its names in XMP.
SOURCES = {
    "caption": (DESCRIPTION, [(2, 120)], [f"{DC}description"]),
    "credit": (ARTIST, [(2, 80), (2, 110)], [f"{DC}creator", f"{PHOTOSHOP}Credit"]),
    "copyright": (COPYRIGHT, [(2, 116)], [f"{DC}rights"]),
}
LONGEST = 250


@dataclass(frozen=True)
class Words:
    """What a file says; empty text for what it does not say."""

    caption: str = ""
    credit: str = ""
    copyright: str = ""


SILENCE = Words()


def read_words(picture):
    """Return the `Words` in the metadata of an open Pillow picture. Never raises for them."""
    exif, iptc, xmp = _exif(picture), _iptc(picture), _xmp(picture)
    found = {}
    for field, (tag, numbers, names) in SOURCES.items():
        said = [exif.get(tag), *map(iptc.get, numbers), *map(xmp.get, names)]
        found[field] = next(filter(None, map(_text, said)), "")
    return Words(**found)


def _exif(picture):
    try:
        return dict(picture.getexif())
    except Exception:
        return {}


def _iptc(picture):
    try:
        return IptcImagePlugin.getiptcinfo(picture) or {}
    except Exception:
        return {}


def _xmp(picture):
    """Texts by name, from the elements and attributes of the XMP packet."""
    packet = picture.info.get("xmp") or b""
    if isinstance(packet, str):
        packet = packet.encode()
    start, end = packet.find(b"<x:xmpmeta"), packet.rfind(b"</x:xmpmeta>")
    if start < 0 or end < 0 or end - start > LONGEST_XMP:
        return {}
    try:
        root = ElementTree.fromstring(packet[start : end + len(b"</x:xmpmeta>")])
    except (ElementTree.ParseError, DefusedXmlException, ValueError):
        return {}
    found = {}
    for element in root.iter():
        found |= {name: value for name, value in element.attrib.items() if name not in found}
        item = next(element.iter(RDF_ITEM), element)
        if item.text and item.text.strip():
            found.setdefault(element.tag, item.text)
    return found


def _text(value):
    if isinstance(value, list):
        value = value[0] if value else ""
    if isinstance(value, bytes):
        try:
            value = value.decode("utf-8")
        except UnicodeDecodeError:
            value = value.decode("latin-1")
    if not isinstance(value, str):
        return ""
    value = "".join(" " if unicodedata.category(sign) in {"Cc", "Co"} else sign for sign in value)
    value = re.sub("[\u202a-\u202e\u2066-\u2069]", "", value)
    return " ".join(value.split())[:LONGEST]
