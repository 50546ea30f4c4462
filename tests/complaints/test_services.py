"""The acts on complaints: what they change, and that a refused one changes nothing."""

from datetime import date, time

import pytest
from django.db import IntegrityError, transaction

from sunlit.complaints import policies, selectors, services
from sunlit.complaints.lifecycle import TRANSITIONS, Decision, Satisfaction, Status
from sunlit.complaints.models import Complaint
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from sunlit.statutes import provision_names
from tests.complaints import factories
from tests.complaints.factories import RECEIVED, investigator, operator
from tests.organization.factories import agency, office, official

pytestmark = pytest.mark.django_db


def acts(complaint):
    """Return the names of the acts in the ledger about a complaint, first act first."""
    entries = Entry.objects.filter(about_kind="complaints.complaint", about_id=complaint.pk)
    return [*entries.order_by("id").values_list("event", flat=True)]


def test_a_registered_complaint_has_the_next_number_and_a_query_code(tmp_path):
    factories.taken(tmp_path, {"complaint_id": "TS2012-0304"})

    first, second = factories.registered(), factories.registered()

    assert (first.number, second.number) == ("TS2012-0305", "TS2012-0306")
    assert len(first.query_code) == 8
    assert first.query_code != second.query_code
    assert first.status == Status.RECEIVED
    assert acts(first) == ["ComplaintReceived"]


def test_a_complaint_is_found_by_number_and_query_code_only(tmp_path):
    factories.taken(tmp_path)
    complaint = factories.registered()
    number, code = complaint.number, complaint.query_code

    assert selectors.tracked(agency(), number=number, query_code=code.lower()) == complaint
    assert selectors.tracked(agency(), number=number, query_code="") is None
    assert selectors.tracked(agency(), number="TS2012-0001", query_code="") is None
    assert selectors.tracked(agency("OTHER"), number=number, query_code=code) is None


def test_the_ledger_holds_neither_the_text_nor_the_person():
    complaint = factories.registered(complainant="某人", contact="某处")

    payload = Entry.objects.get(about_id=complaint.pk).payload
    assert payload == {"number": complaint.number, "source": "网络", "category": "占道经营"}


def test_only_the_hotline_registers_complaints():
    with pytest.raises(NotPermitted):
        factories.registered(by=official(Role.CLERK))

    assert not Complaint.objects.exists()


def test_a_complaint_from_an_unknown_subdistrict_is_not_registered():
    with pytest.raises(Unacceptable):
        factories.registered(subdistrict="别处")

    assert not Complaint.objects.exists()


def test_an_accepted_complaint_is_due_after_five_working_days():
    complaint = factories.accepted()

    assert complaint.decision == Decision.ACCEPTED
    assert complaint.due_on == date(2012, 6, 15)
    assert selectors.clock(complaint).due_on == date(2012, 6, 15)


def test_a_difficult_matter_is_due_after_fifteen_working_days():
    assert factories.accepted(difficult=True).due_on == date(2012, 7, 2)


def test_a_complaint_is_not_accepted_before_it_was_received():
    with pytest.raises(Unacceptable):
        factories.accepted(at=time(8, 59))

    assert Complaint.objects.get().status == Status.RECEIVED


@pytest.mark.parametrize(
    ("act", "terms", "status"),
    [
        (services.transfer, {"passed_to": "已转房产主管部门", "method": "电话"}, "transferred"),
        (services.refuse, {"reason": "已进入诉讼程序", "method": "书面"}, "refused"),
    ],
)
def test_a_complaint_that_is_not_the_agencys_ends_with_the_person_told(act, terms, status):
    complaint = factories.registered()

    act(record_id=complaint.pk, by=operator(), today=RECEIVED, at=time(10), **terms)

    complaint.refresh_from_db()
    assert complaint.status == status
    assert complaint.replied_at == complaint.closed_at == complaint.decided_at
    assert selectors.clock(complaint) is None
    assert policies.why_not_accept(operator(), complaint).status == 409


