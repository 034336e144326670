"""Passing a page on: links, the text to copy, Mastodon."""

from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from bs4 import BeautifulSoup
from wagtail.models import PageViewRestriction

ADDRESS = "http://testserver/en/letters/rights-joy/"


@pytest.fixture
def letter(make_letter):
    return make_letter(title="Rights & “joy” <now>", slug="rights-joy")


def read(response, status=200):
    assert response.status_code == status
    return BeautifulSoup(response.content.decode(), "html.parser")


def test_links_lead_to_each_network_with_the_address(letter, client):
    links = {link.string: link for link in read(client.get(ADDRESS)).select(".share ul a")}
    assert list(links) == [
        *("Facebook", "X", "LinkedIn", "WhatsApp", "Telegram", "Bluesky", "Mastodon", "E-mail")
    ]
    mastodon = links.pop("Mastodon")
    assert mastodon["href"] == "/en/share/mastodon/?page=/en/letters/rights-joy/"
    for link in links.values():
        assert ADDRESS in unquote(link["href"])
    text = parse_qs(urlsplit(links["Bluesky"]["href"]).query)["text"]
    assert text == [f"{letter.title} {ADDRESS}"]


def test_text_to_copy_needs_no_script(letter, client):
    tree = read(client.get(ADDRESS))
    field = tree.select_one(".share-copy input[readonly]")
    assert field["value"] == f"{letter.title} {ADDRESS}"
    assert tree.find("label", attrs={"for": field["id"]}).get_text() == "Text to copy and paste"
    for button in tree.select(".share button"):
        assert button.has_attr("hidden") or button.parent.has_attr("hidden")


def test_mastodon_asks_for_the_server_and_leads_there(letter, client):
    form_page = "/en/share/mastodon/?page=/en/letters/rights-joy/"
    tree = read(client.get(form_page))
    assert tree.select_one("main form")["method"] == "post"
    response = client.post(form_page, {"server": " @somebody@Mastodon.Example "})
    link = read(response).select_one("main a.button")
    target = urlsplit(link["href"])
    assert (target.scheme, target.netloc, target.path) == ("https", "mastodon.example", "/share")
    assert parse_qs(target.query) == {"text": [f"{letter.title} {ADDRESS}"]}
    assert "no-store" in response["Cache-Control"]
    assert not response.cookies


@pytest.mark.parametrize(
    "server",
    [
        *("localhost", "127.0.0.1", "[::1]", "mastodon.example:8080", "a b.example", "-a.example"),
        *('x.example"onclick="', "javascript:alert(1)", "..", "@", "http://", "x" * 254 + ".org"),
        *("mastodon.example?x", "mastodon.example#x", "mastodon.example\\evil.example", "\0.org"),
    ],
)
def test_what_is_no_server_is_refused_with_a_reason(letter, client, server):
    tree = read(client.post("/en/share/mastodon/?page=/en/letters/rights-joy/", {"server": server}))
    assert tree.select_one("#server-error")
    assert not tree.select("main a.button")


@pytest.mark.parametrize(
    ("server", "host"),
    [
        ("https://mastodon.example/@me", "mastodon.example"),
        ("bücher.example", "xn--bcher-kva.example"),
        ("social.xn--fiqs8s", "social.xn--fiqs8s"),
    ],
)
def test_servers_are_found_in_addresses_and_other_scripts(letter, client, server, host):
    tree = read(client.post("/en/share/mastodon/?page=/en/letters/rights-joy/", {"server": server}))
    assert tree.select_one("main a.button")["href"].startswith(f"https://{host}/share?")


@pytest.mark.parametrize(
    "page", ["", "/", "/en/", "/en", "x", "/en/none/", "/en/\0/", "//evil.example/"]
)
def test_mastodon_knows_only_published_pages(letter, client, page):
    assert client.get("/en/share/mastodon/", {"page": page}).status_code == 404


def test_mastodon_tells_nothing_of_private_pages(letter, client):
    PageViewRestriction.objects.create(page=letter, restriction_type="login")
    assert client.get("/en/share/mastodon/?page=/en/letters/rights-joy/").status_code == 404
