"""Warnings: what is near its end or over in all that is open, by the agency's own limits."""

from datetime import date

import pytest

from sunlit.approvals.lifecycle import Status
from sunlit.desk import warned
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role, WarningLimit
from sunlit.organization.rules.warning import Near, usual
from sunlit.organization.selectors.limits import warned_from
from sunlit.organization.services.limits import set_warning
from tests.approvals import handled
from tests.approvals.factories import licence_case
from tests.complaints import factories as complaints
from tests.organization.factories import agency, office, official

pytestmark = pytest.mark.django_db

DAY = date(2012, 6, 18)
"""A licence accepted on 8 June is promised in seven working days, that is by 19 June."""


@pytest.fixture(autouse=True)
def the_day(settings):
    settings.SUNLIT_TODAY = DAY


@pytest.fixture
def leader():
    return official(Role.LEADER, username="leader")


def late_case(number="SP2012-002"):
    day = date(2012, 5, 2)
    return licence_case(number, received_on=day, accepted_on=day, status=Status.ACCEPTED)


def numbers(found):
    return [(one.register.number(one.waiting.record), one.colour) for one in found]


def set_limits(by, days=3, share=100, since=DAY, today=DAY):
    return set_warning(
        agency=agency(), by=by, today=today, days=days, share=share, since=since, document="1号"
    )


def test_a_warning_tells_what_is_due_by_whom_until_when_and_by_which_rule(leader):
    handled.accepted()
    [one] = warned.warnings(leader, on=DAY)
    cells = warned.row(one, on=DAY)

    assert (one.colour, one.clock.due_on) == ("at_risk", date(2012, 6, 19))
    assert str(one.label) == "承诺期限"
    assert "SP2012-001" in str(cells[0].value)
    assert "窗口" in str(cells[3].value)
    assert cells[-1] == one.clock.limit.basis[0]


def test_the_red_ones_stand_first_and_both_clocks_of_a_case_warn(leader):
    handled.accepted()
    late_case()

    assert numbers(warned.warnings(leader, on=DAY)) == [
        ("SP2012-002", "late"), ("SP2012-002", "late"), ("SP2012-001", "at_risk"),
    ]  # fmt: skip


def test_what_is_finished_or_far_from_its_end_does_not_warn(leader):
    handled.accepted()
    licence_case(
        "SP2012-003", received_on=date(2012, 5, 2), accepted_on=date(2012, 5, 2),
        decided_on=date(2012, 6, 1), delivered_on=date(2012, 6, 1), result="granted",
        status=Status.PUBLISHED, published_on=date(2012, 6, 1),
    )  # fmt: skip
    assert warned.warnings(leader, on=date(2012, 6, 11)) == []


def test_the_usual_limits_hold_until_the_agency_sets_its_own(leader):
    handled.accepted()
    day = date(2012, 6, 14)
    assert warned_from(agency().pk, on=day) == usual() == Near(days=1, share=80)
    assert warned.warnings(leader, on=day) == []

    set_limits(leader, since=day, today=day)

    assert warned_from(agency().pk, on=day) == Near(days=3, share=100)
    assert numbers(warned.warnings(leader, on=day)) == [("SP2012-001", "at_risk")]
    assert warned_from(agency().pk, on=date(2012, 6, 13)) == usual()


@pytest.mark.parametrize(
    ("near", "remaining", "reached"),
    [
        (Near(1, 100), 1, True), (Near(1, 100), 2, False), (Near(0, 80), 4, True),
        (Near(0, 80), 5, False), (Near(0, 100), 0, True), (Near(0, 100), 1, False),
    ],
)  # fmt: skip
def test_days_or_share_alone_warn_of_a_limit_of_twenty_days(near, remaining, reached):
    assert near.reached(remaining, 20) is reached


def test_setting_the_limits_of_warning_leaves_one_entry(leader):
    before = Entry.objects.count()
    limits = set_limits(leader)
    entry = Entry.objects.latest("pk")

    assert Entry.objects.count() == before + 1
    assert (entry.event, entry.about_id) == ("WarningLimitsSet", limits.pk)
    assert (entry.payload["days"], entry.payload["share"]) == (3, 100)


def test_others_do_not_set_the_limits_of_warning():
    for role in (Role.AUDITOR, Role.CLERK, Role.CHIEF_REPRESENTATIVE):
        with pytest.raises(NotPermitted):
            set_limits(official(role, username=role.value))
    assert not WarningLimit.objects.exists()


def test_limits_of_warning_never_apply_backwards_and_say_something_new(leader):
    with pytest.raises(Unacceptable):
        set_limits(leader, since=date(2012, 6, 17))
    with pytest.raises(WrongMoment):
        set_limits(leader, days=1, share=80)
    set_limits(leader)
    with pytest.raises(WrongMoment):
        set_limits(leader, days=4)
    with pytest.raises(WrongMoment):
        set_limits(leader, since=date(2012, 6, 19))


def test_the_page_is_narrowed_by_colour_kind_and_office(client, leader):
    case = handled.accepted()
    late_case()
    case.power.office = office("KS09")
    case.power.save()
    client.force_login(leader)

    def rows(asked=""):
        return client.get(f"/desk/warnings/{asked}").context["page"].paginator.count

    assert rows() == 3
    assert (rows("?colour=late"), rows("?colour=at_risk")) == (2, 1)
    assert (rows("?register=licence-cases"), rows("?office=KS09")) == (3, 3)
    assert rows("?colour=blue") == rows("?office=none") == 3  # nothing here is of no office
    assert rows("?register=complaints") == 3


def test_complaints_warn_too(client, leader):
    complaints.accepted()
    found = warned.warnings(leader, on=date(2012, 12, 31))
    assert {one.register.name for one in found} == {"complaints"}


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.LEADER, Role.ADMINISTRATOR])
def test_overseers_see_the_page(client, role):
    client.force_login(official(role))
    assert client.get("/desk/warnings/").status_code == 200


def test_others_are_told_that_they_do_not(client):
    client.force_login(official(Role.WINDOW_CLERK))
    assert client.get("/desk/warnings/").status_code == 403


def test_the_desk_sets_them_by_a_form(client, leader):
    client.force_login(leader)
    address = "/desk/warning-limits/open/set-warning/"
    assert 'value="80"' in client.get(address).content.decode()
    typed = {"days": "3", "share": "90", "since": "2012-06-18", "document": "预警办法"}

    assert client.post(address, typed | {"share": "101"}).status_code == 422
    assert client.post(address, typed, follow=True).status_code == 200
    assert WarningLimit.objects.get().share == 90


def test_a_cases_page_draws_its_clock_by_the_limits_of_the_agency(client, leader):
    case = handled.accepted()
    client.force_login(leader)
    address = f"/desk/licence-cases/{case.pk}/"
    assert "state--at_risk" in client.get(address).content.decode()

    set_limits(leader, days=0)

    assert "state--at_risk" not in client.get(address).content.decode()
    said = client.get("/desk/warnings/").content.decode()
    assert "期限剩余不超过0日" in said
    assert "已用" not in said
