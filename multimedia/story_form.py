"""The editor of a story."""

from wagtail.admin.forms import WagtailAdminPageForm

PUBLIC_ACTIONS = ("action-publish", "action-submit")


class StoryForm(WagtailAdminPageForm):
    """Lets a draft be saved as it is, and holds back what some readers could not follow."""

    def clean(self):
        """Before publishing: film and sound can be read as well."""
        from .readiness import recording_problems  # the models are built from this form

        cleaned = super().clean()
        if any(action in self.data for action in PUBLIC_ACTIONS) and cleaned.get("chapters"):
            if problems := recording_problems(cleaned["chapters"]):
                # As one: the editor shows only the first error of a stream.
                self.add_error("chapters", " ".join(problems))
        return cleaned
