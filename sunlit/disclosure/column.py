"""The column of government information (政府信息公开专栏), as `data/vocabularies` orders it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from django.db.models import Q

from sunlit import statutes
from sunlit.disclosure.models import Category
from sunlit.kernel.citations import Citation
from sunlit.kernel.wording import Wording

_FILE = Path(__file__).resolve().parents[2] / "data" / "vocabularies" / "column.yaml"
OTHER_GENRE = "其他"


@dataclass(frozen=True)
class Part:
    """One part of the statutory content: what must be in it, by which item of the regulations."""

    code: str
    name: Wording
    must: Wording
    theme: str
    law: tuple[str, ...]
    roles: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()

    def holds(self, category: Category) -> bool:
        """Say whether a category belongs to this part."""
        return category.role in self.roles or category.name in self.names

    def basis(self, on: date) -> Citation | None:
        """Return the item of the regulations that was in force on a day; None before the first."""
        for key in self.law:
            instrument = statutes.instrument(key.partition(":")[0])
            if instrument.holds_on(on):
                return statutes.citation_from_key(key)
        return None


@lru_cache(maxsize=1)
def parts() -> tuple[Part, ...]:
    """Return the parts of the statutory content, in the order of the regulations."""
    return tuple(_part(row) for row in _content()["parts"])


def genres() -> tuple[str, ...]:
    """Return the kinds of official documents (体裁)."""
    return tuple(_content()["genres"])


def is_outside(category: Category) -> bool:
    """Say whether a category holds work news or publicity, which may not stand in the column."""
    return category.role in _content()["outside"]["roles"]


def outside() -> Q:
    """Return the condition that an item stands outside the column."""
    return Q(category__role__in=_content()["outside"]["roles"])


def part_of(category: Category) -> Part:
    """Return the part of the column to which a category belongs: the last one if none names it."""
    known = parts()
    return next((part for part in known if part.holds(category)), known[-1])


def themes() -> tuple[str, ...]:
    """Return the theme classes in use, each once, in the order of the column."""
    return tuple(dict.fromkeys(part.theme for part in parts()))


def of_theme(theme: str, categories: Iterable[Category]) -> list[Category]:
    """Return the categories whose part of the column has a theme."""
    return [category for category in categories if part_of(category).theme == theme]


def genre_of(title: str) -> str:
    """Return the kind of document that a title names at its end, before any remark in brackets."""
    named = title.partition("(")[0].partition("（")[0].rstrip()
    return next((genre for genre in genres() if named.endswith(genre)), OTHER_GENRE)


def of_genre(genre: str) -> Q:
    """Return the condition that an item's title names a kind of document at its end."""
    named = Q(title__endswith=genre) | Q(title__contains=f"{genre}(")
    return named | Q(title__contains=f"{genre}（")


@lru_cache(maxsize=1)
def _content() -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return content


def _part(row: dict[str, Any]) -> Part:
    return Part(
        code=row["code"],
        name=Wording(zh=row["zh"], en=row["en"]),
        must=Wording(zh=row["must"]["zh"], en=row["must"]["en"]),
        theme=row["theme"],
        law=tuple(row["law"]),
        roles=frozenset(row.get("roles", ())),
        names=frozenset(row.get("names", ())),
    )
