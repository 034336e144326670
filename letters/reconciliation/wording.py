"""What editors read about a check, in the language of the admin."""

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as noop

from letters.editor.checks import number
from letters.editor.wording import script_names

# Heading and sentence of each kind. In sentences `name` and `other` are names.
_TEXTS = {
    "total_missing": (
        noop("Fewer names than stated"),
        noop(
            "The letter states {stated}: {listed} listed and {anonymous} anonymous leave "
            "{difference} missing."
        ),
    ),
    "total_exceeded": (
        noop("More names than stated"),
        noop(
            "The letter states {stated}: {listed} listed and {anonymous} anonymous are "
            "{difference} too many."
        ),
    ),
    "duplicate": (
        noop("Listed more than once"),
        noop("{name} is listed more than once: {places}."),
    ),
    "same_organisation": (
        noop("One organisation under two names"),
        noop("{name} and {other} are the same organisation in the directory: {places}."),
    ),
    "numbering_gap": (
        noop("Gap in the numbering"),
        noop(
            "In the pasted list number {number} followed {previous}: is a name missing before "
            "{name}?"
        ),
    ),
    "numbering_restart": (
        noop("Numbering that starts again"),
        noop(
            "In the pasted list the numbering started again at {name}: {number} after {previous}."
        ),
    ),
    "invisible_characters": (
        noop("Invisible characters"),
        noop("{name} holds characters that nobody sees: {characters}."),
    ),
    "mixed_scripts": (
        noop("Letters of several scripts"),
        noop("{name} mixes letters of several scripts: {scripts}."),
    ),
    "look_alike": (
        noop("Looks like another name"),
        noop("{name} looks like {other}, but is made of other letters. {place}"),
    ),
    "several_names": (
        noop("Several names on one line"),
        noop("{name} probably holds several names, with “{separator}” between."),
    ),
    "glued_names": (
        noop("Names without a space between them"),
        noop("{name} may be two names without a space between them."),
    ),
    "other_spelling": (
        noop("Spelled differently elsewhere"),
        noop("{name} stands elsewhere as {other}. {place}"),
    ),
}


def heading(code):
    """What checks of one kind are called."""
    return _(_TEXTS[code][0])


def sentence(code, params, places, name="", other="", place=""):
    """A check as HTML. `places` are numbers in the list, `place` says where `other` stands."""
    values = {
        key: number(value) if isinstance(value, int) else value for key, value in params.items()
    }
    if "scripts" in values:
        values["scripts"] = ", ".join(script_names(values["scripts"]))
    if "characters" in values:
        values["characters"] = ", ".join(values["characters"])
    values |= {
        "places": format_html_join(", ", "{}", ((number(one),) for one in places)),
        "name": _isolated(name),
        "other": _isolated(other),
        "place": place,
    }
    return format_html(_(_TEXTS[code][1]), **values)


def under(title, score=None):
    """Where another name stands: under a text with this title."""
    if score:
        return format_html(
            _("Under “{title}”; {score} % alike."), title=_isolated(title), score=number(score)
        )
    return format_html(_("Under “{title}”."), title=_isolated(title))


def _isolated(text):
    return format_html("<bdi>{}</bdi>", text) if text else ""
