"""The app of publications and documents."""

from django.apps import AppConfig
from django.db.models.signals import post_delete
from django.utils.translation import gettext_lazy as _


class PublicationsConfig(AppConfig):
    """Lets files go with their rows."""

    name = "publications"
    verbose_name = _("publications")

    def ready(self):
        from multimedia.files import delete_when_committed

        from .models import DocumentVersion

        def version_deleted(instance, **kwargs):
            delete_when_committed(instance.file)

        post_delete.connect(
            version_deleted, sender=DocumentVersion, weak=False, dispatch_uid="file of a version"
        )
