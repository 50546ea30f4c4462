"""Several licences handled together: one clock of 45 working days, extended once by 15."""

from datetime import date

import pytest

from sunlit.approvals.applying import token_of
from sunlit.approvals.lifecycle import Status
from sunlit.approvals.models import ExcludedTime, LicenceCase, Result
from sunlit.approvals.selectors import joint as readings
from sunlit.approvals.services import applications as services
from sunlit.kernel.refusals import NotPermitted, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Official, Role
from tests.approvals import handled
from tests.organization.factories import official

pytestmark = pytest.mark.django_db

DAY = date(2012, 6, 14)
DUE = date(2012, 8, 14)
"""The 45th working day after Monday, 11 June 2012; 22 June is a holiday."""
LATER = date(2012, 9, 4)
"""The 60th."""
APPROVAL = "市政府批件〔2012〕8号"


@pytest.fixture(autouse=True)
def in_june(settings):
    settings.SUNLIT_TODAY = DAY
    return settings


def extend(joint, *roles, today=DAY):
    by = official(*(roles or (Role.LEADER,)), username=f"official-{Official.objects.count()}")
    return services.extend_joint(
        record_id=joint.pk, by=by, today=today, reason="需要专家论证", approval=APPROVAL
    )


def decide(number, on):
    values = {"decided_on": on, "result": Result.GRANTED, "status": Status.DECIDED}
    LicenceCase.objects.filter(number=number).update(**values)


def test_the_clock_runs_from_the_acceptance_of_the_last_for_45_working_days():
    clock = readings.joint_clock(handled.together())

    assert (clock.start, clock.total, clock.due_on) == (handled.TOLD_ON, 45, DUE)
    assert clock.limit.basis[0].key == "licence_2003:42"


def test_while_one_is_not_accepted_no_clock_runs():
    assert readings.joint_clock(handled.together(accepted_on=(handled.ACCEPTED_ON, None))) is None


def test_one_that_was_withdrawn_holds_nothing_up():
    joint = handled.together(accepted_on=(handled.ACCEPTED_ON, None))
    LicenceCase.objects.filter(accepted_on=None).update(
        ended_on=DAY, status=Status.WITHDRAWN, result=Result.WITHDRAWN
    )

    assert readings.accepted_on(joint) == handled.ACCEPTED_ON


def test_it_ends_with_the_decision_of_the_last():
    joint = handled.together()
    decide("SP2012-001", date(2012, 7, 2))
    assert readings.concluded_on(joint) is None

    decide("SP2012-002", date(2012, 7, 9))
    assert readings.joint_clock(joint).ended_on == date(2012, 7, 9)


def test_what_is_left_out_of_one_case_is_left_out_of_the_whole_once():
    joint = handled.together()
    for number, began, ended in (
        ("SP2012-001", date(2012, 6, 18), date(2012, 6, 25)),
        ("SP2012-002", date(2012, 6, 19), date(2012, 6, 21)),
    ):
        ExcludedTime.objects.create(
            case=LicenceCase.objects.get(number=number), kind="testing", began_on=began,
            announced_days=5, told_on=began, ended_on=ended,
        )  # fmt: skip

    clock = readings.joint_clock(joint)

    assert clock.due_on == date(2012, 8, 20)  # the 19th to the 25th: four working days
    assert len(clock.pauses) == 1


def test_the_leader_extends_it_once_by_15_with_the_approval_of_the_government():
    joint = extend(handled.together())

    assert readings.joint_clock(joint).due_on == LATER
    entry = Entry.objects.get()
    assert (entry.event, entry.basis) == ("JointApplicationExtended", "licence_2003:42")
    assert entry.payload["approval"] == APPROVAL
    with pytest.raises(WrongMoment):
        extend(joint)


@pytest.mark.parametrize(
    ("roles", "today", "refusal"),
    [
        ((Role.APPROVER,), DAY, NotPermitted),
        ((Role.WINDOW_CLERK,), DAY, NotPermitted),
        ((Role.LEADER,), date(2012, 8, 15), WrongMoment),
    ],
    ids=["an approver", "the window", "after the last day"],
)
def test_a_refused_extension_changes_nothing(roles, today, refusal):
    joint = handled.together()

    with pytest.raises(refusal) as refused:
        extend(joint, *roles, today=today)

    assert refused.value.basis.key == "licence_2003:42"
    joint.refresh_from_db()
    assert joint.extended_on is None
    assert not Entry.objects.exists()


@pytest.mark.parametrize("why", ["not accepted", "all decided"])
def test_only_a_running_time_is_extended(why):
    joint = handled.together(accepted_on=(DAY, None if why == "not accepted" else DAY))
    if why == "all decided":
        decide("SP2012-001", DAY)
        decide("SP2012-002", DAY)

    with pytest.raises(WrongMoment):
        extend(joint)


def test_who_applied_reads_the_clock_and_why_it_was_extended(client):
    joint = extend(handled.together())
    case = LicenceCase.objects.get(number="SP2012-001")
    address = f"/track/{case.number}/?t={token_of(case.number, case.query_code)}&lang=en"

    shown = client.get(address).content.decode()
    receipt = client.get(address.replace("/?t=", "/receipt/?t=")).content.decode()

    assert f"All licences of {joint.number} must be decided" in shown
    assert "需要专家论证" in shown
    assert APPROVAL in shown
    assert "within 45 working days of the acceptance of the last" in receipt


def test_the_desk_shows_the_clock_and_lets_the_leader_extend(client):
    joint = handled.together()
    client.force_login(official(Role.LEADER))

    shown = client.get(f"/desk/joint-applications/{joint.pk}/?lang=en").content.decode()
    assert "Limit of the law for all together" in shown
    typed = {"reason": "需要专家论证", "approval": APPROVAL}
    answer = client.post(f"/desk/joint-applications/{joint.pk}/extend/", typed)

    assert answer.status_code == 302
    joint.refresh_from_db()
    assert joint.extended_on == DAY
