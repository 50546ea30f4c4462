"""Licences as they are held: issued, renewed, changed, revoked, taken off; and silence."""

from datetime import date

import pytest
from django.utils import translation

from sunlit.approvals import timing
from sunlit.approvals.lifecycle import Status
from sunlit.approvals.models import (
    Licence,
    LicenceCase,
    LicenceStatus,
    PartyKind,
    ReapplyBan,
    Renewal,
    Result,
)
from sunlit.approvals.selectors import issued as selectors
from sunlit.approvals.services import issued as services
from sunlit.approvals.services import licences as moves
from sunlit.approvals.silence import silence_said
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from tests.approvals import factories, handled
from tests.organization.factories import agency, official

pytestmark = pytest.mark.django_db

DAY = date(2012, 6, 14)
IN_TIME = date(2013, 4, 22)
EXPIRY = date(2013, 6, 11)


@pytest.fixture
def clerk():
    return official(Role.WINDOW_CLERK)


def issue(by, case, since=DAY, until=EXPIRY, today=DAY):
    return services.issue(
        record_id=case.pk, by=by, today=today, valid_from=since, valid_until=until
    )


def renewal(received_on, kind="renew", by=None, **parts):
    """Return an application for renewal of a held licence, received on a day."""
    licence = handled.held()
    case = factories.licence_case(
        "SP2013-001", year=2013, received_on=received_on, status=Status.RECEIVED, **parts
    )
    services.name_renewal(
        record_id=case.pk, by=by or official(Role.WINDOW_CLERK), today=received_on, licence=licence,
        kind=kind,
    )  # fmt: skip
    return licence, LicenceCase.objects.get(pk=case.pk)


def test_a_granted_case_issues_one_licence_with_its_time(clerk):
    case = handled.granted()
    issue(clerk, case)

    licence = Licence.objects.get()
    assert (licence.number, licence.valid_from, licence.valid_until) == ("XK2012-001", DAY, EXPIRY)
    assert licence.holder == case.applicant
    entry = Entry.objects.get()
    assert (entry.event, entry.basis, entry.is_public) == (
        "LicenceIssued",
        "licence_2003:39",
        True,
    )
    with pytest.raises(WrongMoment):
        issue(clerk, case)
    assert Licence.objects.count() == 1


@pytest.mark.parametrize(
    ("role", "since", "until", "refusal"),
    [
        (Role.INVESTIGATOR, DAY, EXPIRY, NotPermitted),
        (Role.WINDOW_CLERK, date(2012, 6, 11), EXPIRY, Unacceptable),
        (Role.WINDOW_CLERK, DAY, date(2012, 6, 13), Unacceptable),
    ],
    ids=["wrong person", "before the decision", "ends before it begins"],
)
def test_a_refused_issue_changes_nothing(role, since, until, refusal):
    with pytest.raises(refusal):
        issue(official(role), handled.granted(), since, until)
    assert not Licence.objects.exists()
    assert not Entry.objects.exists()


def test_nothing_is_issued_that_was_refused(clerk):
    case = factories.licence_case(
        accepted_on=DAY, decided_on=DAY, result=Result.REFUSED, status=Status.DECIDED
    )
    with pytest.raises(WrongMoment):
        issue(clerk, case)


def test_renewal_is_applied_for_thirty_working_days_before_the_licence_expires():
    licence = handled.held()
    due = selectors.renewal_clock(licence).due_on
    # back from 11 June 2013, by hand: 7-3 June (5; 10-12 are the Dragon Boat holiday, 8 and 9 are
    # worked: 2 more), 31-27 May (12), 24-20 (17), 17-13 (22), 10-6 (27), 3, 2 May (29),
    # 28 April, worked (30)
    assert due == date(2013, 4, 28)
    assert selectors.in_time_to_renew(licence, due)
    assert not selectors.in_time_to_renew(licence, date(2013, 5, 2))


