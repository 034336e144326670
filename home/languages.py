"""Languages as a reader sees them: own name, direction."""

from dataclasses import dataclass

from django.utils.translation import get_language_info


@dataclass(frozen=True)
class Language:
    """A language and where the page being read exists in it."""

    code: str
    url: str = ""
    current: bool = False

    @property
    def name(self):
        """What its speakers call it."""
        return get_language_info(self.code)["name_local"]

    @property
    def dir(self):
        """`rtl` or `ltr`, for the HTML attribute."""
        return "rtl" if get_language_info(self.code)["bidi"] else "ltr"
