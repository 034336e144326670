"""Submitting what is ticked on the board."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from .access import SUBMIT, locales_for
from .actions.submitting import submit_texts
from .board import source_pages, title_of
from .board_forms import other_model
from .board_others import other_texts
from .board_views import PER_PAGE
from .tasks import submit_later
from .views import DeskView

# More than these are submitted in the background: each takes a good tenth of a second.
AT_ONCE = 20


def ticked_texts(request):
    """The texts ticked on the board that the user may know of, at most one board full.

    Pages, unless `kind` in the form names another type.
    """
    numbers = [number for number in request.POST.getlist("pages") if number.isdecimal()]
    numbers = [int(number) for number in numbers if len(number) < 18][:PER_PAGE]
    model = other_model(request.POST.get("kind"))
    texts = other_texts(model) if model else source_pages(request.user)
    return list(texts.filter(pk__in=numbers).select_related("locale"))


def board_of(request):
    """The address of the board with the type of what was ticked."""
    model = other_model(request.POST.get("kind"))
    board = reverse("translating_board")
    return f"{board}?kind={model._meta.label_lower}" if model else board


class SubmitView(DeskView):
    """POST of ticked texts asks for languages; POST with `confirmed` submits."""

    page_title = _("Submit for translation")
    header_icon = "wagtail-localize-language"

    def post(self, request):
        """Ask, or do it."""
        if not request.user.has_perm(SUBMIT):
            raise PermissionDenied
        texts = ticked_texts(request)
        if not texts:
            messages.warning(request, _("Tick the texts first."))
            return redirect(board_of(request))
        locales = locales_for(request)
        chosen = [
            item for item in locales if item.language_code in request.POST.getlist("languages")
        ]
        if "confirmed" in request.POST and chosen:
            return self.submit(texts, chosen)
        return self.answer(
            "submit",
            texts=[(text, title_of(text)) for text in texts],
            board=board_of(request),
            locales=locales,
            chosen=[locale.language_code for locale in chosen],
            error=_("Choose at least one language.") if "confirmed" in request.POST else "",
        )

    def submit(self, texts, locales):
        """Submit, at once or in the background, and say so."""
        if len(texts) * len(locales) > AT_ONCE:
            submit_later.enqueue(
                [text.pk for text in texts],
                [locale.pk for locale in locales],
                self.request.user.pk,
                kind=texts[0]._meta.label_lower,
            )
            messages.success(
                self.request,
                _("The translations are being set up. Look again in a few minutes."),
            )
            return redirect(board_of(self.request))
        report = submit_texts(texts=texts, locales=locales, by=self.request.user)
        self.tell(report)
        return redirect(board_of(self.request))

    def tell(self, report):
        """Say what was set up, what was there already and what failed."""
        text = ngettext(
            "{count} translation was set up.", "{count} translations were set up.", report.created
        )
        if report.created or not report.failed:
            messages.success(self.request, text.format(count=report.created))
        if report.there:
            text = ngettext(
                "{count} was there already and stays as it is.",
                "{count} were there already and stay as they are.",
                report.there,
            )
            messages.info(self.request, text.format(count=report.there))
        for title, reason in report.failed:
            messages.error(self.request, f"{title}: {reason}")
