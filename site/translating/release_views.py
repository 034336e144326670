"""Releasing a set: what is in it, what stands in the way, now or at a time."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST
from wagtail.admin.auth import permission_required
from wagtail.admin.widgets import AdminDateTimeInput
from wagtail.models import Page

from .access import locales_for
from .actions.releasing import (
    ReleaseRefusedError,
    find_problems,
    offer_to_translators,
    pages_of,
    release,
)
from .actions.scheduling import schedule, unschedule
from .models import ReleaseItem, ReleaseSet
from .submit_views import ticked_texts
from .views import DeskView

CHANGE = "translating.change_releaseset"
EDIT_URL = "wagtailsnippets_translating_releaseset:edit"


class ScheduleForm(forms.Form):
    """When."""

    at = forms.DateTimeField(
        label=_("Release at"),
        widget=AdminDateTimeInput,
        error_messages={"required": _("Choose a time.")},
    )


@method_decorator(permission_required(CHANGE), name="dispatch")
class ReleaseView(DeskView):
    """GET shows the set and what stands in the way; POST does what the button says."""

    page_title = _("Release set")
    header_icon = "calendar-check"

    def dispatch(self, request, number):
        """Find the set."""
        self.release_set = get_object_or_404(ReleaseSet, pk=number)
        return super().dispatch(request, number=number)

    def get_page_subtitle(self):
        """Its name."""
        return self.release_set.name

    def get(self, request, number):
        """Show it."""
        return self.show(ScheduleForm())

    def post(self, request, number):
        """Release, schedule, take the time back, or bring translators up to date."""
        form = ScheduleForm(request.POST if "schedule" in request.POST else None)
        if form.is_bound and not form.is_valid():
            return self.show(form)
        try:
            self.do(form)
        except ReleaseRefusedError as error:
            messages.error(request, _("Nothing was published. See what stands in the way."))
            return self.show(form, error.problems)
        return redirect("translating_release", number)

    def do(self, form):
        """What the button says."""
        request = self.request
        if "schedule" in request.POST:
            schedule(release_set=self.release_set, at=form.cleaned_data["at"], by=request.user)
            messages.success(request, _("The set is scheduled."))
        elif "unschedule" in request.POST:
            unschedule(release_set=self.release_set)
            messages.success(request, _("The time was taken back."))
        elif "offer" in request.POST:
            for page in self.changeable_pages():
                offer_to_translators(page=page)
            messages.success(request, _("Translators have the latest drafts now."))
        elif "release" in request.POST:
            release(release_set=self.release_set, by=request.user)
            messages.success(request, _("Everything in the set is published."))

    def changeable_pages(self):
        """The pages of the set that the user may edit."""
        return [
            page
            for page in pages_of(self.release_set)
            if page.permissions_for_user(self.request.user).can_edit()
        ]

    def show(self, form, problems=None):
        """Show the set with the problems there are, or those met just now."""
        pages = pages_of(self.release_set)
        if problems is None:
            problems = find_problems(pages, self.request.user) if self.release_set.is_open else []
        by_page = {}
        for problem in problems:
            by_page.setdefault(problem.page and problem.page.pk, []).append(problem.message)
        titles = {page.pk: page.get_admin_display_title() for page in pages}
        return self.answer(
            "release",
            release_set=self.release_set,
            rows=[(page, by_page.get(page.pk, [])) for page in pages],
            problems=by_page.get(None, []),
            blocked=bool(problems),
            earlier=[
                (titles.get(item["page"], ""), item["message"])
                for item in self.release_set.problems
            ],
            form=form,
            edit_url=reverse(
                "wagtailsnippets_translating_releaseset:edit", args=[self.release_set.pk]
            ),
        )


@require_POST
def collect_view(request):
    """Put the ticked pages, with their translations in the user's languages, into a new set."""
    if not request.user.has_perms([CHANGE, "translating.add_releaseset"]):
        raise PermissionDenied
    pages = [text for text in ticked_texts(request) if isinstance(text, Page)]
    if not pages:
        messages.warning(request, _("Tick the pages first."))
        return redirect("translating_board")
    keys = [page.translation_key for page in pages]
    members = Page.objects.filter(translation_key__in=keys, alias_of__isnull=True).filter(
        locale__in={*locales_for(request), *(page.locale for page in pages)}
    )
    release_set = ReleaseSet(name=pages[0].get_admin_display_title()[:120])
    release_set.items = [ReleaseItem(page=page) for page in members]
    release_set.save()
    return redirect("translating_release", release_set.pk)
