"""The calendar of working days that an agency goes by."""

from sunlit.kernel.calendar import WorkingCalendar, load_calendar


def official_calendar() -> WorkingCalendar:
    """Return the calendar of working days, as last amended."""
    return load_calendar()
