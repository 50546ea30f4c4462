"""The standard catalogues of a field (基层政务公开标准目录) that ship in `data/catalogues`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from sunlit.kernel.wording import Wording

_FOLDER = Path(__file__).resolve().parents[2] / "data" / "catalogues"


@dataclass(frozen=True)
class StandardRow:
    """One matter of a standard catalogue, and what it asks of every matter of its field."""

    key: str
    code: str
    group: str
    name: str
    basis: str
    confidence: str
    elements: tuple[str, ...]
    frequency: str
    limit_unit: str
    limit_amount: int | None
    channels: tuple[str, ...]
    levels: tuple[str, ...]
    theme: str


@dataclass(frozen=True)
class StandardCatalogue:
    """The matters of one field, and the part of the column in which they stand."""

    code: str
    name: Wording
    part: str
    rows: tuple[StandardRow, ...]


@cache
def standard_catalogues() -> tuple[StandardCatalogue, ...]:
    """Return the catalogues that ship, in the order of their names."""
    files = sorted(_FOLDER.glob("*.yaml"), reverse=True)
    return tuple(_catalogue(yaml.safe_load(file.read_text(encoding="utf-8"))) for file in files)


@cache
def standard_rows() -> Mapping[str, StandardRow]:
    """Return every row of every catalogue by its key."""
    return {row.key: row for one in standard_catalogues() for row in one.rows}


@cache
def part_of_standard(standard: str) -> str:
    """Return the code of the part of the column that holds a row, by its key; empty for none."""
    catalogue = standard.partition("/")[0]
    return next((one.part for one in standard_catalogues() if one.code == catalogue), "")


def _catalogue(content: dict[str, Any]) -> StandardCatalogue:
    common = content["defaults"]
    rows = tuple(
        StandardRow(
            key=f"{content['code']}/{row['code']}",
            code=row["code"],
            group=row["group"],
            name=row["name"],
            basis=row["basis"],
            confidence=row["confidence"],
            elements=tuple(common["elements"]),
            frequency=common["frequency"],
            limit_unit=common["limit"]["unit"],
            limit_amount=common["limit"].get("amount"),
            channels=tuple(common["channels"]),
            levels=tuple(common["levels"]),
            theme=common["theme"],
        )
        for row in content["rows"]
    )
    name = Wording(zh=content["zh"], en=content["en"])
    return StandardCatalogue(content["code"], name, content["part"], rows)
