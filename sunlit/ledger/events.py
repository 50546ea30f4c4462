"""What an entry of the ledger says: an event, in the past tense, as a frozen dataclass."""

from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from typing import Any, ClassVar


@dataclass(frozen=True)
class Event:
    """The base of all events. Subclasses are named in the past tense and hold plain values."""

    is_public: ClassVar[bool] = False
    """Whether strangers may read the payload, not only its salted digest."""

    def payload(self) -> dict[str, Any]:
        """Return the event's facts as plain JSON values."""
        return {field.name: _plain(getattr(self, field.name)) for field in fields(self)}


@dataclass(frozen=True, kw_only=True)
class Proof:
    """Where an act that was loaded from a folder of records stands: its file, line and post."""

    file: str
    line: int
    post: str = ""

    def payload(self) -> dict[str, Any]:
        """Return the proof as plain JSON values."""
        return {"file": self.file, "line": self.line, "post": self.post}


def _plain(value: object) -> Any:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple | list | frozenset):
        return [_plain(part) for part in value]
    if isinstance(value, str):
        return str(value)  # a choice becomes its value
    return value
