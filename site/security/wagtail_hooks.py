"""What every page of the admin loads."""

from django.utils.html import format_html
from wagtail import hooks
from wagtail.admin.staticfiles import versioned_static


@hooks.register("insert_global_admin_js")
def start_script():
    """The script that starts what Wagtail would start inline."""
    return format_html('<script src="{}"></script>', versioned_static("security/start.js"))
