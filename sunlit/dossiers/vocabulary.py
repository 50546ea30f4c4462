"""The templates that come with the program, as `data/vocabularies` has them."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import yaml

from sunlit.dossiers.rules import StageRule

_FILE = Path(__file__).resolve().parents[2] / "data" / "vocabularies" / "dossier_stages.yaml"


@lru_cache(maxsize=1)
def stages() -> Mapping[str, tuple[StageRule, ...]]:
    """Return the stages of each kind of dossier, in their order."""
    content = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {kind: tuple(map(StageRule.from_kept, rows)) for kind, rows in content.items()}


def deciding_names(kind: str) -> frozenset[str]:
    """Return the names of the stages with whose end a dossier of this kind is decided."""
    return frozenset(stage.name for stage in stages()[kind] if stage.decides)


def least_days(kind: str) -> Mapping[str, int]:
    """Return how long stages of this kind of dossier must last, by name, where a law says so."""
    return {stage.name: stage.least_days for stage in stages()[kind] if stage.least_days}
