"""Questions that `manage.py check --deploy` asks of a production environment."""

from django.conf import settings
from django.core.checks import Error, Info, Tags, register


@register(Tags.security, deploy=True)
def production_environment(app_configs, **kwargs):
    """Settings that each look right and together are not."""
    messages = []
    scheme = settings.BASE_URL.partition("://")[0]
    if settings.HTTPS and scheme != "https":
        messages.append(
            Error(
                "BASE_URL does not begin with https:// although HTTPS is true.",
                hint="Links in e-mails would lead to the unprotected address.",
                id="security.E101",
            )
        )
    if "*" in settings.ALLOWED_HOSTS:
        messages.append(
            Error(
                "ALLOWED_HOSTS allows every name.",
                hint="List the names of this site: anyone could make it send links to theirs.",
                id="security.E102",
            )
        )
    if settings.EMAIL_BACKEND.endswith("console.EmailBackend"):
        messages.append(
            Info(
                "E-mails are printed to the log instead of being sent.",
                hint="Set EMAIL_URL. The log would hold links that reset passwords.",
                id="security.I103",
            )
        )
    return messages
