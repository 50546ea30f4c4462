"""What the law and good order say of posts: which roles one person does not hold together."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations
from pathlib import Path

import yaml

from sunlit.kernel.wording import Wording

_FILE = Path(__file__).resolve().parents[3] / "data" / "organization" / "roles_apart.yaml"


@dataclass(frozen=True)
class Apart:
    """A role that is kept apart from others: by which provision, and why."""

    role: str
    apart_from: frozenset[str]
    basis: str
    why: Wording

    def keeps_apart(self, one: str, other: str) -> bool:
        """Say whether two roles do not go together by this line."""
        return (self.role == one and other in self.apart_from) or (
            self.role == other and one in self.apart_from
        )


@dataclass(frozen=True)
class Conflict:
    """Two roles that one person would hold together and may not."""

    one: str
    other: str
    basis: str
    why: Wording


@lru_cache(maxsize=1)
def roles_apart() -> Sequence[Apart]:
    """Return the list of `data/organization/roles_apart.yaml`."""
    rows = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return tuple(
        Apart(
            row["role"], frozenset(row["apart_from"]), row["basis"], Wording(row["zh"], row["en"])
        )
        for row in rows
    )


def conflict(roles: Collection[str]) -> Conflict | None:
    """Return the first two roles that one person may not hold together; None if all agree."""
    for one, other in combinations(sorted(set(roles)), 2):
        for line in roles_apart():
            if line.keeps_apart(one, other):
                return Conflict(one, other, line.basis, line.why)
    return None
