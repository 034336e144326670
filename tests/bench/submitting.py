"""Handing a letter to translators of two languages.

The baseline is the same letter with one name: what a name adds to the work is seen at once.
Each round submits for languages of its own, so that every one starts from nothing.
"""

import statistics
import time

from tests.bench.editing import editor
from tests.bench.pages import COUNTS, publish, row

LANGUAGES = [("th", "ko"), ("km", "lo"), ("my", "ja"), ("vi", "ru")]
HEADINGS = ["names", "queries", "CPU ms", "× 1 name", "segments"]


def compare():
    """Print what submitting costs the server, for some lengths of the list."""
    set_up_languages()
    print("\nSubmitting for 2 languages")
    print(row(HEADINGS))
    first = None
    for count in COUNTS:
        queries, milliseconds, segments = measure(count)
        first = first or milliseconds
        cells = [count, queries, f"{milliseconds:.0f}", f"{milliseconds / first:.2f}", segments]
        print(row(map(str, cells)), flush=True)


def set_up_languages():
    """Switch the languages on, each with its home page and list."""
    from wagtail.models import Locale

    from letters.models import OpenLetterPage

    letter = OpenLetterPage.objects.get(slug="global-call-on-china", locale__language_code="en")
    for code in sum(LANGUAGES, ()):
        locale, _created = Locale.objects.get_or_create(language_code=code)
        for page in letter.get_ancestors().filter(depth__gt=1).specific():
            if not page.has_translation(locale):
                page.copy_for_translation(locale).save_revision().publish()


def measure(count):
    """The queries, the median CPU milliseconds and the segments of submitting that many names."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext
    from wagtail.models import Page
    from wagtail_localize.models import StringSegment, TranslationSource

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(editor())
    publish(count)
    letter = Page.objects.get(slug="global-call-on-china", locale__language_code="en")
    codes = sum(LANGUAGES, ())
    letter.get_translations().filter(locale__language_code__in=codes).delete()
    times = []
    for languages in LANGUAGES:
        TranslationSource.objects.filter(object_id=letter.translation_key).delete()
        data = {"pages": [letter.pk], "languages": languages, "confirmed": "1"}
        with CaptureQueriesContext(connection) as captured:
            started = time.process_time()
            response = client.post("/admin/translations/submit/", data)
            times.append(1000 * (time.process_time() - started))
        assert response.status_code == 302, f"{count} names: {response.status_code}"
    made = letter.get_translations().filter(locale__language_code__in=codes)
    assert made.count() == len(codes), "not all translations were set up"
    segments = StringSegment.objects.filter(source__object_id=letter.translation_key).count()
    return len(captured), statistics.median(times), segments