def test_a_complaint_goes_from_receipt_to_its_end_by_nine_acts():
    complaint = factories.replied(Satisfaction.DISSATISFIED)
    terms = {"record_id": complaint.pk, "by": operator()}

    services.reopen(**terms, today=date(2012, 6, 13), at=time(16))
    services.record_satisfaction(**terms, today=date(2012, 6, 18), satisfaction="satisfied")
    services.close(**terms, today=date(2012, 6, 18), at=time(9), note="复查后已规范。")

    complaint.refresh_from_db()
    assert complaint.status == Status.CLOSED
    assert complaint.due_on == date(2012, 6, 15)
    assert complaint.due_again_on == date(2012, 6, 20)
    assert complaint.final_satisfaction == Satisfaction.SATISFIED
    assert acts(complaint) == [
        "ComplaintReceived",
        "ComplaintAccepted",
        "ComplaintDispatched",
        "ComplaintResolved",
        "ComplaintReplied",
        "SatisfactionRecorded",
        "ComplaintReopened",
        "SatisfactionRecorded",
        "ComplaintClosed",
    ]


def test_only_the_office_that_handles_a_complaint_records_the_handling():
    complaint = factories.dispatched()
    terms = {"record_id": complaint.pk, "today": RECEIVED, "at": time(15)}
    terms |= {"handling": "已规范。", "documents": ["登记表"]}

    for by in (investigator("DD02"), operator()):
        with pytest.raises(NotPermitted):
            services.resolve(**terms, by=by)
    services.resolve(**terms, by=investigator("DD01"))

    complaint.refresh_from_db()
    assert complaint.status == Status.RESOLVED
    assert complaint.documents == ["登记表"]


def test_a_complaint_is_sent_back_once_and_only_if_the_person_was_not_satisfied():
    complaint = factories.replied()
    terms = {"record_id": complaint.pk, "by": operator(), "today": date(2012, 6, 13)}

    with pytest.raises(WrongMoment):
        services.reopen(**terms, at=time(16))
    services.record_satisfaction(**terms, satisfaction="dissatisfied")
    with pytest.raises(WrongMoment):
        services.close(**terms, at=time(16))
    services.reopen(**terms, at=time(16))
    with pytest.raises(WrongMoment):
        services.reopen(**terms, at=time(17))
    with pytest.raises(Unacceptable):
        services.close(**terms, at=time(17))

    complaint.refresh_from_db()
    assert complaint.status == Status.REOPENED


def test_a_complaint_nobody_rated_closes_as_not_rated():
    complaint = factories.replied()

    services.close(record_id=complaint.pk, by=operator(), today=date(2012, 6, 13), at=time(9))

    complaint.refresh_from_db()
    assert complaint.satisfaction == Satisfaction.NOT_RATED


def test_satisfaction_is_recorded_once():
    complaint = factories.replied(Satisfaction.SATISFIED)

    assert policies.why_not_record_satisfaction(operator(), complaint).status == 409


def test_an_unknown_office_is_given_no_complaint():
    complaint = factories.accepted()
    office("DD01")

    with pytest.raises(Unacceptable):
        services.dispatch(
            record_id=complaint.pk, by=operator(), today=RECEIVED, at=time(11), office="DD99"
        )

    complaint.refresh_from_db()
    assert (complaint.status, complaint.office) == (Status.ACCEPTED, None)


def test_another_agencys_complaint_is_out_of_reach():
    complaint = factories.registered()
    stranger = official(Role.HOTLINE_OPERATOR, username="other", of=agency("OTHER"))

    with pytest.raises(Complaint.DoesNotExist):
        services.accept(record_id=complaint.pk, by=stranger, today=RECEIVED, at=time(10))


@pytest.mark.parametrize(
    "changes",
    [{"status": "closed"}, {"decision": "accepted"}, {"satisfaction_after_reopening": "satisfied"}],
)
def test_the_database_refuses_a_complaint_that_contradicts_itself(changes):
    complaint = factories.registered()

    with pytest.raises(IntegrityError), transaction.atomic():
        Complaint.objects.filter(pk=complaint.pk).update(**changes)


def test_every_step_rests_on_a_provision():
    assert set(TRANSITIONS.values()) <= set(provision_names())
