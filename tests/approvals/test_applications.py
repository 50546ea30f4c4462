"""Applications on the web, joint applications, papers looked at, supplements and withdrawals."""

from datetime import date

import pytest
from django.utils.translation import override

from sunlit.approvals import applying, certificates, selectors
from sunlit.approvals.lifecycle import Status
from sunlit.approvals.models import (
    Application,
    ApplicationDraft,
    Channel,
    DraftFile,
    Fit,
    LicenceCase,
    MaterialFile,
    PartyKind,
    Result,
)
from sunlit.approvals.policies import licences as policies
from sunlit.approvals.services import applications as services
from sunlit.approvals.services import drafts
from sunlit.approvals.services import licences as window
from sunlit.approvals.waiting import licences_under_way
from sunlit.files import store
from sunlit.kernel.refusals import NotPermitted, Unacceptable, WrongMoment
from sunlit.ledger.models import Entry
from sunlit.organization.models import Role
from tests.approvals import factories
from tests.approvals.applications import (
    IDENTITY,
    JUNE,
    PHONE,
    SATURDAY,
    applied,
    draft,
    licence_with_papers,
    submitted,
    window_clerk,
)
from tests.organization.factories import agency, official

pytestmark = pytest.mark.django_db


def asked(case, by):
    """Return the case after the window asked for the drawing."""
    services.check_materials(
        record_id=case.pk,
        by=by,
        today=JUNE,
        found={1: (Fit.PRESENT, ""), 2: (Fit.MISSING, ""), 3: (Fit.UNFIT, "没有盖章")},
    )
    notice = applying.notice_of_faults(case)
    return window.ask_for_supplement(record_id=case.pk, by=by, today=JUNE, supplement_notice=notice)


# Sent off


def test_an_application_sent_off_becomes_a_case_of_the_web_with_number_and_code():
    case = submitted(files={1: "申请表", 0: "别的"})

    assert (case.number, case.channel, case.status) == ("SP2012-001", "web", Status.RECEIVED)
    assert case.query_code
    assert not case.at_window
    assert [one.name for one in applying.materials_of_case(case)] == [
        "申请表", "效果图", "委托书", "其他材料",
    ]  # fmt: skip
    files = MaterialFile.objects.order_by("material__position")
    assert [one.material.name for one in files] == ["申请表", "其他材料"]
    assert store.unseal(files[0].digest).decode() == "申请表"


def test_the_list_of_materials_that_a_case_keeps_is_that_of_its_day():
    case = submitted()
    case.power.materials.filter(name="效果图").update(name="彩色效果图")

    assert "效果图" in [one.name for one in applying.materials_of_case(case)]


def test_of_an_application_sent_off_nothing_stays_in_its_draft():
    submitted(files={1: "申请表"})

    kept = ApplicationDraft.objects.get()
    assert not bytes(kept.content)
    assert not DraftFile.objects.exists()


def test_an_application_is_sent_off_once():
    begun = draft()
    services.submit(draft=begun, applied=applied(), today=JUNE)

    with pytest.raises(WrongMoment):
        services.submit(draft=begun, applied=applied(), today=JUNE)
    with pytest.raises(WrongMoment):
        drafts.keep(draft=begun, step="who", typed={})
    assert LicenceCase.objects.count() == 1


def test_the_ledger_says_that_it_came_by_the_web_and_nothing_personal():
    submitted()

    entry = Entry.objects.get()
    assert (entry.event, entry.by.username) == ("LicenceAppliedFor", "web.CGJ")
    assert entry.payload["channel"] == "web"
    told = str(entry.payload)
    assert not any(word in told for word in (IDENTITY, PHONE, "申请人 甲"))


def test_nobody_logs_in_as_the_post_of_the_web():
    submitted()

    post = Entry.objects.get().by
    assert not post.is_active
    assert not post.has_usable_password()
    assert not post.role_names


