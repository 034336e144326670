"""Sharing on Mastodon, where everybody has another server.

The form asks for the server and its answer is a page with a link: a policy of
`form-action 'self'` keeps browsers from following a redirect to another site. The server is
sent in the body of the request, so that it stands in no address and in no log.
"""

import re
from urllib.parse import quote, urlencode

from django import forms
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from home.layout import Layout
from home.published import published_page
from home.templatetags.links import shared_message

# The language, then the way down from the home page.
PAGE_PATH = re.compile(r"/[\w-]+/((?:[\w-]+/)+)")
LABEL = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)")
TOP_LABEL = re.compile(r"[a-z]{2,63}|xn--[a-z0-9-]{1,59}")


def server_of(text):
    """The host that somebody meant: `mastodon.example`, also from an address or `@me@host`.

    Only public names: no port, no number, no name without a dot. Raises `ValidationError`.
    """
    host = re.sub(r"^\w+://", "", text.strip()).partition("/")[0].rpartition("@")[2]
    try:
        host = host.rstrip(".").encode("idna").decode().lower()
    except UnicodeError:
        host = ""
    labels = host.split(".")
    valid = (
        len(host) <= 253
        and len(labels) > 1
        and all(LABEL.fullmatch(label) for label in labels)
        and TOP_LABEL.fullmatch(labels[-1])
    )
    if not valid:
        raise ValidationError(_("This is no name of a server. It looks like mastodon.example."))
    return host


class ServerForm(forms.Form):
    """Asks for the reader's server."""

    server = forms.CharField(label=gettext_lazy("Your Mastodon server"), max_length=300)

    def clean_server(self):
        """The name of the host alone."""
        return server_of(self.cleaned_data["server"])


# Nothing is changed and nothing is kept, so there is nothing to protect with a cookie.
@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def share_on_mastodon(request):
    """`?page=/en/letters/…/`: ask for the server, then lead to its page for writing a post."""
    path = PAGE_PATH.fullmatch(request.GET.get("page", ""))
    if not path:
        raise Http404(_("There is no such page."))
    page = published_page(request, path[1])
    layout = Layout(request, page)
    form = ServerForm(request.POST or None)
    context = {"page": page, "address": layout.canonical_url, "form": form, "server": ""}
    if form.is_valid():
        text = urlencode(
            {"text": shared_message(page.title, layout.canonical_url)}, quote_via=quote
        )
        server = form.cleaned_data["server"]
        context |= {"server": server, "post_url": f"https://{server}/share?{text}"}
    return render(request, "sharing/mastodon.html", context)
