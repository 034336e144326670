"""Under which terms a publication may be used."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Licence(models.TextChoices):
    """The licences that publications come under; names are those of Creative Commons."""

    BY = "by", _("Creative Commons Attribution 4.0 (CC BY)")
    BY_SA = "by-sa", _("Creative Commons Attribution, share alike 4.0 (CC BY-SA)")
    BY_ND = "by-nd", _("Creative Commons Attribution, no changes 4.0 (CC BY-ND)")
    BY_NC = "by-nc", _("Creative Commons Attribution, not commercial 4.0 (CC BY-NC)")
    BY_NC_SA = (
        "by-nc-sa",
        _("Creative Commons Attribution, not commercial, share alike 4.0 (CC BY-NC-SA)"),
    )
    BY_NC_ND = (
        "by-nc-nd",
        _("Creative Commons Attribution, not commercial, no changes 4.0 (CC BY-NC-ND)"),
    )
    ZERO = "zero", _("Public domain (CC0)")
    RESERVED = "reserved", _("All rights reserved")


def licence_url(licence):
    """The address of the terms of a `Licence`, empty where there are none to read."""
    if not licence or licence == Licence.RESERVED:
        return ""
    if licence == Licence.ZERO:
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    return f"https://creativecommons.org/licenses/{licence}/4.0/"
