"""`/sitemap.xml` and `/robots.txt`."""

from xml.etree import ElementTree

from wagtail.models import PageViewRestriction


def locations(response):
    tree = ElementTree.fromstring(response.content)
    return [element.text for element in tree.iter() if element.tag.endswith("}loc")]


def test_sitemap_lists_all_languages(arabic_home, add_page, client):
    add_page("Who we are", slug="about")
    response = client.get("/sitemap.xml")
    assert response["Content-Type"] == "application/xml"
    assert sorted(locations(response)) == [
        "http://testserver/ar/",
        "http://testserver/en/",
        "http://testserver/en/about/",
    ]


def test_sitemap_names_the_translations_of_each_page(arabic_home, add_page, client):
    add_page("Who we are", slug="about")
    tree = ElementTree.fromstring(client.get("/sitemap.xml").content)
    found = {}
    for url in tree:
        links = [part for part in url if part.tag == "{http://www.w3.org/1999/xhtml}link"]
        assert all(link.get("rel") == "alternate" for link in links)
        found[url[0].text] = {link.get("hreflang"): link.get("href") for link in links}
    both = {"ar": "http://testserver/ar/", "en": "http://testserver/en/"}
    assert found == {both["ar"]: both, both["en"]: both, "http://testserver/en/about/": {}}


def test_sitemap_leaves_out_drafts_aliases_and_restricted_pages(
    arabic_home, arabic, add_page, client
):
    add_page("Draft", slug="draft").unpublish()
    add_page("Alias", slug="alias").copy_for_translation(arabic, alias=True)
    restricted = add_page("Members", slug="members")
    PageViewRestriction.objects.create(page=restricted, restriction_type="login")
    found = locations(client.get("/sitemap.xml"))
    assert "http://testserver/en/alias/" in found
    assert not [url for url in found if "draft" in url or "members" in url or "ar/alias" in url]


def test_long_sitemap_comes_in_parts(home, add_page, client, monkeypatch):
    monkeypatch.setattr("home.sitemaps.PAGE_SIZE", 1)
    add_page("Who we are", slug="about")
    parts = locations(client.get("/sitemap.xml"))
    assert parts == [f"http://testserver/sitemap.xml?part={number}" for number in (1, 2)]
    assert locations(client.get(parts[1])) == ["http://testserver/en/about/"]
    for wrong in ("3", "0", "x"):
        assert client.get("/sitemap.xml", {"part": wrong}).status_code == 404


def test_robots_may_read_all_but_admin_and_search(db, client):
    lines = client.get("/robots.txt").content.decode().splitlines()
    assert "Disallow: /admin/" in lines
    assert "Disallow: /*/search/" in lines
    assert "Sitemap: http://testserver/sitemap.xml" in lines
    assert not [line for line in lines if line in ("Disallow: /", "Disallow: /en/")]
