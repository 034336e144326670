"""The board, and submitting what is ticked on it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Q
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from .access import SUBMIT, locales_for
from .actions.submitting import submit_pages
from .board import other_rows, other_texts, page_rows, source_pages
from .board_forms import BoardForm, other_models
from .models import Assignment
from .states import with_state
from .tasks import submit_later
from .views import DeskView

PER_PAGE = 50
# More than these are submitted in the background: each takes a good tenth of a second.
AT_ONCE = 20


class BoardView(DeskView):
    """Texts by language, with the state of each."""

    page_title = _("Translations")

    def get_breadcrumbs_items(self):
        """Home, this page."""
        return [*self.breadcrumbs_items, {"url": "", "label": self.page_title}]

    def get(self, request):
        """Show one page of the board."""
        form = BoardForm(request.GET, locales=locales_for(request))
        locales = form.chosen_locales
        model = {item._meta.label_lower: item for item in other_models()}.get(
            form.chosen.get("kind")
        )
        texts = self.texts(form, model)
        page = Paginator(texts, PER_PAGE).get_page(request.GET.get("p"))
        if model:
            rows = other_rows(model, page.object_list, locales, request.user)
        else:
            shown = page.object_list.select_related("locale")
            rows = page_rows(shown, locales, request.user)
        query = request.GET.copy()
        query.pop("p", None)
        return self.answer(
            "board",
            form=form,
            locales=locales,
            rows=rows,
            page=page,
            query=query.urlencode(),
            is_narrowed=bool(form.chosen),
            may_submit=request.user.has_perm(SUBMIT) and not model,
            may_release=request.user.has_perm("translating.change_releaseset") and not model,
        )

    def texts(self, form, model):
        """The texts that the filters leave, as a queryset."""
        chosen = form.chosen
        if model:
            return other_texts(model)
        texts = source_pages(self.request.user)
        if words := chosen.get("q"):
            texts = texts.filter(Q(title__icontains=words) | Q(draft_title__icontains=words))
        if kind := chosen.get("kind"):
            app, name = kind.split(".")
            texts = texts.filter(content_type__app_label=app, content_type__model=name)
        if person := chosen.get("person"):
            theirs = Assignment.objects.open().filter(user=person, locale__in=form.chosen_locales)
            texts = texts.filter(pk__in=theirs.values("page"))
        if state := chosen.get("state"):
            texts = with_state(texts, state, form.chosen_locales)
        return texts


def ticked_pages(request):
    """The pages ticked on the board that the user may know of, at most one board full."""
    numbers = [number for number in request.POST.getlist("pages") if number.isdecimal()]
    numbers = [int(number) for number in numbers if len(number) < 18][:PER_PAGE]
    return list(source_pages(request.user).filter(pk__in=numbers).select_related("locale"))


class SubmitView(DeskView):
    """POST of ticked pages asks for languages; POST with `confirmed` submits."""

    page_title = _("Submit for translation")
    header_icon = "wagtail-localize-language"

    def post(self, request):
        """Ask, or do it."""
        if not request.user.has_perm(SUBMIT):
            raise PermissionDenied
        pages = ticked_pages(request)
        if not pages:
            messages.warning(request, _("Tick the pages first."))
            return redirect("translating_board")
        locales = locales_for(request)
        chosen = [
            item for item in locales if item.language_code in request.POST.getlist("languages")
        ]
        if "confirmed" in request.POST and chosen:
            return self.submit(pages, chosen)
        return self.answer(
            "submit",
            pages=pages,
            locales=locales,
            chosen=[locale.language_code for locale in chosen],
            error=_("Choose at least one language.") if "confirmed" in request.POST else "",
        )

    def submit(self, pages, locales):
        """Submit, at once or in the background, and say so."""
        if len(pages) * len(locales) > AT_ONCE:
            submit_later.enqueue(
                [page.pk for page in pages],
                [locale.pk for locale in locales],
                self.request.user.pk,
            )
            messages.success(
                self.request,
                _("The translations are being set up. Look again in a few minutes."),
            )
            return redirect("translating_board")
        report = submit_pages(pages=pages, locales=locales, by=self.request.user)
        self.tell(report)
        return redirect("translating_board")

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
