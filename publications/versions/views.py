"""The earlier files of a document, in the admin."""

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permissions import policy_registry

from publications.models import Document, DocumentVersion

from .actions import KEPT, forget_files, restore_version


def may_change(user, document):
    """Whether `user` may change `document`."""
    policy = policy_registry.get_by_type(Document)
    return policy.user_has_permission_for_instance(user, "change", document)


class VersionsView(WagtailAdminTemplateMixin, View):
    """GET lists them; POST with `version` brings one back, with `forget` deletes them all."""

    page_title = _("Earlier files")
    header_icon = "history"
    template_name = "publications/admin/versions.html"

    def setup(self, request, *args, **kwargs):
        """Find the document."""
        super().setup(request, *args, **kwargs)
        self.document = get_object_or_404(Document, pk=kwargs["document_id"])

    def dispatch(self, request, *args, **kwargs):
        """Refuse those who may not change it."""
        if not may_change(request.user, self.document):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_breadcrumbs_items(self):
        """The library of documents, the document, this list."""
        edit = reverse("wagtaildocs:edit", args=[self.document.pk])
        return [
            *self.breadcrumbs_items,
            {"url": reverse("wagtaildocs:index"), "label": _("Documents")},
            {"url": edit, "label": self.document.title},
            {"url": "", "label": self.page_title},
        ]

    def get(self, request, *args, **kwargs):
        """The list."""
        versions = self.document.versions.select_related("replaced_by")
        stored = sum(bool(version.file) for version in versions)
        context = {"document": self.document, "versions": versions, "kept": KEPT, "stored": stored}
        return self.render_to_response(self.get_context_data(**context))

    def post(self, request, *args, **kwargs):
        """Do what the button says, and show the list again."""
        if "forget" in request.POST:
            self._forget(request)
        else:
            self._restore(request)
        return redirect("publications_versions", self.document.pk)

    def _forget(self, request):
        count = forget_files(document=self.document, by=request.user)
        message = ngettext(
            "%(counter)s earlier file was deleted.",
            "%(counter)s earlier files were deleted.",
            count,
        )
        messages.success(request, message % {"counter": count})

    def _restore(self, request):
        """The present file becomes an earlier one, so this can be undone too."""
        number = request.POST.get("version", "")
        versions = self.document.versions.exclude(file="")
        version = get_object_or_404(versions, pk=number if number.isdigit() else None)
        restore_version(version=version, by=request.user)
        messages.success(
            request, _now("The file “%(name)s” is the document's again.") % {"name": version.name}
        )


def download_version(request, version_id):
    """An earlier file, for those who may change the document."""
    version = get_object_or_404(DocumentVersion, pk=version_id)
    if not version.file or not may_change(request.user, version.document):
        raise Http404
    return FileResponse(
        version.file.open("rb"),
        as_attachment=True,
        filename=version.name,
        content_type="application/octet-stream",
    )
