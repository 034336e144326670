"""What readers chose of a list's filters, and what there is to choose."""

from dataclasses import dataclass

from django import template

register = template.Library()


@dataclass(frozen=True)
class Chosen:
    """A value by which a list is narrowed down; `url` is the list without it."""

    facet: str
    label: str
    url: str


@register.simple_tag
def chosen_in(filters):
    """Every chosen value (`Chosen`), also one that no entry has."""
    labels = {
        group.parameter: choice.label
        for group in filters.groups
        for choice in group.choices
        if choice.selected
    }
    return [
        Chosen(
            facet=facet.label,
            label=labels.get(facet.parameter)
            or facet.name_of(filters.selected[facet.parameter], filters.queryset.model),
            url=filters.without(facet.parameter),
        )
        for facet in filters.facets
        if facet.parameter in filters.selected
    ]


@register.simple_tag
def offered_by(filters, count):
    """The groups of choices in which a choice changes something; `count` entries are found."""
    return [
        group
        for group in filters.groups
        if len(group.choices) > 1 or group.choices[0].selected or group.choices[0].count != count
    ]
