"""The board: texts by language, with the state of each."""

from dataclasses import dataclass, field

from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Page, WorkflowState
from wagtail.permission_policies.pages import PagePermissionPolicy
from wagtail_localize.models import Translation

from .languages import languages_of
from .models import Assignment
from .states import State, is_behind, progress, state_of, words_kept


@dataclass
class Cell:
    """A text in a language."""

    locale: object
    state: State | None = None  # None: the language the text was written in
    url: str = ""
    percent: int | None = None
    days: int = 0
    assignment: Assignment | None = None
    assign_url: str = ""

    @property
    def label(self):
        """The state in words."""
        return self.state.label if self.state else ""


@dataclass
class Row:
    """A text: the page or other object first written, and its cells."""

    source: object
    title: str
    kind: str
    url: str = ""
    cells: list = field(default_factory=list)


def source_pages(user):
    """The pages first written, of those the user may know of, the latest changed first.

    Drafts show only to those who may edit them, and to translators once somebody has
    submitted them for translation into a language of theirs.
    """
    older = Page.objects.filter(
        translation_key=OuterRef("translation_key"), alias_of__isnull=True, pk__lt=OuterRef("pk")
    )
    submitted = Translation.objects.filter(
        source__object_id=OuterRef("translation_key"), target_locale__in=languages_of(user)
    )
    pages = Page.objects.filter(depth__gt=1, alias_of__isnull=True).exclude(Exists(older))
    if not user.is_superuser:
        own = PagePermissionPolicy().instances_user_has_any_permission_for(
            user, {"change", "publish"}
        )
        public = Page.objects.live().public().values("pk")
        pages = pages.filter(Q(pk__in=public) | Exists(submitted) | Q(pk__in=own.values("pk")))
    return pages.order_by(F("latest_revision_created_at").desc(nulls_last=True), "-pk")


def page_rows(pages, locales, user):
    """Rows (list of `Row`) for first-written pages; the number of queries is constant."""
    pages = list(pages)
    keys = [page.translation_key for page in pages]
    translated = {
        (page.translation_key, page.locale_id): page
        for page in Page.objects.filter(
            translation_key__in=keys, locale__in=locales, alias_of__isnull=True
        ).select_related("source_text")
    }
    waiting = _waiting(translated.values())
    assignments = _assignments(pages, locales)
    done = progress(keys, locales)
    policy = PagePermissionPolicy()

    def edit_url(page):
        may_edit = policy.user_has_any_permission_for_instance(user, {"change"}, page)
        return reverse("wagtailadmin_pages:edit", args=[page.pk]) if may_edit else ""

    rows = []
    for page in pages:
        row = Row(
            source=page,
            title=page.get_admin_display_title(),
            kind=page.cached_content_type.model_class()._meta.verbose_name,
            url=edit_url(page),
        )
        for locale in locales:
            key = (page.translation_key, locale.pk)
            cell = _cell(page, locale, translated.get(key), waiting, done.get(key), edit_url)
            cell.assignment = assignments.get((page.pk, locale.pk))
            row.cells.append(cell)
        rows.append(row)
    return rows


def _waiting(pages):
    """The numbers, as text, of those pages that wait for a reviewer."""
    states = WorkflowState.objects.filter(
        base_content_type__app_label="wagtailcore",
        base_content_type__model="page",
        object_id__in=[str(page.pk) for page in pages],
        status=WorkflowState.STATUS_IN_PROGRESS,
    )
    return set(states.values_list("object_id", flat=True))


def _assignments(pages, locales):
    """Who does what of these pages: {(page number, locale number): `Assignment`}."""
    found = Assignment.objects.open().filter(page__in=pages, locale__in=locales)
    return {(item.page_id, item.locale_id): item for item in found.select_related("user")}


def _cell(source, locale, page, waiting, done, edit_url):
    """The cell of a page in a language; `page` is None where there is none."""
    if locale.pk == source.locale_id:
        return Cell(locale)
    assign_url = reverse("translating_assign", args=[source.pk, locale.language_code])
    if page is None:
        return Cell(locale, State.MISSING, assign_url=assign_url)
    state = state_of(
        live=page.live,
        in_review=str(page.pk) in waiting,
        behind=is_behind(page, source),
    )
    cell = Cell(locale, state, url=edit_url(page), assign_url=assign_url)
    if done:
        number, cell.percent = done
        cell.url = reverse("translating_translation", args=[number])
    if state == State.BEHIND:
        cell.days = (timezone.now() - words_kept(source).changed_at).days
    return cell


def title_of(text):
    """What the admin calls a page or another object."""
    return text.get_admin_display_title() if isinstance(text, Page) else str(text)
