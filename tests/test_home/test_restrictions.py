"""Pages that not everybody may read: our pages know it with one query, and as Wagtail does."""

import pytest
from wagtail.models import Page, PageViewRestriction

from home.models import StandardPage


@pytest.fixture
def pages(home):
    """A private page with one below it, aliases of both, an alias of an alias, and an open page."""

    def add(parent, slug):
        return parent.add_child(instance=StandardPage(title=slug, slug=slug))

    closed, opened = add(home, "closed"), add(home, "open")
    inner = add(closed, "inner")
    alias = closed.create_alias(parent=opened, update_slug="alias")
    pages = [closed, opened, inner, alias, add(alias, "below-alias")]
    pages.append(inner.create_alias(parent=home, update_slug="inner-alias"))
    pages.append(alias.create_alias(parent=home, update_slug="alias-of-alias"))
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    PageViewRestriction.objects.create(page=inner, restriction_type="login")
    return {page.slug: StandardPage.objects.get(pk=page.pk) for page in pages}


def test_restrictions_are_those_that_wagtail_finds(pages, django_assert_num_queries):
    for slug, page in pages.items():
        theirs = set(Page.get_view_restrictions(StandardPage.objects.get(pk=page.pk)))
        with django_assert_num_queries(1):
            assert set(page.get_view_restrictions()) == theirs, slug
    assert not pages["open"].get_view_restrictions()
    assert pages["inner"].get_view_restrictions().count() == 2


@pytest.mark.parametrize("slug", ["closed", "inner", "alias", "below-alias", "alias-of-alias"])
def test_nobody_reads_a_private_page_in_a_roundabout_way(pages, client, slug):
    assert client.get(pages["open"].url).status_code == 200
    response = client.get(pages[slug].url)
    assert response.status_code == 302
    assert "login" in response["Location"]
