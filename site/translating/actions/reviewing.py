"""From the translator to the reviewer."""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext


class ReviewError(Exception):
    """The translation cannot be handed to a reviewer; says why."""


def missing_strings(translation):
    """How many texts of a translation are not translated, or wrongly so."""
    total, done = translation.get_progress()
    return total - done


def save_draft(*, translation, by):
    """Save a translated page as a draft, without a trace on what readers see.

    Not wagtail-localize's `save_target(publish=False)`: that writes the new text into the
    page itself, which readers see at once where the page is live. Returns the revision.
    Raises `ValidationError`.
    """
    draft = translation.source.get_ephemeral_translated_instance(
        translation.target_locale, fallback=True
    )
    translation.source.update_target_view_restrictions(translation.target_locale)
    return draft.save_revision(user=by)


@transaction.atomic
def submit_for_review(*, translation, by):
    """Save the translated page as a draft and start its workflow.

    Raises `ReviewError` when something is missing or wrong, or nobody reviews this page.
    """
    page = translation.get_target_instance()
    if missing := missing_strings(translation):
        text = ngettext(
            "{count} text is not translated yet.", "{count} texts are not translated yet.", missing
        )
        raise ReviewError(text.format(count=missing))
    if page.workflow_in_progress:
        raise ReviewError(_("It waits for a reviewer already."))
    workflow = page.get_workflow()
    if workflow is None:
        raise ReviewError(_("No workflow is set up for this page. Ask an administrator."))
    try:
        save_draft(translation=translation, by=by)
    except ValidationError as error:
        raise ReviewError(" ".join(error.messages)) from error
    page.refresh_from_db()
    state = page.current_workflow_state
    if state:  # sent back for changes: goes on where it was
        state.resume(user=by)
    else:
        workflow.start(page, by)
