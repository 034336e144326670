"""`manage.py load_demo`: what it makes."""

import hashlib
import html
import io
import json
import re

import pytest
from django.apps import apps
from PIL import Image

from demo.content import DATA, Content
from demo.pictures import DRAWINGS, draw
from tests.test_demo.demo_site import letters, page, run

CHINA = "letters/global-call-on-china"
NAMES = (DATA / "china_2020_signatories.txt").read_text("utf-8").splitlines()


def list_items(response):
    """The names in the numbered lists of a letter's page, as a browser would show them."""
    lists = re.findall(r'<ol class="names.*?</ol>', response.content.decode(), re.DOTALL)
    items = re.findall(r"<li\b[^>]*>(.*?)</li>", "".join(lists), re.DOTALL)
    return [html.unescape(re.sub(r"<[^>]+>", "", item)).strip("\n") for item in items]


class TestTheLetterOfSeptember2020:
    def test_data_file_holds_the_281_names(self):
        assert len(NAMES) == len(set(NAMES)) == 281
        text = "\n".join(NAMES) + "\n"
        assert hashlib.sha256(text.encode()).hexdigest() == (
            "e7bca2638664258d35c04d46cb582cc72c7846ac7a8301fed5c2c389bb79f70b"
        )

    def test_data_file_is_the_published_list(self, shared_data):
        file = shared_data / "letters" / "00_seed_china_global_call_en.expected.json"
        assert json.loads(file.read_text("utf-8"))["signatories"] == NAMES

    def test_facts(self, demo):
        letter = page(CHINA)
        assert letter.title == (
            "Global call for international human rights monitoring mechanisms on China"
        )
        assert (letter.kind, letter.date.isoformat()) == ("joint", "2020-09-09")
        assert letter.addressee_list == [
            "António Guterres, United Nations Secretary-General",
            "Michelle Bachelet, United Nations High Commissioner for Human Rights",
            "Member States of the United Nations",
        ]
        assert (letter.stated_total, letter.listed_count, letter.anonymous_count) == (321, 281, 39)

    @pytest.mark.parametrize("language", ["en", "ar", "zh-hant"])
    def test_page_lists_the_names_to_the_byte(self, demo, client, language):
        response = client.get(f"/{language}/{CHINA}/")
        assert list_items(response) == NAMES

    def test_records_have_ids_and_languages(self, demo):
        [names] = page(CHINA).signatory_lists
        assert len({signatory.id for signatory in names.signatories}) == 281
        by_name = {signatory.raw: signatory for signatory in names.signatories}
        assert by_name["日本ウイグル協会"].lang == "ja"
        assert by_name["مرصد الصحراء للسلم والديمقراطية وحقوق الإنسان"].dir == "rtl"

    @pytest.mark.parametrize(
        ("language", "says_so"),
        [
            ("en", "a summary in our own words, not the text of the letter"),
            ("ar", "هذا ملخّص بكلماتنا نحن، وليس نصّ الرسالة"),
            ("zh-hant", "並非公開信原文"),
        ],
    )
    def test_body_says_that_it_is_a_summary(self, demo, client, language, says_so):
        assert says_so in client.get(f"/{language}/{CHINA}/").content.decode()

    def test_summary_borrows_no_sentence(self, demo, shared_data):
        original = (shared_data / "letters" / "00_seed_china_global_call_en.txt").read_text("utf-8")
        text = original[original.index("We, the undersigned") : original.index("1. 21Wilberforce")]
        words = re.findall(r"\w+", text.casefold())
        theirs = {tuple(words[place : place + 7]) for place in range(len(words) - 6)}
        body = "".join(str(block.render()) for block in page(CHINA).body)
        words = re.findall(r"\w+", html.unescape(re.sub(r"<[^>]+>", " ", body)).casefold())
        ours = {tuple(words[place : place + 7]) for place in range(len(words) - 6)}
        assert len(ours) > 150
        assert not ours & theirs


class TestSamples:
    MARK = {"en": "Sample: ", "ar": "نموذج: "}

    def test_eleven_letters_beside_the_real_one(self, demo):
        assert letters().count() == 12

    @pytest.mark.parametrize(("language", "count"), [("en", 11), ("ar", 2)])
    def test_every_letter_is_marked_in_title_and_text(self, demo, client, language, count):
        samples = letters(language).exclude(slug=page(CHINA).slug)
        assert len(samples) == count
        notice = Content().site["notice"][language]
        for sample in samples:
            assert sample.title.startswith(self.MARK[language])
            assert notice in client.get(sample.url).content.decode()

    def test_publications_stories_and_subsites_are_marked(self, demo):
        samples = [*page("publications").entries(), *page("stories").entries()]
        assert len(samples) == 10
        assert all(sample.title.startswith("Sample: ") for sample in samples)
        for subsite in apps.get_model("home", "SubSite").objects.all():
            assert subsite.name.startswith(self.MARK[subsite.locale.language_code])

    def test_no_real_signatory_stands_in_a_sample(self):
        for sheets in Content().sheets.values():
            for sheet in sheets:
                if sheet.address == CHINA:
                    continue
                text = json.dumps(sheet.text, default=str, ensure_ascii=False).casefold()
                words = " ".join(re.findall(r"[\w’'-]+", text))
                found = [
                    name
                    for name in NAMES
                    if name != "Asian Forum for Human Rights and Development (FORUM-ASIA)"
                    and re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", words)
                ]
                assert found == [], sheet.name

    def test_letters_show_every_layout(self, demo):
        samples = letters().exclude(slug=page(CHINA).slug)
        assert {0, 1, 60} <= {sample.listed_count for sample in samples}
        assert {0, 1, 2, 3} <= {len(sample.signatory_lists) for sample in samples}
        assert {sample.kind for sample in samples} == {"open", "joint"}
        assert any(sample.anonymous_count and not sample.listed_count for sample in samples)
        assert any(not sample.summary for sample in samples)
        assert {bool(sample.social_image) for sample in samples} == {True, False}
        assert max(len(sample.title) for sample in samples) > 120
        assert len({sample.date.year for sample in samples}) >= 5
        blocks = apps.get_model("letters", "OpenLetterPage").body.field.stream_block.child_blocks
        assert set(blocks) in [{block.block_type for block in s.body} for s in samples]

    def test_names_are_written_in_many_scripts(self, demo):
        languages = {
            signatory.lang
            for sample in letters().exclude(slug=page(CHINA).slug)
            for names in sample.signatory_lists
            for signatory in names.signatories
        }
        assert languages >= {"ar", "fa", "ur", "he", "zh-Hans", "zh-Hant", "ja", "ko", "th", "my"}
        assert languages >= {"km", "lo", "hi", "ne", "bn", "ta", "si", "bo", "ru", "uk", "mn"}


