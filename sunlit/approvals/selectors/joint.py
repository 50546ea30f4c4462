"""Readings of joint applications: since when and until when all licences are decided together."""

from collections.abc import Iterable, Sequence
from datetime import date

from sunlit import statutes
from sunlit.approvals import rules, selectors
from sunlit.approvals.models import ExcludedTime, JointApplication, LicenceCase
from sunlit.kernel.clock import Reading, run
from sunlit.kernel.limits import Limit
from sunlit.kernel.refusals import BeyondCalendar, NotYetLaw
from sunlit.organization.selectors import office_day, official_calendar
from sunlit.organization.selectors.limits import limit_in_force

RULE = "licence.decide_joint"


def cases_of(joint: JointApplication) -> Sequence[LicenceCase]:
    """Return the cases of a joint application, by number."""
    return sorted((one.case for one in joint.applications.all()), key=lambda case: case.number)


def accepted_on(joint: JointApplication) -> date | None:
    """Return since when all licences are decided together: the day on which the last was accepted.

    A case that ended before it was accepted does not count; None while one is not accepted, or
    where none is left.
    """
    counted = [case for case in cases_of(joint) if case.accepted_on or case.ended_on is None]
    days = [case.accepted_on for case in counted]
    accepted = [day for day in days if day is not None]
    return max(accepted) if accepted and len(accepted) == len(days) else None


def concluded_on(joint: JointApplication) -> date | None:
    """Return when the last of the cases was decided, or ended otherwise; None before that."""
    days = [case.concluded_on for case in cases_of(joint)]
    over = [day for day in days if day is not None]
    return max(over) if over and len(over) == len(days) else None


def limit_of(joint: JointApplication, *, on: date) -> Limit | None:
    """Return within how many working days all are decided, by the law of a day."""
    try:
        return limit_in_force(joint.agency_id, RULE, on=on)
    except NotYetLaw:
        return None


def extension(*, on: date) -> int:
    """Return by how many working days the government may let the time be extended."""
    try:
        return statutes.rule(RULE, on=on).extension
    except NotYetLaw:
        return 0


def joint_clock(joint: JointApplication) -> Reading | None:
    """Return the clock of a joint application (Licensing Law, arts 26 (2) and 42 (2)).

    It runs from the acceptance of the last case to the decision of the last. What is left out of
    one case is left out here; where two overlap, the one that began first.
    """
    start = accepted_on(joint)
    limit = limit_of(joint, on=start) if start else None
    if start is None or limit is None:
        return None
    times = _one_after_another(
        time for case in cases_of(joint) for time in case.excluded_times.all()
    )
    ended_on = concluded_on(joint)
    happened = rules.handling_events(
        start,
        times,
        selectors.provision_on("licence.excluded_time", start),
        added=extension(on=start) if joint.extended_on else 0,
        ended_on=ended_on,
    )
    stands_still = any(one.ended_on is None for one in times)
    try:
        return run(
            limit,
            happened,
            official_calendar(joint.agency_id),
            office_day() if stands_still else None,
        )
    except BeyondCalendar:
        return None


def _one_after_another(times: Iterable[ExcludedTime]) -> list[rules.LeftOut]:
    found: list[rules.LeftOut] = []
    for one in sorted(times, key=lambda time: (time.began_on, time.pk)):
        last = found[-1] if found else None
        if last is None or (last.ended_on and last.ended_on < one.began_on):
            found.append(rules.LeftOut(one.kind, one.began_on, one.announced_days, one.ended_on))
    return found
