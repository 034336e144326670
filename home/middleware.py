"""Which languages the site answers in."""

from django.conf import settings
from django.http import HttpResponseRedirect
from django.utils.translation import get_language_from_path
from wagtail.models import Locale, Site

from .models import HomePage

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
        if code and code != settings.LANGUAGE_CODE and not self._is_on(code, request):
            return HttpResponseRedirect(self._in(settings.LANGUAGE_CODE, request))
        return self.get_response(request)

    @staticmethod
    def _is_on(code, request):
        """Whether the language is switched on.

        Most often it is and has a home page. Wagtail would look both up once more, with two
        queries, so the site of this request keeps that page as the one where addresses begin.
        """
        site = Site.find_for_request(request)
        homes = HomePage.objects.live().filter(locale__language_code=code).select_related("locale")
        if site and (home := homes.filter(translation_key=site.root_page.translation_key).first()):
            site.root_page = home
            return True
        return Locale.objects.filter(language_code=code).exists()

    @staticmethod
    def _in(code, request):
        """The same address, query included, in the language with `code`."""
        path, mark, query = request.get_full_path().partition("?")
        rest = path.lstrip("/").partition("/")[2]
        return f"/{code}/{rest}{mark}{query}"
