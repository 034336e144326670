"""Languages as a reader sees them: own name, direction."""

from dataclasses import dataclass

from django.utils.translation import get_language_info

# Sites that show shared pages know a language only with a place.
PLACES = {
    **{"ar": "AR", "bn": "IN", "en": "US", "es": "ES", "fa": "IR", "fr": "FR", "hi": "IN"},
    **{"id": "ID", "ja": "JP", "km": "KH", "ko": "KR", "lo": "LA", "mn": "MN", "ms": "MY"},
    **{"my": "MM", "ne": "NP", "ru": "RU", "si": "LK", "ta": "IN", "th": "TH", "tl": "PH"},
    **{"ur": "PK", "vi": "VN", "zh-hans": "CN", "zh-hant": "TW"},
}


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

    @property
    def og_locale(self):
        """Language and place, for `og:locale`: `zh_TW`."""
        return f"{self.code.partition('-')[0]}_{PLACES[self.code]}"
