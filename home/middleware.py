"""Which languages the site answers in."""

from django.conf import settings
from django.http import HttpResponseRedirect
from django.utils.translation import get_language_from_path
from wagtail.models import Locale


class SwitchedOnLanguagesMiddleware:
    """Lead addresses in a language that nobody has switched on to the default language.

    Wagtail would answer them with the pages of the default language: the whole site once
    more for every language that could be switched on.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        code = get_language_from_path(request.path_info)
        if code and code != settings.LANGUAGE_CODE:
            if not Locale.objects.filter(language_code=code).exists():
                return HttpResponseRedirect(self._in_default_language(request))
        return self.get_response(request)

    @staticmethod
    def _in_default_language(request):
        _empty, _code, rest = request.get_full_path().split("/", 2)
        return f"/{settings.LANGUAGE_CODE}/{rest}"