def test_personal_data_lies_encrypted_and_is_opened_by_an_act_with_a_reason():
    case = submitted()
    row = str(Application.objects.values().get())
    assert IDENTITY not in row
    assert PHONE not in row

    opened = services.open_sealed(
        record_id=case.pk, by=window_clerk(), today=JUNE, reason="电话核对"
    )

    assert IDENTITY in [value for _label, value in opened.personal]
    assert Entry.objects.latest("id").payload == {"number": case.number, "reason": "电话核对"}
    with pytest.raises(NotPermitted):
        services.open_sealed(
            record_id=case.pk, by=official(Role.AUDITOR), today=JUNE, reason="看看"
        )


def test_what_is_sent_off_on_a_saturday_is_received_then_and_counts_from_the_working_week():
    case = submitted(on=SATURDAY)

    assert case.received_on == SATURDAY
    assert selectors.last_day(case.agency_id, "licence.correction_notice", SATURDAY) == date(
        2012, 6, 15
    )


# At the window


def test_several_licences_at_once_are_cases_of_one_joint_application_each_with_its_clock():
    by = window_clerk()
    powers = [licence_with_papers(), factories.power(code="CG-XK-002")]

    joint = services.receive_jointly(
        agency=by.agency, by=by, today=JUNE, powers=powers, channel=Channel.POST,
        received_at="邮寄", applicant="公司 甲", applicant_kind=PartyKind.ORGANISATION,
        content="开店", co_applicants="公司 乙",
    )  # fmt: skip

    cases = LicenceCase.objects.order_by("number")
    assert joint.number == "LB2012-001"
    assert [case.number for case in cases] == ["SP2012-001", "SP2012-002"]
    assert {case.application.joint for case in cases} == {joint}
    assert all(selectors.licence_clock(case) for case in cases)
    last = Entry.objects.latest("id")
    assert (last.event, last.basis) == ("JointApplicationReceived", "licence_2003:26(2)")
    assert last.payload["cases"] == ["SP2012-001", "SP2012-002"]


def test_one_licence_is_no_joint_application_and_only_the_window_receives_one():
    said = {
        "today": JUNE, "channel": Channel.WINDOW, "received_at": "窗口", "applicant": "甲",
        "applicant_kind": PartyKind.PERSON, "content": "开店",
    }  # fmt: skip
    powers = [factories.power()]
    by, other = window_clerk(), official(Role.CLERK)
    with pytest.raises(Unacceptable):
        services.receive_jointly(agency=by.agency, by=by, powers=powers, **said)
    with pytest.raises(NotPermitted):
        services.receive_jointly(agency=by.agency, by=other, powers=powers * 2, **said)
    assert not LicenceCase.objects.exists()


def test_the_one_time_notice_is_made_of_what_lacks_and_what_does_not_fit():
    case = asked(submitted(), window_clerk())

    assert case.supplement_notice == "1. 效果图（缺少）\n2. 委托书（不符合要求：没有盖章）"


def test_papers_are_looked_at_before_acceptance_and_by_the_window_only():
    case, found = submitted(), {1: (Fit.PRESENT, "")}
    with pytest.raises(NotPermitted):
        services.check_materials(
            record_id=case.pk, by=official(Role.CLERK), today=JUNE, found=found
        )
    window.accept(record_id=case.pk, by=window_clerk(), today=JUNE)
    with pytest.raises(WrongMoment):
        services.check_materials(record_id=case.pk, by=window_clerk(), today=JUNE, found=found)


def test_a_case_of_the_records_without_a_list_has_no_papers_to_look_at():
    case = factories.licence_case()

    with pytest.raises(WrongMoment):
        services.check_materials(record_id=case.pk, by=window_clerk(), today=JUNE, found={})


# Supplemented


def handed_in(case, text="效果图", place=2):
    """Return the case after its applicant handed in a file on the web."""
    gathered = drafts.supplement_of(case, today=JUNE)
    drafts.keep_file(draft=gathered, place=place, name="图.txt", data=text.encode())
    return services.supply(case_id=case.pk, agency=case.agency, today=JUNE)


def next_acts():
    """Return which act each open case waits for."""
    return [one.act for one in licences_under_way(agency(), JUNE)]


