"""Why a PDF could not be made, in words for staff."""

from django.utils.translation import gettext as _

from . import fonts


def explain(problem):
    """The problem of a `PagePDF` as sentences in the active language (a string)."""
    code = problem.get("code")
    if code == "fonts":
        return _(
            "Fonts are missing on the server. An administrator installs them with: %(line)s"
        ) % {"line": fonts.install_line()}
    if code == "glyphs":
        characters = ", ".join(" ".join(part) for part in problem["characters"])
        return _(
            "No installed font has a drawing for: %(characters)s. It stands in: %(lines)s. "
            "Correct the text, or have a font installed: %(line)s"
        ) % {
            "characters": characters,
            "lines": "; ".join(problem["lines"]),
            "line": fonts.install_line(),
        }
    if code == "picture":
        return _("The picture “%(picture)s” cannot be read. Upload it again.") % problem
    if code == "typst":
        return _("The page could not be set: %(message)s") % problem
    if code == "limits":
        return _(
            "Setting the page took too much time or memory. Shorten it, or use fewer pictures."
        )
    return _("The PDF could not be made; the log of the server says why.")
