"""A penalty case as its party follows it: nothing before the notice."""

from datetime import date
from decimal import Decimal

import pytest

from sunlit.approvals.applying import token_of
from sunlit.approvals.letters.kinds import Kind
from sunlit.approvals.lifecycle import PenaltyStatus
from sunlit.approvals.models import CaseEnding, EndingKind, PenaltyProcedure, ReviewBodies
from sunlit.approvals.services import letters
from sunlit.approvals.services import penalties as services
from sunlit.kernel.query_codes import LENGTH
from sunlit.organization.models import Role
from tests.approvals import factories
from tests.approvals.test_penalties import decide, file_case, notify
from tests.organization.factories import agency, official

pytestmark = pytest.mark.django_db

DAY = date(2012, 6, 7)
"""A Thursday."""
CODE = "PARTY234"
HEARING = {"procedure": PenaltyProcedure.HEARING}


@pytest.fixture(autouse=True)
def a_thursday(settings):
    settings.SUNLIT_TODAY = DAY
    return settings


@pytest.fixture
def investigator():
    return official(Role.INVESTIGATOR)


def investigated_by_acts(case, by):
    """Bring a case that was filed at the desk to where its party is told."""
    on = {"record_id": case.pk, "by": by, "today": DAY}
    officers = {"first_post": "队员", "first_certificate": "ZF-1"}
    officers |= {"second_post": "队员", "second_certificate": "ZF-2"}
    services.investigate(**on, **officers)
    services.add_evidence(**on, kind="document", content="现场照片", taken_on=DAY, taken_by="队员")
    services.end_investigation(
        **on, findings="属实", grade="", fine=Decimal(500), measure="", is_grave=False
    )
    reviewer = on | {"by": official(Role.LEGAL_REVIEWER)}
    services.review(**reviewer, opinion="agreed", reason="清楚")


def told(**parts):
    values = {"status": PenaltyStatus.NOTIFIED, "notified_on": DAY, "query_code": CODE}
    return factories.penalty_case(**values | parts)


def served(**parts):
    values = {
        "status": PenaltyStatus.SERVED, "decided_on": DAY, "served_on": DAY,
        "fine": Decimal(500), "document_number": "罚〔2012〕1号",
    }  # fmt: skip
    return told(**values | parts)


def page_of(client, case, language="en"):
    token = token_of(case.number, case.query_code)
    return client.get(f"/track/{case.number}/?t={token}&lang={language}")


def shown(client, case):
    answer = page_of(client, case)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    return answer.content.decode()


def test_a_case_has_a_query_code_from_its_filing_and_opens_only_after_the_notice(
    client, investigator
):
    case = file_case(investigator)
    assert len(case.query_code) == LENGTH
    asked = {"number": case.number, "query_code": case.query_code}

    assert client.post("/track/", asked).status_code == 422
    assert page_of(client, case).status_code == 302

    investigated_by_acts(case, investigator)
    notify(investigator, case)
    opened = client.post("/track/", asked)
    assert opened.status_code == 302
    assert client.get(opened.url).status_code == 200


def test_a_wrong_code_says_nothing_about_a_case(client):
    case = told()

    answer = client.post("/track/", {"number": case.number, "query_code": "WRONG222"})

    assert answer.status_code == 422
    assert case.cause not in answer.content.decode()


def test_the_notice_is_written_and_served_by_the_act_and_bears_the_code(investigator):
    case = factories.review(factories.investigated(factories.penalty_case()))

    case = notify(investigator, case)

    letter = case.letters.get(kind=Kind.PENALTY_NOTICE)
    assert letter.delivered_on == DAY
    assert case.query_code in letter.said.plain
    for said in ("占道经营", "影响通行", "市容条例第十四条", "500元", "现场照片"):
        assert said in letter.said.plain


def test_a_notice_that_was_prepared_is_the_one_that_is_served(investigator):
    case = factories.review(factories.investigated(factories.penalty_case()))
    typed = {"facts": "事实", "evidence": "", "grounds": "依据", "proposed": "罚款500元"}
    prepared = letters.write_in_penalty_case(
        record_id=case.pk, by=investigator, today=DAY, kind=Kind.PENALTY_NOTICE, typed=typed
    )

    case = notify(investigator, case)

    assert case.letters.get(kind=Kind.PENALTY_NOTICE) == prepared
    prepared.refresh_from_db()
    assert prepared.delivered_on == DAY


def test_who_is_told_anew_gets_a_letter_anew(investigator):
    case = factories.review(factories.investigated(factories.penalty_case()))
    notify(investigator, case)

    case = notify(investigator, case, fine=800)

    first, second = case.letters.filter(kind=Kind.PENALTY_NOTICE).order_by("id")
    assert "800元" in second.said.plain
    assert first.number != second.number


def test_the_party_reads_the_letters_served_on_it_and_no_other_paper(client, investigator):
    case = file_case(investigator)
    investigated_by_acts(case, investigator)
    case = notify(investigator, case)
    assert case.letters.filter(kind=Kind.PENALTY_FILING).exists()

    text = shown(client, case)

    assert "Notice before a penalty" in text
    assert "Approval of the filing" not in text
    case.letters.update(delivered_on=None)
    assert "Notice before a penalty" not in shown(client, case)


