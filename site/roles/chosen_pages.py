"""What Wagtail tells of pages that somebody says they chose."""

from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.chooser import ChosenMultipleView
from wagtail.models import Page

from .wagtail_hooks import pages_to_choose


class ChosenPagesView(ChosenMultipleView):
    """Tells of those pages only that are offered to whoever asks."""

    def get(self, request):
        """Their titles and addresses."""
        numbers = [number for number in request.GET.getlist("id") if number.isdecimal()]
        numbers = [int(number) for number in numbers if len(number) < 18]
        pages = Page.objects.filter(depth__gt=1, pk__in=numbers)
        request.GET = request.GET.copy()
        request.GET.setlist("id", pages_to_choose(pages, request).values_list("pk", flat=True))
        return super().get(request)


chosen_pages = require_admin_access(ChosenPagesView.as_view())
