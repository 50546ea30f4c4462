"""The column of government information (政府信息公开专栏), as `data/vocabularies` orders it."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from django.db.models import Q

from sunlit import statutes
from sunlit.disclosure.models import Category, Item
from sunlit.disclosure.standards import part_of_standard
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
        if category.standard:
            return part_of_standard(category.standard) == self.code
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
    return tuple(_content()["genres"].values())


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


def genre_of(title: str) -> str:
    """Return the kind of document that a title names at its end, before any remark in brackets."""
    named = title.partition("(")[0].partition("（")[0].rstrip()
    return next((genre for genre in genres() if named.endswith(genre)), OTHER_GENRE)


def genre_said(item: Item) -> str:
    """Return the kind of document that an item is: its own, its category's, or by its title."""
    code = item.genre or item.category.genre
    return _content()["genres"].get(code, OTHER_GENRE) if code else genre_of(item.title)


def of_genre(genre: str) -> Q:
    """Return the condition that an item is of a kind of document: said so, or by its title."""
    code = next((code for code, name in _content()["genres"].items() if name == genre), "")
    named = Q(title__endswith=genre) | Q(title__contains=f"{genre}(")
    by_title = Q(genre="", category__genre="") & (named | Q(title__contains=f"{genre}（"))
    return by_title | Q(genre=code) | Q(genre="", category__genre=code)


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