def test_a_renewal_prolongs_the_licence_that_is_held(clerk):
    licence, case = renewal(IN_TIME, by=clerk)
    LicenceCase.objects.filter(pk=case.pk).update(
        accepted_on=IN_TIME, decided_on=date(2013, 5, 6), result="granted", status="decided"
    )
    issue(clerk, case, date(2013, 5, 6), date(2014, 6, 11), today=date(2013, 5, 6))

    licence.refresh_from_db()
    assert licence.valid_until == date(2014, 6, 11)
    assert Licence.objects.count() == 1
    assert Renewal.objects.get().until_before == EXPIRY
    with pytest.raises(WrongMoment):
        issue(clerk, case, date(2013, 5, 6), date(2015, 6, 11), today=date(2013, 5, 6))


def test_a_change_changes_what_the_licence_allows(clerk):
    licence, case = renewal(IN_TIME, kind="change", by=clerk, content="改设两处灯箱")
    LicenceCase.objects.filter(pk=case.pk).update(
        accepted_on=IN_TIME, decided_on=IN_TIME, result="granted", status="decided"
    )
    issue(clerk, case, IN_TIME, EXPIRY, today=IN_TIME)

    licence.refresh_from_db()
    assert licence.content == "改设两处灯箱"
    assert Entry.objects.order_by("-id").first().basis == "licence_2003:49"


def test_a_licence_on_whose_renewal_nothing_was_decided_counts_as_renewed(settings):
    settings.SUNLIT_TODAY = date(2013, 6, 13)
    licence, case = renewal(IN_TIME, accepted_on=IN_TIME)
    LicenceCase.objects.filter(pk=case.pk).update(status=Status.ACCEPTED)
    assert not timing.carry_out(agency(), on=EXPIRY)
    timing.carry_out(agency(), on=date(2013, 6, 13))
    assert not timing.carry_out(agency(), on=date(2013, 6, 13))

    licence.refresh_from_db()
    case.refresh_from_db()
    assert licence.valid_until == date(2014, 6, 11)
    assert (case.status, case.result) == (Status.DECIDED, Result.GRANTED)
    entry = Entry.objects.order_by("-id").first()
    assert (entry.event, entry.basis) == ("LicenceRenewedBySilence", "licence_2003:50")
    with translation.override("en"):
        assert "counts as renewed until 2014-06-11" in silence_said(case)


def test_silence_does_not_renew_what_was_applied_for_late():
    licence, case = renewal(date(2013, 5, 20), accepted_on=date(2013, 5, 20))
    LicenceCase.objects.filter(pk=case.pk).update(status=Status.ACCEPTED)
    timing.carry_out(agency(), on=date(2013, 6, 13))
    licence.refresh_from_db()
    assert not Renewal.objects.get().is_in_time
    assert licence.valid_until == EXPIRY


def test_silence_grants_no_first_licence_and_says_what_can_be_done(settings):
    case = handled.accepted()
    settings.SUNLIT_TODAY = date(2012, 7, 9)
    assert silence_said(case) is None
    settings.SUNLIT_TODAY = date(2012, 7, 10)
    with translation.override("en"):
        said = silence_said(case)
    assert "overdue since 2012-07-09" in said
    assert "art. 6" in said
    assert "art. 11" in said
    assert not timing.carry_out(agency(), on=date(2012, 7, 10))


@pytest.mark.parametrize(
    ("applicant", "received_on", "refusal"),
    [("别人", IN_TIME, Unacceptable), ("申请人 001", date(2013, 6, 13), Unacceptable)],
    ids=["of somebody else", "expired"],
)
def test_only_ones_own_licence_that_is_still_valid_is_renewed(applicant, received_on, refusal):
    with pytest.raises(refusal):
        renewal(received_on, applicant=applicant)
    assert not Renewal.objects.exists()


def test_a_decided_case_is_named_no_renewal(clerk):
    licence = handled.held()
    with pytest.raises(WrongMoment):
        services.name_renewal(
            record_id=licence.case_id, by=clerk, today=DAY, licence=licence, kind="renew"
        )


# How a licence ends


def revoke(by, licence, ground="fraud", **more):
    return services.revoke(
        record_id=licence.pk, by=by, today=DAY, ground=ground, reason="查实", **more
    )


