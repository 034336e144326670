"""Forms that staff fill in before the site knows who they are."""

from django.core.exceptions import ValidationError
from wagtail.admin.forms.auth import LoginForm as WagtailLoginForm

from .addresses import client_network
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