def test_what_was_found_and_discussed_inside_is_not_shown(client):
    case = factories.investigated(told(is_grave=True), findings="内部调查结论")
    case.discussions.create(held_on=DAY, participants="参加讨论的人", conclusion="讨论结论")
    case.legal_reviews.update(reason="内部审核意见")

    text = shown(client, case)

    for hidden in (
        "内部调查结论",
        "参加讨论的人",
        "讨论结论",
        "内部审核意见",
        "现场照片",
        "ZF-001",
    ):
        assert hidden not in text


def test_before_the_decision_the_party_may_speak_and_ask_for_a_hearing(client, a_thursday):
    case = told(**HEARING)

    text = shown(client, case)
    assert "To speak and to defend yourself" in text
    assert "To ask for a hearing" in text
    assert "until 11 June 2012" in text  # the third day is a Sunday
    assert "art. 42" in text

    a_thursday.SUNLIT_TODAY = date(2012, 6, 12)
    assert "To ask for a hearing" not in shown(client, case)


def test_by_the_law_of_2021_a_hearing_is_asked_for_within_five_working_days(client, a_thursday):
    day = date(2021, 8, 2)
    a_thursday.SUNLIT_TODAY = day
    text = shown(
        client, told(number="CF2021-001", year=2021, filed_on=day, notified_on=day, **HEARING)
    )

    assert "until 9 August 2021" in text
    assert "art. 64" in text


def test_after_service_the_party_reads_how_to_contest_and_to_pay(client, a_thursday):
    ReviewBodies.objects.create(
        agency=agency(), government="市人民政府", department="省住房和城乡建设厅",
        court="区人民法院", since=date(2012, 1, 1),
    )  # fmt: skip
    case = served()

    text = shown(client, case)
    assert "until 25 June 2012" in text  # fifteen days to pay; the 22nd is a holiday
    assert "until 6 August 2012" in text  # sixty days for a review
    assert "until 7 September 2012" in text  # three months for a suit
    for who in ("市人民政府", "省住房和城乡建设厅", "区人民法院"):
        assert who in text

    a_thursday.SUNLIT_TODAY = date(2012, 9, 10)
    late = shown(client, case)
    assert "To sue" not in late
    assert "To have the decision reviewed" not in late


def test_what_was_decided_is_not_shown_before_it_is_served(client):
    case = served(status=PenaltyStatus.DECIDED, served_on=None, other_measure="暂扣许可证件")

    text = shown(client, case)

    assert "The decision is served on you next" in text
    for hidden in ("500 yuan", "暂扣许可证件", case.document_number):
        assert hidden not in text


def test_a_penalty_on_the_spot_is_reviewed_before_a_suit_since_2024(client, a_thursday):
    day = date(2024, 3, 4)
    a_thursday.SUNLIT_TODAY = day
    parts = {"number": "CF2024-001", "year": 2024, "filed_on": day, "notified_on": None}
    case = served(**parts, decided_on=day, served_on=day, procedure=PenaltyProcedure.SIMPLE)

    text = shown(client, case)

    assert "To have the decision reviewed" in text
    assert "To sue" not in text


def test_what_was_paid_is_told_apart_from_what_is_due(client, a_thursday):
    case = served()
    services.record_payment(
        record_id=case.pk, by=official(Role.CLERK), today=DAY, amount=Decimal(200)
    )

    text = shown(client, case)
    assert "200 yuan" in text
    assert "300 yuan" in text

    a_thursday.SUNLIT_TODAY = date(2012, 6, 26)
    assert "Surcharge so far" in shown(client, case)


def test_who_owes_nothing_reads_of_no_payment(client):
    text = shown(client, served(fine=0, other_measure="警告"))

    assert "Still due" not in text
    assert "警告" in text


def test_a_case_of_a_year_taken_in_is_not_followed_but_gets_a_code_with_its_decision(client):
    case = told(query_code="")
    asked = {"number": case.number, "query_code": "AAAA2222"}
    assert client.post("/track/", asked).status_code == 422

    case = decide(official(Role.SECTION_HEAD), case)

    assert len(case.query_code) == LENGTH
    assert page_of(client, case).status_code == 200


def test_a_case_of_another_agency_is_not_opened(client):
    case = told()
    case.agency = agency("OTHER")
    case.save()

    assert page_of(client, case).status_code == 302


@pytest.mark.parametrize("language", ["en", "zh-hans"])
def test_an_ended_case_says_so_and_leaves_no_right_open(client, language):
    case = told(status=PenaltyStatus.NO_PENALTY)
    case_ending(case)

    text = page_of(client, case, language).content.decode()

    said = {"en": "ended without a penalty on 7 June 2012", "zh-hans": "2012年6月7日"}
    assert said[language] in text
    assert 'class="rights"' not in text


def case_ending(case):
    CaseEnding.objects.create(case=case, kind=EndingKind.NO_PENALTY, ended_on=DAY, reason="轻微")
