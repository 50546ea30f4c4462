"""The limits and the order of the steps of a complaint: pure functions."""

from collections.abc import Sequence
from datetime import date, datetime

from sunlit import statutes
from sunlit.kernel.calendar import WorkingCalendar
from sunlit.kernel.clock import Ended, Limit, Reading, Started, Unit, run
from sunlit.kernel.refusals import BeyondCalendar, NotYetLaw

HANDLE = "complaint.handle"
HANDLE_DIFFICULT = "complaint.handle_difficult"
UNKNOWABLE = (NotYetLaw, BeyondCalendar)
"""Why a limit may be impossible to compute: no rule yet, or no calendar for the year."""

Step = tuple[str, datetime | None]


def promised_day(accepted_on: date, limit: Limit, calendar: WorkingCalendar) -> date:
    """Return the last day of the promised limit, counted in working days from acceptance.

    Raises NotYetLaw and BeyondCalendar.
    """
    return run(limit, [Started(accepted_on)], calendar).days[-1].on


def agreed_limit(from_on: date, due_on: date, calendar: WorkingCalendar) -> Limit | None:
    """Return the limit that runs from a day and ends on the agreed day; None if there is no time.

    The agreed day is taken as given, whatever the promise says. Raises NotYetLaw, BeyondCalendar.
    """
    basis = statutes.limit(HANDLE, on=from_on).basis
    working_days = calendar.working_days_between(from_on, due_on)
    if working_days >= 1 and calendar.is_working(due_on):
        return Limit(working_days, Unit.WORKING_DAY, basis)
    if due_on > from_on:
        return Limit((due_on - from_on).days, Unit.CALENDAR_DAY, basis, roll_forward=False)
    return None


def handling_clock(
    from_on: date, due_on: date, *, ended_on: date | None, calendar: WorkingCalendar
) -> Reading | None:
    """Read the clock of the handling; None where no time was agreed or none can be counted."""
    try:
        limit = agreed_limit(from_on, due_on, calendar)
        if limit is None:
            return None
        ended = [Ended(ended_on)] if ended_on else []
        return run(limit, [Started(from_on), *ended], calendar)
    except UNKNOWABLE:
        return None


def first_out_of_order(steps: Sequence[Step]) -> tuple[str, str] | None:
    """Return the first step that comes before its cause, with that cause; None if all is well.

    Steps are named in their order; absent moments are passed over.
    """
    cause, caused_at = "", None
    for name, at in steps:
        if at is None:
            continue
        if caused_at is not None and at < caused_at:
            return name, cause
        cause, caused_at = name, at
    return None
