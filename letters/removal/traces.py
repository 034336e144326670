"""Where names lie by the way: forms being edited, sessions, logs, finished tasks, search."""

from urllib.parse import unquote_plus

from django.contrib.sessions.models import Session
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django_tasks_db.models import DBTaskResult
from wagtail.admin.models import FormState
from wagtail.models import ModelLogEntry, PageLogEntry
from wagtail.search import index
from wagtail.search.models import IndexEntry

from letters.models import Signature

from .places import Found
from .spellings import decoded, mentions, replaced, strings_in


class PreviewForms:
    """What editors have typed and not saved: kept for the preview, deleted here."""

    label = _("previews of unsaved changes")

    def find(self, target):
        """Forms with the name in any field: where it is prose, the editor still has it."""
        forms = FormState.objects.all()
        if target.pages is not None:
            forms = forms.filter(object_id__in=map(str, target.pages))
        for form in forms.iterator(chunk_size=50):
            if _holds(unquote_plus(form.data), target.spellings):
                yield Found(self, form)

    def change(self, form, _changed):
        """Delete it; the browser sends it again with the next key that is typed."""
        form.delete()


class Sessions:
    """Log-ins whose data holds the name, for instance in a message not yet shown."""

    label = _("log-in sessions")

    def find(self, target):
        """All sessions: their data is encoded, so the database cannot search it."""
        if target.pages is not None:
            return
        for session in Session.objects.iterator(chunk_size=200):
            if mentions(session.get_decoded(), target.spellings):
                yield Found(self, session)

    def change(self, session, _changed):
        """Delete it; its owner logs in again."""
        session.delete()


class LogEntries:
    """The history of pages and of other things."""

    label = _("entries in the history")

    def find(self, target):
        """Data and labels with the name."""
        if target.pages is not None:
            return
        fields = ["data", "label"]
        for model in (PageLogEntry, ModelLogEntry):
            for entry in target.holding(model.objects.order_by("pk"), *fields, any_case=True):
                changed = {name: replaced(getattr(entry, name), target) for name in fields}
                if any(changed[name] != getattr(entry, name) for name in fields):
                    yield Found(self, entry, changed)

    def change(self, entry, changed):
        """Keep the entry, with an ellipsis for the name."""
        type(entry).objects.filter(pk=entry.pk).update(**changed)


class Tasks:
    """Background work that is done: its arguments and messages."""

    label = _("finished tasks")

    def find(self, target):
        """Tasks with the name in what they were given or what they answered."""
        if target.pages is None:
            rows = DBTaskResult.objects.filter(finished_at__isnull=False)
            for row in target.holding(
                rows, "args_kwargs", "return_value", "traceback", any_case=True
            ):
                yield Found(self, row)

    def change(self, row, _changed):
        """Delete it: it has been done."""
        row.delete()


class SearchIndex:
    """Entries of the search index."""

    label = _("entries of the search index")

    def find(self, target):
        """Entries that hold the name, of whatever was indexed with it."""
        if target.pages is not None:
            return
        names = {field.name for field in IndexEntry._meta.get_fields()}
        fields = ["title_text", "body_text"] if "title_text" in names else ["title", "body"]
        for entry in target.holding(
            IndexEntry.objects.order_by("pk"), *fields, "autocomplete", any_case=True
        ):
            yield Found(self, entry)

    def change(self, entry, _changed):
        """Index the object anew from what it says now."""
        thing = entry.content_object
        if thing is None:
            entry.delete()
        else:
            index.insert_or_update_object(thing)


class Signatures:
    """The directory's record of who signed what."""

    label = _("signatures")

    def find(self, target):
        """Rows under the name."""
        meant = Q(raw__in=target.names)
        if target.organisation:
            mine = Q(organisation=target.organisation)
            meant = mine | (meant & Q(organisation=None))
        rows = Signature.objects.filter(meant)
        if target.pages is not None:
            rows = rows.filter(page__in=target.pages)
        for row in rows:
            yield Found(self, row)

    def change(self, row, _changed):
        """Delete it; it is gone already where the page was saved."""
        Signature.objects.filter(pk=row.pk, raw=row.raw).delete()


def _holds(text, names):
    # The fields of a form may hold JSON, and its strings HTML; line ends come as they like.
    return any(name in part for name in names for part in (text, *_json_within(text)))


def _json_within(text):
    for line in text.replace("&", "\n").splitlines():
        inner = decoded(line.partition("=")[2])
        if inner is not None:
            yield from strings_in(inner)
