"""Beside each text stand the terms of the glossary and the organisations that it names."""

import pytest
from wagtail_localize.models import StringTranslation

from letters.models import Organisation, OrganisationName
from translating.models import GlossaryTerm, GlossaryTranslation
from translating.segments import segments_of
from translating.terms import matches_for


@pytest.fixture
def term(home, arabic):
    term = GlossaryTerm.objects.create(term="river", definition="Running water.")
    GlossaryTranslation.objects.create(entry=term, locale=arabic, text="نهر", note="singular")
    return term


@pytest.fixture
def make_organisation(db):
    def make_organisation(names, suppressed=False):
        organisation = Organisation.objects.create(suppressed=suppressed)
        for language, text in names.items():
            kind = "acronym" if language == "acronym" else "name"
            language = "" if kind == "acronym" else language
            OrganisationName.objects.create(
                organisation=organisation, text=text, language=language, kind=kind
            )
        return organisation

    return make_organisation


def found(texts, source, target):
    return [[match.text for match in matches] for matches in matches_for(texts, source, target)]


def test_term_is_found_as_a_word_and_in_the_plural(term, home, arabic):
    texts = ["The River is ours.", "All rivers!", "A riverbank", "driver"]
    assert found(texts, home.locale, arabic) == [["river"], ["river"], [], []]


def test_term_without_spaces_around_it_is_found_where_none_are_written(switch_on, arabic):
    japanese = switch_on("ja")
    GlossaryTerm.objects.create(term="人権", locale=japanese)
    assert found(["私たちの人権を守る"], japanese, arabic) == [["人権"]]


def test_organisation_is_offered_by_its_name_in_the_language(make_organisation, home, arabic):
    make_organisation({"en": "Sample Union of Aruvia", "ar": "اتحاد أروفيا", "acronym": "SUARU"})
    make_organisation({"en": "River Forum"})
    make_organisation({"en": "Hidden Forum", "ar": "المنتدى"}, suppressed=True)
    texts = ["The Sample Union of Aruvia (SUARU) and the River Forum and the Hidden Forum."]
    ((full, short),) = matches_for(texts, home.locale, arabic)
    assert {full.text, short.text} == {"Sample Union of Aruvia", "SUARU"}
    assert full.translations == [("اتحاد أروفيا", "")]


def test_number_of_queries_does_not_grow(term, make_organisation, home, arabic, queries_of):
    def count(texts):
        return len(queries_of(lambda: matches_for(texts, home.locale, arabic)))

    make_organisation({"en": "River Forum", "ar": "المنتدى"})
    few = count(["River Forum"])
    for number in range(5):
        make_organisation({"en": f"River Forum {number}", "ar": f"المنتدى {number}"})
        GlossaryTerm.objects.create(term=f"term {number}")
    texts = [f"River Forum {number}, term {number}" for number in range(5)]
    assert count(texts) == few <= 5


def test_terms_are_listed_text_by_text_without_a_script(log_in, chief, translation, term):
    html = log_in(chief).get(f"/admin/translations/{translation.pk}/terms/").content.decode()
    assert "A letter about rivers" in html
    assert '<bdi lang="ar">نهر</bdi> <small>singular</small>' in html
    assert "Running water." in html


def test_terms_stand_below_the_translation_editor(log_in, chief, translation, term):
    page = translation.get_target_instance()
    html = log_in(chief).get(f"/admin/pages/{page.pk}/edit/").content.decode()
    assert "Terms in this text" in html
    assert '<bdi lang="ar">نهر</bdi>' in html
    assert f"/admin/translations/{translation.pk}/both/" in html
    assert "translating/terms.js" in html


def test_long_titles_and_summaries_are_pointed_out(log_in, chief, translation, translate):
    translate(translation, prefix="كلمة " * 40)
    warnings = {segment.path: segment.warning for segment in segments_of(translation)}
    assert warnings["title"] == "Long: 221 characters; more than 70 are often cut off."
    assert warnings["summary"] == "Long: 216 characters; more than 160 are often cut off."
    assert [text for path, text in warnings.items() if path.startswith("body")] == [""]
    too_long = "كلمة " * 60 + "Rivers must run."
    StringTranslation.objects.filter(context__path="summary").update(data=too_long)
    warnings = {segment.path: segment.warning for segment in segments_of(translation)}
    assert warnings["summary"] == "Too long: 316 characters where there is room for 300."
    html = log_in(chief).get(f"/admin/translations/{translation.pk}/terms/").content.decode()
    assert warnings["summary"] in html


def test_glossary_is_kept_in_the_admin(log_in, chief, arabic):
    data = {
        "term": "civic space",
        "locale": "1",
        "definition": "",
        "translations-TOTAL_FORMS": 1,
        "translations-INITIAL_FORMS": 0,
        "translations-MIN_NUM_FORMS": 0,
        "translations-MAX_NUM_FORMS": 1000,
        "translations-0-locale": arabic.pk,
        "translations-0-text": "الفضاء المدني",
        "translations-0-note": "",
    }
    client = log_in(chief)
    from wagtail.models import Locale

    data["locale"] = Locale.get_default().pk
    response = client.post("/admin/snippets/translating/glossaryterm/add/", data)
    assert response.status_code == 302
    assert GlossaryTranslation.objects.get().text == "الفضاء المدني"
    html = client.get("/admin/snippets/translating/glossaryterm/?q=المدني").content.decode()
    assert "civic space" in html
