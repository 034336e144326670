"""What a browser may do with each kind of response."""

from csp.constants import NONCE, NONE, SELF, UNSAFE_INLINE
from django.conf import settings

ADMIN_PREFIX = "/admin/"

# Every power a page could ask for and that no page of ours needs. Only names that browsers
# know: each unknown one is a warning on the reader's console.
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "autoplay",
        "browsing-topics",
        "camera",
        "display-capture",
        "encrypted-media",
        "geolocation",
        "gyroscope",
        "hid",
        "idle-detection",
        "local-fonts",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "publickey-credentials-get",
        "screen-wake-lock",
        "serial",
        "usb",
        "xr-spatial-tracking",
    )
)

# No inline script and no eval, not even with a nonce: what Wagtail writes inline is started
# by static/security/start.js. The nonce is for styles, see static/security/style-nonce.js.
# Style attributes are allowed because the editor positions things with them; they load
# nothing, img-src sees to that.
ADMIN_POLICY = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF, NONCE],
    "style-src-attr": [UNSAFE_INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "font-src": [SELF],
    "media-src": [SELF],
    "connect-src": [SELF],
    "frame-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [SELF],
}

# The tool that marks a picture's focal point asks the browser whether it knows touch events
# by giving an element the handler "return;". Only that one text is allowed as a handler.
IMAGE_EDITOR_POLICY = ADMIN_POLICY | {
    "script-src-attr": ["'unsafe-hashes'", "'sha256-i+qr4lq34KgNHiW62lWi9aInEBwiEOrfCzaNPCvkqD8='"],
}
IMAGE_EDITOR_VIEW = "wagtailimages:edit"

# An uploaded file is never a page: it runs nothing, loads nothing and has no origin.
FILE_POLICY = {
    "default-src": [NONE],
    "base-uri": [NONE],
    "form-action": [NONE],
    "frame-ancestors": [NONE],
    "sandbox": [True],
}
FILE_VIEWS = {"page_card", "recording", "rendition", "track", "wagtaildocs_serve"}
# Chromium does not open its PDF viewer in a sandbox; scripts and loading stay forbidden.
PDF_POLICY = {name: value for name, value in FILE_POLICY.items() if name != "sandbox"}


def is_admin(request):
    """Whether the address lies in the admin, where only staff are."""
    return request.path_info.startswith(ADMIN_PREFIX)


def is_pdf(request, content_type):
    """Whether the answer is a PDF. One that only says "unchanged" has no type, and browsers put
    its policy in place of the stored one."""
    if content_type:
        return content_type == "application/pdf"
    return request.path_info.lower().endswith(".pdf")


def policy_for(request, content_type=""):
    """The Content-Security-Policy for the answer to `request`, as directives."""
    view = request.resolver_match and request.resolver_match.view_name
    if is_admin(request):
        return IMAGE_EDITOR_POLICY if view == IMAGE_EDITOR_VIEW else ADMIN_POLICY
    if is_pdf(request, content_type):
        return PDF_POLICY
    if view in FILE_VIEWS:
        return FILE_POLICY
    return settings.CONTENT_SECURITY_POLICY["DIRECTIVES"]
