"""The words that the desk offers, from `data/vocabularies`."""

from functools import lru_cache
from pathlib import Path

import yaml

_FILE = Path(__file__).resolve().parents[2] / "data" / "vocabularies" / "complaints.yaml"


@lru_cache(maxsize=1)
def _words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return words


def offered(kind: str) -> tuple[str, ...]:
    """Return the words offered of one kind: sources, categories, reply_methods, documents."""
    return tuple(_words()[kind])
