"""XLIFF 1.2 and 2.0, out and in: the files of translators' programs."""

CONTENT_TYPE = "application/xliff+xml"
NAMESPACES = {
    "1.2": "urn:oasis:names:tc:xliff:document:1.2",
    "2.0": "urn:oasis:names:tc:xliff:document:2.0",
}
