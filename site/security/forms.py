"""Forms that staff fill in before the site knows who they are."""

from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from wagtail.admin.forms.auth import LoginForm as WagtailLoginForm
from wagtail.admin.forms.auth import PasswordResetForm as WagtailPasswordResetForm

from .addresses import client_network
from .passwords import digest_of
from .tasks import send_password_links
from .throttling import Attempt, Limit, TooManyAttemptsError

A_QUARTER, AN_HOUR = 15 * 60, 60 * 60

# Somebody who mistypes, a whole office behind one address, and an account that is tried
# from everywhere.
ACCOUNT_FROM_NETWORK = Limit("login account from network", 5, A_QUARTER)
NETWORK = Limit("login network", 20, A_QUARTER)
ACCOUNT = Limit("login account", 30, AN_HOUR)


class LoginForm(WagtailLoginForm):
    """Wagtail's form, which looks at a password only while the limits allow it."""

    refusal = None

    def clean(self):
        """Refuse, with `refusal` set, or check the password and count what failed."""
        if not (self.cleaned_data.get("username") and self.cleaned_data.get("password")):
            return super().clean()
        network = client_network(self.request)
        account = self.cleaned_data["username"].casefold()
        try:
            attempt = Attempt(
                {
                    ACCOUNT_FROM_NETWORK: f"{account}\n{network}",
                    NETWORK: network,
                    ACCOUNT: account,
                }
            )
        except TooManyAttemptsError as refusal:
            self.refusal = refusal
            raise ValidationError(refusal.message, code="throttled") from None
        cleaned_data = super().clean()
        attempt.succeeded(clear=ACCOUNT_FROM_NETWORK)
        return cleaned_data


class PasswordResetForm(WagtailPasswordResetForm):
    """Wagtail's form, which looks nobody up and sends nothing while the request waits."""

    def save(self, **options):
        """Leave it to the background, whoever's address it is."""
        send_password_links.enqueue(digest_of(self.cleaned_data["email"]), get_language())
