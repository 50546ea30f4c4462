"""Numbers follow one another, and a guide falls into its sections."""

from datetime import date

import pytest

from sunlit.disclosure import rules, vocabulary
from sunlit.disclosure.models import CategoryRole
from sunlit.kernel.numbering import SAMPLE_PATTERN
from sunlit.kernel.refusals import Unacceptable


@pytest.mark.parametrize(
    ("taken", "following"),
    [
        ([], "XX2012-0001"),
        (["XX2012-0009", "XX2012-0010", "XX2011-0400"], "XX2012-0011"),
        (["XX2012-9999"], "XX2012-10000"),
        (["BM2012-0007", "XX2012-B01", "XX2012-0003"], "XX2012-0004"),
    ],
    ids=["the first of a year", "after the highest", "past four digits", "other series"],
)
def test_a_register_number_follows_the_highest_of_its_year(taken, following):
    assert rules.next_code("XX", 2012, taken) == following


@pytest.mark.parametrize(
    ("taken", "following"),
    [
        ([], "000201200/201206-00001"),
        (["000201200/201206-00041", "000201200/201205-00099"], "000201200/201206-00042"),
        (["999/201206-00041", "old-style 12"], "000201200/201206-00001"),
    ],
    ids=["the first of a month", "after the highest of the month", "other agencies and forms"],
)
def test_an_index_number_follows_the_highest_of_its_month(taken, following):
    number = rules.next_index_number("000201200", date(2012, 6, 8), taken, SAMPLE_PATTERN)
    assert number == following


def test_an_agency_whose_code_makes_no_index_number_is_told_so():
    with pytest.raises(Unacceptable):
        rules.next_index_number("城管", date(2012, 6, 8), [], SAMPLE_PATTERN)


def test_a_guide_falls_into_its_sections_with_their_lines():
    text = "# 指南\n前言\n\n## 一、主动公开\n范围。\n### 细目\n一\n\n##二\n## 二、依申请公开\n"

    sections = [*rules.sections_in(text)]

    assert [(one.title, one.line) for one in sections] == [
        ("一、主动公开", 4),
        ("二、依申请公开", 10),
    ]
    assert sections[0].body == "范围。\n### 细目\n一\n\n##二"
    assert sections[1].body == ""


def test_a_category_is_known_by_its_usual_name():
    assert vocabulary.role_of("部门动态") == CategoryRole.NEWS
    assert vocabulary.role_of("科室职责") == CategoryRole.OFFICE_DUTIES
    assert vocabulary.role_of("人事招考") == CategoryRole.RECRUITMENT
    assert vocabulary.role_of("区域专区") == CategoryRole.OTHER


# How fresh a category is


@pytest.mark.parametrize(
    ("frequency", "newest_on", "promised"),
    [
        ("每周", date(2012, 12, 28), date(2013, 1, 4)),
        ("每月", date(2012, 1, 31), date(2012, 2, 29)),
        ("每季", date(2012, 11, 30), date(2013, 2, 28)),
        ("每半年", date(2012, 6, 30), date(2012, 12, 30)),
        ("每年3月31日前", date(2012, 3, 21), date(2013, 3, 31)),
        ("变更后5个工作日", date(2012, 3, 21), None),
        ("实时", date(2012, 3, 21), None),
    ],
)
def test_a_rhythm_promises_the_next_item(frequency, newest_on, promised):
    assert rules.next_promised(frequency, newest_on) == promised


@pytest.mark.parametrize(
    ("frequency", "newest_on", "found"),
    [
        ("每月", date(2012, 12, 28), rules.Freshness.FRESH),
        ("每月", date(2012, 12, 3), rules.Freshness.DUE),
        ("每月", date(2012, 11, 30), rules.Freshness.STALE),
        ("每周", date(2012, 12, 24), rules.Freshness.DUE),
        ("实时", date(2011, 1, 1), rules.Freshness.AS_IT_HAPPENS),
        ("每周", None, rules.Freshness.EMPTY),
    ],
)
def test_a_category_is_stale_once_the_promised_day_has_passed(frequency, newest_on, found):
    assert rules.freshness(frequency, newest_on, on=date(2012, 12, 31)) == found
