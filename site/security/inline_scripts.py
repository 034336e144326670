"""Wagtail's choosers without inline scripts, which the admin's policy refuses.

The other inline scripts of the admin stand in templates, and ours of the same names (see
`templates/`) take their place. Choosers write theirs in Python and offer no other way, so
their `render` is replaced here, the only place where the site changes Wagtail's code.
tests/test_security/test_inline_scripts.py fails when Wagtail has something new.
"""

import json

from django.utils.html import format_html
from wagtail.admin.widgets import BaseChooser
from wagtail.admin.widgets.workflows import AdminTaskChooser
from wagtailmedia.widgets import AdminMediaChooser

# Choosers that are started by a function of their own.
FUNCTIONS = {AdminTaskChooser: "createTaskChooser", AdminMediaChooser: "createMediaChooser"}


def start_element(name, *arguments):
    """The element that makes static/security/start.js call `name` with `arguments`."""
    return format_html(
        '<template data-controller="security-start" data-security-start-name-value="{}"'
        ' data-security-start-arguments-value="{}"></template>',
        name,
        json.dumps(arguments),
    )


def render(self, name, value, attrs=None, renderer=None):
    """A chooser as `BaseChooser.render` makes it, with an element in place of the script."""
    id_ = attrs["id"]
    value_data = self.get_value_data(value)
    html = self.render_html(name, value_data, attrs)
    function = next((name for cls, name in FUNCTIONS.items() if isinstance(self, cls)), None)
    if function:
        start = start_element(function, id_)
    else:
        options = self.get_js_init_options(id_, name, value_data)
        start = start_element(self.js_constructor, id_, options)
    return format_html("{}{}", html, start)


def replace():
    """Let all choosers render like that."""
    BaseChooser.render = render
