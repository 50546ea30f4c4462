from decimal import Decimal

import pytest

from sunlit.assessment import rules
from sunlit.assessment.template import Claim, Span, read_template
from tests.assessment.figures import CODES, self_assessment


def made(figures, language="en", *sentences, numbered=True):
    """The report of a template with one part, made of these sentences."""
    part = {"heading": "Part", "paragraphs": [list(sentences)]}
    section = {"id": "s", "heading": "Section", "numbered": numbered, "parts": [part]}
    data = {"title": "{agency} {year}", "subtitle": "", "empty": "Nothing.", "sections": [section]}
    template = read_template(language, data)
    return rules.report(template, agency="Agency", year=2031, figures=figures)


def text(report):
    return "".join(span.text for section in report.sections for span in section.spans())


ROW = {
    "opens": "There are ",
    "claims": [
        {"id": "a", "says": "{r.a|# apple|# apples}"},
        {"id": "b", "says": "{r.b|# pear|# pears}"},
        {"id": "c", "says": "{r.c|plums}"},
    ],
}


@pytest.mark.parametrize(
    ("figures", "sentence"),
    [
        ({"r.a": 1, "r.b": 2, "r.c": 3}, "There are 1 apple, 2 pears and plums."),
        ({"r.a": 2, "r.b": 1}, "There are 2 apples and 1 pear."),
        ({"r.c": 9}, "There are plums."),
    ],
    ids=["all have records", "one is not measured", "two have no records"],
)
def test_a_sentence_says_what_the_records_show_and_no_more(figures, sentence):
    assert text(made(figures, "en", ROW)) == sentence


def test_a_claim_without_records_is_listed_with_the_figures_that_lacked_them():
    report = made({"r.a": 0, "r.b": 4}, "en", ROW)
    assert [(u.claim.id, u.lacking) for u in report.unproven] == [("a", ("r.a",)), ("c", ("r.c",))]


def test_a_claim_with_two_figures_needs_both():
    claim = Claim("x", "{r.a} of {r.b}")
    assert claim.lacking({"r.a": 3, "r.b": 0}) == ("r.b",)
    assert list(claim.spoken({"r.a": 3, "r.b": 4})) == [
        Span("3", "r.a"), Span(" of "), Span("4", "r.b"),
    ]  # fmt: skip


def test_a_part_without_records_is_left_out_and_its_section_says_so():
    (section,) = made({}, "en", ROW).sections
    assert section.heading == "1. Section"
    assert [part.heading for part in section.parts] == [""]
    assert text(made({}, "en", ROW)) == "Nothing."


def test_a_remark_is_always_said():
    remark = {"remark": "{agency} reports on {year}."}
    assert text(made({}, "en", remark)) == "Agency reports on 2031."


def test_sentences_are_parted_as_their_language_parts_them():
    sentence = {"claims": [{"id": "a", "says": "{r.a}"}]}
    other = {"claims": [{"id": "b", "says": "{r.a}"}]}
    assert text(made({"r.a": 5}, "en", sentence, other)) == "5. 5."
    assert text(made({"r.a": 5}, "zh-hans", sentence, other)) == "5。5。"


def test_headings_are_numbered_without_gaps():
    only = {"powers.total": 1, "foi.received": 1, "supervision.trainings": 1}
    report = self_assessment(dict.fromkeys(CODES, 0) | only).report
    assert [section.heading[:2] for section in report.sections] == [
        "引言",
        "一、",
        "二、",
        "三、",
        "四、",
    ]
    content, supervision = report.sections[2], report.sections[4]
    assert [part.heading for part in content.parts] == ["（一）权力清单", "（二）依申请公开"]
    assert [part.heading for part in supervision.parts] == ["（一）勤学习、树样板"]


@pytest.mark.parametrize(
    ("number", "written"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (35, "三十五")]
)
def test_numbers_of_headings_are_written_in_chinese(number, written):
    assert rules.chinese_number(number) == written


def test_openness_weighs_twice_as_much_as_each_other_score():
    scores = {"openness": 90, "integrity": 80, "conduct": 85, "efficiency": 95}
    found = rules.composite(**{name: Decimal(score) for name, score in scores.items()})
    assert found == Decimal(88)
    assert rules.post_target_points(Decimal(90)) == Decimal("13.5")


@pytest.mark.parametrize(("stated", "differs"), [("88.01", False), ("88.011", True), ("87", True)])
def test_a_hundredth_is_rounding_and_more_is_a_difference(stated, differs):
    assert rules.differs(Decimal(stated), Decimal(88)) is differs


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_every_number_of_the_text_opens_records(language):
    report = self_assessment(dict.fromkeys(CODES, 7), language).report
    plain = [span.text for s in report.sections for span in s.spans() if not span.code]
    assert not any(sign.isdigit() for text in plain for sign in text.replace("2020", ""))
    assert not report.unproven
    assert [code for _section, codes in report.cited() for code in codes] == list(CODES)


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_the_text_is_right_for_any_agency_and_year(language):
    report = self_assessment(language=language, agency="Another", year=2031).report
    assert "Another" in report.title
    assert "2031" in report.title
    assert "2020" not in text(report)
