"""The calculator's answer for an agency: the law's day, and the agency's or its province's own."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum

from sunlit import statutes
from sunlit.kernel.limits import Limit
from sunlit.kernel.refusals import Unacceptable
from sunlit.organization.rules.provincial import is_settled_as_limit
from sunlit.organization.selectors.calendars import official_calendar
from sunlit.organization.selectors.hours import official_hours
from sunlit.organization.selectors.limits import own_limit, promise_in_force
from sunlit.organization.selectors.provincial import number_set, provincial_limit

Answer = statutes.Deadline | statutes.HourDeadline


class Setter(Enum):
    """Who has set another limit than the law's, and what it does to the law's."""

    PROMISE = "promise"
    """The agency has promised less than the law's most; both hold."""
    AGENCY = "agency"
    """The law leaves the limit to the agency; its own holds instead of the usual one."""
    PROVINCE = "province"
    """The province has settled it; its limit holds instead of the usual one."""


@dataclass(frozen=True, slots=True)
class OwnDay:
    """The deadline by a limit that was set for the agency, by whom, and since when."""

    setter: Setter
    found: Answer
    since: date

    @property
    def holds_instead(self) -> bool:
        """Whether it takes the place of the day by the law, and does not only stand beside it."""
        return self.setter is not Setter.PROMISE


@dataclass(frozen=True, slots=True)
class Answered:
    """The law's deadline, and the one of the agency's own; None where nothing else was set."""

    law: Answer
    own: OwnDay | None

    @property
    def holding(self) -> Answer:
        """The deadline by which a case goes: the law's, or the one that takes its place."""
        return self.own.found if self.own and self.own.holds_instead else self.law

    @property
    def earlier(self) -> str:
        """Which of the two days comes first: "law", "own" or "same"; "law" where there is one."""
        if self.own is None:
            return "law"
        ends = [_end(self.law), _end(self.own.found)]
        if ends[0] == ends[1]:
            return "same"
        return "own" if ends[1] < ends[0] else "law"

    def as_json(self, language: str) -> dict[str, object]:
        """The published shape of the law's deadline, with the own day under one more key."""
        return statutes.as_json(self.law, language) | {"own": self._own_as_json()}

    def _own_as_json(self) -> dict[str, object] | None:
        if self.own is None:
            return None
        found = self.own.found
        shape: dict[str, object] = {
            "set_by": self.own.setter.value,
            "amount": found.rule.limit.amount + found.extended,
            "unit": found.rule.limit.unit.value,
            "due_on": found.due_on.isoformat(),
            "since": self.own.since.isoformat(),
            "source": found.rule.limit.basis[0].zh,
            "holds_instead": self.own.holds_instead,
            "earlier": self.earlier,
        }
        if isinstance(found, statutes.HourDeadline):
            shape["due_at"] = _end(found)
        return shape


def answered(
    agency_id: int | None,
    rule: str,
    start: date,
    *,
    pauses: Sequence[tuple[date, date]] = (),
    extend: int = 0,
    channel: str | None = None,
) -> Answered:
    """Compute a deadline as `statutes.answer` does, by the calendar that an agency goes by.

    Office hours too are the agency's; without an agency what is shipped counts. Raises what
    `statutes.answer` does.
    """
    calendar = None if agency_id is None else official_calendar(agency_id)
    hours = None if agency_id is None else official_hours(agency_id)
    law = statutes.answer(rule, start, pauses, extend, channel, calendar, hours)
    other = None if agency_id is None else _set_for(agency_id, rule, on=_day_of(start))
    if other is None:
        return Answered(law, None)
    setter, limit, since = other
    version = replace(law.rule, limit=limit)
    try:
        found = statutes.answer_under(
            version, start, pauses, extend, channel=channel, calendar=calendar, hours=hours
        )
    except Unacceptable:  # a pause that begins when the own limit has run out
        return Answered(law, None)
    return Answered(law, OwnDay(setter, found, since))


def _set_for(agency_id: int, rule: str, *, on: date) -> tuple[Setter, Limit, date] | None:
    if is_settled_as_limit(rule):
        record = number_set(agency_id, rule, on=on)
        limit = provincial_limit(agency_id, rule, on=on)
        return (Setter.PROVINCE, limit, record.since) if record else None
    promise, own = promise_in_force(agency_id, rule, on=on), own_limit(agency_id, rule, on=on)
    if promise is None or own is None:
        return None
    setter = Setter.AGENCY if statutes.rule(rule, on=on).editable else Setter.PROMISE
    return setter, own, promise.since


def _day_of(start: date) -> date:
    return date(start.year, start.month, start.day)


def _end(found: Answer) -> str:
    """The last day or moment, as a text that sorts."""
    if isinstance(found, statutes.HourDeadline):
        moment = found.reading.due_at.replace(tzinfo=statutes.BEIJING)
        return moment.isoformat(timespec="minutes")
    return found.due_on.isoformat()
