"""Spreads two names over a site, as work on letters does. Run as a program by
`test_removal_canary.py`, with the environment of the site; reads the names from its input.
"""

import sys
from datetime import date

import django

django.setup()

from django.contrib.auth import get_user_model  # noqa: E402
from django.core.management import call_command  # noqa: E402
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402
from django_tasks_db.models import DBTaskResult  # noqa: E402
from wagtail.log_actions import log  # noqa: E402
from wagtail.models import Locale  # noqa: E402
from wagtail.search.models import IndexEntry  # noqa: E402
from wagtail_localize.models import Translation, TranslationSource  # noqa: E402

from home.models import HomePage  # noqa: E402
from letters.directory.merging import merge_organisations  # noqa: E402
from letters.models import (  # noqa: E402
    LetterIndexPage,
    OpenLetterPage,
    Organisation,
    OrganisationName,
    StatementIndexPage,
    StatementPage,
)
from letters.reconciliation.actions import dismiss_check  # noqa: E402
from letters.reconciliation.findings import subject_of  # noqa: E402
from letters.reconciliation.results import compare_page  # noqa: E402
from tests.test_letters.canary_notes import write_notes  # noqa: E402

NAMES = sys.stdin.read().splitlines()
OTHERS = ["Tamarin Union", "Aruvia Writers"]


def names(*raws):
    """A list of signatories."""
    records = [{"id": f"n{n}", "raw": raw} for n, raw in enumerate(raws, start=1)]
    return [{"type": "signatory_list", "value": {"heading": "Signed by", "names": records}}]


def add(parent, page):
    """A published page."""
    parent.add_child(instance=page)
    page.save_revision().publish()
    return page


user = get_user_model().objects.create_superuser("editor", "editor@example.org", "a long password")
home = HomePage.objects.get(locale__language_code="en")
letters = add(home, LetterIndexPage(title="Letters", slug="letters"))
statements = add(home, StatementIndexPage(title="Statements", slug="statements"))
arabic = Locale.objects.create(language_code="ar")
for page in (home, letters, statements):
    page.copy_for_translation(arabic).save_revision().publish()

# The directory, with its history.
for name in NAMES:
    organisation = Organisation.objects.create(country="TW", website="https://example.org/")
    OrganisationName.objects.create(organisation=organisation, text=name, preferred=True)
    OrganisationName.objects.create(organisation=organisation, text=f"Sample {organisation.pk}")
    # Entered twice, and then made one; the address is the name once more.
    double = Organisation.objects.create(website=f"https://{name[:11]}.example.org/")
    OrganisationName.objects.create(organisation=double, text=name)
    merge_organisations(keep=organisation, remove=double, by=user)
    organisation.save_revision(user=user)
    log(organisation, "wagtail.create", user=user)
    log(organisation, "wagtail.rename", user=user, data={"title": {"old": "x", "new": name}})

# Published, drafted anew, withdrawn in a later draft, copied, aliased.
body = [{"type": "text", "value": "<p>We write to you.</p>"}]
fields = {"date": date(2026, 3, 1), "body": body}
letter = add(
    letters, OpenLetterPage(title="A letter", signatories=names(OTHERS[0], *NAMES), **fields)
)
letter.signatories = names(*NAMES, *OTHERS)
letter.save_revision(user=user)
letter.signatories = names(*OTHERS)
letter.save_revision(user=user)
letter.copy(update_attrs={"slug": "copy", "title": "A copy"}, user=user)
letter.create_alias(update_slug="alias", user=user)
draft = OpenLetterPage(title="A draft", live=False, signatories=names(*NAMES), **fields)
letters.add_child(instance=draft)
draft.save_revision(user=user)
add(statements, StatementPage(title="A statement", signatories=names(*NAMES), **fields))

# Translated: submitted, and published in the other language.
source, _created = TranslationSource.update_or_create_from_instance(
    OpenLetterPage.objects.get(pk=letter.pk)
)
source.create_or_update_translation(arabic, user=user, publish=True, fallback=True)
Translation.objects.update_or_create(source=source, target_locale=arabic)

# Typed in the editor, seen in the preview, told in a message, exported.
client = Client(headers={"host": "127.0.0.1"})
client.force_login(user)
form = {
    "title": "A letter",
    "slug": letter.slug,
    "kind": "joint",
    "date": "2026-03-01",
    "anonymous_count": "0",
    **{f"{name}-TOTAL_FORMS": "0" for name in ("convenors", "comments")},
    **{f"{name}-INITIAL_FORMS": "0" for name in ("convenors", "comments")},
    **{f"{name}-count": "0" for name in ("body", "attachments", "updates", "corrections")},
    "signatories-count": "1",
    "signatories-0-type": "signatory_list",
    "signatories-0-order": "0",
    "signatories-0-deleted": "",
    "signatories-0-id": "",
    "signatories-0-value-heading": "",
    "signatories-0-value-names": "\r\n".join([*OTHERS, *NAMES]),
}
answer = client.post(f"/admin/pages/{letter.pk}/edit/preview/", form)
assert answer.json()["is_valid"], answer.content
session = client.session
session["note"] = [f"Saved “{name}”." for name in NAMES]
session.save()
for ending in ("csv", "json", "txt", "xlsx"):
    assert client.get(f"{letter.get_url()}signatories.{ending}").status_code == 200

# What publishing left to do: search index, PDFs.
call_command("db_worker", "--batch", "--backend=background", verbosity=0)

# Looked at: beside other texts, and dismissed with a reason that names it.
statement = StatementPage.objects.get()
statement.signatories = names(*NAMES, *NAMES)
statement.save_revision().publish()
compare_page(statement)
for name in NAMES:
    for reason in ("Confirmed", f"“{name}” signed twice, as they say."):
        subject = subject_of(name, reason)
        dismiss_check(page=statement, code="duplicate", subject=subject, reason=reason, by=user)

# Said among staff, kept for translators.
write_notes(OpenLetterPage.objects.get(pk=letter.pk), NAMES, user=user, language=arabic)

# Left behind: in a task that failed, in an index that is behind.
for name in NAMES:
    DBTaskResult.objects.create(
        status="FAILED",
        args_kwargs={"args": [name], "kwargs": {}},
        task_path="letters.tasks.build_pdf",
        backend_name="default",
        run_after=timezone.now(),
        finished_at=timezone.now(),
        exception_class_path="builtins.ValueError",
        traceback=f"ValueError: {name}",
    )
entries = IndexEntry.objects.filter(object_id=str(letter.pk))
if "body_text" in {field.name for field in IndexEntry._meta.get_fields()}:
    entries.update(body_text=" ".join(NAMES))
else:
    entries.update(body=" ".join(NAMES))
