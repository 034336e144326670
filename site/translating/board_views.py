"""The board: one page of it, narrowed down."""

from django.contrib.contenttypes.models import ContentType
from django.core.paginator import Paginator
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from .access import SUBMIT, locales_for
from .board import page_rows, source_pages
from .board_forms import BoardForm, other_model
from .board_others import other_rows, other_texts
from .models import Assignment
from .states import with_state
from .views import DeskView

PER_PAGE = 50


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
        model = other_model(form.chosen.get("kind"))
        texts = self.texts(form, model)
        page = Paginator(texts, PER_PAGE).get_page(request.GET.get("p"))
        if model:
            rows = other_rows(model, page.object_list, locales, request.user)
        else:
            shown = page.object_list.select_related("locale", "source_text")
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
            kind=model._meta.label_lower if model else "",
            is_narrowed=bool(form.chosen),
            may_submit=request.user.has_perm(SUBMIT),
            may_release=request.user.has_perm("translating.change_releaseset") and not model,
        )

    def texts(self, form, model):
        """The texts that the filters leave, as a queryset."""
        chosen = form.chosen
        person = chosen.get("person")
        theirs = Assignment.objects.open().filter(user=person, locale__in=form.chosen_locales)
        if model:
            texts = other_texts(model)
            here = theirs.filter(snippet_type=ContentType.objects.get_for_model(model))
            return texts.filter(pk__in=here.values("snippet_id")) if person else texts
        texts = source_pages(self.request.user)
        if words := chosen.get("q"):
            texts = texts.filter(Q(title__icontains=words) | Q(draft_title__icontains=words))
        if kind := chosen.get("kind"):
            app, name = kind.split(".")
            texts = texts.filter(content_type__app_label=app, content_type__model=name)
        if person:
            texts = texts.filter(pk__in=theirs.values("page"))
        if state := chosen.get("state"):
            texts = with_state(texts, state, form.chosen_locales)
        return texts
