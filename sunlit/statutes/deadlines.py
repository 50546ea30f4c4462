"""The deadline of a rule from a start: the public calculator, day by day and hour by hour."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sunlit.kernel.calendar import WorkingCalendar, load_calendar
from sunlit.kernel.clock import Event, Extended, Paused, Reading, Resumed, Started, run
from sunlit.kernel.hours import HourReading, Hours, run_hours
from sunlit.kernel.refusals import Unacceptable
from sunlit.kernel.wording import Wording
from sunlit.statutes import law
from sunlit.statutes.channels import receipt
from sunlit.statutes.law import Rule
from sunlit.statutes.office_hours import usual_hours
from sunlit.statutes.spans import check_pauses, refuse_pause_after_the_end

LEFT_OUT = Wording("依法扣除的时间", "time that the law leaves out")


@dataclass(frozen=True, slots=True)
class Deadline:
    """A rule in the version of the start day, and the clock that it gives.

    `extended`: by how many of its units the limit was extended.
    """

    rule: Rule
    reading: Reading
    extended: int = 0

    @property
    def due_on(self) -> date:
        """The last day in time, or the last day of a period that must at least stand."""
        return self.reading.due_on or self.reading.days[-1].on


@dataclass(frozen=True, slots=True)
class HourDeadline:
    """A rule in hours in the version of the start day, and the clock that it gives."""

    rule: Rule
    reading: HourReading
    extended: int = 0

    @property
    def due_on(self) -> date:
        """The day of the last moment in time."""
        return self.reading.due_on


def deadline(
    rule: str,
    start: date,
    pauses: Sequence[tuple[date, date]] = (),
    extend: int = 0,
    calendar: WorkingCalendar | None = None,
    channel: str | None = None,
) -> Deadline:
    """Compute the due date of a rule, with every day explained.

    `start` is the day of receipt or of the event from which the rule runs; with `channel`, the
    day that counts for that channel. A pause (a, b) leaves out every day after `a` up to and
    including `b`. `extend` is in the unit of the rule, at most what the law allows. The version
    is the one in force on `start`; the calendar is the one as last amended unless given.
    Raises NoSuchRule, NotYetLaw, BeyondCalendar, and Unacceptable for what makes no sense.
    """
    version = law.rule(rule, on=start)
    return under(version, start, pauses, extend, calendar=calendar, channel=channel)


def under(
    version: Rule,
    start: date,
    pauses: Sequence[tuple[date, date]] = (),
    extend: int = 0,
    *,
    calendar: WorkingCalendar | None = None,
    channel: str | None = None,
) -> Deadline:
    """Compute the due date by one version of a rule, in force on the start day or not.

    Takes and raises what `deadline` does.
    """
    calendar = calendar or load_calendar()
    calendar.kind(start)  # refuses a start beyond the calendar, whatever the unit
    events: list[Event] = [Started(start, receipt(version, channel))]
    if extend:
        events.append(Extended(start, checked_extension(version, extend)))
    ordered = sorted(pauses)
    check_pauses(start, ordered)
    for after, until in ordered:
        events += [Paused(after, LEFT_OUT), Resumed(until)]
    found = Deadline(version, run(version.limit, events, calendar), extend)
    if ordered:
        refuse_pause_after_the_end(ordered[-1][0], found.due_on)
    return found


def hour_deadline(
    rule: str,
    start: datetime,
    pauses: Sequence[tuple[datetime, datetime]] = (),
    extend: int = 0,
    calendar: WorkingCalendar | None = None,
    hours: Hours | None = None,
) -> HourDeadline:
    """Compute the last moment of a rule in hours, with every stretch of time explained.

    `start` is in the office's own time, without a zone. A pause (a, b) leaves out the time
    between its moments. Office hours are the usual ones unless given. Raises what `deadline` does.
    """
    version = law.rule(rule, on=start.date())
    return hours_under(version, start, pauses, extend, calendar=calendar, hours=hours)


def hours_under(
    version: Rule,
    start: datetime,
    pauses: Sequence[tuple[datetime, datetime]] = (),
    extend: int = 0,
    *,
    calendar: WorkingCalendar | None = None,
    hours: Hours | None = None,
) -> HourDeadline:
    """Compute the last moment by one version of a rule in hours, in force or not.

    Takes and raises what `hour_deadline` does.
    """
    calendar = calendar or load_calendar()
    calendar.kind(start.date())
    added = checked_extension(version, extend) if extend else 0
    ordered = [(a, b, LEFT_OUT) for a, b in sorted(pauses)]
    check_pauses(start, sorted(pauses))
    reading = run_hours(
        version.limit, start, calendar, hours or usual_hours(), pauses=ordered, added=added
    )
    if ordered:
        refuse_pause_after_the_end(ordered[-1][0], reading.due_at)
    return HourDeadline(version, reading, added)


def answer(
    rule: str,
    start: date,
    pauses: Sequence[tuple[date, date]] = (),
    extend: int = 0,
    channel: str | None = None,
    calendar: WorkingCalendar | None = None,
    hours: Hours | None = None,
) -> Deadline | HourDeadline:
    """Compute a deadline from a day or a moment, as the rule needs it.

    For a rule in days the hour is left aside; for a rule in hours a pause given in days runs from
    midnight to midnight after its first and last day. Raises what `deadline` does.
    """
    version = law.rule(rule, on=_day(start))
    return answer_under(
        version, start, pauses, extend, channel=channel, calendar=calendar, hours=hours
    )


def answer_under(
    version: Rule,
    start: date,
    pauses: Sequence[tuple[date, date]] = (),
    extend: int = 0,
    *,
    channel: str | None = None,
    calendar: WorkingCalendar | None = None,
    hours: Hours | None = None,
) -> Deadline | HourDeadline:
    """Compute a deadline by one version of a rule; takes and raises what `answer` does."""
    if version.limit.unit.is_of_hours and isinstance(start, datetime):
        moments = [(_end(a), _end(b)) for a, b in pauses]
        return hours_under(version, start, moments, extend, calendar=calendar, hours=hours)
    days = [(_day(a), _day(b)) for a, b in pauses]
    return under(version, _day(start), days, extend, calendar=calendar, channel=channel)


def checked_extension(version: Rule, extend: int) -> int:
    """The extension, if the law allows it; raises Unacceptable with the article."""
    if 1 <= extend <= version.extension:
        return extend
    cited = version.limit.basis[0]
    if not version.extension:
        raise Unacceptable(
            Wording("依法不能延长这一期限。", "The law allows no extension of this limit."),
            basis=cited,
        )
    raise Unacceptable(
        Wording(
            f"延长须为1至{version.extension}{version.limit.unit.wording.zh},不能是{extend}。",
            f"The extension must be from 1 to {version.extension} "
            f"{version.limit.unit.wording.en}, not {extend}.",
        ),
        basis=cited,
    )


def _day(value: date) -> date:
    return value.date() if isinstance(value, datetime) else value


def _end(value: date) -> datetime:
    """The moment itself, or the end of the day."""
    if isinstance(value, datetime):
        return value
    return datetime.combine(value + timedelta(days=1), time())
