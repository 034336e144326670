"""Headers that keep a reader's browser from being used against them."""

from csp.middleware import CSPMiddleware


class SecurityHeadersMiddleware(CSPMiddleware):
    """The Content-Security-Policy and its companions."""
