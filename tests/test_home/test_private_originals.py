"""The alias of a page that not everybody may read stands in no list."""

from datetime import date

import pytest
from wagtail.models import Page, PageViewRestriction

from home.models import StandardPage
from home.visibility import without_private
from letters.models import LetterIndexPage, OpenLetterPage

WORD = "Zxqvorbel"


@pytest.fixture
def other_list(home):
    """Another list of letters, which everybody may read."""
    page = home.add_child(instance=LetterIndexPage(title="More letters", slug="more"))
    page.save_revision().publish()
    return page


@pytest.fixture
def letter(make_letter, other_list):
    """A letter in one list, its alias in another, and the alias of that."""
    letter = make_letter(title=f"{WORD} letter", summary=f"Of {WORD}", countries=["TH"])
    alias = letter.create_alias(parent=other_list, update_slug="alias")
    alias.create_alias(parent=other_list, update_slug="alias-of-alias")
    return letter


LISTS = ["/en/more/", "/en/more/?country=TH", "/en/more/feed.xml", f"/en/search/?q={WORD}"]


def listed(client, address):
    html = client.get(address).content.decode()
    return {slug for slug in ("alias", "alias-of-alias") if f"/more/{slug}/" in html}


@pytest.mark.parametrize("address", LISTS)
def test_an_alias_is_listed_while_its_original_is_public(letter, client, address):
    assert listed(client, address) == {"alias", "alias-of-alias"}


@pytest.mark.parametrize("address", LISTS)
@pytest.mark.parametrize("above", [False, True])
def test_aliases_of_a_private_original_are_listed_nowhere(letter, client, address, above):
    page = letter.get_parent() if above else letter
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert listed(client, address) == set()


def test_other_texts_on_the_subject_leave_it_out(letter, make_letter, client):
    make_letter(title="Other", slug="other", countries=["TH"], date=date(2026, 4, 1))
    assert "/more/alias/" in client.get("/en/letters/other/").content.decode()
    PageViewRestriction.objects.create(page=letter, restriction_type="login")
    assert WORD not in client.get("/en/letters/other/").content.decode()


def test_the_menu_leaves_it_out(home, client):
    page = home.add_child(instance=StandardPage(title=WORD, slug="inner"))
    page.create_alias(parent=home, update_slug="shown")
    StandardPage.objects.filter(slug="shown").update(show_in_menus=True)
    assert WORD in client.get("/en/").content.decode()
    PageViewRestriction.objects.create(page=page, restriction_type="login")
    assert WORD not in client.get("/en/").content.decode()


def test_what_stands_below_such_an_alias_is_left_out_with_one_query(
    home, django_assert_num_queries
):
    closed, opened = (
        home.add_child(instance=StandardPage(title=slug, slug=slug)) for slug in ("closed", "open")
    )
    alias = closed.create_alias(parent=opened, update_slug="alias")
    alias.add_child(instance=StandardPage(title="below", slug="below"))
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    pages = Page.objects.filter(depth__gt=2)
    with django_assert_num_queries(1):
        left = {page.slug for page in without_private(pages)}
    assert left == {"open"}
    assert not without_private(OpenLetterPage.objects.filter(slug="alias"))
