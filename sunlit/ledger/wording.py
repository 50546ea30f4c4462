"""What the events of the ledger are called, in both languages: data, for every room's events."""

from functools import cache
from pathlib import Path

import yaml

from sunlit.kernel.wording import Wording

FILE = Path(__file__).resolve().parents[2] / "data" / "vocabularies" / "events.yaml"


@cache
def event_wordings() -> dict[str, Wording]:
    """Return the wording of every event, by the event's name."""
    words = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    return {name: Wording(zh=said["zh"], en=said["en"]) for name, said in words.items()}


def event_wording(name: str) -> Wording:
    """Return what an event is called; an event of an older version is called by its own name."""
    return event_wordings().get(name, Wording(name, name))
