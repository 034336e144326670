"""Files for translators' programs: out, and in with a look at what would change."""

import json

from django import forms
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from .access import translation_for
from .actions.importing import import_texts
from .file_plans import plan_file
from .segments import segments_of
from .translation_views import OneTranslationView
from .xliff import CONTENT_TYPE
from .xliff.reading import FileError, read_file
from .xliff.writing import write_xliff

VERSIONS = {"xliff12": "1.2", "xliff20": "2.0"}


def download_view(request, number, kind):
    """The texts of a translation as a file; nothing keeps a copy."""
    translation, _target = translation_for(request, number)
    if kind not in VERSIONS:
        raise Http404
    content = write_xliff(translation, segments_of(translation), VERSIONS[kind])
    title = slugify(translation.source.object_repr)[:60] or "text"
    name = f"{title}-{translation.target_locale.language_code}.xlf"
    return HttpResponse(
        content,
        content_type=CONTENT_TYPE,
        headers={
            "Content-Disposition": content_disposition_header(True, name),
            "Cache-Control": "private, no-store",
        },
    )


class FileForm(forms.Form):
    """The file."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("XLIFF 1.2, XLIFF 2.0 or PO, as it was downloaded for this text."),
        error_messages={"required": gettext_lazy("Choose a file.")},
    )


class UploadView(OneTranslationView):
    """GET asks for a file; POST of it shows what it would change; POST of `values` does it."""

    page_title = gettext_lazy("Upload a translated file")
    header_icon = "upload"

    def get(self, request, number):
        """Ask for a file."""
        return self.answer("upload", form=FileForm())

    def post(self, request, number):
        """Show the plan, or carry it out."""
        if "values" in request.POST:
            return self.carry_out(request.POST["values"])
        form = FileForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                entries = read_file(form.cleaned_data["file"], self.translation)
            except FileError as error:
                form.add_error("file", str(error))
            else:
                plan = plan_file(entries, segments_of(self.translation))
                values = json.dumps(plan.values, ensure_ascii=False)
                return self.answer("upload_plan", plan=plan, values=values)
        return self.answer("upload", form=form)

    def carry_out(self, text):
        """Store what was shown."""
        try:
            values = {str(key): str(html) for key, html in dict(json.loads(text)).items()}
            stored = import_texts(
                translation=self.translation,
                values=values,
                by=self.request.user,
                tool_name=_("a file"),
            )
        except (ValueError, TypeError):
            messages.error(self.request, _("The preview was incomplete. Upload the file again."))
            return redirect("translating_upload", self.translation.pk)
        message = ngettext("{count} text was changed.", "{count} texts were changed.", stored)
        messages.success(self.request, message.format(count=stored))
        return redirect("translating_translation", self.translation.pk)
