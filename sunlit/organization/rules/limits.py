"""Where the limits that an agency sets for itself are used."""

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

import yaml

from sunlit.kernel.wording import Wording

_FILE = Path(__file__).resolve().parents[3] / "data/vocabularies/own_limits_used.yaml"

SHOWN = (
    Wording("期限计算器", "the calculator of deadlines"),
    Wording("制度页面", "the pages of the agency's rules"),
)
"""Where every one of them is shown beside the law's."""


@lru_cache(maxsize=1)
def clocks_by_rule() -> Mapping[str, Wording]:
    """Return the clock that goes by an own limit, by the name of its rule."""
    rows: dict[str, dict[str, str]] = yaml.safe_load(_FILE.read_text(encoding="utf-8"))
    return {name: Wording(**words) for name, words in rows.items()}


def used(rule: str) -> tuple[Wording, ...]:
    """Return where an own limit for a rule is used, the clock that goes by it first."""
    clock = clocks_by_rule().get(rule)
    return (clock, *SHOWN) if clock else SHOWN
