"""Texts travel to translators' programs and back, and nothing changes unseen."""

import json
import re
from copy import deepcopy

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from lxml import etree
from translate.storage.xliff import Xliff1File
from translate.storage.xliff2 import Xliff2File
from wagtail_localize.models import StringTranslation

from translating.segments import segments_of
from translating.xliff.reading import SIZE_LIMIT

KINDS = ["xliff12", "xliff20"]
ARABIC = "نص "


@pytest.fixture
def desk(translation):
    return f"/admin/translations/{translation.pk}/"


@pytest.fixture
def client_of_chief(log_in, chief):
    return log_in(chief)


@pytest.fixture
def download(client_of_chief, desk):
    return lambda kind: client_of_chief.get(f"{desk}download/{kind}/")


@pytest.fixture
def upload(client_of_chief, desk):
    def upload(content, name="text.xlf"):
        content = content.encode() if isinstance(content, str) else content
        return client_of_chief.post(f"{desk}upload/", {"file": SimpleUploadedFile(name, content)})

    return upload


@pytest.fixture
def confirm(client_of_chief, desk):
    def confirm(response):
        values = response.context["values"]
        return client_of_chief.post(f"{desk}upload/", {"values": values}, follow=True)

    return confirm


def translated(content):
    """A file in which every text was translated by putting a word in front of it."""
    root = etree.fromstring(content)
    for source in root.iter("{*}source"):
        target = source.getparent().find("{*}target")
        if target is None:
            target = etree.SubElement(source.getparent(), source.tag.replace("source", "target"))
            source.addnext(target)
        for child in list(target):
            target.remove(child)
        target.text = ARABIC + (source.text or "")
        for child in source:
            target.append(deepcopy(child))
    return etree.tostring(root, encoding="UTF-8")


@pytest.mark.parametrize("kind", KINDS)
def test_file_holds_every_text_with_its_codes(download, translation, kind):
    response = download(kind)
    assert response["Content-Type"] == "application/xliff+xml"
    assert 'filename="a-letter-about-rivers-ar.xlf"' in response["Content-Disposition"]
    root = etree.fromstring(response.content)
    texts = ["".join(source.itertext()) for source in root.iter("{*}source")]
    assert "A letter about rivers" in texts
    assert "We write to you & them." in texts
    codes = {element.get("id") for element in root.iter("{*}g", "{*}pc")}
    assert codes == {"b1", "a1"}
    assert "example.org" not in response.content.decode()
    assert "Sample Union" not in response.content.decode()


@pytest.mark.parametrize(("kind", "reader"), [("xliff12", Xliff1File), ("xliff20", Xliff2File)])
def test_other_programs_read_the_file(download, kind, reader):
    store = reader.parsestring(download(kind).content)
    assert store.getsourcelanguage() == "en"
    assert store.gettargetlanguage() == "ar"
    assert "A letter about rivers" in [str(unit.source) for unit in store.units]


@pytest.mark.parametrize("kind", KINDS)
def test_translated_file_is_shown_and_then_taken(
    download, upload, confirm, translation, kind, client_of_chief
):
    shown = upload(translated(download(kind).content))
    plan = shown.context["plan"]
    assert not StringTranslation.objects.exists()
    assert len(plan.changes) == len(segments_of(translation))
    assert plan.problems == []
    assert ARABIC + "A letter about rivers" in shown.content.decode()
    done = confirm(shown)
    assert f"{len(plan.changes)} texts were changed." in done.content.decode()
    stored = {segment.source: segment.target for segment in segments_of(translation)}
    linked = 'We <b>write</b> to <a id="a1">you</a> &amp; them.'
    assert stored[linked] == ARABIC + linked
    assert translation.get_progress()[0] == translation.get_progress()[1]
    translation.save_target(publish=False)
    body = str(translation.get_target_instance().body)
    assert 'href="https://example.org"' in body


