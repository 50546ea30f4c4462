"""When a clock turns yellow: so many days before its end, or when so much of it is used."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from sunlit.kernel.wording import Wording

_FILE = Path(__file__).resolve().parents[3] / "data/organization/warning.yaml"
WHOLE = 100


@dataclass(frozen=True, slots=True)
class Near:
    """From when on a clock is near its end."""

    days: int
    """The last days of a limit, in what it counts: 1 is its last day and the one before."""
    share: int
    """The percentage of a limit that is used; 100: the share alone warns of nothing."""

    def reached(self, remaining: int, total: int) -> bool:
        """Say whether a clock with so many days left, of so many in all, is near its end."""
        if remaining <= self.days:
            return True
        return self.share < WHOLE and (total - remaining) * WHOLE >= total * self.share


@lru_cache(maxsize=1)
def usual() -> Near:
    """Return the limits of warning of an agency that has set none."""
    rows = _rows()
    return Near(rows["days"]["value"], rows["share"]["value"])


def sources() -> tuple[Wording, Wording]:
    """Return where the usual days and the usual share are from."""
    days, share = _rows()["days"], _rows()["share"]
    return Wording(days["zh"], days["en"]), Wording(share["zh"], share["en"])


@lru_cache(maxsize=1)
def _rows() -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return found
