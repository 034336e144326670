"""Rules of the blocks that pages are made of."""

import pytest
from wagtail.blocks import StreamBlockValidationError
from wagtail.models import PageViewRestriction

from home.blocks.body import BodyBlock, DocumentBlock
from home.models import StandardPage


@pytest.mark.parametrize(
    ("body", "refused"),
    [
        ([("text", "<h3>Small</h3>")], True),
        ([("heading", "Large"), ("text", "<h3>Small</h3>")], False),
        ([("text", "<p>Plain</p>"), ("heading", "Large")], False),
    ],
)
def test_smaller_heading_needs_one_above_it(body, refused):
    block = BodyBlock()
    value = block.to_python([{"type": kind, "value": text} for kind, text in body])
    if not refused:
        assert block.clean(value)
        return
    with pytest.raises(StreamBlockValidationError) as error:
        block.clean(value)
    assert "heading block" in str(error.value.block_errors[0])


def test_what_an_old_record_lacks_is_empty_text():
    """wagtail-localize cannot take None for a text."""
    assert DocumentBlock().to_python({"document": None})["title"] == ""


def test_private_pages_are_not_listed(home):
    above = home.add_child(instance=StandardPage(title="Above", slug="above"))
    for name in ("open", "closed"):
        above.add_child(instance=StandardPage(title=name, slug=name))
    closed = above.get_children().get(slug="closed")
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    assert [page.slug for page in above.entries()] == ["open"]
    PageViewRestriction.objects.create(page=above, restriction_type="login")
    assert list(above.entries()) == []
