"""The leading group, its meetings and the duties change by acts; what was before is kept."""

from datetime import date

import pytest

from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.measures.selectors import measure
from sunlit.organization.models import DutyLevel, InPlaceKind, Leader, Role, SeatRole
from sunlit.organization.selectors import leading_group
from sunlit.organization.services import answering
from tests.organization import factories

pytestmark = pytest.mark.django_db

TODAY = date(2031, 3, 3)


@pytest.fixture
def today(settings):
    """Let it be that day for the office as well."""
    settings.SUNLIT_TODAY = TODAY


def adjust(by, *, on=TODAY, members=2):
    """Adjust the group: the head, a deputy, and the heads of so many offices."""
    offices = [factories.office(f"KS{number:02}", of=by.agency) for number in range(1, members + 1)]
    deputy, _is_new = Leader.objects.get_or_create(
        agency=by.agency, code="LD05", defaults={"title": "纪委书记"}
    )
    return answering.adjust_group(
        agency=by.agency,
        by=by,
        today=on,
        name="领导小组",
        adjusting_document="城管〔2031〕9号",
        reason="人事变动",
        chair=offices[0].leader,
        vice_chair=deputy,
        members=offices,
        office_name="领导小组办公室",
        co_located_with=offices[0],
        office_director="办公室主任",
        office_phone="",
    )


def test_the_group_is_adjusted_anew_and_the_one_before_is_kept(today):
    by = factories.official(Role.LEADER)
    before = adjust(by, on=date(2030, 5, 1), members=3)
    group = adjust(by)

    assert leading_group(by.agency, on=TODAY) == group
    assert leading_group(by.agency, on=date(2031, 3, 2)) == before
    assert group.seats.get(role=SeatRole.CHAIR).title == "局长"
    assert measure("organization.leading_group_members", by.agency, 2030).value == 3
    assert measure("organization.leading_group_members", by.agency, 2031).value == 2
    with pytest.raises(Unacceptable):
        adjust(by)
    with pytest.raises(WrongMoment):
        meet(before, by)


def meet(group, by, **changes):
    """Write a meeting of today down, unless told otherwise."""
    terms = {"held_on": TODAY, "kind": "例会", "theme": "部署", "attended": 5, "minutes": "1号"}
    return answering.hold_meeting(record_id=group.pk, by=by, today=TODAY, **terms | changes)


@pytest.mark.parametrize(
    "wrong", [{"held_on": date(2031, 3, 4)}, {"held_on": date(2031, 1, 1)}, {"minutes": "0号"}]
)
def test_a_meeting_is_written_down_with_minutes_of_its_own(today, wrong):
    by = factories.official(Role.CLERK)
    group = adjust(factories.official(Role.LEADER), on=date(2031, 2, 1))
    meet(group, by, minutes="0号")

    with pytest.raises(Unacceptable):
        meet(group, by, **wrong)

    meet(group, by)
    assert group.meetings.count() == 2


def test_a_thing_is_in_place_once(today):
    by = factories.official(Role.LEADER)
    group = adjust(by)
    terms = {"kind": InPlaceKind.PERSONNEL, "evidence": "专职2人"}
    answering.put_in_place(record_id=group.pk, by=by, today=TODAY, **terms)

    with pytest.raises(Unacceptable):
        answering.put_in_place(record_id=group.pk, by=by, today=TODAY, **terms)
    assert measure("organization.in_place", by.agency, 2031).value == 1


def test_an_information_officer_is_relieved_and_no_longer_counted():
    by = factories.official(Role.CLERK)
    office = factories.office()
    answering.appoint_officer(record_id=office.pk, by=by, today=date(2030, 5, 1))
    with pytest.raises(WrongMoment):
        answering.appoint_officer(record_id=office.pk, by=by, today=TODAY)

    answering.relieve_officer(record_id=office.officers.get().pk, by=by, today=TODAY)

    assert measure("organization.information_officers", by.agency, 2030).value == 1
    assert measure("organization.information_officers", by.agency, 2031).value == 0
    answering.appoint_officer(record_id=office.pk, by=by, today=date(2031, 4, 1))
    assert measure("organization.information_officers", by.agency, 2031).value == 1


def test_a_duty_is_assigned_once_and_changed():
    by = factories.official(Role.CLERK)
    terms = {"post": "保密审查员", "level": DutyLevel.PERSON, "duty": "逐条审查", "office": None}
    duty = answering.assign_duty(agency=by.agency, by=by, today=TODAY, **terms)

    with pytest.raises(Unacceptable):
        answering.assign_duty(agency=by.agency, by=by, today=TODAY, **terms)
    office = factories.office()
    answering.change_duty(
        record_id=duty.pk,
        by=by,
        today=TODAY,
        level=DutyLevel.OFFICE,
        duty="负责",
        office=office,
    )

    duty.refresh_from_db()
    assert (duty.level, duty.office) == (DutyLevel.OFFICE, office)
    auditor = factories.official(Role.AUDITOR)
    with pytest.raises(NotPermitted):
        answering.assign_duty(agency=by.agency, by=auditor, today=TODAY, **terms)
