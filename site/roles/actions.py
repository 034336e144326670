"""Making the roles, giving them their rights, putting the lists under review."""

from django.conf import settings
from django.contrib.auth.models import Group, Permission
from django.db import transaction
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Locale,
    Page,
    Workflow,
    WorkflowPage,
    WorkflowTask,
)

from home.models import HomePage
from letters.models import LetterIndexPage, StatementIndexPage

from .grants import GRANTS, MODERATORS, SIGNATORY_MANAGERS, grants_of, translators_key
from .models import Role, SecondPersonTask

REVIEWED_LISTS = (LetterIndexPage, StatementIndexPage)
WORKFLOW = "Editorial review"
CHECK = "Check of the text"
RELEASE = "Release"


@transaction.atomic
def set_up_roles(*, restore=False):
    """Make what is missing of roles, their rights and the review; nothing is taken away.

    With `restore`, also what an administrator took away by hand comes back.
    """
    if restore:
        Role.objects.update(given=[])
    for key in GRANTS:
        _role(key, restore=restore)
    _review()
    for locale in Locale.objects.all():
        follow_language(locale=locale, restore=restore)
    for model in (HomePage, *REVIEWED_LISTS):
        for page in model.objects.select_related("locale").order_by("path"):
            follow_page(page=page)


@transaction.atomic
def follow_language(*, locale, restore=False):
    """Make the translators of a language that was switched on.

    The language that texts are first written in has none: they would be editors.
    """
    if locale.language_code != settings.LANGUAGE_CODE:
        _role(translators_key(locale.language_code), restore=restore)


@transaction.atomic
def follow_page(*, page):
    """Give those whose work it is their rights on a new home page or list.

    Takes a `HomePage`, a `LetterIndexPage` or a `StatementIndexPage`.
    """
    if isinstance(page, REVIEWED_LISTS):
        _give_page(SIGNATORY_MANAGERS, page)
        _put_under_review(page)
    else:
        _give_page(translators_key(page.locale.language_code), page)


def _role(key, *, restore=False):
    """The `Role` of a key, with its group and rights."""
    grants = grants_of(key)
    role, created = Role.objects.get_or_create(key=key)
    if created or (restore and role.group is None):
        role.group = Group.objects.get_or_create(name=grants.group)[0]
    if role.group is None:
        return role  # an administrator deleted the group
    root = Page.objects.get(depth=1)
    new = [f"models {name}" for name in grants.models]
    new += [f"files {name}" for name in grants.files]
    new += [f"page {root.pk} {name}" for name in grants.everywhere]
    _give(role, new)
    return role


def _give_page(key, page):
    """Rights on a page of the role's own, if there is such a role with a group."""
    role = Role.objects.select_related("group").filter(key=key, group__isnull=False).first()
    if role:
        _give(role, [f"page {page.pk} {name}" for name in grants_of(key).own_pages])


def _give(role, rights):
    """Give the rights that the role never had, and remember them."""
    new = [right for right in rights if right not in role.given]
    for right in new:
        kind, *words = right.split()
        {"models": _give_model, "files": _give_files, "page": _give_on_page}[kind](
            role.group, *words
        )
    role.given = [*role.given, *new]
    role.save()


def _permission(name):
    app, codename = name.split(".")
    return Permission.objects.get(content_type__app_label=app, codename=codename)


def _give_model(group, name):
    group.permissions.add(_permission(name))


def _give_files(group, name):
    GroupCollectionPermission.objects.get_or_create(
        group=group, collection=Collection.get_first_root_node(), permission=_permission(name)
    )


def _give_on_page(group, pk, codename):
    GroupPagePermission.objects.get_or_create(
        group=group, page_id=int(pk), permission=_permission(f"wagtailcore.{codename}")
    )


def _review():
    """The `Workflow` of two steps, made once: whoever changes it keeps their changes."""
    found = Workflow.objects.filter(
        workflow_tasks__task__in=SecondPersonTask.objects.values("task_ptr")
    ).first()
    if found or (group := Role.objects.get(key=MODERATORS).group) is None:
        return found
    workflow = Workflow.objects.create(name=WORKFLOW)
    for place, step in enumerate([GroupApprovalTask(name=CHECK), SecondPersonTask(name=RELEASE)]):
        step.save()
        step.groups.add(group)
        WorkflowTask.objects.create(workflow=workflow, task=step, sort_order=place)
    return workflow


def _put_under_review(page):
    """Have the texts below a list reviewed, unless an administrator decided otherwise."""
    moderators = Role.objects.get(key=MODERATORS)
    mark = f"review {page.pk}"
    workflow = _review()
    if mark in moderators.given or workflow is None or not workflow.active:
        return
    WorkflowPage.objects.get_or_create(page=page.page_ptr, defaults={"workflow": workflow})
    moderators.given = [*moderators.given, mark]
    moderators.save(update_fields=["given"])
