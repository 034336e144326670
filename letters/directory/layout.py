"""What stands around the page of an organisation."""

from dataclasses import replace

from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from home.layout import Layout


class OrganisationLayout(Layout):
    """The layout of the directory, one step further down: on the page of `title_name`."""

    def __init__(self, request, page, title_name, path):
        super().__init__(request, page)
        self.title_name = title_name
        self.path = path

    @property
    def title(self):
        """The name, then that of the site."""
        return f"{self.title_name} – {self.settings.short_name}"

    @property
    def description(self):
        """What is to be found on the page."""
        return _("Statements and letters signed by {name}.").format(name=self.title_name)

    @cached_property
    def breadcrumb(self):
        """The pages above, the directory included."""
        return [*super().breadcrumb, self.page]

    @cached_property
    def translations(self):
        """The same organisation in the other languages of the directory."""
        return [
            replace(language, url=language.url + self.path) for language in super().translations
        ]

    @cached_property
    def canonical_url(self):
        """The full address under the name that is called now."""
        directory = super().canonical_url
        return directory and directory + self.path

    def _current(self, page):
        # The directory stands in the menu, and this page is below it.
        return super()._current(page) and "true"
