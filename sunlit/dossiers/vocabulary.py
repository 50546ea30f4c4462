"""The names of stages by kind of dossier, as `data/vocabularies` has them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from sunlit.kernel.wording import Wording

_FILE = Path(__file__).resolve().parents[2] / "data" / "vocabularies" / "dossier_stages.yaml"


@dataclass(frozen=True)
class NamedStage:
    """A stage as the vocabulary names it."""

    name: str
    must: Wording | None = None
    """What the stage has to publish."""
    least_days: int = 0
    law: str = ""
    """The article that asks for so many days, as citations are kept: instrument and article."""
    decides: bool = False


@lru_cache(maxsize=1)
def stages() -> Mapping[str, tuple[NamedStage, ...]]:
    """Return the stages of each kind of dossier, in their order."""
    content = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {kind: tuple(_named(row) for row in rows) for kind, rows in content.items()}


def named_stages(kind: str) -> Mapping[str, NamedStage]:
    """Return what is known of the stages of this kind of dossier, by their names."""
    return {stage.name: stage for stage in stages()[kind]}


def deciding_names(kind: str) -> frozenset[str]:
    """Return the names of the stages with whose end a dossier of this kind is decided."""
    return frozenset(stage.name for stage in stages()[kind] if stage.decides)


def least_days(kind: str) -> Mapping[str, int]:
    """Return how long stages of this kind of dossier must last, by name, where a law says so."""
    return {stage.name: stage.least_days for stage in stages()[kind] if stage.least_days}


def _named(row: dict[str, Any]) -> NamedStage:
    return NamedStage(**{**row, "must": Wording(**row["must"])} if "must" in row else row)
