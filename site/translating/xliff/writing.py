"""Writing XLIFF.

The files are built element by element: the toolkit that reads them knows no inline codes
in version 2.0.
"""

from lxml import etree

from . import NAMESPACES
from .inline import FORBIDDEN, fill

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def write_xliff(translation, segments, version):
    """The file (bytes) of a `Translation` with its `segments`, in version "1.2" or "2.0"."""
    namespace = NAMESPACES[version]
    root = etree.Element(f"{{{namespace}}}xliff", nsmap={None: namespace}, version=version)
    source = translation.source.locale.language_code
    target = translation.target_locale.language_code
    write = _write_12 if version == "1.2" else _write_20
    write(root, translation, segments, source, target)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def _write_12(root, translation, segments, source, target):
    file = _child(root, "file", original=str(translation.uuid), datatype="html")
    file.set("source-language", source)
    file.set("target-language", target)
    body = _child(file, "body")
    for segment in segments:
        unit = _child(body, "trans-unit", id=segment.key)
        unit.set(XML_SPACE, "preserve")
        if segment.limit:
            unit.set("maxwidth", str(segment.limit))
            unit.set("size-unit", "char")
        fill(_child(unit, "source"), segment.source, "1.2")
        if segment.target:
            element = _child(unit, "target", state="translated")
            fill(element, segment.target, "1.2")
        _child(unit, "note").text = _clean(segment.label)


def _write_20(root, translation, segments, source, target):
    root.set("srcLang", source)
    root.set("trgLang", target)
    file = _child(root, "file", id="f1", original=str(translation.uuid))
    for segment in segments:
        unit = _child(file, "unit", id=segment.key)
        unit.set(XML_SPACE, "preserve")
        notes = _child(unit, "notes")
        _child(notes, "note").text = _clean(segment.label)
        element = _child(unit, "segment", state="translated" if segment.target else "initial")
        fill(_child(element, "source"), segment.source, "2.0")
        if segment.target:
            fill(_child(element, "target"), segment.target, "2.0")


def _child(parent, name, **attributes):
    return etree.SubElement(parent, f"{{{etree.QName(parent).namespace}}}{name}", **attributes)


def _clean(text):
    return FORBIDDEN.sub("", str(text))
