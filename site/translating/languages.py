"""Which languages a member of staff works in."""

from wagtail.models import Locale
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permission_policies.pages import PagePermissionPolicy

EDITING = {"add_page", "change_page", "publish_page"}


def languages_of(user):
    """The languages (list of `Locale`) in which a user may edit pages, in order of their codes.

    A permission counts for the language of the page it is given for: each language has a
    tree of its own. Whoever may edit from the root on, and every superuser, has them all.
    """
    locales = list(Locale.objects.order_by("language_code"))
    if not user.is_active or user.is_superuser:
        return locales if user.is_active else []
    permissions = [
        permission
        for permission in PagePermissionPolicy().get_cached_permissions_for_user(user)
        if permission.permission.codename in EDITING
    ]
    if any(permission.page.is_root() for permission in permissions):
        return locales
    keys = {permission.page.locale_id for permission in permissions}
    return [locale for locale in locales if locale.pk in keys]


def translators_of(locale):
    """The people (queryset of users) who may edit the home page in a language, or what is
    below it; without a home page in that language, those who may edit everything."""
    from wagtail.models import Page

    homes = Page.objects.filter(depth=2, locale=locale)
    page = homes.first() or Page.get_first_root_node()
    return (
        PagePermissionPolicy()
        .users_with_any_permission_for_instance({"add", "change", "publish"}, page)
        .order_by("first_name", "last_name", "username")
    )


def people_for(text, locale):
    """The people (queryset of users) who may edit a text in a language: a page, or another
    object, for which its type needs to be theirs as well."""
    from wagtail.models import Page

    people = translators_of(locale)
    if isinstance(text, Page):
        return people
    allowed = ModelPermissionPolicy(type(text)).users_with_any_permission({"add", "change"})
    return people.filter(pk__in=allowed.values("pk"))
