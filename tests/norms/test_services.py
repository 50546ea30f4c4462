"""The acts of a clean-up: what they change, and that a refused one changes nothing."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.norms import selectors, services
from sunlit.norms.lifecycle import Status
from sunlit.norms.models import CleanUp, CleanUpDecision, Decision, NormativeDocument
from sunlit.norms.rules import Standing
from sunlit.organization.models import Role
from sunlit.organization.rules.provincial import VALIDITY
from sunlit.organization.services.provincial import set_provincial_number
from tests.norms import factories
from tests.organization.factories import agency, office, official

pytestmark = pytest.mark.django_db

TODAY = date(2012, 9, 10)


def register(**changes):
    """Register a document of 2012, by a clerk, unless told otherwise."""
    terms = {
        "agency": agency(),
        "today": TODAY,
        "code": "GF14",
        "title": "户外广告设置办法",
        "document_number": "城管〔2012〕40号",
        "issued_on": TODAY,
        "office": office().code,
        "valid_until": date(2017, 9, 9),
    }
    return services.register_document(**terms | changes)


def propose(clean_up, **changes):
    """Propose to repeal the document GF08, by a clerk, unless told otherwise."""
    terms = {
        "record_id": clean_up.pk,
        "today": TODAY,
        "document": "GF08",
        "decision": "repeal",
        "principle": "abolish",
        "reason": "与上位法抵触",
    }
    return services.propose(**terms | changes)


def events():
    """Return what the ledger says has happened, in order."""
    return [*Entry.objects.order_by("id").values_list("event", flat=True)]


def test_a_document_goes_from_proposal_to_publication():
    document, clerk = factories.document(), official(Role.CLERK)
    clean_up = services.begin_clean_up(
        agency=agency(), by=clerk, today=TODAY, code="2012-1", name="清理"
    )
    step = {"record_id": propose(clean_up, by=clerk).pk, "today": TODAY}
    services.review_legality(by=official(Role.LEGAL_REVIEWER), **step)
    leader = official(Role.LEADER)
    services.decide(by=leader, **step)
    services.conclude(
        record_id=clean_up.pk, by=leader, today=TODAY, document_number="城管〔2012〕36号"
    )
    services.publish_result(by=clerk, channels="局网站；公开栏", **step)

    decision = CleanUpDecision.objects.get()
    assert (decision.status, decision.published_on) == (Status.PUBLISHED, TODAY)
    assert decision.legal_review_by == "某岗位"
    assert decision.channels == ["局网站", "公开栏"]
    document.refresh_from_db()
    assert document.repealed_on == TODAY
    assert selectors.status_on(document, TODAY) is Standing.REPEALED
    assert events() == [
        "CleanUpBegun",
        "DecisionProposed",
        "LegalityReviewed",
        "DecisionTaken",
        "DocumentEnded",
        "CleanUpConcluded",
        "DecisionPublished",
    ]


@pytest.mark.parametrize(
    ("changes", "longest"),
    [
        ({}, date(2017, 9, 10)),
        ({"title": "户外广告设置办法(试行)"}, date(2014, 9, 10)),
        ({"title": "户外广告设置暂行办法"}, date(2014, 9, 10)),
    ],
    ids=["five years", "on trial", "provisional"],
)
def test_a_document_holds_no_longer_than_the_usual_number_where_nothing_is_set(changes, longest):
    clerk = official(Role.CLERK)
    with pytest.raises(Unacceptable) as refused:
        register(by=clerk, valid_until=longest + timedelta(days=1), **changes)

    assert refused.value.basis.key == "provincial_norms:"
    assert not NormativeDocument.objects.exists()
    assert not Entry.objects.exists()
    assert register(by=clerk, valid_until=longest, **changes).valid_until == longest


def test_a_document_holds_as_long_as_its_province_allows_on_the_day_of_its_issue():
    administrator, clerk = official(Role.ADMINISTRATOR), official(Role.CLERK)
    set_provincial_number(
        agency=agency(), by=administrator, today=date(2012, 9, 1), name=VALIDITY, value="3",
        since=TODAY, document="省规范性文件管理办法", article="第十八条",
    )  # fmt: skip
    day_before = TODAY - timedelta(days=1)

    with pytest.raises(Unacceptable) as refused:
        register(by=clerk, valid_until=date(2015, 9, 11))
    assert refused.value.basis.zh == "省规范性文件管理办法第十八条"
    register(by=clerk, valid_until=date(2015, 9, 10))
    register(by=clerk, code="GF15", issued_on=day_before, valid_until=date(2017, 9, 9))


def test_before_there_was_a_rule_any_end_may_be_set():
    document = register(
        by=official(Role.CLERK), issued_on=date(1999, 5, 4), valid_until=date(2030, 1, 1)
    )
    assert selectors.longest_validity(agency().pk, title="", start=document.issued_on) is None


def test_the_pages_say_by_when_it_is_filed_and_that_nothing_is_set_for_the_province(
    client, settings
):
    settings.SUNLIT_TODAY = TODAY
    clerk = official(Role.CLERK)
    document = register(by=clerk)
    client.force_login(clerk)
    at_desk = client.get(f"/desk/norms/{document.pk}/").content.decode()
    in_public = client.get(document.get_absolute_url()).content.decode()

    for page in (at_desk, in_public):
        assert "15日,至2012-09-25(《国务院关于加强市县政府依法行政的决定》" in page
        assert "5年,至2017-09-10(" in page
        assert "本省未设定,按通行数值" in page


@pytest.mark.parametrize(
    ("outcome", "repealed_on", "lapsed_on"),
    [
        (Decision.RETAIN, None, None),
        (Decision.REVISE, None, None),
        (Decision.REPEAL, TODAY, None),
        (Decision.LAPSE, None, TODAY),
    ],
)
def test_a_document_ends_only_if_that_is_decided(outcome, repealed_on, lapsed_on):
    decision = factories.proposal(outcome, Status.REVIEWED)

    services.decide(record_id=decision.pk, by=official(Role.APPROVER), today=TODAY)

    document = NormativeDocument.objects.get()
    assert (document.repealed_on, document.lapsed_on) == (repealed_on, lapsed_on)


@pytest.mark.parametrize(
    ("role", "status", "refusal"),
    [
        (Role.CLERK, Status.REVIEWED, NotPermitted),
        (Role.LEADER, Status.PROPOSED, WrongMoment),
        (Role.LEADER, Status.DECIDED, WrongMoment),
    ],
    ids=["not a leader", "legality not reviewed", "decided already"],
)
def test_a_refused_decision_changes_nothing(role, status, refusal):
    decision = factories.proposal(status=status)

    with pytest.raises(refusal):
        services.decide(record_id=decision.pk, by=official(role), today=TODAY)

    decision.refresh_from_db()
    assert decision.status == status
    assert NormativeDocument.objects.get().repealed_on is None
    assert events() == []


def test_who_reviewed_the_legality_does_not_decide():
    decision = factories.proposal()
    both = official(Role.LEGAL_REVIEWER, Role.LEADER)
    services.review_legality(record_id=decision.pk, by=both, today=TODAY)

    with pytest.raises(NotPermitted):
        services.decide(record_id=decision.pk, by=both, today=TODAY)

    decision.refresh_from_db()
    assert decision.status == Status.REVIEWED


@pytest.mark.parametrize(
    ("role", "status", "refusal"),
    [
        (Role.LEADER, Status.PROPOSED, NotPermitted),
        (Role.SECTION_HEAD, Status.PROPOSED, NotPermitted),
        (Role.LEGAL_REVIEWER, Status.REVIEWED, WrongMoment),
    ],
    ids=["a leader", "a section head", "reviewed already"],
)
def test_a_refused_review_changes_nothing(role, status, refusal):
    decision = factories.proposal(status=status)

    with pytest.raises(refusal):
        services.review_legality(record_id=decision.pk, by=official(role), today=TODAY)

    assert events() == []


@pytest.mark.parametrize(
    ("role", "status", "refusal"),
    [
        (Role.LEADER, Status.DECIDED, NotPermitted),
        (Role.CLERK, Status.REVIEWED, WrongMoment),
        (Role.CLERK, Status.PUBLISHED, WrongMoment),
    ],
    ids=["not a clerk", "not decided yet", "published already"],
)
def test_a_refused_publication_changes_nothing(role, status, refusal):
    decision = factories.proposal(status=status)

    with pytest.raises(refusal):
        services.publish_result(
            record_id=decision.pk, by=official(role), today=TODAY, channels="局网站"
        )

    decision.refresh_from_db()
    assert (decision.status, decision.channels) == (status, [])
    assert events() == []


@pytest.mark.parametrize(
    ("role", "changes", "refusal"),
    [
        (Role.INVESTIGATOR, {}, NotPermitted),
        (Role.CLERK, {"document": "GF99"}, Unacceptable),
        (Role.CLERK, {"document": "GF01"}, Unacceptable),
        (Role.CLERK, {"document": "GF02"}, Unacceptable),
    ],
    ids=["not a clerk", "no such document", "proposed already", "not in force any more"],
)
def test_a_refused_proposal_is_not_made(role, changes, refusal):
    factories.document("GF08")
    factories.document("GF02", repealed_on=date(2012, 9, 1))
    clean_up = factories.clean_up()
    CleanUpDecision.objects.create(
        clean_up=clean_up,
        document=factories.document("GF01"),
        decision=Decision.RETAIN,
        principle="establish",
        reason="依据充分",
    )

    with pytest.raises(refusal):
        propose(clean_up, by=official(role), **changes)

    assert CleanUpDecision.objects.count() == 1
    assert events() == []


def test_nothing_is_proposed_in_a_clean_up_that_is_over():
    factories.document()
    clean_up = factories.clean_up()
    CleanUp.objects.update(decided_on=TODAY, document_number="城管〔2012〕36号")

    with pytest.raises(WrongMoment):
        propose(clean_up, by=official(Role.CLERK))


@pytest.mark.parametrize(
    ("role", "status", "refusal"),
    [(Role.CLERK, Status.DECIDED, NotPermitted), (Role.LEADER, Status.REVIEWED, WrongMoment)],
    ids=["not a leader", "a document is undecided"],
)
def test_a_refused_conclusion_changes_nothing(role, status, refusal):
    clean_up = factories.proposal(status=status).clean_up

    with pytest.raises(refusal):
        services.conclude(
            record_id=clean_up.pk, by=official(role), today=TODAY, document_number="36号"
        )

    clean_up.refresh_from_db()
    assert clean_up.decided_on is None
    assert events() == []


def test_a_document_is_registered_with_its_validity():
    document = register(by=official(Role.CLERK))

    assert selectors.status_on(document, date(2017, 9, 9)) is Standing.IN_FORCE
    assert selectors.status_on(document, date(2017, 9, 10)) is Standing.LAPSED
    assert events() == ["DocumentRegistered"]


@pytest.mark.parametrize(
    ("role", "changes", "refusal"),
    [
        (Role.LEADER, {}, NotPermitted),
        (Role.CLERK, {"code": "GF08"}, Unacceptable),
        (Role.CLERK, {"office": "KS99"}, Unacceptable),
        (Role.CLERK, {"issued_on": date(2012, 9, 11)}, Unacceptable),
        (Role.CLERK, {"valid_until": date(2012, 9, 9)}, Unacceptable),
    ],
    ids=["not a clerk", "the code is taken", "no such office", "not issued yet", "ends too early"],
)
def test_a_refused_document_is_not_registered(role, changes, refusal):
    factories.document("GF08")

    with pytest.raises(refusal):
        register(by=official(role), **changes)

    assert NormativeDocument.objects.count() == 1
    assert events() == []


def test_a_decision_has_the_days_of_its_status():
    decision = factories.proposal(status=Status.REVIEWED)
    decision.decided_on = TODAY

    with pytest.raises(IntegrityError), transaction.atomic():
        decision.save()


def replaced_by(successor, document, by, today=TODAY):
    """Enter that a document took the place of another."""
    return services.replace_document(record_id=document.pk, by=by, today=today, successor=successor)


def test_what_replaced_a_document_is_shown_both_ways(client, settings):
    settings.SUNLIT_TODAY = TODAY
    clerk = official(Role.CLERK)
    old = factories.document(repealed_on=TODAY)
    new = register(by=clerk)
    replaced_by(new.code, old, clerk)

    assert selectors.replacement(old) == new
    assert selectors.replaced(new) == [old]
    assert [one.since for one in selectors.done_to(old)] == [TODAY]
    assert events() == ["DocumentRegistered", "DocumentReplaced"]
    client.force_login(clerk)
    for one, other in ((old, new), (new, old)):
        assert other.get_absolute_url() in client.get(one.get_absolute_url()).content.decode()
        assert other.document_number in client.get(f"/desk/norms/{one.pk}/").content.decode()
    assert client.get(f"/desk/norms/{old.pk}/replace/").status_code == 200


@pytest.mark.parametrize(
    ("changes", "successor", "refusal"),
    [
        ({}, "GF14", WrongMoment),
        ({"repealed_on": TODAY}, "GF08", Unacceptable),
        ({"repealed_on": TODAY}, "GF07", Unacceptable),
        ({"repealed_on": TODAY}, "GF99", Unacceptable),
    ],
    ids=["still in force", "itself", "an older one", "no document"],
)
def test_a_refused_successor_changes_nothing(changes, successor, refusal):
    old = factories.document(**changes)
    factories.document("GF07", issued_on=date(2001, 2, 3), document_number="城管〔2001〕1号")
    factories.document("GF14", issued_on=TODAY, document_number="城管〔2012〕40号")

    with pytest.raises(refusal):
        replaced_by(successor, old, official(Role.CLERK))

    assert selectors.replacement(old) is None
    assert not Entry.objects.exists()


def test_two_documents_of_one_day_do_not_replace_one_another():
    clerk = official(Role.CLERK)
    one = factories.document("GF08", repealed_on=TODAY)
    other = factories.document("GF09", repealed_on=TODAY, document_number="城管〔2009〕20号")
    replaced_by("GF09", one, clerk)

    with pytest.raises(Unacceptable):
        replaced_by("GF08", other, clerk)
    with pytest.raises(WrongMoment):
        replaced_by("GF09", one, clerk)


def test_only_a_clerk_or_a_head_enters_what_replaced_a_document():
    old = factories.document(repealed_on=TODAY)
    with pytest.raises(NotPermitted):
        replaced_by("GF14", old, official(Role.AUDITOR))
