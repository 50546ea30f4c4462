"""Reading procedures from the text in which an agency writes them."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

HEADING = re.compile(r"## +(?P<code>[a-z][a-z0-9_]*) +(?P<name>\S.*)")
GATEWAYS = "网关:"
RISK = "★"
STEP_CELLS = 7
MAY_DECIDE = "审批决定权"
"""How a window's authorisation words the power to decide (一般事项审批决定权)."""


@dataclass(frozen=True)
class WrittenStep:
    """One row of a procedure's table."""

    number: str
    task: str
    post: str
    document: str
    limit: str
    is_risk_point: bool
    leads_to: str


@dataclass
class WrittenProcedure:
    """One section of the text: a procedure with its steps."""

    code: str
    name: str
    line: int
    intro: str = ""
    gateways: str = ""
    steps: list[WrittenStep] = field(default_factory=list)


def may_decide(authorised_to: Iterable[str]) -> bool:
    """Say whether what a chief representative is authorised to includes the decision."""
    return any(MAY_DECIDE in one for one in authorised_to)


def procedures_in(text: str) -> Iterator[WrittenProcedure]:
    """Yield the procedures that a text describes: a heading, a sentence, a table, conditions."""
    current: WrittenProcedure | None = None
    for number, line in enumerate(text.splitlines(), start=1):
        if heading := HEADING.fullmatch(line.strip()):
            if current:
                yield current
            current = WrittenProcedure(heading["code"], heading["name"], number)
        elif current and line.startswith("|"):
            if step := _step(line):
                current.steps.append(step)
        elif current and line.startswith(GATEWAYS):
            current.gateways = line.removeprefix(GATEWAYS).strip()
        elif current and line.strip() and not current.steps:
            current.intro = f"{current.intro}\n{line.strip()}".strip()
    if current:
        yield current


def _step(line: str) -> WrittenStep | None:
    cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
    if len(cells) != STEP_CELLS or not re.fullmatch(r"S\d+", cells[0]):
        return None
    number, task, post, document, limit, risk, leads_to = cells
    return WrittenStep(number, task, post, document, limit, RISK in risk, leads_to)
