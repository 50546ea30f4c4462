"""What a page tells machines about itself: the META tags that the platform rules ask for."""

from collections.abc import Sequence

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from sunlit.design.faces import said
from sunlit.design.markup import visible_text
from sunlit.disclosure.column import genre_of, part_of
from sunlit.disclosure.models import Item

Meta = list[tuple[str, str]]
SUMMARY = 120
"""How many characters of an item's text its summary (内容概述) has."""


def of_column(name: object, description: object, keywords: Sequence[object] = ()) -> Meta:
    """Return the tags of a page that lists things: the column's name, words and kind."""
    words = [said(word) for word in (name, *keywords)]
    return [
        ("ColumnName", said(name)),
        ("ColumnDescription", said(description)),
        ("ColumnKeywords", ",".join(words)),
        ("ColumnType", _("Government information")),
    ]


def of_item(item: Item, address: str) -> Meta:
    """Return the tags of one item's page; a withdrawn item tells its title and days only."""
    tags = [
        ("ColumnName", item.category.name),
        ("ColumnType", said(part_of(item.category).name)),
        ("ArticleTitle", item.title),
        ("PubDate", f"{item.published_on:%Y-%m-%d}"),
        ("ContentSource", item.office.name),
        ("Author", item.office.name),
        ("Keywords", ",".join(keywords(item))),
        ("Url", address),
    ]
    return [*tags, ("Description", summary(item))] if item.is_public else tags


def keywords(item: Item) -> list[str]:
    """Return the words that an item is filed under: kind of document, theme, category, area."""
    area = item.zone.name if item.zone else ""
    words = (part_of(item.category).theme, item.category.name, genre_of(item.title), area)
    return list(dict.fromkeys(word for word in words if word and word != "其他"))


def summary(item: Item) -> str:
    """Return the beginning of an item's text in one line."""
    return Truncator(" ".join(visible_text(item.body).split())).chars(SUMMARY)
