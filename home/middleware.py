"""Which languages the site answers in."""

from django.conf import settings
from django.http import HttpResponseRedirect
from django.utils.translation import get_language_from_path
from wagtail.models import Locale

# What people type, and other sites write, for the two ways of writing Chinese.
CHINESE = {
    **dict.fromkeys(["zh", "zh-cn", "zh-sg"], "zh-hans"),
    **dict.fromkeys(["zh-tw", "zh-hk", "zh-mo"], "zh-hant"),
}


class SwitchedOnLanguagesMiddleware:
    """Lead addresses in a language that nobody has switched on to the default language.

    Wagtail would answer them with the pages of the default language: the whole site once
    more for every language that could be switched on.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if real := CHINESE.get(request.path_info.split("/", 2)[1].lower()):
            return HttpResponseRedirect(self._in(real, request))
        code = get_language_from_path(request.path_info)
        if code and code != settings.LANGUAGE_CODE:
            if not Locale.objects.filter(language_code=code).exists():
                return HttpResponseRedirect(self._in(settings.LANGUAGE_CODE, request))
        return self.get_response(request)

    @staticmethod
    def _in(code, request):
        """The same address, query included, in the language with `code`."""
        path, mark, query = request.get_full_path().partition("?")
        rest = path.lstrip("/").partition("/")[2]
        return f"/{code}/{rest}{mark}{query}"
