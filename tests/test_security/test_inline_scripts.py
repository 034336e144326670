"""That nothing of the admin relies on inline scripts; fails when Wagtail brings a new one."""

import re
from pathlib import Path

import pytest
import wagtail
import wagtail_localize
import wagtailmedia
from django.template.loader import get_template
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput, AdminTimeInput, BaseChooser
from wagtail.admin.widgets.workflows import AdminTaskChooser
from wagtailmedia.widgets import AdminMediaChooser

INLINE = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>|<style\b|\son(?:click|change|load|submit)=")
PACKAGES = [Path(module.__file__).parent for module in (wagtail, wagtail_localize, wagtailmedia)]
NOT_IN_THE_ADMIN = {
    "project_template",  # files that `wagtail start` copies
    "styleguide",  # not installed
    "search_promotions",  # not installed
    "notifications",  # e-mails
    "test",
    "tests",
}


def installed_templates():
    """Path and name of each template of Wagtail that the admin may render."""
    for package in PACKAGES:
        for path in package.rglob("templates/**/*.html"):
            if not NOT_IN_THE_ADMIN & set(path.parts):
                _folder, _, name = str(path).rpartition("/templates/")
                yield path, name


def subclasses(cls):
    for subclass in cls.__subclasses__():
        yield subclass
        yield from subclasses(subclass)


def test_templates_with_inline_scripts_are_replaced():
    inline = {name: path for path, name in installed_templates() if INLINE.search(path.read_text())}
    assert inline, "the search finds nothing any more"
    served_as_they_are = [
        name for name, path in inline.items() if get_template(name).origin.name == str(path)
    ]
    assert served_as_they_are == []


def test_our_templates_hold_none():
    folder = Path(__file__).resolve().parents[2] / "site" / "security" / "templates"
    found = [path.name for path in folder.rglob("*.html") if INLINE.search(path.read_text())]
    assert found == []


@pytest.mark.parametrize("widget", [AdminDateInput, AdminTimeInput, AdminDateTimeInput])
def test_dates_start_without_a_script(widget):
    html = widget().render("when", None, attrs={"id": 'id_"when'})
    assert "<script" not in html
    assert re.search(r'name-value="init(Date|Time|DateTime)Chooser"', html)
    assert "&quot;id_\\u0022when&quot;" in html


@pytest.mark.django_db
@pytest.mark.ignore_template_errors
def test_choosers_start_without_a_script():
    from wagtail.admin.widgets import AdminPageChooser

    html = AdminPageChooser().render("page", None, attrs={"id": "id_page"})
    assert "<script" not in html
    assert 'name-value="PageChooser"' in html
    assert "[&quot;id_page&quot;, {" in html


def test_only_two_choosers_start_in_their_own_way():
    own_way = {cls for cls in subclasses(BaseChooser) if "render_js_init" in vars(cls)}
    own_render = {cls for cls in subclasses(BaseChooser) if "render" in vars(cls)}
    assert own_way == {AdminTaskChooser, AdminMediaChooser}
    assert own_render == set()


def test_widgets_write_no_script_in_python():
    pattern = re.compile(r"<script>|<script type=\"text/javascript\">")
    found = [
        path.relative_to(package).as_posix()
        for package in PACKAGES
        for path in package.rglob("*.py")
        if not NOT_IN_THE_ADMIN & set(path.parts) and pattern.search(path.read_text())
    ]
    # The first is replaced; the second is a comment.
    assert sorted(found) == ["admin/rich_text/converters/db_html.py", "admin/widgets/chooser.py"]


def test_all_choosers_use_ours():
    assert BaseChooser.render.__module__ == "security.inline_scripts"
