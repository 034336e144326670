"""What search engines and networks are told of a page."""

import json
from datetime import date

import pytest
from wagtail.models import Locale, Site

from home.languages import PLACES
from home.models import SiteSettings
from letters.models import StatementIndexPage, StatementPage


@pytest.fixture
def things(read):
    """What is said at an address, by type."""

    def get(address):
        scripts = read(address).select('script[type="application/ld+json"]')
        assert len(scripts) == 1
        data = json.loads(scripts[0].string)
        assert data["@context"] == "https://schema.org"
        return {thing["@type"]: thing for thing in data["@graph"]}

    return get


@pytest.fixture
def site_settings(home):
    return SiteSettings.objects.create(
        site=Site.objects.get(),
        locale=Locale.get_default(),
        organisation_name="Sample Network",
        short_name="SAMPLE",
        email="desk@example.org",
        social_addresses=[
            {"type": "social_address", "value": {"name": "A", "address": "https://a.example/x"}}
        ],
    )


def test_home_page_presents_site_and_organisation(site_settings, things):
    site = things("/en/")["WebSite"]
    assert site["url"] == "http://testserver/en/"
    organisation = site["publisher"]
    assert organisation["@type"] == "Organization"
    assert organisation["name"] == "Sample Network"
    assert organisation["sameAs"] == ["https://a.example/x"]
    assert organisation["logo"].startswith("http://testserver/")


def test_letter_is_an_article_with_a_way_to_it(site_settings, make_letter, things):
    make_letter(["Aruvia Forum"], title="A letter", summary="In short.", date=date(2026, 3, 1))
    found = things("/en/letters/a-letter/")
    article = found["Article"]
    assert article["headline"] == "A letter"
    assert article["description"] == "In short."
    assert article["datePublished"] == "2026-03-01"
    assert article["inLanguage"] == "en"
    assert article["author"] == {
        "@type": "Organization",
        "name": "Sample Network",
        "url": "http://testserver/en/",
    }
    steps = found["BreadcrumbList"]["itemListElement"]
    assert [(step["position"], step["name"]) for step in steps] == [
        (1, "Home"),
        (2, "Letters"),
        (3, "A letter"),
    ]
    assert steps[1]["item"] == "http://testserver/en/letters/"
    assert "Aruvia" not in json.dumps(found)


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [("statement", "NewsArticle"), ("press-release", "NewsArticle"), ("oral", "Article")],
)
def test_statements_are_news_unless_spoken_or_submitted(home, things, kind, wanted):
    index = home.add_child(instance=StatementIndexPage(title="Statements", slug="statements"))
    index.save_revision().publish()
    page = StatementPage(title="On courts", slug="on-courts", date=date(2026, 3, 1), kind=kind)
    index.add_child(instance=page)
    page.save_revision().publish()
    assert wanted in things("/en/statements/on-courts/")
    assert "CollectionPage" in things("/en/statements/")


def test_no_title_ends_the_script(make_letter, client, things):
    title = "</script><script>alert(1)</script> & \u2028 <!--"
    make_letter(title=title, slug="hostile")
    html = client.get("/en/letters/hostile/").content.decode()
    start = html.index('<script type="application/ld+json">')
    script = html[start : html.index("</script>", start)]
    assert not {"&", "\u2028", "\u2029"} & set(script)
    assert script.count("<") == 1
    assert things("/en/letters/hostile/")["Article"]["headline"] == title


def test_networks_learn_dates_and_languages(make_letter, read):
    letter = make_letter(title="A letter", slug="a-letter", date=date(2026, 3, 1))
    arabic = Locale.objects.create(language_code="ar")
    letter.copy_for_translation(arabic, copy_parents=True).save_revision().publish()
    tree = read("/en/letters/a-letter/")

    def content(name):
        return [meta["content"] for meta in tree.select(f'meta[property="{name}"]')]

    assert content("og:type") == ["article"]
    assert content("article:published_time") == ["2026-03-01"]
    assert len(content("article:modified_time")) == 1
    assert content("og:locale") == ["en_US"]
    assert content("og:locale:alternate") == ["ar_AR"]
    assert read("/en/").select_one('meta[property="og:type"]')["content"] == "website"


def test_every_language_has_a_place(settings):
    assert set(PLACES) == {code for code, _name in settings.LANGUAGES}
