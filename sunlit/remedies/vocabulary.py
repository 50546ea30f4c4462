"""The words of files and results, from `data/vocabularies`."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).resolve().parents[2] / "data" / "vocabularies" / "remedies.yaml"


@lru_cache(maxsize=1)
def _words() -> dict[str, Any]:
    words: dict[str, Any] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return words


def required_documents(kind: str) -> tuple[str, ...]:
    """Return the documents without which a file of this kind is not complete."""
    return tuple(_words()["required_documents"][kind])


def offered_documents(kind: str) -> tuple[str, ...]:
    """Return all documents that are offered for a file of this kind."""
    return (*required_documents(kind), *_words()["further_documents"][kind])


def outcome_words() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return outcomes with the words that tell them, in the order in which they are tried."""
    return tuple((row["outcome"], tuple(row["words"])) for row in _words()["outcomes"])
