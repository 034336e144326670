"""Whom a file names, outside of its text."""

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

# What Info calls them, and the XML; the rest says nothing about people.
IN_INFO = ("Author", "Creator")
IN_XML = {"creator", "contributor", "Author", "Owner", "AuthorsPosition", "CaptionWriter"}
MOST = 50


def names_in(info, xml, commenters):
    """The people that a file may name: a list of [where, name], each once.

    `info` is its description of itself, `xml` the descriptions in XML (bytes).
    """
    found = [("info", info[entry]) for entry in IN_INFO if info.get(entry)]
    for document in xml:
        found += [("xml", name) for name in _in_xml(document)]
    found += [("comment", name) for name in commenters]
    return [list(pair) for pair in dict.fromkeys(found)][:MOST]


def _in_xml(document):
    start, end = document.find(b"<x:xmpmeta"), document.rfind(b"</x:xmpmeta>")
    if start < 0 or end < 0:
        start, end = document.find(b"<rdf:RDF"), document.rfind(b"</rdf:RDF>")
    try:
        root = fromstring(document[start : document.index(b">", end) + 1])
    except (ParseError, DefusedXmlException, ValueError):
        return
    for element in root.iter():
        if _local(element.tag) in IN_XML:
            yield from filter(None, (text.strip()[:300] for text in element.itertext()))
        for name, value in element.attrib.items():
            if _local(name) in IN_XML and value.strip():
                yield value.strip()[:300]


def _local(tag):
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
