"""Office and OpenDocument files that name people in every place that can."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

NAMES = ("Mara Ilen", "Tovi Adar", "mara@example.org", "Ilen &amp; Co", "MI-Initials", "/home/mara")
TEXT = 'It is said that <w:t xml:space="preserve">author="Nobody" wrote this</w:t>'
CORE = (
    '<cp:coreProperties xmlns:cp="urn:c" xmlns:dc="urn:d" xmlns:x="urn:x"><dc:title>The river'
    '</dc:title><dc:creator>Mara Ilen</dc:creator><cp:lastModifiedBy x:lang="">Tovi Adar'
    "</cp:lastModifiedBy><cp:revision>7</cp:revision></cp:coreProperties>"
)
APP = (
    "<Properties xmlns='urn:p'><Application>Writer</Application><Manager>Tovi Adar</Manager>"
    "<Company>Ilen &amp; Co</Company><HyperlinkBase/></Properties>"
)
CUSTOM = (
    '<Properties xmlns:vt="urn:v"><property name="Checked"><vt:lpwstr>Tovi Adar</vt:lpwstr>'
    "</property></Properties>"
)
PROPERTIES = {"docProps/core.xml": CORE, "docProps/app.xml": APP, "docProps/custom.xml": CUSTOM}
LINK = (
    '<Relationships xmlns="urn:r"><Relationship Target="file:///home/mara/a.dotx"/>'
    '<Relationship Target="https://example.org/"/><Relationship Target="media/a.png"/>'
    "</Relationships>"
)
WORD = {
    "word/document.xml": (
        f'<w:document xmlns:w="urn:w">{TEXT}<w:ins w:id="1" w:author="Mara Ilen"/>'
        "<w:del w:author = 'Tovi Adar'/></w:document>"
    ),
    "word/comments.xml": (
        '<w:comments xmlns:w="urn:w"><w:comment w:author="Tovi Adar" w:initials="MI-Initials">'
        "<w:t>Check</w:t></w:comment></w:comments>"
    ),
    "word/people.xml": (
        '<p:people xmlns:p="urn:p"><p:person p:author="Mara Ilen"><p:presenceInfo '
        'p:userId="mara@example.org"/></p:person></p:people>'
    ),
    "word/_rels/settings.xml.rels": LINK,
}
EXCEL = {
    "xl/workbook.xml": (
        '<workbook xmlns:a="urn:a"><a:absPath url="/home/mara/"/><sheet name="Rivers"/></workbook>'
    ),
    "xl/comments1.xml": "<comments><authors><author>Mara Ilen</author></authors></comments>",
    "xl/persons/person.xml": (
        '<personList><person displayName="Tovi Adar" userId="mara@example.org"/></personList>'
    ),
    "xl/tables/table1.xml": '<table displayName="Rivers" name="Rivers"/>',
}
POWERPOINT = {
    "ppt/presentation.xml": "<p/>",
    "ppt/commentAuthors.xml": '<l><cmAuthor id="0" name="Mara Ilen" initials="MI-Initials"/></l>',
    "ppt/authors.xml": '<l><author id="0" name="Tovi Adar" userId="mara@example.org"/></l>',
}
OPEN = {
    "content.xml": (
        '<o:document-content xmlns:o="urn:o" xmlns:dc="urn:d"><o:annotation><dc:creator>Mara Ilen'
        "</dc:creator><o:p>Check</o:p></o:annotation></o:document-content>"
    ),
    "meta.xml": (
        '<o:document-meta xmlns:o="urn:o" xmlns:dc="urn:d"><dc:title>The river</dc:title>'
        "<o:initial-creator>Mara Ilen</o:initial-creator><dc:creator><![CDATA[Tovi Adar]]>"
        "</dc:creator><o:user-defined>mara@example.org</o:user-defined></o:document-meta>"
    ),
    "settings.xml": (
        '<o:s xmlns:o="urn:o"><o:config-item o:name="PrinterName">/home/mara/printer'
        '</o:config-item><o:config-item o:name="Zoom">100</o:config-item></o:s>'
    ),
}


def packed(parts, first=()):
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in first:
            archive.writestr(name, content, ZIP_STORED)
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def opened(kind):
    declared = f"application/vnd.oasis.opendocument.{kind}"
    return packed(OPEN | {"Pictures/a.png": b"\x89PNG"}, [("mimetype", declared)])


TYPES = {"[Content_Types].xml": "<Types/>"}
FILES = {
    "docx": packed(TYPES | WORD | PROPERTIES),
    "xlsx": packed(TYPES | EXCEL | PROPERTIES),
    "pptx": packed(TYPES | POWERPOINT | PROPERTIES),
    "odt": opened("text"),
    "ods": opened("spreadsheet"),
}
