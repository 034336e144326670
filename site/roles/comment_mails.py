"""Mails about comments: in the background, in the language of who gets them, quoting nothing.

Wagtail sends them while the request waits, quotes what was written by whom, and names in the
log whoever a mail did not reach.
"""

from django.contrib.auth import get_user_model
from django.db import transaction
from django.db.models import Q
from wagtail.admin.viewsets.pages import PageViewSet
from wagtail.models import COMMENTS_RELATION_NAME, PageSubscription
from wagtail.users.models import UserProfile

from letters.receivers import SIGNED_PAGES
from letters.reconciliation.hooks import SignedPageViewSet


def people_to_tell(page, changes, *, but):
    """Who follows the comments of a page, or took part in what others answered or settled.

    `changes` are Wagtail's lists of comments; `but` is who made them.
    """
    if not any(changes[name] for name in TOLD):
        return []
    threads = {comment.pk for comment in changes["resolved_comments"]}
    threads |= {comment.pk for comment, _replies in changes["new_replies"]}
    followers = PageSubscription.objects.filter(page=page, comment_notifications=True)
    wrote = Q(comment_replies__comment__in=threads)
    wrote |= Q(**{f"{COMMENTS_RELATION_NAME}__in": threads})
    people = get_user_model().objects.filter(Q(pk__in=followers.values("user")) | wrote)
    people = people.filter(is_active=True).exclude(email="").exclude(pk=but.pk).distinct()
    return [
        person
        for person in people
        if UserProfile.get_for_user(person).updated_comments_notifications
    ]


# Of edited ones nobody is told, as Wagtail has it.
TOLD = ("new_comments", "deleted_comments", "resolved_comments", "new_replies")


class CommentMailsMixin:
    """An editor of pages that leaves mails about comments to the background."""

    @transaction.atomic
    def send_commenting_notifications(self, changes):
        """Write down whom to tell."""
        from .tasks import send_comment_mail  # needs the settings of tasks, which hooks do not

        for person in people_to_tell(self.page, changes, but=self.request.user):
            send_comment_mail.enqueue(self.page.pk, person.pk)


def with_our_mails(viewset):
    """The class of a viewset of pages with an editor whose mails are ours."""
    editor = type("EditView", (CommentMailsMixin, viewset.edit_view_class), {})
    return type(viewset.__name__, (viewset,), {"edit_view_class": editor})


def viewsets():
    """One for all pages, and one for each type of page that has its own."""
    own = with_our_mails(SignedPageViewSet)
    return [with_our_mails(PageViewSet)(), *(own(model=model) for model in SIGNED_PAGES)]
