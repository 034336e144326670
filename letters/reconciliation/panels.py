"""The checks in the editor: beside the list of names, and in the panel of the page's status."""

from django.forms import Media
from wagtail.admin.panels import Panel
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.ui.side_panels import PageStatusSidePanel

SHOWN = 10
TEMPLATE = "letters/admin/checks_brief.html"


def brief(page):
    """The variables of `TEMPLATE` for a page: its checks, those of its source page.

    None for a page that was never saved.
    """
    from .listing import checks_of  # the panels are part of the models

    if not page.pk:
        return None
    source = page.source
    checks = checks_of(source)
    return {
        "checks": checks,
        "shown": checks.open[:SHOWN],
        "more": max(0, checks.count - SHOWN),
        "source": source,
    }


class ChecksPanel(Panel):
    """In the form, after the list of names and its counts."""

    class BoundPanel(Panel.BoundPanel):
        """Shown once the page was saved, on the page that has the names."""

        template_name = "letters/admin/checks_panel.html"

        def is_shown(self):
            """Whether there is anything to check."""
            page = self.instance
            return super().is_shown() and bool(page.pk) and page.source.pk == page.pk

        def get_context_data(self, parent_context=None):
            """Add the checks."""
            return super().get_context_data(parent_context) | brief(self.instance)

        @property
        def media(self):
            """The style sheet of both places."""
            return super().media + Media(
                css={"all": [versioned_static("letters/admin/checks.css")]}
            )


class SignedStatusSidePanel(PageStatusSidePanel):
    """Wagtail's panel with the checks in it, and their number on its button."""

    class SidePanelToggle(PageStatusSidePanel.SidePanelToggle):
        """Counts what is open besides what Wagtail counts."""

        def get_context_data(self, parent_context):
            """Add the open checks to `count`."""
            context = super().get_context_data(parent_context)
            brief = self.panel.brief
            context["count"] = (context["count"] or 0) + (brief["checks"].count if brief else 0)
            return context

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.brief = brief(self.object)

    @classmethod
    def like(cls, panel):
        """The same panel as one of Wagtail's, with the checks."""
        names = ("live_object", "scheduled_object", "locale", "translations", "parent_page")
        options = {name: getattr(panel, name) for name in names}
        toggle = panel.show_schedule_publishing_toggle
        return cls(panel.object, panel.request, show_schedule_publishing_toggle=toggle, **options)

    def get_status_templates(self, context):
        """The checks come right after the state of the page."""
        templates = super().get_status_templates(context)
        return [*templates[:1], "letters/admin/checks_status.html", *templates[1:]]

    def get_scheduled_publishing_context(self, parent_context):
        """Wagtail takes any number on the button for errors in the schedule."""
        context = super().get_scheduled_publishing_context(parent_context)
        form = parent_context.get("form")
        errors = form.errors.keys() if form else ()
        context["schedule_has_errors"] = bool({"go_live_at", "expire_at"} & set(errors))
        return context

    def get_context_data(self, parent_context):
        """Add the checks."""
        return super().get_context_data(parent_context) | (self.brief or {"checks": None})
