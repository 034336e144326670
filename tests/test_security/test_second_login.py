"""There is one log-in, the throttled one."""

import pytest
from django.contrib.auth.views import LoginView as DjangoLoginView
from django.urls import get_resolver, resolve

from security.views import LoginView


@pytest.mark.parametrize("method", ["get", "post"])
def test_log_in_of_private_pages_leads_to_the_throttled_one(client, home, method):
    response = getattr(client, method)("/en/_util/login/?next=/en/")
    assert response.status_code == 302
    assert response["Location"] == "/admin/login/?next=/en/"
    assert resolve("/admin/login/").func.view_class is LoginView


def addresses(resolver, prefix=""):
    """Yield every address without parameters, as text, that a resolver knows."""
    for pattern in resolver.url_patterns:
        path = prefix + str(pattern.pattern).strip("^$")
        if hasattr(pattern, "url_patterns"):
            yield from addresses(pattern, path)
        elif "<" not in path and "(" not in path:
            yield path


def test_no_address_leads_to_an_unthrottled_log_in():
    found = {}
    for address in addresses(get_resolver()):
        view = getattr(resolve(f"/{address}").func, "view_class", None)
        if view and issubclass(view, DjangoLoginView):
            found[address] = view
    assert found == {"admin/login/": LoginView}
