"""What a PDF says can be read back: every name, in every script, by people and by machines."""

import io
import json
import re
import unicodedata
from datetime import UTC, datetime
from pathlib import Path

import pypdfium2
import pytest
from django.core.files.base import ContentFile
from PIL import Image as PillowImage

from letters.models import OpenLetterPage
from letters.pdf import fonts
from letters.pdf.build import build
from letters.pdf.content import content_of
from multimedia.models import Image

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not fonts.are_there(), reason=f"no fonts: {fonts.install_line()}"),
]

NAMES = json.loads(Path(__file__).with_name("names_in_scripts.json").read_text())
# typst cuts clusters of these scripts where a mark stands higher or lower, and gives each part
# the text of the whole; readers of the PDF then find it twice. Rohingya is written from the
# right, which pdfium does not know.
UNEVEN = {"Thaa", "Java", "Mtei", "Cakm", "Limb", "Tglg", "Rohg"}
# pdfium mirrors brackets between right-to-left words once more than it should.
BRACKETS = str.maketrans(")]}»>", "([{«<")


def bare(text):
    """`text` without what no reader can place: spaces, where lines break and words are set
    apart, and joiners, which have no width. Letters stay as they were signed: nothing is
    decomposed or composed, so a ligature must read back as its letters."""
    letters = (char for char in text if not char.isspace() and unicodedata.category(char) != "Cf")
    return "".join(letters).translate(BRACKETS)


def reads(words, text):
    """Whether `words` stand in a `bare` text. Every word must be whole; where a line runs
    in both directions pdfium gives the words of the lesser one from last to first."""
    return bare(words) in text or bare("".join(reversed(words.split()))) in text


def pages_of(pdf):
    document = pypdfium2.PdfDocument(pdf)
    return [page.get_textpage().get_text_range() for page in document]


def pdf_of(page):
    return build(content_of(OpenLetterPage.objects.get(pk=page.pk)))


def test_every_name_of_the_real_letter_in_order(make_letter, shared_data):
    path = shared_data / "letters" / "00_seed_china_global_call_en.expected.json"
    names = json.loads(path.read_text())["signatories"]
    pages = pages_of(pdf_of(make_letter(names, anonymous_count=39, stated_total=321)))
    text = bare("".join(pages))
    place = text.index(bare("39 signed without a public name."))
    for name in names:
        place = text.find(bare(name), place)
        assert place >= 0, name
    assert "The letter itself states 321 signatories." in " ".join(pages[1].split())


def test_names_in_more_than_thirty_scripts(make_letter):
    pages = pages_of(pdf_of(make_letter(list(NAMES.values()))))
    text = bare("".join(pages))
    even = {key: name for key, name in NAMES.items() if key not in UNEVEN}
    assert len({key.partition("-")[0] for key in even}) >= 30
    assert [name for name in even.values() if not reads(name, text)] == []
    for key in UNEVEN:
        assert set(bare(NAMES[key])) <= set(text), key


@pytest.mark.parametrize(
    ("language", "title", "sentence"),
    [
        ("ar", "رسالة مفتوحة إلى حكومة أروفيا", "نكتب إليكم باسم العائلات."),
        ("fa", "نامه سرگشاده به دولت آروویا", "ما به نام خانواده‌ها می‌نویسیم."),
        ("zh-hant", "致阿魯維亞政府的公開信", "我們代表家屬寫信給您。"),
        ("my", "အာရူဗီယာ အစိုးရသို့ အိတ်ဖွင့်ပေးစာ", "မိသားစုများကိုယ်စား စာရေးပါသည်။"),
        ("km", "លិខិតចំហជូនរដ្ឋាភិបាលអារូវីយ៉ា", "យើងសរសេរក្នុងនាមគ្រួសារ។"),
        ("ne", "अरुविया सरकारलाई खुला पत्र", "हामी परिवारहरूको तर्फबाट लेख्दैछौं।"),
    ],
)
def test_letters_in_many_languages(make_letter, language, title, sentence):
    from wagtail.models import Locale

    locale, _created = Locale.objects.get_or_create(language_code=language)
    letter = make_letter(["Aruvia Forum", "اتحاد أروفيا"], title=title)
    letter.locale = locale
    letter.body = [("text", f"<p>{sentence}</p>")]
    letter.save()
    pdf = pdf_of(letter)
    text = bare("".join(pages_of(pdf)))
    for words in (title, sentence, "Aruvia Forum", "اتحاد أروفيا"):
        assert reads(words, text)
    catalog = re.search(rb"/Type/Catalog.*", pdf)[0].decode("latin-1")
    assert f"/Lang({'zh-TW' if language == 'zh-hant' else language})" in catalog
    assert ("/Direction/R2L" in catalog) == (language in ("ar", "fa"))
    assert "/Lang(ar)" in pdf.decode("latin-1")  # the name, wherever it stands


