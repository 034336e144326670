"""The earlier files of a recording, in the admin."""

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from wagtail.admin import messages
from wagtail.admin.views.generic.base import WagtailAdminTemplateMixin

from multimedia import containers
from multimedia.models import Media, MediaVersion

from .actions import KEPT, restore_version


class VersionsView(WagtailAdminTemplateMixin, View):
    """GET lists them; POST with `version` brings one back."""

    page_title = _("Earlier files")
    header_icon = "history"
    template_name = "multimedia/admin/versions.html"

    def setup(self, request, *args, **kwargs):
        """Find the recording."""
        super().setup(request, *args, **kwargs)
        self.media = get_object_or_404(Media, pk=kwargs["media_id"])

    def dispatch(self, request, *args, **kwargs):
        """Refuse those who may not change it."""
        if not self.media.is_editable_by_user(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_page_subtitle(self):
        """Which recording."""
        return self.media.title

    def get(self, request, *args, **kwargs):
        """The list."""
        versions = self.media.versions.select_related("replaced_by")
        context = {"recording": self.media, "versions": versions, "kept": KEPT}
        return self.render_to_response(self.get_context_data(**context))

    def post(self, request, *args, **kwargs):
        """Bring one back; the present file becomes an earlier one, so this can be undone too."""
        number = request.POST.get("version", "")
        version = get_object_or_404(self.media.versions, pk=number if number.isdigit() else None)
        restore_version(version=version, by=request.user)
        messages.success(request, _now("The earlier file is the recording's again."))
        return redirect("multimedia_versions", self.media.pk)


def show_version(request, version_id):
    """An earlier file, for those who may change the recording."""
    version = get_object_or_404(MediaVersion.objects.select_related("recording"), pk=version_id)
    if not version.recording.is_editable_by_user(request.user):
        raise Http404
    name = version.file.name
    response = FileResponse(version.file.open("rb"), content_type=containers.content_type(name))
    response["Cache-Control"] = "private, no-store"
    return response
