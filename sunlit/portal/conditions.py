"""The conditions of a procedure, as its flow chart words them, led to the steps they name."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_BETWEEN = re.compile(r"[;；。]\s*")
_GATEWAY = re.compile(r"^G\d+\s*")


@dataclass(frozen=True)
class Run:
    """A run of text; with a step it leads there, with a procedure to another procedure."""

    text: str
    step: str = ""
    procedure: str = ""


def conditions(gateways: str, names: Mapping[str, str]) -> list[list[Run]]:
    """Return each condition as runs of text and steps: 是→S4 leads to step 4.

    `names` are the names of the agency's procedures by code: 转 penalty_hearing 的 S6 leads to
    step 6 of the procedure of that code, by its name.
    """
    parts = (_GATEWAY.sub("", part.strip()) for part in _BETWEEN.split(gateways))
    ways = _ways(names)
    return [list(_runs(part, ways, names)) for part in parts if part]


def _ways(names: Mapping[str, str]) -> re.Pattern[str]:
    codes = "|".join(re.escape(code) for code in sorted(names, key=len, reverse=True)) or "(?!)"
    elsewhere = rf"(?<![A-Za-z_])(?P<code>{codes})(?![A-Za-z_])(?:\s*的\s*S(?P<its_step>\d+))?"
    return re.compile(rf"{elsewhere}|S(?P<step>\d+)")


def _runs(text: str, ways: re.Pattern[str], names: Mapping[str, str]) -> Iterator[Run]:
    spaced = re.sub(r"[?？]", "？ ", text).replace("→", " → ").replace(",", "，")
    at = 0
    for way in ways.finditer(spaced):
        if way.start() > at:
            yield Run(spaced[at : way.start()])
        code = way["code"] or ""
        yield Run(names.get(code, ""), way["step"] or way["its_step"] or "", code)
        at = way.end()
    if at < len(spaced):
        yield Run(spaced[at:])
