"""Form of the letter editor."""

from wagtail.admin.forms import WagtailAdminPageForm

from .actions import COPIED_FIELDS
from .removal.guard import RefuseRemovedNames


class SignedPageForm(RefuseRemovedNames, WagtailAdminPageForm):
    """The editor of a signed page; on a translation without what is kept on the source page."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if self.instance.source is not self.instance:
            for name in COPIED_FIELDS:
                # Wagtail does not show the panel of a field that the form lacks.
                self.fields.pop(name, None)
