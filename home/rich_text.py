"""Links that editors put into running text."""

from wagtail import hooks
from wagtail.rich_text.pages import PageLinkHandler


class PublishedPageLinkHandler(PageLinkHandler):
    """A link to a page that is not published leads nowhere: its address holds its title."""

    @classmethod
    def get_many(cls, attrs_list):
        """The pages to link to, None for each that is not there or not published."""
        pages = super().get_many(attrs_list)
        return [page if page and page.live else None for page in pages]


# After Wagtail has registered its own under the same name.
@hooks.register("register_rich_text_features", order=10)
def link_to_published_pages(features):
    """Take the place of Wagtail's links to pages."""
    features.register_link_type(PublishedPageLinkHandler)
