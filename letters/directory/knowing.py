"""Who is told of the organisations that the directory does not show."""

from wagtail.permissions import policy_registry

from letters.models import Organisation

_VERBS = {"add", "change", "delete", "view"}


def knows_hidden(user):
    """Whether somebody has a right on the directory."""
    return policy_registry.get_by_type(Organisation).user_has_any_permission(user, _VERBS)


def known_to(user):
    """The organisations that somebody may be told of: others need not know of hidden ones."""
    organisations = Organisation.objects.all()
    return organisations if knows_hidden(user) else organisations.public()
