"""What a letter says: by the law of its day, whole, and never read as anything but words."""

from datetime import date
from decimal import Decimal

import pytest

from sunlit.approvals.letters import selectors
from sunlit.approvals.letters.amounts import in_capitals, in_figures
from sunlit.approvals.letters.kinds import NATURES, Kind, placeholders
from sunlit.approvals.letters.remedies import Bodies, in_words, remedies_on
from sunlit.approvals.letters.templates import NAMED, faults, obligatory, shipped
from sunlit.approvals.letters.words import Words, composed
from sunlit.kernel.refusals import Unacceptable
from tests.approvals.letters import cases

BODIES = Bodies(cases.GOVERNMENT, cases.DEPARTMENT, cases.COURT)


def said(kind, year=2012, **changes):
    case = cases.case_for(kind, year)
    for name, value in changes.items():
        setattr(case, name, value)
    cases.bodies()
    return selectors.draft(case, kind, cases.typed(kind), on=cases.day_for(year)).words.plain


@pytest.mark.django_db
@pytest.mark.parametrize("year", cases.YEARS)
@pytest.mark.parametrize("kind", Kind)
def test_each_letter_can_be_written_by_the_law_of_its_year(kind, year):
    words = said(kind, year)

    assert "市城市管理局" in words
    assert not NAMED.search(words)
    assert shipped(kind, cases.day_for(year)).title in words


@pytest.mark.django_db
@pytest.mark.parametrize("kind", Kind)
def test_a_shipped_letter_has_every_line_of_its_template_when_the_case_is_complete(kind):
    """Only what this case cannot have is left out: the hearing, and a surcharge without fine."""
    left_out = {
        Kind.COERCION_DEMAND: 1,  # what is removed is not paid
        Kind.PENALTY_DECISION: 1,  # no hearing was held
        Kind.PENALTY_NOTICE: 2,  # this agency has no address and no telephone
    }
    case = cases.case_for(kind)
    cases.bodies()
    draft = selectors.draft(case, kind, cases.typed(kind), on=cases.day_for())
    values = len(draft.words.lines)
    extra = 1 if kind == Kind.LICENCE_SUPPLEMENT else 0  # what is missing takes two lines

    assert values - extra == len(draft.template.lines) - left_out.get(kind, 0)


@pytest.mark.parametrize("kind", Kind)
def test_a_shipped_template_has_all_that_the_law_asks_for(kind):
    for year in (1997, 2005, 2012, 2022, 2024):
        assert not list(faults(kind, shipped(kind, date(year, 6, 1)).text, on=date(year, 6, 1)))


