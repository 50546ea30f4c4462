"""How the items of a year are drawn."""

from django.utils.translation import gettext_lazy as _

from sunlit.disclosure.models import Item
from sunlit.measures.pictures import Kind, Picture, Slot, month_of, register_pictures


def _category(item: Item) -> Slot:
    return Slot(item.category.group, item.category.group)


def _month(item: Item) -> Slot:
    if item.published_on is None:
        raise ValueError(f"The item {item.code} was counted as published and has no day.")
    return month_of(item.published_on)


register_pictures(
    Picture(
        code="disclosure.by_category",
        title=_("Items published by main category"),
        counts="disclosure.items",
        kind=Kind.BARS,
        place=_category,
        by=_("Main category"),
    ),
    Picture(
        code="disclosure.by_month",
        title=_("Items published by month"),
        counts="disclosure.items",
        kind=Kind.COLUMNS_BY_MONTH,
        place=_month,
    ),
)