def test_a_case_waits_for_its_applicant_until_the_supplement_and_then_for_the_window():
    case = submitted()
    assert next_acts() == ["check-materials"]
    case = asked(case, window_clerk())
    assert applying.why_paused(case) == JUNE
    assert next_acts() == ["accept"]

    case = handed_in(case)

    assert case.supplied_on == JUNE
    assert applying.why_paused(case) is None
    assert next_acts() == ["check-materials"]
    assert MaterialFile.objects.get().is_supplement
    assert not ApplicationDraft.objects.filter(is_supplement=True).exists()


def test_a_supplement_has_at_least_one_file_and_comes_only_when_asked_for():
    case = submitted()
    with pytest.raises(WrongMoment):
        services.supply(case_id=case.pk, agency=case.agency, today=JUNE)
    case = asked(case, window_clerk())
    with pytest.raises(Unacceptable):
        services.supply(case_id=case.pk, agency=case.agency, today=JUNE)
    assert LicenceCase.objects.get().supplied_on is None


def test_a_supplement_brought_to_the_window_is_entered_there_once():
    by = window_clerk()
    case = asked(submitted(), by)

    case = services.enter_supplement(record_id=case.pk, by=by, today=JUNE, channel=Channel.WINDOW)

    assert case.supplied_on == JUNE
    with pytest.raises(WrongMoment):
        services.enter_supplement(record_id=case.pk, by=by, today=JUNE, channel=Channel.WINDOW)


def test_a_case_whose_supplement_came_in_is_not_closed_until_it_was_looked_at():
    by = window_clerk()
    case = handed_in(asked(submitted(), by))
    much_later = date(2012, 12, 3)
    assert isinstance(policies.why_not_abandon(by, case, on=much_later), WrongMoment)

    found = {2: (Fit.UNFIT, "不清楚"), 3: (Fit.PRESENT, "")}
    services.check_materials(record_id=case.pk, by=by, today=JUNE, found=found)

    assert policies.why_not_abandon(by, case, on=much_later) is None


# Withdrawn


def test_an_applicant_withdraws_before_the_decision_and_not_after_it():
    case = submitted()
    decided = factories.licence_case(
        "SP2012-009", status=Status.DECIDED, accepted_on=JUNE, decided_on=JUNE,
        result=Result.GRANTED,
    )  # fmt: skip

    ended = services.withdraw_oneself(case_id=case.pk, agency=case.agency, today=JUNE)

    assert (ended.status, ended.result, ended.ended_on) == ("withdrawn", "withdrawn", JUNE)
    with pytest.raises(WrongMoment):
        services.withdraw_oneself(case_id=decided.pk, agency=decided.agency, today=JUNE)


# Followed


def test_a_case_is_found_by_number_and_code_and_by_nothing_less():
    case = submitted()
    found = {"number": " sp2012-001 ", "query_code": case.query_code.lower()}

    assert applying.tracked_licence(agency(), **found) == case
    assert applying.tracked_licence(agency(), number=case.number, query_code="") is None
    assert applying.tracked_licence(agency("OTHER"), **found) is None
    factories.licence_case("SP2012-005", query_code="")
    assert applying.tracked_licence(agency(), number="SP2012-005", query_code=" ") is None


def test_the_token_of_a_case_opens_no_other_case_and_none_without_a_code():
    token = applying.token_of("SP2012-001", "ABCD2345")

    assert applying.is_token(token, "SP2012-001", "ABCD2345")
    assert not applying.is_token(token, "SP2012-002", "ABCD2345")
    assert not applying.is_token(token, "SP2012-001", "ABCD2346")
    assert not applying.is_token(applying.token_of("SP2012-003", ""), "SP2012-003", "")


# Rules


def test_a_wrong_digit_of_an_identity_number_is_seen_and_other_numbers_are_not_judged():
    assert certificates.typed_wrong(IDENTITY) == ""
    with override("en"):
        assert "digit" in certificates.typed_wrong("110105194912310021")
    assert certificates.typed_wrong("E12345678") == ""
