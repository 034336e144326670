"""Stories in Chromium: what moves, what loads, and what is there without a script."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

STORY = "/stories/the-last-ferry-to-oruva/"
PAIR = "/en/stories/water-that-remembers/"
PLAYED = "document.querySelector('.scene video')"


def heavy(asked):
    return [address for address in asked if urlsplit(address).path.startswith("/media/recordings/")]


@pytest.fixture
def asked(page):
    """The addresses that the tab has asked for so far."""
    addresses = []
    page.on("request", lambda request: addresses.append(request.url))
    return addresses


@pytest.fixture
def still(browser):
    """A tab of a reader who does not want things to move."""
    context = browser.new_context(reduced_motion="reduce", viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def test_film_is_loaded_when_it_is_played_and_not_before(page, asked, demo_site):
    page.goto(f"{demo_site.url}/en{STORY}", wait_until="networkidle")
    assert heavy(asked) == []
    film = page.locator(".film video")
    film.evaluate("film => { film.muted = true; return film.play(); }")
    page.wait_for_function("() => document.querySelector('.film video').currentTime > 0.3")
    assert len(set(heavy(asked))) == 1
    cues = "document.querySelector('.film video').textTracks[0].cues"
    page.wait_for_function(f"() => {cues} && {cues}.length === 2")
    assert page.evaluate("document.querySelector('.film video').videoWidth") == 640


def test_words_of_the_film_are_arabic_on_the_arabic_page(page, demo_site):
    page.goto(f"{demo_site.url}/ar{STORY}")
    tracks = "[...document.querySelectorAll('.film track')].map(t => [t.srclang, t.default])"
    assert page.evaluate(tracks) == [["ar", True], ["en", False]]
    words = page.locator(".film .transcript")
    words.locator("summary").click()
    expect(words.locator(".prose")).to_contain_text("عبّارة")


def test_chapter_takes_the_sound_to_its_time(page, demo_site):
    page.goto(f"{demo_site.url}/en{STORY}")
    page.locator(".sound [data-seek='4']").click()
    page.wait_for_function("() => document.querySelector('.sound audio').currentTime >= 4")
    assert page.url.endswith(STORY)


def test_moving_picture_runs_in_sight_and_stops_at_a_key(page, asked, demo_site):
    page.goto(f"{demo_site.url}/en{STORY}")
    assert heavy(asked) == []
    button = page.locator(".scene-loop button")
    button.scroll_into_view_if_needed()
    page.wait_for_function(f"() => {PLAYED} && !{PLAYED}.paused")
    expect(button).to_have_text("Stop the moving picture")
    button.focus()
    page.keyboard.press("Enter")
    page.wait_for_function(f"() => {PLAYED}.paused")
    expect(button).to_have_text("Play the moving picture")


def test_nothing_moves_for_those_who_do_not_want_it(still, demo_site):
    still.goto(f"{demo_site.url}/en{STORY}")
    button = still.locator(".scene-loop button")
    button.scroll_into_view_if_needed()
    still.wait_for_timeout(500)
    assert still.locator(".scene video").count() == 0
    expect(button).to_contain_text("KB")
    button.click()
    still.wait_for_function(f"() => {PLAYED} && !{PLAYED}.paused")


def test_pair_is_moved_by_keys(page, demo_site):
    page.goto(f"{demo_site.url}{PAIR}")
    slider = page.get_by_role("slider", name="Move between the two pictures")
    slider.focus()
    page.keyboard.press("End")
    after = page.locator(".compare figure").nth(1).locator("img")
    assert "100%" in after.evaluate("image => getComputedStyle(image).clipPath")


def test_story_without_javascript(browser, demo_site):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{demo_site.url}{PAIR}")
    pictures = page.locator(".compare img")
    boxes = [pictures.nth(number).bounding_box() for number in range(2)]
    assert boxes[0]["x"] + boxes[0]["width"] <= boxes[1]["x"]
    assert page.get_by_role("slider").count() == 0
    page.goto(f"{demo_site.url}/en{STORY}")
    expect(page.locator(".scene-loop a")).to_contain_text("Play the moving picture (")
    expect(page.locator(".covered")).to_be_hidden()
    page.locator(".content-notice summary").click()
    expect(page.locator(".covered")).to_be_visible()
    assert page.locator(".film video").get_attribute("controls") is not None
    context.close()


def test_words_over_pictures_are_as_dark_as_measured(page, demo_site):
    """The finished page, with the words taken away: nothing behind them is too bright."""
    import io

    from PIL import Image as Pillow

    from multimedia.contrast import RATIO, contrast, linear

    page.goto(f"{demo_site.url}/en{STORY}", wait_until="networkidle")
    page.evaluate("document.querySelector('.opening .wrap').style.visibility = 'hidden'")
    box = page.locator(".opening .wrap").bounding_box()
    shot = Pillow.open(io.BytesIO(page.screenshot(clip=box))).convert("RGB")
    light = max(
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
        for _count, (red, green, blue) in shot.getcolors(2**24)
    )
    assert contrast(1.0, light) >= RATIO


@pytest.mark.parametrize("path", [f"/en{STORY}", f"/ar{STORY}", PAIR, "/en/stories/"])
def test_nothing_jumps_while_the_page_loads(phone, demo_site, path):
    phone.add_init_script(
        """window.shift = 0;
        new PerformanceObserver((list) => {
            for (const entry of list.getEntries()) window.shift += entry.value;
        }).observe({ type: "layout-shift", buffered: true });"""
    )
    phone.goto(f"{demo_site.url}{path}", wait_until="networkidle")
    phone.wait_for_timeout(300)
    assert phone.evaluate("window.shift") <= 0.01


def test_story_keeps_to_the_budget(page, demo_site):
    sizes = {}

    def note(response):
        kind = response.request.resource_type
        if kind in ("document", "script"):
            headers = response.all_headers()
            sizes[kind] = sizes.get(kind, 0) + len(response.body())
            assert headers.get("content-encoding"), response.url

    page.on("requestfinished", lambda request: note(request.response()))
    page.goto(f"{demo_site.url}/en{STORY}", wait_until="networkidle")
    assert sizes["script"] <= 8 * 1024
    compressed = page.request.get(f"{demo_site.url}/en{STORY}").headers
    assert compressed["content-encoding"] == "gzip"
    assert int(compressed.get("content-length", 0)) <= 14 * 1024


def test_captions_are_added_under_the_policy_of_the_admin(staff, demo_site):
    problems = []
    staff.on("console", lambda message: problems.append(message.text))
    staff.on("pageerror", lambda error: problems.append(str(error)))
    staff.goto(f"{demo_site.url}/admin/snippets/multimedia/track/add/")
    staff.get_by_role("button", name="Choose a media item").click()
    staff.get_by_role("dialog").get_by_role("link", name="Three rows at the loom").click()
    staff.locator("#id_language").select_option("ar")
    staff.locator("#id_kind").select_option("chapters")
    staff.locator("#id_text").fill("WEBVTT\n\n00:00.000 --> 00:03.000\nالصفّ الأوّل\n")
    staff.get_by_role("button", name="Save").first.click()
    expect(staff.locator(".messages")).to_contain_text("Three rows at the loom")
    assert not [text for text in problems if "Content Security Policy" in text], problems
