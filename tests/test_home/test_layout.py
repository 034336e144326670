"""What stands around the content of every page."""

import pytest
from wagtail.models import PageViewRestriction


def links(tree, selector):
    return [(link.get_text(strip=True), link["href"]) for link in tree.select(f"{selector} a")]


def test_name_title_and_description_come_from_the_settings(site_settings, read):
    tree = read("/en/")
    assert tree.select_one(".wordmark").get_text(strip=True) == "SAMPLE"
    assert tree.title.string == "FORUM-ASIA – SAMPLE"
    assert tree.select_one("meta[name=description]")["content"] == "For the sake of a test"


def test_title_of_a_page_ends_in_the_name_of_the_site(site_settings, add_page, read):
    add_page("Who we are", slug="about", search_description="All about us.")
    tree = read("/en/about/")
    assert tree.title.string == "Who we are – SAMPLE"
    assert tree.select_one("meta[name=description]")["content"] == "All about us."
    assert tree.h1.get_text() == "Who we are"


def test_site_without_settings_stands(home, read):
    assert read("/en/").select_one(".wordmark").get_text(strip=True) == "FORUM-ASIA"


def test_menu_marks_the_page_and_the_part_of_the_site(home, add_page, read):
    about = add_page("Who we are", slug="about", show_in_menus=True)
    add_page("Hidden", slug="hidden")
    add_page("Members", slug="members", parent=about)
    assert links(read("/en/"), ".menu") == [("Who we are", "/en/about/")]
    assert read("/en/about/").select_one(".menu a")["aria-current"] == "page"
    assert read("/en/about/members/").select_one(".menu a")["aria-current"] == "true"
    assert not read("/en/hidden/").select_one(".menu a").has_attr("aria-current")


def test_restricted_pages_are_named_nowhere(home, add_page, read):
    page = add_page("Members only", slug="members", show_in_menus=True)
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    assert "Members only" not in read("/en/").get_text()


def test_breadcrumb_leads_up(home, add_page, read):
    about = add_page("Who we are", slug="about")
    add_page("Members", slug="members", parent=about)
    tree = read("/en/about/members/")
    assert links(tree, "ol.breadcrumb") == [("Home", "/en/"), ("Who we are", "/en/about/")]
    assert not read("/en/").select("ol.breadcrumb")


def test_languages_by_their_own_names(arabic_home, read):
    items = read("/en/").select(".languages a")
    assert [(item.string, item["href"], item["lang"], item["dir"]) for item in items] == [
        ("العربيّة", "/ar/", "ar", "rtl"),
        ("English", "/en/", "en", "ltr"),
    ]
    assert [item["lang"] for item in items if item.get("aria-current")] == ["en"]


def test_only_published_translations_are_offered(arabic_home, add_page, arabic, read):
    page = add_page("Who we are", slug="about")
    assert not read("/en/about/").select(".languages")
    translation = page.copy_for_translation(arabic)
    assert not read("/en/about/").select(".languages")
    translation.save_revision().publish()
    assert len(read("/en/about/").select(".languages a")) == 2


def test_addresses_for_search_engines(arabic_home, read):
    tree = read("/ar/?utm_source=letter")
    assert tree.select_one("link[rel=canonical]")["href"] == "http://testserver/ar/"
    alternates = {link["hreflang"]: link["href"] for link in tree.select("link[hreflang]")}
    assert alternates == {
        "ar": "http://testserver/ar/",
        "en": "http://testserver/en/",
        "x-default": "http://testserver/en/",
    }


def test_arabic_page_is_arabic_and_says_what_is_not(arabic_home, site_settings, read):
    tree = read("/ar/")
    assert (tree.html["lang"], tree.html["dir"]) == ("ar", "rtl")
    name = tree.select_one(".footer-name")
    assert (name.string, name["lang"], name["dir"]) == ("Sample Network", "en", "ltr")
    assert not read("/en/").select_one(".footer-name").has_attr("lang")


def test_alias_is_in_the_language_of_its_text(home, arabic_home, add_page, arabic, read):
    page = add_page("Who we are", slug="about")
    page.copy_for_translation(arabic, alias=True)
    tree = read("/ar/about/")
    assert (tree.html["lang"], tree.html["dir"]) == ("en", "ltr")
    assert tree.select_one(".skip-link").string == "Skip to content"


def test_footer_links_to_contact_and_privacy_in_the_language_read(
    arabic_home, arabic, site_settings, add_page, read
):
    contact, privacy = add_page("Contact", slug="contact"), add_page("Privacy", slug="privacy")
    site_settings.contact_page, site_settings.privacy_page = contact, privacy
    site_settings.email = "office@example.org"
    site_settings.save()
    translation = contact.copy_for_translation(arabic)
    translation.title = "اتصل بنا"
    translation.save_revision().publish()
    assert ("Contact", "/en/contact/") in links(read("/en/"), "footer")
    footer = links(read("/ar/"), "footer")
    assert ("اتصل بنا", "/ar/contact/") in footer
    assert ("Privacy", "/en/privacy/") in footer
    english, arabic_one = (
        read("/ar/").select_one(f'.site-footer a[href="{url}"]')
        for url in ("/en/privacy/", "/ar/contact/")
    )
    assert (english["lang"], english["dir"]) == ("en", "ltr")
    assert not arabic_one.has_attr("lang")
    assert ("office@example.org", "mailto:office@example.org") in footer


def test_newsletter_is_offered_only_with_an_address(home, site_settings, read):
    block = {"title": "Once a month", "text": "", "button": "Subscribe"}
    home.sections = [{"type": "newsletter", "value": block}]
    home.save_revision().publish()
    assert "Subscribe" not in read("/en/").get_text()
    site_settings.newsletter_url = "https://example.org/news"
    site_settings.save()
    tree = read("/en/")
    assert ("Subscribe", "https://example.org/news") in links(tree, "main")
    assert ("Subscribe to the newsletter", "https://example.org/news") in links(tree, "footer")


def test_no_cookie_is_set(home, client):
    assert not client.get("/en/").cookies
    assert not client.get("/en/search/?q=x").cookies
    assert not client.get("/en/nothing/").cookies


@pytest.mark.parametrize("pages", [1, 12])
def test_queries_do_not_grow_with_the_menu(
    home, site_settings, add_page, client, pages, django_assert_max_num_queries
):
    for number in range(pages):
        add_page(f"Page {number}", slug=f"page-{number}", show_in_menus=True)
    client.get("/en/page-0/")
    with django_assert_max_num_queries(20):
        client.get("/en/page-0/")
