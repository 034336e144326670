"""The PDF of a letter in every language that is offered."""

import pytest
from django.conf import settings
from wagtail.models import Locale

from home.languages import Language
from letters.models import OpenLetterPage, PagePDF
from letters.pdf.content import content_of
from letters.pdf.making import make_pdf

# A few words of the language; where there are none, its own name has to do.
WORDS = {
    "ar": "إنقاذ الأرواح في البحر ليس جريمة.",
    "bn": "সমুদ্রে জীবন বাঁচানো অপরাধ নয়।",
    "fa": "نجات جان انسان‌ها در دریا جرم نیست.",
    "hi": "समुद्र में जान बचाना अपराध नहीं है।",
    "ja": "海で人の命を救うことは犯罪ではない。",
    "km": "ការសង្គ្រោះជីវិតនៅសមុទ្រមិនមែនជាបទល្មើសឡើយ។",
    "ko": "바다에서 생명을 구하는 일은 범죄가 아니다.",
    "lo": "ການຊ່ວຍຊີວິດຢູ່ທະເລບໍ່ແມ່ນອາຊະຍາກຳ.",
    "mn": "Далай дээр амь аврах нь гэмт хэрэг биш.",
    "my": "ပင်လယ်ပြင်တွင် အသက်ကယ်ခြင်းသည် ပြစ်မှုမဟုတ်ပါ။",
    "ne": "समुद्रमा ज्यान बचाउनु अपराध होइन।",
    "ru": "Спасать жизнь на море — не преступление.",
    "si": "මුහුදේදී ජීවිත බේරාගැනීම අපරාධයක් නොවේ.",
    "ta": "கடலில் உயிர் காப்பது குற்றம் அல்ல.",
    "th": "การช่วยชีวิตในทะเลไม่ใช่ความผิด",
    "ur": "سمندر میں جان بچانا جرم نہیں۔",
    "vi": "Cứu người trên biển không phải là tội.",
    "zh-hans": "在海上救人不是犯罪。",
    "zh-hant": "在海上救人不是犯罪。",
}


@pytest.mark.parametrize("code", [code for code, _name in settings.LANGUAGES])
def test_pdf_is_made_in_every_language(make_letter, code):
    letter = make_letter(["Sample Union", "اتحاد أروفيا", "台灣南社"], anonymous_count=2)
    if code != "en":
        locale = Locale.objects.create(language_code=code)
        letter = letter.copy_for_translation(locale, copy_parents=True)
    words = WORDS.get(code, Language(code).name)
    letter.title = f"{Language(code).name}: {words}"
    letter.body = [{"type": "text", "value": f"<p>{words} <i>{words}</i> (2026)</p>"}]
    letter.save_revision().publish()
    pdf = make_pdf(OpenLetterPage.objects.get(pk=letter.pk).pk)
    assert pdf.state == PagePDF.State.BUILT, pdf.problem
    style = content_of(letter).data["styles"][""]
    assert style["rtl"] == (code in {"ar", "fa", "ur"})
    assert style["lang"] == code.partition("-")[0]
