"""What every template can read."""

from .layout import Layout


def site(request):
    """`layout`, see `home.layout.Layout`; page views put one that knows their page instead."""
    return {"layout": Layout(request)}
