"""What must not be published as it is, whichever way somebody tries."""

import logging

from django.db import transaction
from django.db.models import prefetch_related_objects
from django.utils.translation import gettext as _
from wagtail.actions.publish_page_revision import PublishPageRevisionAction
from wagtail.fields import StreamField
from wagtail.log_actions import log
from wagtail.models import Revision

from home.blocks.pictures import pictures_in

logger = logging.getLogger(__name__)

HELD_BACK = "home.hold_back"
# How Wagtail's `publish_scheduled` calls what it does.
BY_TIME = "wagtail.publish.scheduled"


class NotReadyError(Exception):
    """A `page` that must not be published; `problems` are sentences that say why."""

    def __init__(self, page, problems):
        super().__init__(" ".join(problems))
        self.page = page
        self.problems = problems


class PublishReadyPage(PublishPageRevisionAction):
    """Publishes a version of a page, or sets its time, unless something is wrong with it.

    Raises `NotReadyError`; where the time of a version has come, nobody is there to read it,
    so the version is held back instead.
    """

    def check(self, skip_permission_checks=False):
        """Look at the rights of the user, then at the page."""
        super().check(skip_permission_checks)
        check_ready(self.object)

    def execute(self, skip_permission_checks=False):
        """Do it."""
        try:
            return super().execute(skip_permission_checks)
        except NotReadyError as error:
            if self.log_action != BY_TIME:
                raise
            hold_back(revision=self.revision, error=error)


def check_ready(page):
    """Raise `NotReadyError` where `page` has problems."""
    if problems := page.publication_problems():
        raise NotReadyError(page, problems)


@transaction.atomic
def hold_back(*, revision, error):
    """Leave a version whose time has come unpublished, and write down why."""
    Revision.objects.filter(pk=revision.pk).update(approved_go_live_at=None)
    data = {"problems": error.problems}
    log(instance=error.page, action=HELD_BACK, revision=revision, data=data)
    logger.warning("Page %s is not published at its time: it is not ready.", error.page.pk)


def picture_problems(page):
    """What is wrong with the pictures of a page, as sentences that name them."""
    pictures = list(_pictures_of(page))
    # Not by what is equal: each use of a picture has an alternative text of its own.
    shown = [page.social_image, *pictures] if page.social_image_id else pictures
    one_each = {picture.pk: picture for picture in shown if picture}
    prefetch_related_objects(list(one_each.values()), "consent")
    problems = [problem for picture in one_each.values() for problem in picture.obstacles()]
    silent = {picture.pk: picture for picture in pictures if not _is_told(picture)}
    return problems + [
        _(
            "The picture “%(title)s” has no alternative text. Say what it shows, for people who "
            "do not see it, or mark it as decorative."
        )
        % {"title": picture.title}
        for picture in silent.values()
    ]


def _pictures_of(page):
    for field in page._meta.concrete_fields:
        if isinstance(field, StreamField):
            yield from pictures_in(field.value_from_object(page))


def _is_told(picture):
    return picture.decorative or bool((picture.contextual_alt_text or "").strip())
