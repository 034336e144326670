"""Headers that keep a reader's browser from being used against them."""

import re

from csp.constants import HEADER, NONE, SELF
from csp.middleware import CSPMiddleware
from django.conf import settings
from django.http import Http404
from django.utils.translation import gettext as _

from .policies import PERMISSIONS_POLICY, is_admin, policy_for

COOKIES_WE_SET = {
    settings.SESSION_COOKIE_NAME: re.compile(r"[a-z0-9]{32}"),
    settings.CSRF_COOKIE_NAME: re.compile(r"[A-Za-z0-9]{32}(?:[A-Za-z0-9]{32})?"),
}


class SecurityHeadersMiddleware(CSPMiddleware):
    """The Content-Security-Policy and its companions, on every answer.

    Stands outside the middleware that answers by itself (redirects to https, static
    files), so that those answers have the headers too.
    """

    def get_policy_parts(self, request, response, report_only=False):
        """Choose the policy by the kind of response, unless a view has chosen its own."""
        parts = super().get_policy_parts(request, response, report_only)
        if parts.config is None and not report_only:
            parts.config = policy_for(request, response.get("Content-Type", ""))
        return parts

    def process_response(self, request, response):
        """Add the headers."""
        if is_admin(request) and HEADER in response:
            # A preview: Wagtail has asked the site for the page as a visitor would.
            response[HEADER] = response[HEADER].replace(
                f"frame-ancestors {NONE}", f"frame-ancestors {SELF}"
            )
        response = super().process_response(request, response)
        if HEADER in response:
            order = policy_for(request, response.get("Content-Type", ""))
            response[HEADER] = in_order(response[HEADER], order)
        if response.get("Content-Encoding") in {"None", "identity"}:
            del response["Content-Encoding"]  # said to Django alone: do not compress this
        response["Permissions-Policy"] = PERMISSIONS_POLICY
        response["Cross-Origin-Resource-Policy"] = "same-origin"
        # Django adds these three further in, where a refused host name never gets to.
        response.setdefault(
            "Cross-Origin-Opener-Policy", settings.SECURE_CROSS_ORIGIN_OPENER_POLICY
        )
        response.setdefault("Referrer-Policy", settings.SECURE_REFERRER_POLICY)
        response.setdefault("X-Content-Type-Options", "nosniff")
        if is_admin(request):
            response["X-Frame-Options"] = "SAMEORIGIN"  # the preview beside the editor
            response["Cache-Control"] = "no-store, private"
        if is_admin(request) or has_form(response):
            # With no-referrer the browser sends "Origin: null" and the form is refused.
            response["Referrer-Policy"] = "same-origin"
        return response


def in_order(policy, directives):
    """`policy`, a header, in the order of `directives`; others come last.

    django-csp collects directives in a set: without this the same page would have another
    header from each server process.
    """
    order = list(directives)

    def place(part):
        name = part.partition(" ")[0]
        return (order.index(name) if name in order else len(order), name)

    return "; ".join(sorted(policy.split("; "), key=place))


def has_form(response):
    """Whether the page holds a form to be sent: Django sets its cookie with every token."""
    return settings.CSRF_COOKIE_NAME in response.cookies


class UnusableCookiesMiddleware:
    """Drop cookies that carry the name of ours and cannot be ours.

    Django answers an unusable session or form cookie with a Set-Cookie header, on any
    page. Public pages set none, whatever is sent to them.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        for name, form in COOKIES_WE_SET.items():
            if name in request.COOKIES and not form.fullmatch(request.COOKIES[name]):
                del request.COOKIES[name]
        return self.get_response(request)


class NullMiddleware:
    """Keep NUL characters, which no file and no text of PostgreSQL can hold, out of addresses.

    Nothing lies at a path with one: 404. In a query it becomes the sign for what cannot be
    read, as in HTML, so that whatever is looked for with it is not found.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        query = request.META.get("QUERY_STRING", "")
        request.META["QUERY_STRING"] = query.replace("%00", "%EF%BF%BD")
        if "\0" in request.path_info:
            raise Http404(_("There is no such page."))
        return self.get_response(request)
