"""What a reader gets of a story."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from multimedia.blocks import ChaptersBlock
from multimedia.models import Track

CAPTIONS = "WEBVTT\n\n00:01.000 --> 00:04.000\nThe ferry leaves.\n"


def image(picture, alt="Boats in a harbour"):
    return {"image": picture.pk, "decorative": False, "alt_text": alt}


@pytest.fixture
def film(make_media, make_image):
    media = make_media(width=640, height=360, poster=make_image())
    Track.objects.create(recording=media, language="en", text=CAPTIONS)
    Track.objects.create(
        recording=media, language="en", kind="transcript", text="A voice: good night."
    )
    return media


@pytest.fixture
def sound(make_media):
    media = make_media("audio")
    Track.objects.create(recording=media, language="en", kind="transcript", text="Waves.")
    return media


@pytest.fixture
def every_block(make_image, film, sound):
    """A value for each kind of block."""
    picture = image(make_image(credit="Somebody"))
    pictures = [{"picture": picture, "caption": "Before"}, {"picture": picture, "caption": "After"}]
    return {
        "heading": "What happened",
        "text": "<p>Two <b>bold</b> words.</p>",
        "quote": {"text": "Words.", "speaker": "Somebody", "role": ""},
        "picture": {"image": picture, "caption": "Low tide"},
        "figures": {"figures": [{"number": "85", "text": "members"}], "source": ""},
        "call_to_action": {
            "title": "Write",
            "text": "",
            "link": {"label": "How", "address": "https://example.org/"},
        },
        "document": {"document": None, "title": "", "description": ""},
        "accordion": {"items": [{"title": "Who?", "text": "<p>You.</p>"}]},
        "scene": {"picture": picture, "loop": film.pk, "title": "Night", "text": "It was dark."},
        "gallery": {"title": "Two", "layout": "before-after", "pictures": pictures},
        "voice_quote": {"text": "Words.", "speaker": "Somebody", "role": "", "voice": sound.pk},
        "video": {"video": film.pk, "title": "The crossing", "caption": "At night"},
        "audio": {"audio": sound.pk, "title": "The sea", "caption": ""},
        "outside_video": {
            "address": "https://www.youtube.com/watch?v=abc",
            "title": "The river",
            "picture": picture,
            "caption": "",
        },
        "timeline": {
            "title": "One night",
            "events": [
                {"when": "23:10", "title": "The lights go out", "text": ""},
                {"when": "05:40", "title": "The ferry sails", "text": "With everyone."},
            ],
        },
        "map": {
            "title": "Landings",
            "picture": picture,
            "places": [{"name": "Oruva", "text": "The upper landing"}],
            "source": "",
        },
        "chart": {
            "title": "Nights",
            "kind": "line",
            "row_name": "Month",
            "columns": ["Town", "Village"],
            "table": [
                {"label": "May", "numbers": "3; 8"},
                {"label": "June", "numbers": "11; 1234.5"},
            ],
            "summary": "Dark.",
            "source": "A sample",
        },
        "content_notice": {
            "notice": "This part describes an arrest.",
            "content": [{"type": "text", "value": "<p>They came at night.</p>"}],
        },
        "credits": {"credits": [{"role": "Drawings", "names": "A sample person"}]},
    }


def test_story_shows_every_block(every_block, shown):
    assert set(every_block) == set(ChaptersBlock().child_blocks), "every block is looked at"
    article = shown(*every_block.items())
    assert article.select_one(".scene h2#night").string == "Night"
    assert article.select_one(".content-notice[open]") is None
    assert "They came at night." in article.select_one(".content-notice .covered").get_text()
    assert [cell.get_text() for cell in article.select(".chart tbody tr:last-child > *")] == [
        *("June", "11", "1,234.5")
    ]
    assert article.select_one(".map tbody th").get_text() == "Oruva"
    assert article.select_one(".credits dd").get_text() == "A sample person"
    assert [item.get_text() for item in article.select(".when")] == ["23:10", "05:40"]
    assert len(article.select(".compare figure img[alt='Boats in a harbour']")) == 2


def test_long_story_asks_the_database_at_most_twenty_times(every_block, make_story, client):
    story = make_story(*[*every_block.items()] * 3)
    client.get(story.url)  # pictures are cut once
    with CaptureQueriesContext(connection) as queries:
        client.get(story.url)
    assert len(queries) <= 20, "\n".join(query["sql"][:3000] for query in queries)


def test_nothing_heavy_is_loaded_before_it_is_played(every_block, shown):
    article = shown(*every_block.items())
    players = article.select("video, audio")
    assert [player.get("preload") for player in players if not player.find_parent("template")] == [
        *["none"] * 3
    ]
    assert not article.select("[autoplay], iframe, embed, object")
    assert "loads 2.0\xa0KB when played" in article.select_one(".film").get_text()
    assert "0:06" in article.select_one(".film").get_text()


def test_film_has_its_words(film, shown):
    figure = shown(("video", {"video": film.pk, "title": "The crossing"})).select_one(".film")
    assert (figure.video["width"], figure.video["height"]) == ("640", "360")
    assert figure.video["poster"].startswith("/media/images/")
    assert figure.track["kind"] == "captions"
    assert (figure.track["srclang"], figure.track["label"]) == ("en", "English")
    assert figure.track.has_attr("default")
    assert figure.select_one("details.transcript .prose").get_text(strip=True) == (
        "A voice: good night."
    )


def test_words_in_the_language_of_the_page_come_first(film, shown):
    Track.objects.create(recording=film, language="ar", text=CAPTIONS, kind="subtitles")
    figure = shown(("video", {"video": film.pk, "title": "The crossing"})).select_one(".film")
    assert [track["srclang"] for track in figure.select("track")] == ["en", "ar"]
    assert [track.has_attr("default") for track in figure.select("track")] == [True, False]
    assert figure.select("track")[1]["label"] == "العربيّة"


def test_transcript_in_another_language_says_so(sound, shown):
    sound.tracks.update(language="ar", text="أمواج")
    words = shown(("audio", {"audio": sound.pk, "title": "The sea"})).select_one(".transcript div")
    assert (words["lang"], words["dir"]) == ("ar", "rtl")


def test_chapters_of_a_sound_lead_to_their_times(sound, shown):
    text = "WEBVTT\n\n00:00.000 --> 00:02.000\nMorning\n\n00:02.000 --> 00:05.000\nEvening\n"
    Track.objects.create(recording=sound, language="en", text=text, kind="chapters")
    links = shown(("audio", {"audio": sound.pk, "title": "The sea"})).select("[data-seek]")
    assert [link.get_text(" ", strip=True) for link in links] == ["0:00 Morning", "0:02 Evening"]
    assert links[1]["href"] == f"{sound.url}#t=2"


def test_film_elsewhere_is_a_link_and_nothing_else(every_block, shown):
    figure = shown(("outside_video", every_block["outside_video"])).select_one(".outside")
    assert figure.a["href"] == "https://www.youtube.com/watch?v=abc"
    assert figure.a["rel"] == ["noopener", "noreferrer"]
    assert "Watch at YouTube" in figure.a.get_text()
    assert not figure.select("iframe, script, [src*=youtube]")


def test_recording_that_was_deleted_leaves_no_gap(film, make_story, client):
    story = make_story(("video", {"video": film.pk, "title": "The crossing"}))
    film.delete()
    assert "The crossing" not in client.get(story.url).content.decode().partition("<article")[2]


def test_story_begins_with_its_picture(make_image, shown):
    article = shown(social_image=make_image(description="Boats"), summary="In short.")
    assert article.select_one(".opening h1").string == "A story"
    assert article.select_one(".opening img")["fetchpriority"] == "high"
    assert not shown(title="Another", slug="another").select(".opening")


def test_contents_appear_once_there_is_much_to_choose(shown):
    few = [("heading", "One"), ("heading", "Two")]
    assert not shown(*few).select(".story-contents")
    links = shown(*few, ("heading", "Three"), slug="long").select(".story-contents a")
    assert [link["href"] for link in links] == ["#one", "#two", "#three"]


def test_search_engines_learn_what_it_is(film, make_story):
    story = make_story(
        ("video", {"video": film.pk, "title": "The crossing", "caption": "At night"}),
        summary="In short.",
    )
    data = story.structured_data()
    assert (data["@type"], data["datePublished"]) == ("Article", "2026-03-01")
    [video] = data["video"]
    assert (video["name"], video["duration"]) == ("The crossing", "PT0M6S")
    assert video["contentUrl"].startswith("http://testserver/media/recordings/")
    assert video["thumbnailUrl"].startswith("http://testserver/media/images/")


@pytest.mark.parametrize("name", list(ChaptersBlock().child_blocks))
def test_every_block_has_a_preview(name, rf, home):
    from wagtail.admin.views.generic.preview import StreamFieldBlockPreview

    block = ChaptersBlock().child_blocks[name]
    response = StreamFieldBlockPreview.as_view()(rf.get("/", {"id": block.definition_prefix}))
    html = response.render().content.decode()
    assert "css/site.css" in html
    assert "<style" not in html