def test_pdf_is_archivable_accessible_and_carries_the_names(make_letter):
    letter = make_letter(["Aruvia Forum", "Tamarin Union"], reference="AF-1")
    pdf = pdf_of(letter)
    assert b"<pdfaid:part>3<" in pdf
    assert b"<pdfaid:conformance>A<" in pdf
    assert b"<pdfuaid:part>1<" in pdf
    assert b"/StructTreeRoot" in pdf
    assert b"/Marked true" in pdf
    document = pypdfium2.PdfDocument(pdf)
    assert document.count_attachments() == 1
    attached = document.get_attachment(0)
    assert attached.get_name() == "signatories.csv"
    assert "Tamarin Union" in bytes(attached.get_data()).decode("utf-8-sig")
    assert document.get_metadata_value("Title") == letter.title
    text = " ".join("".join(pages_of(pdf)).split())
    assert "Reference: AF-1" in text
    assert "Page 1 of 1" in text
    assert "http://testserver/en/letters/a-letter/" in text


def test_pages_are_counted(make_letter):
    pages = pages_of(pdf_of(make_letter([f"House {number} of Aruvia" for number in range(200)])))
    assert len(pages) >= 3
    for number, text in enumerate(pages, start=1):
        assert f"Page {number} of {len(pages)}" in text


def test_the_same_text_gives_the_same_bytes(make_letter):
    letter = make_letter(["Aruvia Forum"])
    OpenLetterPage.objects.filter(pk=letter.pk).update(
        last_published_at=datetime(2026, 3, 1, 12, tzinfo=UTC)
    )
    first, second = pdf_of(letter), pdf_of(letter)
    assert first == second
    assert b"D:20260301120000" in first


def test_all_blocks_of_a_body_are_there(make_letter):
    body = [
        {"type": "heading", "value": "What we ask"},
        {
            "type": "text",
            "value": '<h4>Deep</h4><p>See <a href="https://example.org/a">the <b>report</b></a>'
            ' &amp; <a href="javascript:alert(1)">not this</a></p>'
            "<ul><li>one<ol><li>inner</li></ol></li><li>two</li></ul>",
        },
        {"type": "quote", "value": {"text": "By hand.", "speaker": "An editor", "role": ""}},
        {
            "type": "figures",
            "value": {"figures": [{"number": "85", "text": "members"}], "source": "own count"},
        },
        {
            "type": "call_to_action",
            "value": {
                "title": "Write",
                "text": "",
                "link": {"label": "Reach us", "page": None, "address": "https://example.org/b"},
            },
        },
        {"type": "accordion", "value": {"items": [{"title": "Who?", "text": "<p>All.</p>"}]}},
    ]
    text = '#let x = 1 \\ $y$ *z* "q" <l> @r // no markup'
    body.append({"type": "text", "value": f"<p>{text.replace('<', '&lt;')}</p>"})
    pdf = pdf_of(make_letter(body=body))
    read = " ".join("".join(pages_of(pdf)).split())
    for words in ("What we ask", "the report & not this", "inner", "By hand.", "85", "Who?", text):
        assert words in read
    assert b"(https://example.org/a)" in pdf
    assert b"(https://example.org/b)" in pdf
    assert b"javascript" not in pdf


def test_a_picture_is_small_described_and_says_nothing_of_its_camera(
    make_letter, settings, tmp_path
):
    settings.MEDIA_ROOT = tmp_path
    camera = PillowImage.Exif()
    camera[0x010F] = "Secret Camera"
    file = io.BytesIO()
    PillowImage.effect_noise((3000, 2000), 80).save(file, "JPEG", exif=camera)
    image = Image.objects.create(title="Harbour", file=ContentFile(file.getvalue(), "harbour.jpg"))
    value = {"image": image.pk, "alt_text": "A harbour", "decorative": False}
    picture = {"type": "picture", "value": {"image": value, "caption": "At low tide"}}
    pdf = pdf_of(make_letter(body=[picture]))
    assert b"Secret Camera" not in pdf
    assert b"/Width 1600" in pdf
    assert b"(A harbour)" in pdf
    assert "At low tide" in "".join(pages_of(pdf))
