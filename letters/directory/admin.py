"""Organisations in the admin: list, filters, search, chooser."""

import django_filters
from django import forms
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django_countries import countries
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import BooleanColumn, Column, NumberColumn
from wagtail.admin.widgets import BooleanRadioSelect
from wagtail.admin.widgets.button import Button
from wagtail.snippets.views import chooser
from wagtail.snippets.views.snippets import EditView, IndexView, SnippetViewSet

from letters.editor.wording import language_label
from letters.models import Organisation, OrganisationName

from . import groups
from .finding import named
from .importing import IMPORT_PERMISSIONS
from .knowing import known_to
from .listing import in_order, with_count_of_texts
from .merging import PERMISSIONS


def _countries():
    used = Organisation.objects.exclude(country="").values_list("country", flat=True)
    named_codes = [(code, countries.name(code)) for code in used.order_by().distinct()]
    return sorted(named_codes, key=lambda choice: choice[1].casefold())


def _scripts():
    found = OrganisationName.objects.order_by().values_list("group", flat=True).distinct()
    scripts = {"Latn" if len(group) == 1 else group for group in found}
    return [(script, groups.label(script)) for script in sorted(scripts, key=groups.place)]


def _languages():
    used = OrganisationName.objects.order_by().exclude(language="")
    codes = used.values_list("language", flat=True).distinct()
    return sorted(((code, language_label(code)) for code in codes), key=lambda choice: choice[1])


def _having_name(queryset, *conditions, **fields):
    names = OrganisationName.objects.order_by().filter(*conditions, **fields)
    return queryset.filter(pk__in=names.values("organisation"))


class OrganisationFilterSet(WagtailFilterSet):
    """By country, membership, what visitors see, and the names."""

    country = django_filters.ChoiceFilter(label=_("Country"), choices=_countries)
    member = django_filters.BooleanFilter(
        label=_("Member of the network"), widget=BooleanRadioSelect
    )
    suppressed = django_filters.BooleanFilter(label=_("Not shown"), widget=BooleanRadioSelect)
    script = django_filters.ChoiceFilter(
        label=_("Script of a name"), choices=_scripts, method="with_script"
    )
    language = django_filters.ChoiceFilter(
        label=_("Language of a name"), choices=_languages, method="with_language"
    )

    class Meta:
        model = Organisation
        fields = []

    def with_script(self, queryset, name, value):
        """Those with a name in the script."""
        return _having_name(queryset, groups.in_script(value))

    def with_language(self, queryset, name, value):
        """Those with a name in the language."""
        return _having_name(queryset, language=value)


def _merge_button(organisation, user):
    if not user.has_perms(PERMISSIONS):
        return []
    address = reverse("letters_merge_organisations", args=[organisation.pk])
    return [Button(_("Merge with another"), url=address, icon_name="resubmit", priority=25)]


class OrganisationEditView(EditView):
    """The editor, with merging among what else can be done."""

    @cached_property
    def header_more_buttons(self):
        """Add merging."""
        return [*super().header_more_buttons, *_merge_button(self.object, self.request.user)]


class OrganisationIndexView(IndexView):
    """The list, searched by names."""

    @cached_property
    def header_more_buttons(self):
        """Add files to and fro."""
        add = self.request.user.has_perms(IMPORT_PERMISSIONS)
        address = reverse("letters_import_organisations")
        buttons = [Button(_("Import a file"), url=address, icon_name="upload", priority=10)]
        exports = [
            Button(
                _("Export as {format}").format(format=ending.upper()),
                url=reverse("letters_export_organisations", args=[ending]),
                icon_name="download",
                priority=20,
            )
            for ending in ("xlsx", "csv")
        ]
        return [*super().header_more_buttons, *(buttons if add else []), *exports]

    def get_list_more_buttons(self, instance):
        """Add merging."""
        buttons = super().get_list_more_buttons(instance)
        return [*buttons, *_merge_button(instance, self.request.user)]

    def search_queryset(self, queryset):
        """Search all names rather than Wagtail's index, which misses parts of words."""
        return named(queryset, self.search_query)


class _NameColumn(Column):
    """The other names, so that search results explain themselves."""

    def get_value(self, instance):
        """The names it is not called by."""
        return ", ".join(
            name.text for name in instance.names.all() if name.text != instance.display_name
        )


class FindForm(BaseFilterForm):
    """The field above the list of the chooser."""

    q = forms.CharField(
        label=_("Find by any name"),
        widget=forms.TextInput(attrs={"placeholder": _("Find by any name")}),
        required=False,
    )

    def filter(self, objects):
        """Keep the organisations that have such a name."""
        self.search_query = self.cleaned_data["q"]
        self.is_searching = bool(self.search_query)
        return named(super().filter(objects), self.search_query)


class _NamedObjects:
    filter_form_class = FindForm

    def get_object_list(self):
        return in_order(known_to(self.request.user).with_names())

    def apply_object_list_ordering(self, objects):
        return objects

    @property
    def columns(self):
        country = Column("country", label=_("Country"), accessor="country.name")
        return [*super().columns, _NameColumn("names", label=_("Other names")), country]


class ChooseView(_NamedObjects, chooser.ChooseView):
    """The chooser as it opens."""


class ChooseResultsView(_NamedObjects, chooser.ChooseResultsView):
    """The chooser while somebody types."""


class ChosenView(chooser.SnippetChosenView):
    """What was chosen."""

    def get_object(self, pk):
        """The organisation, unless whoever asks is not told of it."""
        return known_to(self.request.user).get(pk=pk)


class ChosenMultipleView(chooser.SnippetChosenMultipleView):
    """What was chosen, several at once."""

    def get_objects(self, pks):
        """Those that whoever asks is told of."""
        return known_to(self.request.user).filter(pk__in=pks)


class OrganisationChooserViewSet(chooser.SnippetChooserViewSet):
    """Choosing an organisation by any of its names."""

    icon = "group"
    choose_one_text = _("Choose an organisation")
    choose_another_text = _("Choose another organisation")
    edit_item_text = _("Edit this organisation")
    choose_view_class = ChooseView
    choose_results_view_class = ChooseResultsView
    chosen_view_class = ChosenView
    chosen_multiple_view_class = ChosenMultipleView


class OrganisationViewSet(SnippetViewSet):
    """The directory of organisations."""

    model = Organisation
    icon = "group"
    menu_label = _("Organisations")
    menu_order = 300
    add_to_admin_menu = True
    copy_view_enabled = False
    search_fields = ["names__text"]  # what makes Wagtail offer a field to search
    list_per_page = 50
    list_display = [
        "__str__",
        _NameColumn("names", label=_("Other names")),
        Column("country", label=_("Country"), accessor="country.name", sort_key="country"),
        BooleanColumn("member", label=_("Member"), sort_key="member"),
        NumberColumn("signed", label=_("Texts signed"), sort_key="signed"),
    ]
    filterset_class = OrganisationFilterSet
    index_view_class = OrganisationIndexView
    edit_view_class = OrganisationEditView
    chooser_viewset_class = OrganisationChooserViewSet

    def get_queryset(self, request):
        """All organisations by name, with what the columns show."""
        return with_count_of_texts(in_order(Organisation.objects.with_names()))
