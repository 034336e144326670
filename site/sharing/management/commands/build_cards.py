"""Make the cards of pages here and now, without the worker."""

from django.core.management.base import BaseCommand, CommandError

from letters.pdf import fonts
from sharing.cards.making import make_card
from sharing.cards.receivers import page_types
from sharing.cards.requests import request_card, withdraw_cards
from sharing.models import Card


class Command(BaseCommand):
    help = (
        "Make the cards that are missing or say something else than their page, as they do "
        "when the organisation has another name; remove those without a page."
    )

    def handle(self, **options):
        if not fonts.are_there():
            raise CommandError(f"Fonts are missing. To install them: {fonts.install_line()}")
        gone = Card.objects.exclude(page__live=True, page__alias_of__isnull=True)
        withdraw_cards(list(gone.values_list("page", flat=True)))
        made = failed = 0
        for model in page_types():
            for page in model.objects.live().filter(alias_of__isnull=True).order_by("pk"):
                request_card(page)
                if Card.objects.filter(page=page, file="").exists():
                    made, failed = (made + 1, failed) if make_card(page.pk) else (made, failed + 1)
        self.stdout.write(f"{made} made, {failed} failed.")
