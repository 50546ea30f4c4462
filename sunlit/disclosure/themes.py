"""The theme classes (主题分类) in two levels, as `data/vocabularies/themes.yaml` has them."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

import yaml
from django.db.models import Q

from sunlit.disclosure.column import part_of, parts
from sunlit.disclosure.models import Category, Item

_FILE = Path(__file__).resolve().parents[2] / "data" / "vocabularies" / "themes.yaml"


@cache
def themes() -> Mapping[str, tuple[str, str]]:
    """Return for each code the name of the theme and that of its class; both where it has none."""
    content = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    found: dict[str, tuple[str, str]] = {}
    for code, theme in content.items():
        classes = theme["classes"] or {code: theme["name"]}
        found.update({one: (theme["name"], name) for one, name in classes.items()})
    return found


def theme_choices() -> list[tuple[str, str]]:
    """Return the theme classes as a form offers them."""
    return [(code, said(code)) for code in themes()]


def said(code: str) -> str:
    """Return a theme and its class in words; nothing for a code that is not known."""
    return " / ".join(dict.fromkeys(themes().get(code, ())))


def theme_of(item: Item) -> str:
    """Return the code of an item's theme: its own, or that of its category."""
    return item.theme or theme_of_category(item.category)


def theme_of_category(category: Category) -> str:
    """Return the code of a category's theme: its own, or that of its part of the column."""
    return category.theme or _by_class()[part_of(category).theme]


def classes_of(categories: Iterable[Category]) -> list[str]:
    """Return the classes under which items of these categories are filed, in their order."""
    used = {theme_of_category(one) for one in categories} | {
        _by_class()[part.theme] for part in parts()
    }
    return list(dict.fromkeys(names[1] for code, names in themes().items() if code in used))


def of_class(name: str, categories: Iterable[Category]) -> Q:
    """Return the condition that an item has a theme of this class, or that its category has."""
    codes = [code for code, names in themes().items() if names[1] == name]
    filed = [one for one in categories if theme_of_category(one) in codes]
    return Q(theme__in=codes) | Q(theme="", category__in=filed)


@cache
def _by_class() -> Mapping[str, str]:
    found: dict[str, str] = {}
    for code, names in themes().items():
        found.setdefault(names[1], code)
    return found
