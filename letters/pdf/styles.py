"""In which language, direction and fonts each piece of text is set."""

from dataclasses import dataclass

from home.languages import Language
from letters.scripts import direction_of, language_of, scripts_in

from .fonts import faces


@dataclass(frozen=True)
class Metrics:
    """Type size in points, space between lines as a part of it, both margins even or not."""

    size: float = 10.5
    leading: float = 0.66
    justify: bool = False


# Scripts of our languages that need other sizes than Latin.
METRICS = {
    "Arab": Metrics(size=11.5, leading=0.95),
    "Beng": Metrics(leading=0.8),
    "Deva": Metrics(leading=0.8),
    "Hang": Metrics(size=10, leading=0.85, justify=True),
    "Hani": Metrics(size=10, leading=0.9, justify=True),
    "Khmr": Metrics(size=11, leading=1.0),
    "Laoo": Metrics(leading=0.9),
    "Mymr": Metrics(size=10, leading=1.1),
    "Sinh": Metrics(leading=0.8),
    "Taml": Metrics(size=10, leading=0.8),
    "Thai": Metrics(size=10.5, leading=0.9),
}
SCRIPT_OF_LANGUAGE = {
    "ar": "Arab",
    "bn": "Beng",
    "fa": "Arab",
    "hi": "Deva",
    "ja": "Hani",
    "km": "Khmr",
    "ko": "Hang",
    "lo": "Laoo",
    "my": "Mymr",
    "ne": "Deva",
    "si": "Sinh",
    "ta": "Taml",
    "th": "Thai",
    "ur": "Arab",
    "zh-hans": "Hani",
    "zh-hant": "Hani",
}
# typst takes a region where a language is written differently in two places.
REGIONS = {"zh-hans": "CN", "zh-hant": "TW", "zh-hk": "HK"}


class Styles:
    """The styles of one document: "" is that of the page, the others come as texts need them."""

    def __init__(self, language):
        self.language = language
        self.direction = Language(language).dir
        self.script = SCRIPT_OF_LANGUAGE.get(language, "Latn")
        self.metrics = METRICS.get(self.script, Metrics())
        self.used = {"": self._style(language, self.script, self.direction)}

    def line(self, text, *, language="", direction=""):
        """A line of text that may be in a language of its own: `{"text", "style"}`.

        What the script of the text does not prove and nobody has said stays in the
        language of the page.
        """
        script = next(iter(scripts_in(text)), "Latn")
        language = language or language_of(text)
        direction = direction or direction_of(text)
        language = language or self.language
        if (language.lower(), script, direction) == (self.language, self.script, self.direction):
            return {"text": text, "style": ""}
        key = f"{language}-{script}-{direction}"
        self.used.setdefault(key, self._style(language, script, direction))
        return {"text": text, "style": key}

    @staticmethod
    def _style(language, script, direction):
        tag = language.lower()
        return {
            "lang": tag.partition("-")[0],
            "region": REGIONS.get(tag),
            "rtl": direction == "rtl",
            "serif": faces(language, script, "Serif"),
            "sans": faces(language, script, "Sans"),
        }
