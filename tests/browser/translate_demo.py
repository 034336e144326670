"""Switches more languages on in a demo site and publishes a few pages in them.

Run as a program with the environment of the site; see test_scripts.py.
"""

import os
import sys
from pathlib import Path

# Of each language: home, three lists, a letter, a statement, a publication, one sentence.
WORDS = {
    "ur": (
        "سرِورق",
        "کھلے خطوط",
        "بیانات",
        "مطبوعات",
        "نمونہ: کشتی جرم نہیں",
        "نمونہ: فیری دوبارہ چلائی جائے",
        "نمونہ: ایک درخت کی قیمت",
        "ہم تینوں حکومتوں سے کہتے ہیں کہ سمندر میں جان بچانا جرم نہ سمجھا جائے۔",
    ),
    "th": (
        "หน้าแรก",
        "จดหมายเปิดผนึก",
        "แถลงการณ์",
        "สิ่งพิมพ์",
        "ตัวอย่าง: เรือไม่ใช่อาชญากรรม",
        "ตัวอย่าง: เรือข้ามฟากต้องกลับมาวิ่ง",
        "ตัวอย่าง: ราคาของต้นไม้",
        "เราขอให้รัฐบาลทั้งสามยอมรับว่าการช่วยชีวิตในทะเลไม่ใช่ความผิด",
    ),
    "km": (
        "ទំព័រដើម",
        "លិខិតចំហ",
        "សេចក្តីថ្លែងការណ៍",
        "ការបោះពុម្ពផ្សាយ",
        "គំរូ៖ ទូកមិនមែនជាបទឧក្រិដ្ឋទេ",
        "គំរូ៖ សាឡាងត្រូវដំណើរការឡើងវិញ",
        "គំរូ៖ តម្លៃនៃដើមឈើមួយ",
        "យើងស្នើសុំរដ្ឋាភិបាលទាំងបីទទួលស្គាល់ថា ការសង្គ្រោះជីវិតនៅសមុទ្រមិនមែនជាបទល្មើសឡើយ។",
    ),
    "my": (
        "ပင်မစာမျက်နှာ",
        "အိတ်ဖွင့်ပေးစာများ",
        "ထုတ်ပြန်ချက်များ",
        "ထုတ်ဝေမှုများ",
        "နမူနာ - လှေသည် ပြစ်မှု မဟုတ်ပါ",
        "နမူနာ - ကူးတို့သင်္ဘော ပြန်ပြေးဆွဲရမည်",
        "နမူနာ - သစ်ပင်တစ်ပင်၏ တန်ဖိုး",
        "ပင်လယ်ပြင်တွင် အသက်ကယ်ခြင်းသည် ပြစ်မှုမဟုတ်ကြောင်း အစိုးရသုံးရပ်လုံး အသိအမှတ်ပြုရန် တောင်းဆိုပါသည်။",
    ),
    "zh-hant": (
        "首頁",
        "公開信",
        "聲明",
        "出版物",
        "範例：船不是罪",
        "範例：渡輪必須復航",
        "範例：一棵樹的代價",
        "我們要求三國政府承認：在海上救人不是犯罪。",
    ),
    "ja": (
        "ホーム",
        "公開書簡",
        "声明",
        "刊行物",
        "見本：舟は罪ではない",
        "見本：渡し船は再び走らなければならない",
        "見本：一本の木の値段",
        "私たちは三か国の政府に対し、海で人の命を救うことは犯罪ではないと認めるよう求めます。",
    ),
}
SLUGS = [
    "home",
    "letters",
    "statements",
    "publications",
    "a-boat-is-not-a-crime",
    "the-ferry-must-run-again",
    "the-price-of-a-tree",
]


def main():
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    from wagtail.models import Locale, Page

    for code, (*titles, sentence) in WORDS.items():
        locale, _created = Locale.objects.get_or_create(language_code=code)
        for slug, title in zip(SLUGS, titles, strict=True):
            page = Page.objects.get(slug=slug, locale__language_code="en").specific
            if not page.has_translation(locale):
                publish(page.copy_for_translation(locale), title, sentence)


def publish(page, title, sentence):
    """Put the words into a copy of a page and publish it."""
    page.title = page.draft_title = title
    page.summary = sentence
    if hasattr(page, "sections"):
        kept = [block for block in page.sections.raw_data if block["type"] == "interventions"]
        purpose = {"title": sentence, "text": sentence, "picture": None}
        page.sections = [{"type": "purpose", "value": purpose}, *kept]
    if hasattr(page, "body"):
        text = f"<p>{sentence} (FORUM 2026, 3–4)</p><ul><li>{sentence}</li></ul>"
        page.body = [
            {"type": "heading", "value": title},
            {"type": "text", "value": f"{text}<p><i>{sentence}</i></p>"},
            {"type": "quote", "value": {"text": sentence, "speaker": "", "role": ""}},
        ]
    page.save_revision().publish()


if __name__ == "__main__":
    sys.path[:0] = [str(Path(__file__).resolve().parents[2] / "site")]
    main()
