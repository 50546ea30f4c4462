"""The conditions of a procedure, as its flow chart words them, led to the steps they name."""

import re
from dataclasses import dataclass

_BETWEEN = re.compile(r"[;；。]\s*")
_GATEWAY = re.compile(r"^G\d+\s*")
_STEP = re.compile(r"S(\d+)")


@dataclass(frozen=True)
class Run:
    """A run of text; with a step it leads there."""

    text: str
    step: str = ""


def conditions(gateways: str) -> list[list[Run]]:
    """Return each condition as runs of text and steps: 是→S4 leads to step 4."""
    parts = (_GATEWAY.sub("", part.strip()) for part in _BETWEEN.split(gateways))
    return [_runs(part) for part in parts if part]


def _runs(text: str) -> list[Run]:
    spaced = re.sub(r"[?？]", "？ ", text).replace("→", " → ").replace(",", "，")
    split = _STEP.split(spaced)
    runs = [Run("", part) if at % 2 else Run(part) for at, part in enumerate(split)]
    return [run for run in runs if run.text or run.step]
