"""Reading the files that translators bring back. They come from outside: nothing is trusted."""

from dataclasses import dataclass
from xml.etree.ElementTree import ParseError

import polib
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext as _
from lxml import etree
from translate.storage import base
from translate.storage.xliff import Xliff1File
from translate.storage.xliff2 import Xliff2File

from .inline import CodeError, read

SIZE_LIMIT = 2 * 1024 * 1024


class FileError(Exception):
    """The file cannot be used at all; says why."""


@dataclass
class Entry:
    """One text of a file: where it stands, and its translation or what is wrong with it."""

    number: int
    key: str = ""
    place: tuple = ()  # (path, source), where a file has no keys
    source: str = ""
    target: str = ""
    problem: str = ""


def read_file(upload, translation):
    """The entries (list of `Entry`) of an uploaded XLIFF or PO file for a `Translation`.

    Raises `FileError` for a file that is broken, too large, of another kind, or of
    another text or language.
    """
    if upload.size > SIZE_LIMIT:
        raise FileError(
            _("The file is too large: there is room for {size} MB.").format(
                size=SIZE_LIMIT // 1024**2
            )
        )
    data = upload.read()
    entries = (
        _read_xliff(data, translation)
        if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith((b"<", b"\xff\xfe", b"\xfe\xff"))
        else _read_po(data, translation)
    )
    if not entries:
        raise FileError(_("The file holds no texts."))
    return entries


def _read_xliff(data, translation):
    try:
        root = fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise FileError(
            _("The file defines entities or a document type. Files of this site have neither.")
        ) from error
    except (ParseError, ValueError, LookupError) as error:
        raise FileError(_("The file is broken: it is no proper XML.")) from error
    if not root.tag.endswith("}xliff"):
        raise FileError(_("This is no XLIFF file."))
    kind = Xliff2File if root.get("version", "").startswith("2") else Xliff1File
    try:
        store = kind.parsestring(data)
        units = [unit.xmlelement for unit in store.units]
        languages = store.getsourcelanguage(), store.gettargetlanguage()
        document = store.document.getroot()
    except (etree.XMLSyntaxError, base.ParseError, ValueError, StopIteration) as error:
        raise FileError(_("The file is broken: it is no proper XLIFF.")) from error
    _check_origin(document, languages, translation)
    return _entries(units, version_2=kind is Xliff2File)


def _check_origin(root, languages, translation):
    originals = {element.get("original") for element in root.iterchildren("{*}file")}
    if str(translation.uuid) not in originals:
        raise FileError(_("The file belongs to another text or another language."))
    wanted = translation.source.locale.language_code, translation.target_locale.language_code
    for found, code in zip(languages, wanted, strict=True):
        if (found or "").lower().replace("_", "-") != code:
            raise FileError(
                _("The file says {found} where this translation has {wanted}.").format(
                    found=found or "–", wanted=code
                )
            )


def _entries(elements, *, version_2):
    """One entry for each unit; a unit that a program cut into segments is put together."""
    units = {}
    for element in elements:
        parent = element.getparent() if version_2 else element
        units.setdefault(parent, []).append(element)
    return [
        _entry(number, unit.get("id") or "", segments)
        for number, (unit, segments) in enumerate(units.items(), start=1)
    ]


def _entry(number, key, segments):
    entry = Entry(number, key=key)
    try:
        for name in ("source", "target"):
            found = [segment.find(f"{{*}}{name}") for segment in segments]
            text = "".join(read(element) for element in found if element is not None)
            setattr(entry, name, text)
        if len(segments) > 1 and any(segment.find("{*}target") is None for segment in segments):
            entry.target = ""  # half a translation is none
    except CodeError as error:
        entry.problem = str(error)
    return entry


def _read_po(data, translation):
    try:
        text = data.decode("utf-8-sig")
        # polib takes a short text for the name of a file.
        if 'msgid "' not in text:
            raise FileError(_("This is neither an XLIFF file nor a PO file."))
        po = polib.pofile(text)
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise FileError(_("The file is broken: it is no proper PO file.")) from error
    if po.metadata.get("X-WagtailLocalize-TranslationID") != str(translation.uuid):
        raise FileError(_("The file belongs to another text or another language."))
    return [
        Entry(
            number,
            place=(entry.msgctxt or "", entry.msgid),
            source=entry.msgid,
            target=entry.msgstr,
        )
        for number, entry in enumerate((item for item in po if not item.obsolete), start=1)
    ]
