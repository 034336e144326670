"""The cards of published pages."""

from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


def card_path(card, filename):
    """Where the file lies: below MEDIA_ROOT, in a folder without an address of its own."""
    return f"cards/{card.page_id}/{card.digest[:32]}.png"


class CardQuerySet(models.QuerySet):
    """Cards of pages."""

    def for_page(self, page):
        """The card that may be shown for `page` now, or None. An alias has that of its original."""
        shown = page.alias_of_id or page.pk
        return self.exclude(file="").filter(page=shown, page__live=True).first()


class Card(models.Model):
    """A picture with the title of a page. Without a file: not made yet, or not to be made."""

    page = models.OneToOneField(
        Page, on_delete=models.CASCADE, related_name="shared_card", verbose_name=_("page")
    )
    # What stands, or will stand, on it: another text has another digest.
    digest = models.CharField(max_length=64)
    file = models.FileField(_("file"), upload_to=card_path, blank=True)

    objects = CardQuerySet.as_manager()

    class Meta:
        verbose_name = _("card")
        verbose_name_plural = _("cards")

    def __str__(self):
        return str(self.page)

    def delete_file(self):
        """Delete the stored file once it is committed that no row names it."""
        if self.file:
            storage, name = self.file.storage, self.file.name
            transaction.on_commit(lambda: storage.delete(name))
