"""What each role may do: the one place where this is written down."""

from dataclasses import dataclass

from django.utils.translation import get_language_info


@dataclass(frozen=True)
class Grants:
    """The rights of a role when it is made.

    `group` is the name of the group; `everywhere` are rights on all pages, `own_pages` on
    the pages that are the role's own (for translators the home page of their language, for
    signatory managers the lists of statements and letters), `files` on all pictures and
    documents, `models` on everything else.
    """

    group: str
    models: tuple[str, ...] = ()
    everywhere: tuple[str, ...] = ()
    own_pages: tuple[str, ...] = ()
    files: tuple[str, ...] = ()


ADMIN = "wagtailadmin.access_admin"
CHOOSE = ("wagtailimages.choose_image", "wagtaildocs.choose_document")
LIBRARY = (
    *CHOOSE,
    "wagtailimages.add_image",
    "wagtailimages.change_image",
    "wagtaildocs.add_document",
    "wagtaildocs.change_document",
)


def _all_of(*models):
    """The rights to add, change, delete and view things of the models (`app.model`)."""
    for model in models:
        app, name = model.split(".")
        for verb in ("add", "change", "delete", "view"):
            yield f"{app}.{verb}_{name}"


EDITORS = "editors"
MODERATORS = "moderators"
SIGNATORY_MANAGERS = "signatory-managers"
GRANTS = {
    EDITORS: Grants(
        "Editors",
        models=(
            ADMIN,
            "wagtail_localize.submit_translation",
            "letters.add_organisation",
            "letters.view_organisation",
        ),
        everywhere=("add_page", "change_page"),
        files=LIBRARY,
    ),
    MODERATORS: Grants(
        "Moderators",
        models=(
            ADMIN,
            "wagtail_localize.submit_translation",
            "letters.add_organisation",
            "letters.view_organisation",
            *_all_of("home.theme", "home.subsite", "wagtailredirects.redirect"),
        ),
        everywhere=("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
        files=LIBRARY,
    ),
    SIGNATORY_MANAGERS: Grants(
        "Signatory managers",
        models=(
            ADMIN,
            "letters.remove_signatory",
            *_all_of("letters.organisation"),
        ),
        own_pages=("change_page",),
        files=CHOOSE,
    ),
}


def translators_key(language_code):
    """The key of the translators' role of a language."""
    return f"translators:{language_code}"


def grants_of(key):
    """The `Grants` of a role by its key; raises `KeyError` for one that does not exist."""
    kind, _colon, language_code = key.partition(":")
    if kind != "translators":
        return GRANTS[key]
    name = get_language_info(language_code)["name_local"]
    return Grants(
        f"Translators: {name} ({language_code})",
        models=(ADMIN,),
        own_pages=("change_page",),
        files=CHOOSE,
    )
