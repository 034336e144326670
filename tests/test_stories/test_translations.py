"""Stories in other languages: words are translated, recordings and numbers are the same."""

import pytest
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from multimedia.models import StoryPage, Track


@pytest.fixture
def arabic(home, story_index):
    locale = Locale.objects.create(language_code="ar")
    for page in (home, story_index):
        page.copy_for_translation(locale).save_revision().publish()
    return locale


@pytest.fixture
def film(make_media):
    media = make_media(no_speech=True)
    for language, words in (("en", "A ferry."), ("ar", "عبّارة.")):
        Track.objects.create(recording=media, language=language, kind="transcript", text=words)
    return media


@pytest.fixture
def story(make_story, make_image, film):
    # As the editor saves it: the items of lists have ids.
    rows = [
        {"type": "item", "id": f"row-{n}", "value": {"label": label, "numbers": number}}
        for n, (label, number) in enumerate([("May", "3"), ("June", "11.5")])
    ]
    page = make_story(
        ("video", {"video": film.pk, "title": "The crossing", "caption": ""}),
        (
            "scene",
            {
                "picture": {"image": make_image().pk, "decorative": False, "alt_text": "Boats"},
                "loop": film.pk,
                "title": "Night",
                "text": "It was dark.",
            },
        ),
        (
            "chart",
            {
                "title": "Nights",
                "kind": "line",
                "row_name": "Month",
                "columns": [{"type": "item", "id": "column", "value": "Nights without light"}],
                "table": rows,
                "summary": "Dark.",
                "source": "",
            },
        ),
    )
    return page


WORDS = {
    "A story": "قصّة",
    "The crossing": "العبور",
    "Night": "ليل",
    "It was dark.": "كان الظلام.",
    "Boats": "قوارب",
    "May": "أيّار",
    "Nights without light": "ليالٍ بلا ضوء",
}


@pytest.fixture
def translation(story, arabic):
    source, _created = TranslationSource.update_or_create_from_instance(story)
    translation = Translation.objects.create(source=source, target_locale=arabic)
    for segment in source.stringsegment_set.select_related("string", "context"):
        if segment.string.data in WORDS:
            StringTranslation.objects.create(
                translation_of=segment.string,
                locale=arabic,
                context=segment.context,
                data=WORDS[segment.string.data],
            )
    translation.save_target()
    StoryPage.objects.get(locale=arabic).get_latest_revision().publish()
    return StoryPage.objects.get(locale=arabic)


def test_translators_get_the_words_and_no_numbers(story, arabic):
    source, _created = TranslationSource.update_or_create_from_instance(story)
    strings = set(source.stringsegment_set.values_list("string__data", flat=True))
    assert set(WORDS) <= strings
    assert not {"3", "11.5", "line"} & strings


def test_translated_story_is_read_from_the_right(translation, film, read):
    article = read(translation.url).article
    assert article.h1.string == "قصّة"
    assert article.select_one(".film .figure-title").string == "العبور"
    assert article.select_one(".film source")["src"] == film.url
    assert article.select_one(".transcript .prose").get_text(strip=True) == "عبّارة."
    assert not article.select_one(".transcript .prose").has_attr("lang")
    assert article.select_one(".scene img")["alt"] == "قوارب"
    assert article.select_one(".chart tbody th").string == "أيّار"
    assert article.select_one(".chart tbody td").string == "3"


def test_charts_are_mirrored_where_one_reads_from_the_right(story, translation, read):
    def places(page):
        return [float(point["cx"].rstrip("%")) for point in read(page.url).select(".chart circle")]

    first, last = places(story)
    assert 10 < first < 30  # clear of the numbers of the scale
    assert last == 96
    assert places(translation) == [pytest.approx(100 - first), 4]
