"""Offices and leaders begin, change and end by acts."""

from datetime import date

import pytest

from sunlit.kernel.refusals import Missing, NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import DutyLevel, Leader, Office, OfficeKind, PostDuty, Role
from sunlit.organization.selectors import open_offices
from sunlit.organization.services import answering, offices
from tests.organization import factories
from tests.planning import factories as planning

pytestmark = pytest.mark.django_db

TODAY = date(2031, 3, 3)


@pytest.fixture
def admin():
    """The administrator who acts."""
    return factories.official(Role.ADMINISTRATOR)


def establish(by, **changes):
    """Establish a section, unless told otherwise."""
    leader, _is_new = Leader.objects.get_or_create(
        agency=by.agency, code="LD01", defaults={"title": "局长"}
    )
    terms = {
        "agency": by.agency,
        "code": "KS90",
        "name": "新设科",
        "kind": OfficeKind.SECTION,
        "head_post": "新设科科长",
        "leader": leader,
        "phone": "0500-0000190",
        "duty": "负责新设事项",
    }
    return offices.establish_office(by=by, today=TODAY, **terms | changes)


def test_an_office_is_established_renamed_and_put_under_another_leader(admin):
    office = establish(admin)
    deputy = Leader.objects.create(agency=admin.agency, code="LD02", title="副局长")

    offices.rename_office(record_id=office.pk, by=admin, today=TODAY, name="更名科")
    offices.reassign_office(record_id=office.pk, by=admin, today=TODAY, leader=deputy)

    office.refresh_from_db()
    assert (office.name, office.leader, office.established_on) == ("更名科", deputy, TODAY)
    assert list(Entry.objects.order_by("id").values_list("event", flat=True)) == [
        "OfficeEstablished", "OfficeRenamed", "OfficeReassigned",
    ]  # fmt: skip
    assert Entry.objects.get(event="OfficeRenamed").payload["was"] == "新设科"


def test_the_agency_has_fax_and_mail_address_and_a_wrong_one_is_refused(client, admin):
    agency = admin.agency
    client.force_login(admin)
    address = f"/desk/the-agency/{agency.pk}/describe/"
    typed = {"name": agency.name, "fax": "0500-0000117", "email": "公开办"}

    refused = client.post(address, typed)
    assert refused.status_code == 422
    assert 'value="公开办"' in refused.text
    agency.refresh_from_db()
    assert agency.fax == ""

    client.post(address, typed | {"email": "open@example.gov.cn"})
    agency.refresh_from_db()
    assert (agency.fax, agency.email) == ("0500-0000117", "open@example.gov.cn")


def test_the_duty_of_a_head_goes_with_the_name_of_the_post(admin):
    office = establish(admin)
    duty = PostDuty.objects.create(
        agency=admin.agency, post="新设科科长", level=DutyLevel.OFFICE, duty="负责"
    )

    offices.describe_office(
        record_id=office.pk, by=admin, today=TODAY, head_post="新设科主任", phone="", duty=""
    )

    duty.refresh_from_db()
    assert duty.post == "新设科主任"


def test_an_office_with_officials_duties_or_open_matters_is_not_closed(admin):
    office = establish(admin)

    def close():
        return offices.close_office(record_id=office.pk, by=admin, today=TODAY, reason="机构改革")

    official = factories.official(Role.CLERK)
    official.office = office
    official.save()
    with pytest.raises(WrongMoment):
        close()
    official.office = None
    official.save()

    answering.appoint_officer(record_id=office.pk, by=admin, today=TODAY)
    with pytest.raises(WrongMoment):
        close()
    answering.relieve_officer(record_id=office.officers.get().pk, by=admin, today=TODAY)

    task = planning.task(by=office)
    with pytest.raises(WrongMoment, match="1"):
        close()
    task.done_on = TODAY
    task.save()

    assert close().closed_on == TODAY
    assert office not in open_offices(admin.agency)
    with pytest.raises(WrongMoment):
        offices.rename_office(record_id=office.pk, by=admin, today=TODAY, name="又更名")


def test_a_code_is_given_once_in_an_agency_and_may_repeat_in_another(admin):
    establish(admin)
    with pytest.raises(Unacceptable):
        establish(admin)

    other = factories.official(Role.ADMINISTRATOR, username="other", of=factories.agency("OTHER"))
    assert establish(other).agency == other.agency
    with pytest.raises(Missing):
        establish(other, code="KS91", leader=Leader.objects.get(agency=admin.agency))


def test_only_an_administrator_changes_offices(admin):
    leader = factories.official(Role.LEADER)
    with pytest.raises(NotPermitted):
        establish(leader)
    assert not Office.objects.exists()


def test_two_agencies_do_not_mark_their_sites_with_one_host(admin):
    marks = {
        "site_name": "市城管局",
        "site_code": "4400000001",
        "icp_number": "",
        "police_number": "",
        "site_host": "CGJ.example.invalid.",
    }
    offices.mark_site(record_id=admin.agency_id, by=admin, today=TODAY, **marks)
    admin.agency.refresh_from_db()
    assert admin.agency.site_host == "cgj.example.invalid"

    other = factories.official(Role.ADMINISTRATOR, username="other", of=factories.agency("OTHER"))
    with pytest.raises(Unacceptable):
        offices.mark_site(record_id=other.agency_id, by=other, today=TODAY, **marks)
    with pytest.raises(Missing):
        offices.mark_site(record_id=admin.agency_id, by=other, today=TODAY, **marks)
