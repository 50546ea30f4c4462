"""Warnings in licence cases: yellow when a limit nears its end, red when it is over."""

from dataclasses import dataclass
from datetime import date

from sunlit.approvals import selectors
from sunlit.approvals.models import LicenceCase
from sunlit.design.clocks import clock_state
from sunlit.design.pieces import State
from sunlit.kernel.clock import Reading
from sunlit.organization.models import Agency

GRAVEST_FIRST: tuple[State, ...] = ("late", "at_risk", "paused", "in_time", "done", "neutral")


@dataclass(frozen=True)
class Warned:
    """A case with its gravest warning: `at_risk` is yellow, `late` is red."""

    case: LicenceCase
    state: State
    due_on: date | None


def clocks_running(case: LicenceCase) -> list[Reading]:
    """Return the clocks that run in a case: that of the law, and that of the agency's promise."""
    clocks = [selectors.licence_clock(case), selectors.promised_clock(case)]
    return [one for one in clocks if one is not None and one.ended_on is None]


def state_of(case: LicenceCase, *, on: date) -> State:
    """Return the gravest state of the clocks that run in a case."""
    states = {clock_state(one, on) for one in clocks_running(case)}
    return next((state for state in GRAVEST_FIRST if state in states), "in_time")


def warnings(agency: Agency, *, on: date) -> list[Warned]:
    """Return the open cases with a yellow or a red warning, the gravest and oldest first."""
    found = []
    for case in selectors.open_licences(agency):
        state = state_of(case, on=on)
        if state in ("late", "at_risk"):
            days = [one.due_on for one in clocks_running(case) if one.due_on]
            found.append(Warned(case, state, min(days, default=None)))
    return sorted(found, key=lambda one: (one.state != "late", one.due_on or on))
