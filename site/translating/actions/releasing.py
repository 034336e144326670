"""Publishing several pages in one transaction: all of them or none."""

import json
from dataclasses import dataclass
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.log_actions import log
from wagtail.models import Page
from wagtail_localize.models import Translation, TranslationSource

from home.publishing import NotReadyError

from ..models import ReleaseSet
from ..segments import segments_of
from .reviewing import missing_strings, save_draft

LOG_ACTION = "translating.release"


@dataclass
class Problem:
    """What stands in the way of one page; without a page, of the whole set."""

    message: str
    page: object = None

    def as_json(self):
        """As it is kept with the set. The page is named by its number only."""
        return {"page": self.page and self.page.pk, "message": self.message}


class ReleaseRefusedError(Exception):
    """Nothing was published. `problems` (list of `Problem`) says why."""

    def __init__(self, problems):
        self.problems = problems
        super().__init__(" ".join(problem.message for problem in problems))


def pages_of(release_set):
    """The pages of a set in the order in which they are published: those above others, and
    those first written, come first."""
    pages = Page.objects.filter(pk__in=release_set.items.values("page")).specific()
    return sorted(pages, key=lambda page: (page.depth, _translation_of(page) is not None, page.pk))


def _translation_of(page):
    """The synchronised translation (`Translation`) that a page is the target of, or None."""
    return (
        Translation.objects.filter(
            source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
        )
        .exclude(source__locale=page.locale_id)
        .select_related("source", "target_locale")
        .first()
    )


def release(*, release_set, by, as_scheduled=False):
    """Publish every page of a set, translations from the texts that translators filled in.

    What translators work on is first brought up to date with the source pages of the set:
    a text that was changed since and is not translated anew is one that is missing.
    Readers see nothing before everything is published, files made of the pages included:
    those are asked for in the same transaction. With `as_scheduled` only what there was
    when the set was scheduled is published. Raises `ReleaseRefusedError`, and then nothing
    at all has changed.
    """
    with transaction.atomic():
        locked = ReleaseSet.objects.select_for_update().get(pk=release_set.pk)
        if not locked.is_open:
            raise ReleaseRefusedError([Problem(_("The set was released already."))])
        pages = pages_of(locked)
        problems = find_problems(pages, by)
        if as_scheduled:
            problems += _changed_since(locked, pages)
        if not problems:
            problems = _publish(pages, by)
        if problems:
            raise ReleaseRefusedError(problems)
        locked.state = ReleaseSet.State.RELEASED
        locked.released_at, locked.go_live_at, locked.problems = timezone.now(), None, []
        locked.save()
        log(locked, LOG_ACTION, user=by, data={"pages": [page.pk for page in pages]})
    release_set.refresh_from_db()


def find_problems(pages, by):
    """What stands in the way of publishing pages, as far as can be told without trying."""
    if not pages:
        return [Problem(_("The set holds no pages."))]
    problems = []
    for page in pages:
        problems += [Problem(message, page) for message in _obstacles(page, by)]
    return problems


def _changed_since(release_set, pages):
    """A problem for each page that is not as it was when the set was scheduled: who may not
    publish could otherwise change what somebody else has agreed to."""
    seen = dict(release_set.items.values_list("page", "fingerprint"))
    message = _("It was changed after the set was scheduled. Look at it and schedule again.")
    return [Problem(message, page) for page in pages if seen.get(page.pk) != fingerprint(page)]


def fingerprint(page):
    """A digest of what would be published of a page now."""
    translation = _translation_of(page)
    content = [page.latest_revision_id]
    if translation:
        content += [(item.key, item.target) for item in segments_of(translation)]
    return sha256(json.dumps(content).encode()).hexdigest()


def _obstacles(page, by):
    if by is None or not by.is_active:
        yield _("Whoever scheduled it may not publish any more.")
        return
    permissions = page.permissions_for_user(by)
    if getattr(permissions, "needs_review", False):
        yield _(
            "Two people approve every statement and letter. Submit it for review, or ask an "
            "administrator to release the set."
        )
    elif not permissions.can_publish():
        yield _("You may not publish this page.")
    elif permissions.page_locked():
        yield _("The page is locked.")
    if page.alias_of_id:
        yield _("The page shows another page and has no text of its own.")
    draft = page.get_latest_revision_as_object()
    if draft.go_live_at and draft.go_live_at > timezone.now():
        yield _("The page has a publication date of its own. Remove that first.")
    if draft.expire_at and draft.expire_at <= timezone.now():
        yield _("The page expires in the past. Change that first.")
    translation = _translation_of(page)
    missing = missing_strings(translation) if translation else 0
    if missing:
        yield ngettext(
            "{count} text is not translated yet.", "{count} texts are not translated yet.", missing
        ).format(count=missing)


def _publish(pages, by):
    """Publish pages one by one. Returns the problems met; the caller takes all back then."""
    problems = []
    for page in pages:
        translation = _translation_of(page)
        try:
            if translation is None:
                offer_to_translators(page=page)
                if page.live and not page.has_unpublished_changes:
                    continue  # published anew, it would be newer than its translations
                revision = page.latest_revision or page.save_revision(user=by)
            elif missing := missing_strings(translation):
                text = ngettext(
                    "{count} text was changed and is not translated anew.",
                    "{count} texts were changed and are not translated anew.",
                    missing,
                )
                problems.append(Problem(text.format(count=missing), page))
                continue
            else:
                revision = save_draft(translation=translation, by=by)
            revision.publish(user=by)
        except ValidationError as error:
            problems.append(Problem(" ".join(error.messages), page))
        except NotReadyError as error:
            problems += [Problem(text, page) for text in error.problems]
    return problems


@transaction.atomic
def offer_to_translators(*, page):
    """Bring what translators work on up to date with the latest draft of its source page.

    Does nothing for a page that nobody submitted for translation. Returns whether it did.
    """
    if not TranslationSource.objects.filter(
        object_id=page.translation_key, locale=page.locale_id
    ).exists():
        return False
    TranslationSource.update_or_create_from_instance(page.get_latest_revision_as_object())
    return True
