"""The earlier files of a document, in the admin."""

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin
from wagtail.permissions import policy_registry

from publications.models import Document, DocumentVersion

from .actions import KEPT, restore_version


def may_change(user, document):
    """Whether `user` may change `document`."""
    policy = policy_registry.get_by_type(Document)
    return policy.user_has_permission_for_instance(user, "change", document)


class VersionsView(WagtailAdminTemplateMixin, View):
    """GET lists them; POST with `version` brings one back."""

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

    def get_page_subtitle(self):
        """Which document."""
        return self.document.title

    def get(self, request, *args, **kwargs):
        """The list."""
        versions = self.document.versions.select_related("replaced_by")
        context = {"document": self.document, "versions": versions, "kept": KEPT}
        return self.render_to_response(self.get_context_data(**context))

    def post(self, request, *args, **kwargs):
        """Bring one back; the present file becomes an earlier one, so this can be undone too."""
        number = request.POST.get("version", "")
        versions = self.document.versions.exclude(file="")
        version = get_object_or_404(versions, pk=number if number.isdigit() else None)
        restore_version(version=version, by=request.user)
        messages.success(
            request, _now("The file “%(name)s” is the document's again.") % {"name": version.name}
        )
        return redirect("publications_versions", self.document.pk)


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
