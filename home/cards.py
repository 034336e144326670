"""What stands on the picture that other sites show beside a link to a page."""

from dataclasses import dataclass


@dataclass(frozen=True)
class CardText:
    """Three pieces of text in the language of the page; `note` may be empty."""

    kind: str
    title: str
    note: str = ""
