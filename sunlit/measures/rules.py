"""How a figure is named: its code, the part of it that is meant, an amount in its records."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, quote

_NAMED = re.compile(r"(?P<code>[a-z_]+\.[a-z_]+)(?::(?P<amount>[a-z_]+))?(?:\?(?P<part>\S+))?")


class NoFigure(ValueError):
    """A text that names no figure."""


@dataclass(frozen=True)
class Reference:
    """One figure, or a part of it: `channels.events`, `disclosure.rules?topic=…`.

    With an amount (`channels.events:arches`) it is the sum of a number that its records state.
    """

    code: str
    part: Mapping[str, str] = field(default_factory=dict)
    amount: str = ""

    @property
    def path(self) -> str:
        """The figure's own piece of its public address: the records behind it."""
        asked = "&".join(f"{name}={quote(value)}" for name, value in self.part.items())
        return f"{self.code}/" + (f"?{asked}" if asked else "")

    def __str__(self) -> str:
        amount = f":{self.amount}" if self.amount else ""
        part = "&".join(f"{name}={value}" for name, value in self.part.items())
        return self.code + amount + (f"?{part}" if part else "")


def reference(text: str) -> Reference:
    """Return the figure that a text names. Raises `NoFigure` for one that is not well formed."""
    found = _NAMED.fullmatch(text)
    if found is None:
        raise NoFigure(text)
    asked = found["part"] or ""
    part = dict(parse_qsl(asked, keep_blank_values=True))
    if asked.count("=") != len(part) or "" in part:
        raise NoFigure(text)
    return Reference(found["code"], part, found["amount"] or "")
