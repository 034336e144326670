"""Giving work to translators, and what each of them has to do."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail.admin.views.pages.utils import get_valid_next_url_from_request
from wagtail.admin.widgets import AdminDateInput

from .access import locale_for, locales_for, may_assign
from .actions.assigning import assign, mark_done
from .board import source_pages, title_of
from .board_forms import other_model
from .board_others import other_texts, work_cells
from .languages import people_for
from .models import Assignment
from .views import DeskView

DONE_SHOWN = 20


class AssignmentForm(forms.ModelForm):
    """Who, by when, with which note."""

    class Meta:
        """The fields that are asked."""

        model = Assignment
        fields = ["user", "due", "note"]
        widgets = {"due": AdminDateInput, "note": forms.Textarea(attrs={"rows": 3})}

    def __init__(self, *args, people, asker, **kwargs):
        super().__init__(*args, **kwargs)
        if not may_assign(asker):
            people = people.filter(pk=asker.pk)
            self.fields["user"].empty_label = None
        self.fields["user"].queryset = people
        self.fields["user"].label_from_instance = lambda user: user.get_full_name() or str(user)
        if not people.exists():
            self.fields["user"].help_text = _(
                "Nobody may edit this in this language yet. An administrator gives the "
                "permission to a group: for pages on the home page of the language, for "
                "other texts by their type."
            )


class AssignView(DeskView):
    """Assign a page in a language, or change who does it."""

    page_title = _("Assign a translation")
    header_icon = "user"

    def dispatch(self, request, number, language_code, kind=""):
        """Find the text, the language and the assignment there is.

        Without a `kind` the text is a page. Raises `Http404` where there is none.
        """
        self.locale = locale_for(request, language_code)
        model = other_model(kind)
        if kind and not model:
            raise Http404
        texts = other_texts(model) if model else source_pages(request.user)
        self.text = get_object_or_404(texts, pk=number)
        self.assignment = Assignment.objects.open().about(self.text, self.locale).first()
        # Translators take what is free and change what is theirs.
        if not may_assign(request.user):
            if self.assignment and self.assignment.user != request.user:
                raise PermissionDenied
        return super().dispatch(request)

    def get_page_subtitle(self):
        """The text and the language."""
        return f"{title_of(self.text)} · {self.locale.get_display_name()}"

    def get(self, request):
        """Show the form."""
        return self.show(self.form())

    def post(self, request):
        """Save it."""
        form = self.form(request.POST)
        if not form.is_valid():
            return self.show(form)
        values = {name: form.cleaned_data[name] for name in ("user", "due", "note")}
        saved = assign(text=self.text, locale=self.locale, by=request.user, **values)
        name = saved.user.get_full_name() or str(saved.user)
        messages.success(request, _("{name} has the translation now.").format(name=name))
        if saved.user != request.user and not saved.user.email:
            messages.warning(
                request,
                _("No mail was sent: the account of {name} has no address.").format(name=name),
            )
        return redirect(get_valid_next_url_from_request(request) or "translating_board")

    def form(self, data=None):
        """The form, filled in with the assignment there is."""
        instance = None if data else self.assignment
        initial = {} if self.assignment else {"user": self.request.user.pk}
        return AssignmentForm(
            data,
            instance=instance,
            initial=initial,
            people=people_for(self.text, self.locale),
            asker=self.request.user,
        )

    def show(self, form):
        """Show the form."""
        return self.answer(
            "assign",
            form=form,
            assignment=self.assignment,
            next=get_valid_next_url_from_request(self.request),
        )


@require_POST
def done_view(request, number):
    """Mark an assignment as done: by the person who has it, or by those who assign."""
    assignment = get_object_or_404(Assignment.objects.open(), pk=number)
    if assignment.user != request.user and not may_assign(request.user):
        raise PermissionDenied
    locale_for(request, assignment.locale.language_code)
    mark_done(assignment=assignment)
    messages.success(request, _("Marked as done. Thank you."))
    return redirect(get_valid_next_url_from_request(request) or "translating_work")


class WorkView(DeskView):
    """What the user has to do, the most urgent first, and what they did last."""

    page_title = _("My work")
    header_icon = "tasks"

    def get(self, request):
        """Show both lists."""
        locales = locales_for(request)
        mine = Assignment.objects.open().of(request.user).prefetch_related("snippet")
        work = work_cells([item for item in mine if item.text], request.user)
        done = Assignment.objects.filter(done_at__isnull=False).of(request.user)
        done = done.prefetch_related("snippet")
        return self.answer(
            "work",
            work=work,
            done=[item for item in done.order_by("-done_at")[:DONE_SHOWN] if item.text],
            locales=locales,
        )
