"""The names of stages by kind of dossier, as `data/vocabularies` has them."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml

_FILE = Path(__file__).resolve().parents[2] / "data" / "vocabularies" / "dossier_stages.yaml"


@dataclass(frozen=True)
class NamedStage:
    """A stage as the vocabulary names it."""

    name: str
    least_days: int = 0
    decides: bool = False


@lru_cache(maxsize=1)
def stages() -> Mapping[str, tuple[NamedStage, ...]]:
    """Return the stages of each kind of dossier, in their order."""
    content = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {kind: tuple(NamedStage(**row) for row in rows) for kind, rows in content.items()}


def deciding_names(kind: str) -> frozenset[str]:
    """Return the names of the stages with whose end a dossier of this kind is decided."""
    return frozenset(stage.name for stage in stages()[kind] if stage.decides)


def least_days(kind: str) -> Mapping[str, int]:
    """Return how long stages of this kind of dossier must last, by name, where a law says so."""
    return {stage.name: stage.least_days for stage in stages()[kind] if stage.least_days}
