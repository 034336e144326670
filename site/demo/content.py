"""The texts of the demo, read from `data/`."""

import tomllib
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

DATA = Path(__file__).parent / "data"


@dataclass(frozen=True)
class Sheet:
    """The text of one page in one language."""

    language: str
    address: str  # below the home page: "about", "letters/global-call-on-china"; "home" itself
    text: dict

    @property
    def name(self):
        """What the ledger calls the page."""
        return f"{self.language}/{self.address}"

    @property
    def parent(self):
        """The address of the page above."""
        return self.address.rpartition("/")[0] or "home"

    @property
    def slug(self):
        """The last part of the address."""
        return self.address.rpartition("/")[2]


@dataclass(frozen=True)
class Content:
    """Everything the demo can put on a site."""

    folder: Path = DATA
    site: dict = field(init=False)

    def __post_init__(self):
        object.__setattr__(self, "site", read(self.folder / "site.toml"))

    @property
    def translations(self):
        """The codes of the languages beside the original one."""
        return self.site["translations"]

    @cached_property
    def sheets(self):
        """The pages of each language code, the home page first, parents before children."""
        return {
            language: [
                Sheet(language, address, read(path))
                for address in ["home", *self.site["pages"]]
                if (path := self.folder / language / f"{address}.toml").is_file()
            ]
            for language in ["en", *self.translations]
        }

    @cached_property
    def settings(self):
        """The site settings of each language code that has some."""
        return self._by_language("settings.toml")

    @cached_property
    def subsites(self):
        """The sub-sites of each language code that has some, by their names in the demo."""
        return self._by_language("subsites.toml")

    @cached_property
    def themes(self):
        """The themes of each language code that has some, by their slugs."""
        return self._by_language("themes.toml")

    @cached_property
    def pictures(self):
        """Title and descriptions of each picture."""
        return read(self.folder / "pictures.toml")

    @cached_property
    def recordings(self):
        """Title and facts of each film and sound."""
        return read(self.folder / "recordings.toml")

    @cached_property
    def words(self):
        """(recording, kind, language, text) of everything that is said in them."""
        return [
            (path.parent.name, *path.name.split(".")[:2], path.read_text("utf-8"))
            for path in sorted((self.folder / "words").glob("*/*.*"))
        ]

    @cached_property
    def documents(self):
        """Title and file name of each document."""
        return read(self.folder / "documents.toml")

    @cached_property
    def reports(self):
        """What the PDFs say, by the names under which documents refer to them."""
        return {path.stem: read(path) for path in sorted((self.folder / "reports").glob("*.toml"))}

    @cached_property
    def series(self):
        """The series of publications, by their names in the demo."""
        return read(self.folder / "series.toml")

    @cached_property
    def organisations(self):
        """The organisations of the directory, by their names in the demo."""
        return read(self.folder / "organisations.toml")

    def _by_language(self, file_name):
        return {
            language: read(path)
            for language in ["en", *self.translations]
            if (path := self.folder / language / file_name).is_file()
        }

    @cached_property
    def names(self):
        """What the ledger may hold, in the order in which it is made."""
        return [
            *(f"locale/{language}" for language in self.translations),
            *(f"picture/{name}" for name in self.pictures),
            *(f"document/{name}" for name in self.documents),
            *(f"recording/{name}" for name in self.recordings),
            *(f"series/{name}" for name in self.series),
            *(f"organisation/{name}" for name in self.organisations),
            *(
                f"{language}/theme/{name}"
                for language, themes in self.themes.items()
                for name in themes
            ),
            *(sheet.name for sheets in self.sheets.values() for sheet in sheets),
            *(f"{language}/settings" for language in self.settings),
            *(
                f"{language}/subsite/{name}"
                for language, subsites in self.subsites.items()
                for name in subsites
            ),
        ]


def read(path):
    """The values in a TOML file."""
    with path.open("rb") as file:
        return tomllib.load(file)
