"""What was found in documents, for the templates of the admin."""

from django import template

from publications.reading.report import report_on

register = template.Library()
register.simple_tag(report_on)
