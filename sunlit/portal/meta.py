"""What a page tells machines about itself: the META tags that the platform rules ask for."""

from collections.abc import Sequence

from django.utils.text import Truncator
from django.utils.translation import gettext as _

from sunlit.design.faces import said
from sunlit.design.markup import visible_text
from sunlit.disclosure import themes
from sunlit.disclosure.column import genre_said, part_of
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
        ("ContentSource", (item.is_public and item.source) or item.office.name),
        ("Author", item.office.name),
        ("Keywords", ",".join(keywords(item))),
        ("Url", address),
    ]
    return [*tags, ("Description", summary(item))] if item.is_public else tags


def keywords(item: Item) -> list[str]:
    """Return an item's own keywords; without, what it is filed under: theme, category and so on."""
    if item.keywords:
        return item.keywords.split("、")
    area = item.zone.name if item.zone else ""
    theme = themes.themes()[themes.theme_of(item)][1]
    words = (theme, item.category.name, genre_said(item), area)
    return list(dict.fromkeys(word for word in words if word and word != "其他"))


def summary(item: Item) -> str:
    """Return an item's own summary; without, the beginning of its text in one line."""
    if item.summary:
        return item.summary
    return Truncator(" ".join(visible_text(item.body).split())).chars(SUMMARY)
