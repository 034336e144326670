"""Work in the background."""

from django_tasks import task


@task(backend="background")
def build_card(page_id):
    """Make the card of a page, if it still is to be made."""
    from sharing.cards.making import make_card

    make_card(page_id)