@pytest.mark.parametrize("kind", Kind)
def test_a_template_may_name_whatever_is_typed_for_it(kind):
    assert set(NATURES[kind].typed) <= placeholders(kind)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "year", "words"),
    [
        (Kind.LICENCE_RECEIPT, 2012, "查询码：K7-2Q"),
        (Kind.LICENCE_RECEIPT, 2012, "收到的材料：申请书；营业执照复印件"),
        (Kind.LICENCE_SUPPLEMENT, 2012, "一、营业执照\n二、设计图"),
        (Kind.LICENCE_ACCEPTANCE, 2012, "自受理之日起20个工作日内作出决定"),
        (Kind.LICENCE_ACCEPTANCE, 2012, "承诺在7个工作日内作出决定，即不迟于2012年6月19日"),
        (Kind.LICENCE_TIME_LEFT_OUT, 2012, "《中华人民共和国行政许可法》第四十五条"),
        (Kind.LICENCE_EXTENSION, 2012, "延长10个工作日作出决定，即不迟于2012年7月"),
        (Kind.LICENCE_REFUSAL, 2012, "向市人民政府或者省住房和城乡建设厅申请行政复议"),
        (Kind.LICENCE_REFUSAL, 2012, "3个月内，依照《中华人民共和国行政诉讼法》第三十九条"),
        (Kind.LICENCE_REFUSAL, 2022, "6个月内，依照《中华人民共和国行政诉讼法》第四十六条"),
        (Kind.LICENCE_NOT_ACCEPTED, 2012, "可以受理此事项的行政机关：市住房和城乡建设局"),
        (Kind.LICENCE_NOT_ACCEPTED, 2012, "向市人民政府或者省住房和城乡建设厅申请行政复议"),
        (Kind.PENALTY_NOTICE, 2012, "《中华人民共和国行政处罚法》第三十一条"),
        (Kind.PENALTY_NOTICE, 2012, "自收到本告知书之日起3日内向本机关提出"),
        (Kind.PENALTY_NOTICE, 2022, "《中华人民共和国行政处罚法》第四十四条"),
        (Kind.PENALTY_NOTICE, 2022, "自收到本告知书之日起5个工作日内向本机关提出"),
        (Kind.PENALTY_DECISION, 2012, "罚款人民币500元（伍佰元整）"),
        (Kind.PENALTY_DECISION, 2012, "依照《中华人民共和国行政处罚法》第三十八条的规定，本"),
        (Kind.PENALTY_DECISION, 2022, "依照《中华人民共和国行政处罚法》第五十七条的规定，本"),
        (Kind.PENALTY_DECISION, 2022, "《中华人民共和国行政处罚法》第七十二条的规定，每日按罚款"),
        (Kind.PENALTY_ON_THE_SPOT, 2012, "《中华人民共和国行政处罚法》第三十三条"),
        (Kind.PENALTY_DEMAND, 2012, "自收到本催告书之日起10个工作日内履行"),
        (Kind.PENALTY_WITHDRAWAL, 2022, "原决定已被依法撤销。"),
    ],
)  # fmt: skip
def test_a_letter_says_what_the_law_of_its_day_asks(kind, year, words):
    assert words in said(kind, year)


@pytest.mark.django_db
def test_a_decision_bears_its_own_day_and_number_and_a_notice_those_of_its_writing():
    on = cases.day_for()
    cases.bodies()
    refusal = selectors.draft(cases.case_for(Kind.LICENCE_REFUSAL), Kind.LICENCE_REFUSAL, {}, on=on)
    notice = selectors.draft(
        cases.penalty(Kind.PENALTY_NOTICE),
        Kind.PENALTY_NOTICE,
        cases.typed(Kind.PENALTY_NOTICE),
        on=on,
    )

    assert (refusal.dated_on, refusal.number) == (date(2012, 6, 12), "城许〔2012〕7号")
    assert (notice.dated_on, notice.number) == (on, "CF2012-001-01")


def test_a_penalty_on_the_spot_is_reviewed_before_any_suit_since_2024_only():
    before = remedies_on(date(2023, 12, 31), BODIES, on_the_spot=True)
    since = remedies_on(date(2024, 1, 1), BODIES, on_the_spot=True)
    ordinary = remedies_on(date(2024, 1, 1), BODIES, on_the_spot=False)

    assert before.review_first is None
    assert ordinary.review_first is None
    assert since.review_first
    assert since.review_first.key == "reconsideration_2023:23"
    assert "应当先自收到本决定书之日起60日内" in in_words(since)
    assert "自收到行政复议决定书之日起15日内" in in_words(since)
    assert "直接向" not in in_words(since)


def test_since_2024_only_the_government_reviews_what_its_department_decides():
    assert remedies_on(date(2023, 12, 31), BODIES, on_the_spot=False).bodies == (
        cases.GOVERNMENT,
        cases.DEPARTMENT,
    )
    assert remedies_on(date(2024, 1, 1), BODIES, on_the_spot=False).bodies == (cases.GOVERNMENT,)


