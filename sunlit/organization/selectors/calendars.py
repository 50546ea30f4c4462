"""The calendar of working days that an agency goes by, as last amended."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date

from sunlit.kernel.calendar import WorkingCalendar, load_calendar
from sunlit.kernel.notices import Notice
from sunlit.organization.models import Agency, HolidayNotice
from sunlit.organization.selectors.once import once

Notices = tuple[Notice, ...]

_proposed: ContextVar[Mapping[int, Notices] | None] = ContextVar("notices_proposed", default=None)

WARNING_MONTH = 11
"""From this month on the next year's arrangement is expected: it is issued in the late autumn."""


def official_calendar(agency_id: int) -> WorkingCalendar:
    """Return the calendar that an agency goes by: the shipped notices and those taken in later.

    It takes the key, so that no record is fetched for it. Inside `what_if` the notices proposed
    there count as taken in; inside `settings_read_once` the database is asked once.
    """
    proposed = (_proposed.get() or {}).get(agency_id, ())
    return load_calendar(later=once(notices_taken_in, agency_id) + proposed)


def notices_taken_in(agency_id: int) -> Notices:
    """Return the notices that an agency has taken in, the earliest first, from the database."""
    kept = HolidayNotice.objects.filter(agency_id=agency_id)
    return tuple(one.notice for one in kept.order_by("issued_on", "id"))


@contextmanager
def what_if(agency_id: int, proposed: Sequence[Notice]) -> Iterator[None]:
    """Let all clocks of an agency be read meanwhile as if these notices had been taken in."""
    token = _proposed.set({agency_id: tuple(proposed)})
    try:
        yield
    finally:
        _proposed.reset(token)


def missing_year(agency: Agency, *, on: date) -> int | None:
    """Return the year whose arrangement is due and not known; None while all is well.

    That is this year, if its notice is missing, and from November on the next one.
    """
    known_until = official_calendar(agency.pk).last.year
    wanted = on.year + 1 if on.month >= WARNING_MONTH else on.year
    return known_until + 1 if known_until < wanted else None
