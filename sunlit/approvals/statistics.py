"""How often a power was used, how long that took, and whether promise and law were kept."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median

from sunlit import statutes
from sunlit.approvals import rules, selectors
from sunlit.approvals.models import LicenceCase, PenaltyCase
from sunlit.kernel.calendar import WorkingCalendar
from sunlit.kernel.refusals import BeyondCalendar, NotYetLaw
from sunlit.organization.selectors import official_calendar
from sunlit.organization.selectors.limits import limit_in_force
from sunlit.powers.models import Power

DECISION, CASE = "licence.decide", "penalty.case"


@dataclass(frozen=True, kw_only=True, slots=True)
class CaseTime:
    """One case of a power: its days, and how it was measured against promise and law."""

    number: str
    began_on: date | None
    """The day of acceptance or filing."""
    decided_on: date | None
    outcome: str
    days: int | None = None
    """Counted working days; None while nothing is decided, or where no calendar tells it."""
    paused: int = 0
    """Working days between the same two days that were not counted."""
    in_promise: bool | None = None
    in_law: bool | None = None
    """Whether a limit was kept; None while nothing is decided, or where no limit was set."""


@dataclass(frozen=True, slots=True)
class PowerStatistics:
    """What the cases of a power say together."""

    cases: Sequence[CaseTime]

    @property
    def counted(self) -> int:
        """How many cases there were."""
        return len(self.cases)

    @property
    def decided(self) -> int:
        """How many were decided."""
        return sum(1 for case in self.cases if case.decided_on)

    @property
    def median_days(self) -> float | None:
        """The median of counted working days; None while nothing is decided."""
        days = self.days
        return median(days) if days else None

    @property
    def days(self) -> list[int]:
        """The counted working days of each decided case, shortest first."""
        return sorted(case.days for case in self.cases if case.days is not None)

    @property
    def paused(self) -> int:
        """The working days that were not counted, in all cases together."""
        return sum(case.paused for case in self.cases)

    def kept(self, limit: str) -> tuple[int, int]:
        """Return how many kept the limit, `in_promise` or `in_law`, and of how many it was due."""
        answers = [getattr(case, limit) for case in self.cases]
        return sum(1 for one in answers if one), sum(1 for one in answers if one is not None)

    def distribution(self) -> list[tuple[int, int]]:
        """Return each number of days from the least to the most, with how many cases took it."""
        days = self.days
        return [(n, days.count(n)) for n in range(days[0], days[-1] + 1)] if days else []


def statistics_of_power(power: Power) -> PowerStatistics:
    """Return the cases of a power with their days, in the order of their numbers."""
    calendar = official_calendar(power.agency_id)
    return PowerStatistics([*_licences(power, calendar), *_penalties(power, calendar)])


def _licences(power: Power, calendar: WorkingCalendar) -> Iterator[CaseTime]:
    cases = selectors.licence_cases(power.agency).filter(power=power)
    for case in cases:
        days, paused = _decision_days(case, calendar)
        decided, promised = case.decided_on, case.promised_due_on
        yield CaseTime(
            number=case.number,
            began_on=case.accepted_on,
            decided_on=decided,
            outcome=case.get_result_display() if case.result else case.get_status_display(),
            days=days,
            paused=paused,
            in_promise=decided <= promised if decided and promised else None,
            in_law=_in_law(case),
        )


def _penalties(power: Power, calendar: WorkingCalendar) -> Iterator[CaseTime]:
    cases = PenaltyCase.objects.filter(power=power).order_by("year", "number")
    for case in cases:
        yield CaseTime(
            number=case.number,
            began_on=case.filed_on,
            decided_on=case.decided_on,
            outcome=case.get_status_display(),
            days=_between(case.filed_on, case.decided_on, calendar),
            in_law=_kept(power.agency_id, CASE, case.filed_on, case.decided_on, calendar),
        )


def _decision_days(case: LicenceCase, calendar: WorkingCalendar) -> tuple[int | None, int]:
    """Return the counted days until the decision, and those that were left out."""
    if case.accepted_on is None or case.decided_on is None:
        return None, 0
    gross = _between(case.accepted_on, case.decided_on, calendar)
    reading = selectors.decision_clock(case, case.accepted_on)
    if gross is None or reading is None or not reading.pauses:
        return gross, 0
    return reading.used, max(gross - reading.used, 0)


def _in_law(case: LicenceCase) -> bool | None:
    if case.accepted_on is None or case.decided_on is None:
        return None
    reading = selectors.decision_clock(case, case.accepted_on)
    if reading is None or reading.due_on is None:
        return None
    return case.decided_on <= reading.due_on


def _kept(
    agency_id: int, rule: str, began: date, decided: date | None, calendar: WorkingCalendar
) -> bool | None:
    if decided is None:
        return None
    try:
        statutes.rule(rule, on=began)
        return decided <= rules.due_on(limit_in_force(agency_id, rule, on=began), began, calendar)
    except (NotYetLaw, BeyondCalendar):
        return None


def _between(began: date | None, ended: date | None, calendar: WorkingCalendar) -> int | None:
    if began is None or ended is None:
        return None
    try:
        return rules.used_days(began, ended, calendar)
    except BeyondCalendar:
        return None
