"""Words over pictures can be read, whatever the picture."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image as Pillow

from multimedia.contrast import DENSEST, RATIO, contrast, linear, veil_for


def worst_contrast(picture, veil):
    """The contrast of the words with every pixel, by WCAG's own formula; the least of all."""
    sheet, colour = (0, 1.0) if veil.words == "light" else (255, 0.0)
    share = veil.percent / 100
    worst = 21
    for _count, pixel in picture.convert("RGB").getcolors(2**24):
        seen = [linear(round(value * (1 - share) + sheet * share)) for value in pixel]
        light = 0.2126 * seen[0] + 0.7152 * seen[1] + 0.0722 * seen[2]
        worst = min(worst, contrast(colour, light))
    return worst


@pytest.mark.parametrize("colour", ["white", "black", "#777777", "yellow", "blue", "red"])
def test_words_stand_out_from_one_colour(colour):
    picture = Pillow.new("RGB", (40, 30), colour)
    assert worst_contrast(picture, veil_for(picture)) >= RATIO


def test_words_stand_out_from_black_and_white_at_once():
    picture = Pillow.new("RGB", (40, 30), "white")
    picture.paste("black", (0, 0, 20, 30))
    veil = veil_for(picture)
    assert worst_contrast(picture, veil) >= RATIO
    assert worst_contrast(picture, DENSEST) >= RATIO


def test_single_bright_point_counts():
    picture = Pillow.new("RGB", (400, 300), "black")
    picture.putpixel((200, 150), (255, 255, 255))
    picture.putpixel((20, 10), (150, 150, 150))
    assert worst_contrast(picture, veil_for(picture)) >= RATIO


def test_words_are_light_unless_that_costs_much_of_the_picture():
    assert veil_for(Pillow.new("RGB", (40, 30), "#777777")).words == "light"
    assert veil_for(Pillow.new("RGB", (40, 30), "#dddddd")).words == "dark"


def test_veil_is_no_denser_than_it_must_be():
    assert veil_for(Pillow.new("RGB", (40, 30), "black")).percent == 0
    assert veil_for(Pillow.new("RGB", (40, 30), "white")).percent == 0
    assert veil_for(Pillow.new("RGB", (40, 30), "white")).words == "dark"
    assert veil_for(Pillow.new("RGB", (40, 30), "black")).words == "light"


@settings(max_examples=60)
@given(st.lists(st.tuples(*[st.integers(0, 255)] * 3), min_size=1, max_size=12))
def test_words_stand_out_from_any_colours(pixels):
    picture = Pillow.new("RGB", (len(pixels), 1))
    picture.putdata(pixels)
    assert worst_contrast(picture, veil_for(picture)) >= RATIO


@pytest.mark.parametrize(("colour", "words"), [("white", "dark"), ("black", "light")])
def test_story_shows_the_veil_that_was_measured(make_image, shown, colour, words):
    picture = {"image": make_image(colour).pk, "decorative": True, "alt_text": ""}
    scene = shown(("scene", {"picture": picture, "title": "Snow", "text": "", "loop": None}))
    assert scene.select_one(f".scene-words.words-{words}")
    assert scene.select_one(".scene-veil rect")["fill-opacity"] == "0"


def test_moving_pictures_get_the_densest_veil(make_image, make_media, shown):
    picture = {"image": make_image("black").pk, "decorative": True, "alt_text": ""}
    value = {"picture": picture, "title": "Snow", "text": "", "loop": make_media().pk}
    assert shown(("scene", value)).select_one(".scene-veil rect")["fill-opacity"] == "0.55"
