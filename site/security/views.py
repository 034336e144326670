"""Log-in and forgotten passwords: Wagtail's pages, throttled. And what is closed to all."""

from django.core.exceptions import PermissionDenied
from wagtail.admin.views import account

from .addresses import client_network
from .throttling import Attempt, Limit, TooManyAttemptsError

AN_HOUR = 60 * 60
RESETS_FROM_NETWORK = Limit("password reset network", 10, AN_HOUR)
RESETS_OF_ACCOUNT = Limit("password reset account", 3, AN_HOUR)


class LoginView(account.LoginView):
    """Wagtail's log-in; the form counts the attempts."""

    def form_invalid(self, form):
        """Say 429 where it was the number of attempts."""
        response = super().form_invalid(form)
        return form.refusal.mark(response) if form.refusal else response


class PasswordResetView(account.PasswordResetView):
    """Wagtail's page for a forgotten password, with a limit on the mails it sends.

    Known and unknown addresses are counted and answered alike, and in the same time: the
    form leaves the rest to the background.
    """

    def form_valid(self, form):
        """Have the mail sent, if the limits allow it."""
        try:
            Attempt(
                {
                    RESETS_FROM_NETWORK: client_network(self.request),
                    RESETS_OF_ACCOUNT: form.cleaned_data["email"].casefold(),
                }
            )
        except TooManyAttemptsError as refusal:
            form.add_error(None, refusal.message)
            return refusal.mark(self.form_invalid(form))
        return super().form_valid(form)


def no_page_actions(request, pk, action_name):
    """Answer 403 to whoever would change a page through the admin's interface for programs.

    The admin only reads there. The actions know neither the locks of a review nor what keeps
    a page from being published.
    """
    raise PermissionDenied
