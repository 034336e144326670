"""Importing and exporting in the admin."""

import json

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import View
from wagtail.admin.auth import user_passes_test

from .exporting import FORMATS
from .import_plans import plan_import
from .importing import IMPORT_PERMISSIONS, ImportRefusedError, import_organisations
from .merge_views import DirectoryView
from .tables import TableError, read_table

SHOWN = 200  # changes and problems in a preview

may_import = user_passes_test(lambda user: user.has_perms(IMPORT_PERMISSIONS))
may_export = user_passes_test(
    lambda user: any(
        user.has_perm(f"letters.{verb}_organisation") for verb in ("view", "change", "add")
    )
)


class FileForm(forms.Form):
    """The table to import."""

    file = forms.FileField(
        label=gettext_lazy("Table"),
        help_text=gettext_lazy("XLSX or CSV, one row for each name, as the export makes it."),
        error_messages={"required": gettext_lazy("Choose a file.")},
    )


@method_decorator(may_import, name="dispatch")
class ImportView(DirectoryView):
    """GET asks for a file; POST of it shows what it would do; POST of `table` does it.

    The rows wait in the preview's own form, so that no name is stored before it is wanted.
    """

    page_title = gettext_lazy("Import organisations")

    def get(self, request):
        """Ask for a file."""
        return self.answer("import", form=FileForm())

    def post(self, request):
        """Show the plan, or carry it out."""
        if "table" in request.POST:
            return self.carry_out(request.POST["table"])
        form = FileForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                return self.show(read_table(form.cleaned_data["file"]))
            except TableError as error:
                form.add_error("file", str(error))
        return self.answer("import", form=form)

    def show(self, table, error=""):
        """Show what the table would do."""
        plan = plan_import(table)
        changes = [change for change in plan.changes if change.status != "unchanged"]
        return self.answer(
            "import_plan",
            plan=plan,
            counts=plan.counts,
            changes=changes[:SHOWN],
            more_changes=len(changes[SHOWN:]),
            problems=plan.problems[:SHOWN],
            more_problems=len(plan.problems[SHOWN:]),
            table=json.dumps(table, ensure_ascii=False),
            error=error,
        )

    def carry_out(self, text):
        """Import what was shown, as the directory is now."""
        try:
            table = [(int(number), list(map(str, cells))) for number, cells in json.loads(text)]
            plan = plan_import(table)
        except (ValueError, TypeError, TableError):
            messages.error(self.request, _("The preview was incomplete. Upload the file again."))
            return redirect("letters_import_organisations")
        try:
            import_organisations(
                plan=plan,
                by=self.request.user,
                good_rows_only="good_rows_only" in self.request.POST,
            )
        except ImportRefusedError as error:
            return self.show(table, str(error))
        text = _("{created} organisations were added and {changed} changed.")
        messages.success(self.request, text.format(**plan.counts))
        return redirect("wagtailsnippets_letters_organisation:list")


@method_decorator(may_export, name="dispatch")
class ExportView(View):
    """All names as a file."""

    def get(self, request, ending):
        """Make it anew; nothing keeps a copy."""
        if ending not in FORMATS:
            raise Http404
        content_type, write = FORMATS[ending]
        name = f"organisations-{timezone.localdate().isoformat()}.{ending}"
        headers = {
            "Content-Disposition": content_disposition_header(True, name),
            "Cache-Control": "private, no-store",
            "X-Content-Type-Options": "nosniff",
        }
        return HttpResponse(write(), content_type=content_type, headers=headers)