@pytest.mark.parametrize("kind", KINDS)
def test_same_file_again_changes_nothing(download, upload, confirm, translation, kind):
    content = translated(download(kind).content)
    confirm(upload(content))
    again = upload(content)
    assert again.context["plan"].changes == []
    assert again.context["plan"].unchanged == len(segments_of(translation))
    assert upload(download(kind).content).context["plan"].changes == []


def test_po_file_is_shown_first_too(client_of_chief, upload, confirm, translation):
    po = client_of_chief.get(f"/admin/localize/translate/{translation.pk}/pofile/download/")
    text = po.content.decode().replace(
        'msgid "A letter about rivers"\nmsgstr ""', 'msgid "A letter about rivers"\nmsgstr "رسالة"'
    )
    shown = upload(text, "text.po")
    assert [change.new for change in shown.context["plan"].changes] == ["رسالة"]
    confirm(shown)
    assert StringTranslation.objects.get().data == "رسالة"


def test_button_of_the_editor_shows_the_preview_too(client_of_chief, translation):
    po = client_of_chief.get(f"/admin/localize/translate/{translation.pk}/pofile/download/")
    text = po.content.decode().replace('rivers"\nmsgstr ""', 'rivers"\nmsgstr "رسالة"')
    shown = client_of_chief.post(
        reverse("wagtail_localize:upload_pofile", args=[translation.pk]),
        {"file": SimpleUploadedFile("text.po", text.encode())},
    )
    assert [change.new for change in shown.context["plan"].changes] == ["رسالة"]
    assert not StringTranslation.objects.exists()


def row(response):
    (problem,) = response.context["plan"].problems
    return problem.message


def edit(content, old, new):
    text = content.decode()
    assert re.search(old, text, re.DOTALL), text
    return re.sub(old, new, text, count=1, flags=re.DOTALL)


def test_row_without_its_link_cannot_be_used(download, upload):
    content = translated(download("xliff12").content)
    content = edit(content, r'(<target>نص We.*?)<g id="a1"[^>]*>(you)</g>', r"\1\2")
    response = upload(content)
    assert row(response) == "These codes are missing: a1."
    assert len(response.context["plan"].changes) > 2


def test_row_with_a_foreign_code_cannot_be_used(download, upload):
    content = translated(download("xliff20").content)
    response = upload(
        edit(content, r"(<target[^>]*>)نص A letter about rivers", r'\1<pc id="b1">x</pc>')
    )
    assert row(response) == "These codes are not in the source, or too often: b1."
    response = upload(edit(content, r"(<target[^>]*>)نص A letter about rivers", r'\1<ph id="q7"/>'))
    assert row(response) == "The code q7 is not one of the source."
    response = upload(edit(content, r"(<target[^>]*>)نص A letter about rivers", r"\1<sc id='b1'/>"))
    assert row(response) == "It holds a code that this site did not write: sc."


def test_row_of_unknown_text_cannot_be_used(download, upload):
    content = translated(download("xliff12").content)
    response = upload(edit(content, r'<trans-unit id="[^"]*"', '<trans-unit id="t1-999999"'))
    assert "not on the page" in row(response)


def test_row_that_comes_twice_is_used_once(download, upload):
    content = translated(download("xliff12").content)
    response = upload(edit(content, r"(<trans-unit .*?</trans-unit>)", r"\1\1"))
    assert row(response) == "This text is in the file twice."


def test_row_that_is_too_long_cannot_be_used(download, upload):
    content = translated(download("xliff12").content)
    response = upload(edit(content, "نص Rivers must run", "ن" * 301))
    assert row(response) == "Too long: 302 characters where there is room for 300."


def test_long_title_is_pointed_out_and_taken(download, upload):
    content = translated(download("xliff12").content)
    response = upload(edit(content, "نص A letter about rivers", "ن" * 80))
    assert "Long: 80 characters; more than 70 are often cut off." in response.content.decode()
    assert response.context["plan"].problems == []


def test_markup_typed_as_text_stays_text(download, upload, confirm, translation):
    content = translated(download("xliff12").content)
    confirm(
        upload(edit(content, "نص A letter about rivers", "&lt;script&gt;alert(1)&lt;/script&gt;"))
    )
    title = next(item for item in segments_of(translation) if item.path == "title")
    assert title.target == "&lt;script&gt;alert(1)&lt;/script&gt;"