def test_a_licence_got_by_fraud_is_revoked_and_its_holder_barred_for_three_years():
    licence = revoke(official(Role.APPROVER), handled.held(), is_of_safety=True)

    assert (licence.status, licence.ended_on) == (LicenceStatus.REVOKED, DAY)
    assert not licence.is_valid(DAY)
    ban = ReapplyBan.objects.get()
    assert (ban.ground, ban.until) == ("fraud", date(2015, 6, 14))
    assert Entry.objects.get().basis == "licence_2003:69"


@pytest.mark.parametrize(("ground", "safety"), [("fraud", False), ("procedure", True)])
def test_nobody_is_barred_where_no_safety_is_touched_or_the_agency_erred(ground, safety):
    revoke(official(Role.LEADER), handled.held(), ground, is_of_safety=safety)
    assert not ReapplyBan.objects.exists()


def test_the_window_revokes_nothing(clerk):
    licence = handled.held()
    with pytest.raises(NotPermitted):
        revoke(clerk, licence)
    licence.refresh_from_db()
    assert licence.status == LicenceStatus.VALID


def test_a_licence_is_revoked_once():
    by = official(Role.APPROVER)
    licence = revoke(by, handled.held())
    with pytest.raises(WrongMoment):
        revoke(by, licence)


def deregister(by, licence, ground, today=DAY):
    return services.deregister(
        record_id=licence.pk, by=by, today=today, ground=ground, reason="依法注销"
    )


def test_an_expired_licence_is_taken_off_the_register():
    by = official(Role.CHIEF_REPRESENTATIVE)
    licence = handled.held()
    with pytest.raises(Unacceptable):
        deregister(by, licence, "expired", EXPIRY)
    licence = deregister(by, licence, "expired", date(2013, 6, 13))
    assert licence.status == LicenceStatus.CANCELLED
    assert Entry.objects.get().basis == "licence_2003:70"
    with pytest.raises(WrongMoment):
        deregister(by, licence, "other", date(2013, 6, 13))


def test_a_revoked_licence_is_taken_off_for_that_and_nothing_else():
    by = official(Role.APPROVER)
    licence = revoke(by, handled.held())
    with pytest.raises(Unacceptable):
        deregister(by, licence, "death")
    assert deregister(by, licence, "annulled").end_ground == "annulled"


# Who may not apply again


def receive(by, today):
    return moves.receive(
        agency=by.agency, by=by, today=today, power=factories.power(), applicant="申请人 001 ",
        applicant_kind=PartyKind.PERSON, content="设置灯箱", received_at=factories.WINDOW,
    )  # fmt: skip


def test_who_handed_in_false_materials_may_apply_again_after_a_year(clerk):
    case = factories.licence_case(
        accepted_on=DAY, decided_on=DAY, result=Result.REFUSED, status=Status.DECIDED
    )
    chief = official(Role.CHIEF_REPRESENTATIVE)
    services.bar_applicant(record_id=case.pk, by=chief, today=DAY)

    with pytest.raises(NotPermitted, match="2013-06-14") as refusal:
        receive(clerk, date(2013, 6, 14))
    assert refusal.value.basis.key == "licence_2003:78"
    assert receive(clerk, date(2013, 6, 17)).number == "SP2013-001"
    with pytest.raises(WrongMoment):
        services.bar_applicant(record_id=case.pk, by=chief, today=DAY)


def test_nobody_is_barred_who_was_not_refused():
    case = handled.granted()
    with pytest.raises(WrongMoment):
        services.bar_applicant(record_id=case.pk, by=official(Role.LEADER), today=DAY)
    assert not ReapplyBan.objects.exists()


# What strangers see


def test_strangers_see_of_a_person_the_first_character_only():
    assert selectors.holder_shown(handled.held(kind=PartyKind.PERSON)) == "申＊＊"


def test_the_state_of_a_licence_follows_its_days():
    licence = handled.held()
    days = (DAY, date(2013, 5, 20), date(2013, 6, 12))
    found = [selectors.state_of_licence(licence, day) for day in days]
    assert found == [("done", "valid"), ("at_risk", "valid"), ("neutral", "expired")]