def test_a_suit_is_filed_within_three_months_and_since_may_2015_within_six():
    days = (date(2015, 4, 30), date(2015, 5, 1))
    suits = [remedies_on(day, BODIES, on_the_spot=False).suit.amount for day in days]

    assert suits == [3, 6]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("kind", "lacking", "article"),
    [
        (Kind.LICENCE_REFUSAL, {"reason": ""}, "licence_2003:38"),
        (Kind.LICENCE_EXTENSION, {"extension_reason": ""}, "licence_2003:42"),
        (Kind.LICENCE_SUPPLEMENT, {"supplement_notice": ""}, "licence_2003:32(1)(4)"),
        (Kind.PENALTY_DECISION, {"fine": Decimal(0), "other_measure": ""}, "penalty_1996:39"),
    ],
)
def test_a_letter_without_what_the_law_asks_for_is_refused_with_the_article(kind, lacking, article):
    with pytest.raises(Unacceptable) as refused:
        said(kind, **lacking)

    assert refused.value.basis.key == article


@pytest.mark.django_db
@pytest.mark.parametrize("kind", [Kind.LICENCE_REFUSAL, Kind.PENALTY_DECISION])
def test_a_decision_is_not_written_before_the_agency_has_said_who_reviews_it(kind):
    case = cases.case_for(kind)

    with pytest.raises(Unacceptable) as refused:
        selectors.draft(case, kind, cases.typed(kind), on=cases.day_for())

    assert "复议机关" in refused.value.remedy.zh


@pytest.mark.django_db
def test_facts_that_look_like_a_template_stay_words():
    case = cases.penalty(Kind.PENALTY_DECISION)
    cases.bodies()
    facts = "{agency} 单价 | 数量 {art:penalty.decide}\n{seal}"
    typed = cases.typed(Kind.PENALTY_DECISION) | {"facts": facts}

    words = selectors.draft(case, Kind.PENALTY_DECISION, typed, on=cases.day_for()).words

    assert "{agency} 单价 | 数量 {art:penalty.decide}" in words.plain
    assert not [line for line in words.lines if line.kind == "row"]
    assert next(line.text for line in words.lines if line.kind == "sign") == "市城市管理局"


@pytest.mark.django_db
def test_the_words_are_read_back_as_they_were_kept():
    case = cases.licence(Kind.LICENCE_DELIVERY)
    words = selectors.draft(
        case, Kind.LICENCE_DELIVERY, cases.typed(Kind.LICENCE_DELIVERY), on=cases.day_for()
    ).words

    assert Words.read(words.as_json()) == words


def test_a_line_of_which_a_value_is_empty_is_left_out_and_a_row_stays():
    template = shipped(Kind.LICENCE_DELIVERY, date(2012, 6, 1))
    values = {"agency": "局", "number": "1", "date": "今天", "served": "决定书"}

    words = composed(
        template, values, obligatory(Kind.LICENCE_DELIVERY, date(2012, 6, 1)), on=date(2012, 6, 1)
    )

    assert [line.text for line in words.lines if line.label == "送达地点"] == [""]


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        ("0", "零元整"),
        ("500", "伍佰元整"),
        ("1005.30", "壹仟零伍元叁角整"),
        ("0.05", "伍分"),
        ("10", "壹拾元整"),
        ("20000.01", "贰万元零壹分"),
        ("100010001", "壹亿零壹万零壹元整"),
        ("300000000", "叁亿元整"),
        ("1200034", "壹佰贰拾万零叁拾肆元整"),
    ],
)
def test_a_sum_is_written_in_capitals(amount, words):
    assert in_capitals(Decimal(amount)) == words


@pytest.mark.parametrize("amount", ["-1", "0.001", "1000000000000"])
def test_what_no_decision_imposes_has_no_capitals(amount):
    with pytest.raises(ValueError, match="no sum"):
        in_capitals(Decimal(amount))


def test_a_sum_in_figures_has_no_empty_decimals():
    assert in_figures(Decimal("500.00")) == "500元"
    assert in_figures(Decimal("500.5")) == "500.50元"