def test_half_translated_file_leaves_the_rest_alone(download, upload, translation):
    content = download("xliff20").content
    response = upload(
        edit(content, "(<source>Rivers must run.</source>)", r"\1<target>أنهار</target>")
    )
    assert len(response.context["plan"].changes) == 1
    assert response.context["plan"].empty == len(segments_of(translation)) - 1


def test_unit_cut_into_segments_is_put_together(download, upload):
    content = edit(
        download("xliff20").content,
        "<segment[^>]*>\\s*<source>Rivers must run.</source>\\s*</segment>",
        "<segment><source>Rivers </source><target>أنهار </target></segment>"
        "<segment><source>must run.</source><target>تجري</target></segment>",
    )
    (change,) = upload(content).context["plan"].changes
    assert change.new == "أنهار تجري"


BILLION = """<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="&b;"/></xliff>"""


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (BILLION, "defines entities or a document type"),
        ("<xliff", "no proper XML"),
        ("<html xmlns='urn:x'/>", "This is no XLIFF file"),
        ("<?xml version='1.0' encoding='x-unknown'?><a/>", "no proper XML"),
        (b"PK\x03\x04 a spreadsheet", "neither an XLIFF file nor a PO file"),
        (b"\xff\x00\xfa", "no proper PO file"),
        ("/etc/passwd", "neither an XLIFF file nor a PO file"),
        ('msgid "x"\nmsgstr', "no proper PO file"),
        ('msgid ""\nmsgstr ""\n\nmsgid "x"\nmsgstr "y"\n', "another text or another language"),
        (
            '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file '
            'original="other" source-language="en" target-language="ar"><body/></file></xliff>',
            "another text or another language",
        ),
        ('<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"/>', "no proper XLIFF"),
        ("", "empty"),
    ],
)
def test_unusable_file_is_refused_with_the_reason(upload, content, message):
    response = upload(content)
    assert response.status_code == 200
    assert message in response.content.decode()
    assert not StringTranslation.objects.exists()


def test_file_for_another_language_is_refused(download, upload):
    content = edit(download("xliff12").content, 'target-language="ar"', 'target-language="th"')
    assert "The file says th where this translation has ar." in upload(content).content.decode()


def test_file_that_is_too_large_is_refused(upload):
    assert "too large" in upload(b"<" + b" " * SIZE_LIMIT).content.decode()


def test_deeply_nested_file_does_no_harm(download, upload):
    nested = '<g id="b1">' * 300 + "</g>" * 300
    content = translated(download("xliff12").content)
    response = upload(edit(content, r"نص A letter about rivers", nested))
    assert response.status_code == 200
    assert not StringTranslation.objects.exists()


@pytest.mark.parametrize("values", ["", "[1]", '{"x"', "null"])
def test_tampered_preview_is_refused(client_of_chief, desk, values):
    response = client_of_chief.post(f"{desk}upload/", {"values": values}, follow=True)
    assert "The preview was incomplete" in response.content.decode()


def test_tampered_value_stores_nothing(client_of_chief, desk, translation):
    key = segments_of(translation)[0].key
    values = json.dumps({key: '<script src="x"></script>'})
    client_of_chief.post(f"{desk}upload/", {"values": values})
    assert not StringTranslation.objects.exists()


def test_files_of_other_languages_are_closed(log_in, make_user, thai, translation, desk):
    client = log_in(make_user("somchai", locale=thai))
    for path in ("", "upload/", "download/xliff12/", "terms/", "both/", "source/"):
        assert client.get(desk + path).status_code == 302, path


def test_translator_of_the_language_may_use_them(log_in, make_user, arabic, translation, desk):
    client = log_in(make_user("noor", locale=arabic))
    for path in ("", "upload/", "download/xliff12/", "terms/", "both/", "source/"):
        assert client.get(desk + path).status_code == 200, path
