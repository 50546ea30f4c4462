"""The order of names that begin with a Chinese number, such as sub-lists of powers."""

import re

DIGITS = "零一二三四五六七八九"
_NUMBER = re.compile(f"[{DIGITS}十]+")


def by_number(name: str) -> tuple[int, str]:
    """Return where a name stands by the first number up to 99 in it; those without one last."""
    found = _NUMBER.search(name)
    if not found:
        return 100, name
    tens, ten, units = found[0].rpartition("十")
    ones = DIGITS.find(units[:1]) if units else 0
    if not ten:
        return ones, name
    return (DIGITS.find(tens[:1]) if tens else 1) * 10 + ones, name
