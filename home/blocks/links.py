"""Links that editors set: to a page of ours or to an address elsewhere."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .chosen import ChosenPageBlock, ChosenPageValue


class LinkValue(ChosenPageValue):
    """The chosen link."""

    @property
    def href(self):
        """The address, or an empty string when nothing (published) is chosen."""
        if self.chosen:
            return (self.found_page and self.found_page.url) or ""
        return self.get("address") or ""


class LinkBlock(blocks.StructBlock):
    """A label with a page or an address behind it."""

    label = blocks.CharBlock(label=_("label"), max_length=80, required=False, default="")
    page = ChosenPageBlock(label=_("page"), required=False)
    address = blocks.URLBlock(
        label=_("or address"),
        required=False,
        default="",
        help_text=_("Only where no page is chosen."),
    )

    class Meta:
        icon = "link"
        label = _("link")
        value_class = LinkValue

    def clean(self, value):
        """Refuse a label without a target, and two targets at once."""
        value = super().clean(value)
        targets = [name for name in ("page", "address") if value.get(name)]
        errors = {}
        if len(targets) == 2:
            errors["address"] = ValidationError(_("Choose a page or give an address, not both."))
        if value.get("label") and not targets:
            errors["page"] = ValidationError(_("Choose a page or give an address."))
        if targets and not value.get("label"):
            errors["label"] = ValidationError(_("Say where the link leads."))
        if errors:
            raise blocks.StructBlockValidationError(errors)
        return value