class TestOrganisations:
    def test_directory_lists_who_signed_the_samples(self, demo, client):
        text = client.get("/en/organisations/").content.decode()
        assert "12 organisations" in text
        assert "Lenka River School" in text
        organisation = apps.get_model("letters", "OrganisationName").objects.get(text="SRLC")
        signed = organisation.organisation.signatures.all()
        assert {signature.raw for signature in signed} == {"Saranthia Refugee Law Centre (SRLC)"}

    def test_names_in_the_language_of_the_reader_stand_behind_signed_ones(self, demo, client):
        text = client.get("/ar/letters/a-boat-is-not-a-crime/").content.decode()
        assert "مركز سارانثيا لقانون اللاجئين" in text

    def test_one_that_signed_elsewhere_stays(self, demo):
        names = {"heading": "", "names": [{"id": "s1", "raw": "SRLC"}]}
        own = apps.get_model("letters", "OpenLetterPage")(
            title="Ours",
            date="2026-05-01",
            signatories=[{"type": "signatory_list", "value": names}],
        )
        page("letters").add_child(instance=own)
        own.save_revision().publish()
        assert "Kept the organisation “Saranthia Refugee Law Centre (SRLC)”" in run("--remove")


class TestPages:
    @pytest.mark.parametrize("language", ["en", "ar", "zh-hant"])
    def test_every_page_can_be_read(self, demo, client, language):
        for sheet in Content().sheets[language]:
            found = page(sheet.address, language) if sheet.address != "home" else None
            url = found.url if found else f"/{language}/"
            response = client.get(url)
            assert response.status_code == 200, url
            text = html.unescape(response.content.decode())
            assert sheet.text["title"] in text
            assert not re.search(r">\s*None|None\s*<", text), url

    def test_home_page_has_every_section(self, demo):
        home = page("home")
        given = [block.block_type for block in home.sections]
        assert given == list(type(home).sections.field.stream_block.child_blocks)

    def test_home_page_asks_little(self, demo, client, django_assert_max_num_queries):
        for address in ("/en/", "/ar/"):
            client.get(address)
            with django_assert_max_num_queries(20):
                client.get(address)

    def test_newsletter_is_offered_nowhere_without_an_address(self, demo, client):
        assert "Once a month, by e-mail" not in client.get("/en/").content.decode()

    def test_menu_in_both_languages(self, demo, client):
        menu = page("home").get_children().in_menu()
        assert [child.slug for child in menu] == [
            *("about", "who-we-work-with", "letters", "statements", "organisations")
            + ("publications", "stories", "contact")
        ]
        assert "رسائل مفتوحة" in client.get("/ar/").content.decode()

    def test_every_data_file_is_used(self):
        content = Content()
        used = {
            f"{sheet.language}/{sheet.address}.toml"
            for sheets in content.sheets.values()
            for sheet in sheets
        }
        used |= {f"{language}/settings.toml" for language in content.settings}
        used |= {f"{language}/themes.toml" for language in content.themes}
        used |= {f"{language}/subsites.toml" for language in content.subsites}
        languages = ["en", *content.translations]
        found = {
            str(path.relative_to(DATA))
            for language in languages
            for path in (DATA / language).rglob("*.toml")
        }
        assert found == used
        assert set(content.sheets["en"][0].text["sections"][0]) == {"purpose"}
        assert [sheet.address for sheet in content.sheets["en"][1:]] == content.site["pages"]

    def test_pictures_are_drawn_and_described(self):
        assert set(Content().pictures) == set(DRAWINGS)
        for entry in Content().pictures.values():
            assert {"en", "ar"} <= set(entry["alt"])
            assert len(entry["alt"]["en"]) > 40

    def test_a_drawing_is_the_same_every_time_and_of_modest_size(self):
        drawing = draw("windows")
        assert Image.open(io.BytesIO(drawing)).size == (1600, 1067)
        assert len(drawing) < 100_000
        assert draw("windows") == drawing
