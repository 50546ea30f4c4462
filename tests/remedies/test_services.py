"""The acts on files: each succeeds at its moment, and a refused one changes nothing."""

from datetime import date

import pytest

from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from sunlit.remedies import forms, selectors, services
from sunlit.remedies.lifecycle import Status
from sunlit.remedies.models import Kind, Outcome, Remedy
from sunlit.remedies.vocabulary import required_documents
from tests.organization.factories import official
from tests.remedies import factories

pytestmark = pytest.mark.django_db

FILED, TODAY = date(2012, 4, 19), date(2012, 4, 27)


@pytest.fixture
def head():
    return official(Role.SECTION_HEAD)


def open_file(by, **changes):
    values = {
        "agency": by.agency,
        "by": by,
        "today": TODAY,
        "kind": Kind.RECONSIDERATION,
        "applicant": "申请人 F01",
        "cause": "不服行政处罚",
        "organ": "市人民政府",
        "filed_on": FILED,
    }
    return services.open_file(**values | changes)


@pytest.mark.parametrize(
    ("kind", "number", "basis"),
    [
        (Kind.RECONSIDERATION, "FY2012-01", "reconsideration_1999:9"),
        (Kind.LAWSUIT, "SS2012-01", "litigation_1989:39"),
    ],
)
def test_a_file_is_opened_when_the_notice_comes(head, kind, number, basis):
    remedy = open_file(head, kind=kind, penalty=factories.penalty())

    assert remedy.number == number
    assert (remedy.notified_on, remedy.status) == (TODAY, Status.NOTIFIED)
    assert remedy.original.number == "CF2012-017"
    entry = Entry.objects.get()
    assert (entry.basis, entry.payload["original"]) == (basis, "CF2012-017")


def test_the_reply_to_an_information_request_can_be_contested(head):
    remedy = open_file(head, information_request=factories.information_request())

    assert remedy.original.number == "YSQ2012-004"
    assert list(selectors.remedies_about_requests(head.agency, 2012)) == [remedy]


@pytest.mark.parametrize(
    ("role", "changes", "refusal"),
    [
        (Role.HOTLINE_OPERATOR, {}, NotPermitted),
        (Role.CLERK, {"filed_on": date(2012, 3, 13)}, Unacceptable),
        (Role.CLERK, {"filed_on": date(2012, 4, 28)}, Unacceptable),
        (Role.CLERK, {"penalty": None}, Unacceptable),
        (Role.CLERK, {"both": True}, Unacceptable),
    ],
    ids=[
        "not the legal section",
        "before the act",
        "in the future",
        "contests nothing",
        "contests two acts",
    ],
)
def test_a_refused_file_is_not_opened(role, changes, refusal):
    changes = {"penalty": factories.penalty()} | changes
    if changes.pop("both", False):
        changes["information_request"] = factories.information_request()

    with pytest.raises(refusal):
        open_file(official(role), **changes)

    assert not Remedy.objects.exists()
    assert not Entry.objects.exists()


def test_a_file_goes_from_the_notice_to_the_archive(head):
    remedy = open_file(head, penalty=factories.penalty())
    on = {"record_id": remedy.pk, "by": head, "today": TODAY}

    services.reply(**on)
    services.record_hearing(**on)
    services.record_decision(**on, result="撤销并责令重新作出", basis="第二十八条", lesson="已讲评")
    services.file_documents(**on, documents=required_documents(remedy.kind))
    remedy = services.archive(**on, pages=112)

    assert remedy.outcome == Outcome.SET_ASIDE
    assert (remedy.status, remedy.is_complete) == (Status.ARCHIVED, True)
    assert [(entry.event, entry.basis) for entry in Entry.objects.order_by("id")][1:] == [
        ("RemedyReplied", "reconsideration_1999:23"),
        ("RemedyHeard", "reconsideration_1999:31"),
        ("RemedyDecided", "reconsideration_1999:31"),
        ("RemedyDocumentsFiled", "archives_1996:10"),
        ("RemedyArchived", "archives_1996:10"),
    ]


DECIDED = {
    "decided_on": TODAY,
    "result": "维持",
    "outcome": Outcome.UPHELD,
    "status": Status.DECIDED,
}


def test_only_a_complete_file_is_archived(head):
    required = required_documents(Kind.RECONSIDERATION)
    remedy = factories.remedy(documents=list(required[1:]), **DECIDED)
    on = {"record_id": remedy.pk, "by": head, "today": TODAY}

    with pytest.raises(WrongMoment) as refusal:
        services.archive(**on, pages=10)
    remedy.refresh_from_db()
    assert (remedy.status, remedy.is_complete) == (Status.DECIDED, False)
    assert required[0] in str(refusal.value.reason)
    assert not Entry.objects.exists()

    offered = forms.DocumentsForm(record=remedy, by=head).fields["documents"].choices
    assert required[0] in dict(offered)
    assert required[1] not in dict(offered)
    services.file_documents(**on, documents=required[:1])
    assert services.archive(**on, pages=10).is_complete


def test_nothing_is_put_into_an_archived_file(head):
    archived = DECIDED | {"archived_on": TODAY, "status": Status.ARCHIVED}
    remedy = factories.remedy(**archived)

    with pytest.raises(WrongMoment):
        services.file_documents(record_id=remedy.pk, by=head, today=TODAY, documents=["听证笔录"])

    remedy.refresh_from_db()
    assert remedy.documents == []


@pytest.mark.parametrize(
    "act", [services.reply, services.record_hearing, services.archive], ids=lambda act: act.__name__
)
def test_a_step_out_of_its_order_is_refused(head, act):
    parts = DECIDED if act is services.reply else {}
    remedy = factories.remedy(**parts)
    further = {"pages": 1} if act is services.archive else {}

    with pytest.raises(WrongMoment):
        act(record_id=remedy.pk, by=head, today=TODAY, **further)

    assert not Entry.objects.exists()


def test_the_form_offers_the_acts_that_can_be_contested(head):
    penalty, request = factories.penalty(), factories.information_request()
    factories.penalty_case("CF2012-099")  # not decided

    form = forms.OpenForm(by=head)

    assert list(form.fields["penalty"].queryset) == [penalty]
    assert list(form.fields["information_request"].queryset) == [request]
