"""Warnings in licence cases: yellow when a limit nears its end, red when it is over."""

from datetime import date

from sunlit.approvals import selectors
from sunlit.approvals.models import LicenceCase
from sunlit.design.clocks import clock_state
from sunlit.design.pieces import State
from sunlit.kernel.clock import Reading
from sunlit.organization.selectors.limits import warned_from

GRAVEST_FIRST: tuple[State, ...] = ("late", "at_risk", "paused", "in_time", "done", "neutral")


def clocks_running(case: LicenceCase) -> list[Reading]:
    """Return the clocks that run in a case: that of the law, and that of the agency's promise."""
    clocks = [selectors.licence_clock(case), selectors.promised_clock(case)]
    return [one for one in clocks if one is not None and one.ended_on is None]


def state_of(case: LicenceCase, *, on: date) -> State:
    """Return the gravest state of the clocks that run in a case."""
    near = warned_from(case.agency_id, on=on)
    states = {clock_state(one, on, near) for one in clocks_running(case)}
    return next((state for state in GRAVEST_FIRST if state in states), "in_time")
