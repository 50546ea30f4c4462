"""What a proposed holiday notice would do: which days change, which open cases move."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sunlit.design.registers import Register, Waiting, all_registers
from sunlit.kernel.notices import Notice
from sunlit.organization.models import Agency
from sunlit.organization.rules.notices import ChangedDay, changed_days
from sunlit.organization.selectors.calendars import official_calendar, what_if
from sunlit.organization.selectors.once import settings_read_once

Becomes = Literal["late", "in_time", ""]
Key = tuple[str, int]


@dataclass(frozen=True, kw_only=True)
class Moved:
    """An open case whose due day moves; None where no day is known."""

    register: Register
    waiting: Waiting
    was: date | None
    now: date | None
    becomes: Becomes


@dataclass(frozen=True, kw_only=True)
class Kept:
    """An open case whose due day was promised as a date: it stays, with more or less time to it."""

    register: Register
    waiting: Waiting
    due_on: date
    days_before: int
    """The working days that lay before the day until now, and those that would."""
    days_now: int


@dataclass(frozen=True, kw_only=True)
class Foreseen:
    """What would follow from notices, if they were taken in on a day."""

    days: tuple[ChangedDay, ...]
    moved: tuple[Moved, ...]
    kept: tuple[Kept, ...]


def foresee(agency: Agency, notices: Sequence[Notice], *, today: date) -> Foreseen:
    """Read every clock of the agency's open cases by the calendar as it is, and as it would be."""
    with settings_read_once():
        before, known = _open_cases(agency, today), official_calendar(agency.pk)
        with what_if(agency.pk, notices):
            after, would_be = _open_cases(agency, today), official_calendar(agency.pk)
    calendars = (known, would_be)
    moved, kept = [], []
    for key, (register, was) in before.items():
        now = after[key][1]
        if was.due_on != now.due_on:
            becomes = _becomes(was.due_on, now.due_on, today)
            moved.append(
                Moved(register=register, waiting=was, was=was.due_on, now=now.due_on,
                      becomes=becomes)
            )  # fmt: skip
        elif was.due_on and was.clock and now.clock and was.clock.total != now.clock.total:
            days = [one.working_days_between(was.clock.start, was.due_on) for one in calendars]
            kept.append(
                Kept(register=register, waiting=was, due_on=was.due_on,
                     days_before=days[0], days_now=days[1])
            )  # fmt: skip
    return Foreseen(
        days=changed_days(*calendars),
        moved=tuple(sorted(moved, key=lambda one: one.now or date.max)),
        kept=tuple(sorted(kept, key=lambda one: one.due_on)),
    )


def _open_cases(agency: Agency, today: date) -> Mapping[Key, tuple[Register, Waiting]]:
    return dict(_waiting(agency, today))


def _waiting(agency: Agency, today: date) -> Iterator[tuple[Key, tuple[Register, Waiting]]]:
    for register in all_registers().values():
        for one in register.waiting(agency, today) if register.waiting else ():
            yield (register.name, one.record.pk), (register, one)


def _becomes(was: date | None, now: date | None, today: date) -> Becomes:
    was_late, is_late = was is not None and was < today, now is not None and now < today
    if was_late == is_late:
        return ""
    return "late" if is_late else "in_time"
