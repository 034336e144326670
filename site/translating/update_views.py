"""Bringing translations up to date, without publishing what somebody may not publish.

wagtail-localize publishes them for everybody who may submit a page for translation.
"""

from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail_localize.views.update_translations import UpdateTranslationsView


class UpdateView(UpdateTranslationsView):
    """Offers to publish only to those who may publish every one of the translations."""

    def get_form(self):
        """The form; what it does not offer it does not take either."""
        form = super().get_form()
        if not self.may_publish():
            field = form.fields["publish_translations"]
            field.disabled = True
            field.help_text = _(
                "Not for you: a reviewer publishes translations. Submit each of them for review."
            )
        return form

    def may_publish(self):
        """Whether whoever asks may publish all the pages; other things have no permission."""
        translations = self.object.translations.filter(enabled=True)
        targets = [translation.get_target_instance() for translation in translations]
        return all(
            target.permissions_for_user(self.request.user).can_publish()
            for target in targets
            if isinstance(target, Page)
        )
