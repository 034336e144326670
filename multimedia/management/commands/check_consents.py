"""Look for pictures whose consent has ended: once a day."""

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home.mails import send_mail
from multimedia.care.actions import forget_old_consents, withdraw_picture
from multimedia.care.queries import ended_consents
from multimedia.forms import CARE_PERMISSION
from multimedia.waiting import forget_old_uploads


class Command(BaseCommand):
    help = (
        "Tell those who care for pictures how many are shown although the consent has ended, "
        "and forget the records of consents that ended long ago. With --withdraw, withdraw "
        "those pictures at once. Files that were uploaded and never saved are deleted, too."
    )

    def add_arguments(self, parser):
        parser.add_argument(
            "--withdraw", action="store_true", help="withdraw the pictures from everywhere"
        )

    def handle(self, *, withdraw, **options):
        pictures = list(ended_consents())
        if withdraw:
            for image in pictures:
                withdraw_picture(image=image, by=None)
        if pictures:
            self.tell(len(pictures), withdraw)
        forgotten = forget_old_consents()
        self.stdout.write(
            f"consents that ended: {len(pictures)}, withdrawn: {len(pictures) * withdraw}, "
            f"records forgotten: {forgotten}, unsaved uploads deleted: {forget_old_uploads()}"
        )

    def tell(self, count, withdrawn):
        """Write to everybody with the permission: how many, and where; no title, no name."""
        people = get_user_model().objects.filter(is_active=True).exclude(email="")
        addresses = [user.email for user in people if user.has_perm(CARE_PERMISSION)]
        text = ngettext(
            "The consent for %(count)s picture has ended.",
            "The consent for %(count)s pictures has ended.",
            count,
        ) % {"count": count}
        if withdrawn:
            text += " " + _("What was still shown has been withdrawn.")
        url = settings.BASE_URL + reverse("multimedia_care_report")
        for address in addresses:
            subject, body = _("Pictures to care for"), f"{text}\n\n{url}"
            send_mail(to=address, subject=subject, body=body, about="pictures")
