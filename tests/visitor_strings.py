"""The strings of the interface that visitors see, in any language.

Every catalogue translates all of them. What only staff see may stay in English:
`python -m tests.visitor_strings`, run by `make messages`, takes it out of the catalogues
again where nobody has translated it, so that translators are shown what matters.
"""

import ast
import functools
import re
import sys
from pathlib import Path

import polib
from django.db.models.enums import ChoicesType
from django.utils.translation.template import templatize
from modelcluster.fields import ParentalKey

ROOT = Path(__file__).resolve().parents[1]
CATALOGUES = sorted((ROOT / "site" / "locale").glob("*/LC_MESSAGES/django.po"))
APPS = ["home", "letters", "multimedia", "publications", "site"]
STAFF_FOLDERS = {
    *("admin", "wagtailadmin", "wagtaildocs", "wagtailmedia", "wagtail_localize"),
    *("embargo", "roles", "translating"),
}
# Python whose words reach visitors, as globs from the root; what else visitors read stands
# in templates or is the label of a choice.
MODULES = [
    "home/facets.py",
    "home/published.py",
    "home/structured_data.py",
    "home/templatetags/*.py",
    "letters/directory/facets.py",
    "letters/directory/layout.py",
    "letters/exports/*.py",
    "letters/history/views.py",
    "letters/models/directory.py",
    "letters/pdf/body.py",
    "letters/pdf/content.py",
    "letters/pdf/names.py",
    "letters/pdf/views.py",
    "letters/templatetags/*.py",
    "multimedia/templatetags/stories.py",
    "multimedia/templatetags/story_times.py",
    "publications/citations/*.py",
    "publications/contents.py",
    "publications/facets.py",
    "publications/licences.py",
    "publications/serving.py",
    "publications/templatetags/*.py",
    "site/search/*.py",
    "site/sharing/cards/*.py",
    "site/sharing/feeds.py",
    "site/sharing/mastodon.py",
    "site/sharing/templatetags/*.py",
]
# Models that are no pages and whose choices are shown on them.
SHOWN_MODELS = ["multimedia.Image", "multimedia.Track"]
FUNCTIONS = {
    "_": (),
    "gettext": (),
    "gettext_lazy": (),
    "ngettext": (),
    "ngettext_lazy": (),
    "pgettext": ("context",),
    "pgettext_lazy": ("context",),
    "npgettext": ("context",),
    "npgettext_lazy": ("context",),
}
_LITERAL = r"u?'(?:[^'\\]|\\.)*'|u?\"(?:[^\"\\]|\\.)*\""
_CALL = re.compile(
    rf"(?<!\w)(?:(?:_|n?gettext)\((?P<plain>{_LITERAL})"
    rf"|n?pgettext\((?P<context>{_LITERAL}),\s*(?P<text>{_LITERAL}))"
)


@functools.cache
def visitor_strings():
    """The strings that visitors can see, as a set of pairs of context (or None) and message."""
    return {*template_strings(), *module_strings(), *choice_strings(), *setting_strings()}


def template_strings():
    """Every string that the public templates mark for translation."""
    for path in sorted(file for app in APPS for file in (ROOT / app).rglob("templates/**/*")):
        if path.suffix not in {".html", ".xml", ".txt"} or STAFF_FOLDERS & {*path.parts}:
            continue
        for match in _CALL.finditer(templatize(path.read_text(), origin=str(path))):
            context = match["context"] and ast.literal_eval(match["context"])
            text = ast.literal_eval(match["plain"] or match["text"])
            yield context, text.replace("%%", "%")


def module_strings():
    """Every string that the Python of public pages marks for translation."""
    for pattern in MODULES:
        paths = sorted(ROOT.glob(pattern))
        assert paths, f"nothing is called {pattern} any more"
        for path in paths:
            for node in ast.walk(ast.parse(path.read_text())):
                if not isinstance(node, ast.Call) or getattr(node.func, "id", "") not in FUNCTIONS:
                    continue
                words = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
                context = words.pop(0) if FUNCTIONS[node.func.id] else None
                if words:  # else it is in a variable, and stands elsewhere
                    yield context, words[0]


def choice_strings():
    """The labels of the choices of page types and of what belongs to them: kinds, outcomes."""
    from django.apps import apps
    from wagtail.models import get_page_models

    for model in [*get_page_models(), *map(apps.get_model, SHOWN_MODELS)]:
        if model._meta.app_label not in APPS:
            continue
        parts = [
            link for link in model._meta.related_objects if isinstance(link.field, ParentalKey)
        ]
        for owner in [model, *(link.related_model for link in parts)]:
            for base in owner.__mro__:
                for choices in vars(base).values() if base.__module__.split(".")[0] in APPS else ():
                    if isinstance(choices, ChoicesType):
                        yield from ((None, message_of(member._label_)) for member in choices)


def setting_strings():
    """The names of countries that are ours and not those of ISO."""
    from django.conf import settings

    for name in settings.COUNTRIES_OVERRIDE.values():
        yield None, message_of(name)


def message_of(lazy):
    """The message behind a lazy translation."""
    return lazy._args[0]


def trim(path, wanted):
    """Leave in a catalogue what visitors see and what is translated; return how much stays."""
    catalogue = polib.pofile(str(path), wrapwidth=78)
    for entry in list(catalogue):
        if entry.fuzzy:
            # A guess of gettext's from another string, more often wrong than right.
            entry.flags.remove("fuzzy")
            entry.msgstr = ""
            entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, "")
            entry.previous_msgid = entry.previous_msgid_plural = entry.previous_msgctxt = None
        if (entry.msgctxt, entry.msgid) not in wanted and not entry.translated():
            catalogue.remove(entry)
    catalogue.save(str(path))
    return len(catalogue)


def main():
    """Trim every catalogue."""
    import django

    django.setup()
    wanted = visitor_strings()
    print(f"Visitors see {len(wanted)} strings")
    for path in CATALOGUES:
        trim(path, wanted)


if __name__ == "__main__":
    sys.exit(main())
