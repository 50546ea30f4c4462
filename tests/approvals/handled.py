"""Licence cases between acceptance and decision, and delegations, for tests."""

from datetime import date, time

from sunlit.approvals.lifecycle import Status
from sunlit.approvals.models import (
    Application,
    ExcludedTime,
    InterestedParty,
    JointApplication,
    Licence,
    LicenceCase,
    LicenceHearing,
    PartyKind,
    Result,
    Ticket,
)
from sunlit.powers.models import Delegation
from tests.approvals import factories
from tests.organization.factories import agency

ACCEPTED_ON = date(2012, 6, 8)
TOLD_ON = date(2012, 6, 11)
HEARING_DAY = date(2012, 6, 27)


def accepted(number: str = "SP2012-001", status: Status = Status.ACCEPTED) -> LicenceCase:
    """Return a case accepted on Friday, 8 June 2012."""
    done = {"surveyed_on": ACCEPTED_ON, "reviewed_on": ACCEPTED_ON}
    return factories.licence_case(
        number,
        accepted_on=ACCEPTED_ON,
        status=status,
        **(done if status == Status.REVIEWED else {}),
    )


def being_tested(days: int = 5, status: Status = Status.ACCEPTED) -> LicenceCase:
    """Return a case whose testing began on Monday, 11 June 2012."""
    case = accepted(status=status)
    ExcludedTime.objects.create(
        case=case, kind="testing", began_on=TOLD_ON, announced_days=days, told_on=TOLD_ON
    )
    return case


def with_party(status: Status = Status.ACCEPTED) -> LicenceCase:
    """Return a case in which a neighbour was told on 11 June 2012."""
    case = accepted(status=status)
    InterestedParty.objects.create(case=case, name="相邻业主", told_on=TOLD_ON)
    return case


def with_right_told(status: Status = Status.ACCEPTED) -> LicenceCase:
    """Return a case in which the right to a hearing was told on 11 June 2012."""
    case = accepted(status=status)
    LicenceHearing.objects.create(case=case, told_on=TOLD_ON)
    return case


def with_hearing_called(status: Status = Status.ACCEPTED) -> LicenceCase:
    """Return a case whose hearing was called on 12 June 2012 for the 27th."""
    case = accepted(status=status)
    called_on = date(2012, 6, 12)
    LicenceHearing.objects.create(
        case=case, told_on=TOLD_ON, asked_by="applicant", asked_on=called_on, called_on=called_on,
        planned_on=HEARING_DAY, place="会议室", presided_by="法规科科长",
    )  # fmt: skip
    ExcludedTime.objects.create(
        case=case, kind="hearing", began_on=called_on, announced_days=9, told_on=called_on
    )
    return case


def delegation() -> Delegation:
    """Return a licence delegated to the window since 1 June 2012."""
    return Delegation.objects.create(
        agency=agency(), power=factories.power(), post="首席代表", document="授权书",
        since=date(2012, 6, 1),
    )  # fmt: skip


def together(*, accepted_on: tuple[date | None, ...] = (ACCEPTED_ON, TOLD_ON)) -> JointApplication:
    """Return a joint application of 7 June 2012 for two licences, each accepted on its day."""
    joint = JointApplication.objects.create(
        agency=agency(), year=2012, number="LB2012-001", applicant="公司 甲",
        received_on=date(2012, 6, 7),
    )  # fmt: skip
    for at, day in enumerate(accepted_on, start=1):
        status = Status.ACCEPTED if day else Status.RECEIVED
        case = factories.licence_case(
            f"SP2012-00{at}", accepted_on=day, status=status, query_code=f"CODE222{at}"
        )
        Application.objects.create(case=case, joint=joint)
    return joint


def granted(number: str = "SP2012-001") -> LicenceCase:
    """Return a case granted on Tuesday, 12 June 2012."""
    return factories.licence_case(
        number, accepted_on=ACCEPTED_ON, decided_on=date(2012, 6, 12), result=Result.GRANTED,
        status=Status.DECIDED,
    )  # fmt: skip


def held(until: date | None = date(2013, 6, 11), kind: str = PartyKind.ORGANISATION) -> Licence:
    """Return a licence valid since 12 June 2012 for a year."""
    case = granted()
    return Licence.objects.create(
        agency=case.agency, year=2012, number="XK2012-001", case=case, power=case.power,
        holder=case.applicant, holder_kind=kind, content=case.content,
        issued_on=date(2012, 6, 12), valid_from=date(2012, 6, 12), valid_until=until,
    )  # fmt: skip


def ticket(status: str = "waiting", serial: int = 1) -> Ticket:
    """Return a number taken at nine on 14 June 2012."""
    day = date(2012, 6, 14)
    called = {} if status == "waiting" else {"called_at": time(9, 12), "waited_minutes": 12}
    return Ticket.objects.create(
        agency=agency(), year=2012, window=factories.window(), day=day, serial=serial,
        number=f"A{serial:03}", purpose="apply", taken_at=time(9), status=status, **called,
    )  # fmt: skip


def called() -> Ticket:
    """Return a number called to a counter."""
    return ticket("called")
