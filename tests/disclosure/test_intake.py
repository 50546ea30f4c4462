"""A folder becomes catalogue, rules, reviews, items, guide and documents, or is refused."""

from datetime import date

import pytest

from sunlit.disclosure.lifecycle import Status
from sunlit.disclosure.models import (
    Category,
    CategoryRole,
    GuideSection,
    InternalRule,
    Item,
    SecrecyReview,
    YearDocument,
)
from sunlit.ledger.models import Entry
from tests.disclosure import factories
from tests.disclosure.factories import TABLES, cell, moved_to_2013, taken, without

pytestmark = pytest.mark.django_db


def test_everything_that_disclosure_keeps_is_taken_in(tmp_path):
    folder = taken(tmp_path)

    assert not folder.faults
    assert not folder.warnings
    roles = Category.objects.order_by("code").values_list("code", "role", "is_proactive")
    assert [*roles] == [
        ("DT01", CategoryRole.NEWS, True),
        ("GK03", CategoryRole.OTHER, True),
        ("JG04", CategoryRole.OFFICE_DUTIES, True),
        ("SQ01", CategoryRole.OTHER, False),
    ]
    assert [*InternalRule.objects.order_by("code").values_list("code", flat=True)] == [
        "ZD01",
        "ZD13",
    ]
    assert GuideSection.objects.count() == 2
    assert YearDocument.objects.get().submitted_to == "市政府办公室"


def test_items_are_published_with_their_reviews_and_what_they_publish(tmp_path):
    taken(tmp_path)

    first, rule, duties = Item.objects.order_by("code")
    assert {item.status for item in (first, rule, duties)} == {Status.PUBLISHED}
    assert first.review.code == "BM2012-0001"
    assert (first.zone.code, duties.zone) == ("Z1", None)
    assert (rule.rule.code, duties.about_office.code) == ("ZD01", "KS04")
    assert rule.due_on == date(2012, 4, 12)  # the weekend before Qingming was worked
    withheld = SecrecyReview.objects.get(item=None)
    assert (withheld.code, withheld.decision) == ("BM2012-B01", "withhold")


def test_each_step_of_a_review_is_an_entry_with_its_day_and_post(tmp_path):
    taken(tmp_path)

    review = SecrecyReview.objects.get(code="BM2012-B01")
    entries = Entry.objects.filter(about_kind="disclosure.secrecyreview", about_id=review.pk)
    assert [
        (entry.event, entry.day.isoformat(), entry.payload["loaded_from"]["post"])
        for entry in entries.order_by("id")
    ] == [
        ("ItemDrafted", "2012-02-16", "信息员"),
        ("SectionReviewed", "2012-02-16", "科长"),
        ("SecrecyReviewed", "2012-02-17", "保密审查员"),
        ("ItemWithheld", "2012-02-20", "纪委书记"),
    ]
    item = Item.objects.get(code="XX2012-0002")
    shown = Entry.objects.get(about_kind="disclosure.item", about_id=item.pk)
    assert (shown.event, shown.day, shown.is_public) == ("ItemPublished", date(2012, 3, 19), True)


@pytest.mark.parametrize(
    ("file", "line", "column", "value", "said"),
    [
        ("items", 3, "index_serial", "00009", ("items.csv", 3, "index_no")),
        ("items", 3, "index_no", "000201200/201203-2", ("items.csv", 3, "index_no")),
        ("items", 3, "catalogue_code", "XX99", ("items.csv", 3, "catalogue_code")),
        ("items", 3, "review_id", "BM2012-9999", ("items.csv", 3, "review_id")),
        ("items", 3, "review_id", "BM2012-0001", ("items.csv", 3, "review_id")),
        ("items", 3, "review_id", "BM2012-B01", ("items.csv", 3, "review_id")),
        ("items", 3, "link_id", "ZD99", ("items.csv", 3, "link_id")),
        ("items", 3, "link_id", "", ("items.csv", 3, "link_id")),
        ("items", 4, "link_id", "KS99", ("items.csv", 4, "link_id")),
        ("items", 3, "zone", "Z9", ("items.csv", 3, "zone")),
        ("items", 3, "made_date", "2012-03-20", ("items.csv", 3, "published_date")),
        ("items", 3, "published_date", "2012-03-15", ("items.csv", 3, "published_date")),
        ("confidentiality_reviews", 3, "item_id", "XX2012-0001", ("items.csv", 3, "review_id")),
        ("confidentiality_reviews", 3, "item_id", "", ("items.csv", 3, "review_id")),
        ("confidentiality_reviews", 3, "decision", "不予公开", ("items.csv", 3, "review_id")),
        (
            "confidentiality_reviews",
            5,
            "item_id",
            "XX2012-0001",
            ("confidentiality_reviews.csv", 5, "item_id"),
        ),
        (
            "confidentiality_reviews",
            5,
            "approved_on",
            "2012-02-10",
            ("confidentiality_reviews.csv", 5, "approved_on"),
        ),
        (
            "confidentiality_reviews",
            5,
            "ground",
            "",
            ("confidentiality_reviews.csv", 5, "ground"),
        ),
        ("catalogue", 5, "disclosure", "看情况", ("catalogue.csv", 5, "disclosure")),
        ("catalogue", 5, "unit", "KS99", ("catalogue.csv", 5, "unit")),
        ("rules", 3, "status", "废止", ("rules.csv", 3, "status")),
        ("rules", 2, "published_on", "2012-03-13", ("rules.csv", 2, "published_on")),
        ("rules", 3, "rule_id", "ZD01", ("rules.csv", 3, "rule_id")),
        ("annual_documents", 2, "kind", "报表", ("annual_documents.csv", 2, "kind")),
        (
            "annual_documents",
            2,
            "submitted_on",
            "2012-03-01",
            ("annual_documents.csv", 2, "submitted_on"),
        ),
    ],
)
def test_a_mistake_is_told_once_with_its_place(tmp_path, file, line, column, value, said):
    folder = taken(tmp_path, **{file: cell(f"{file}.csv", line, column, value)})

    assert [(fault.file, fault.line, fault.column) for fault in folder.faults] == [said]
    assert not Entry.objects.exists()


def test_a_published_item_whose_review_is_missing_is_refused(tmp_path):
    folder = taken(tmp_path, confidentiality_reviews=without("confidentiality_reviews.csv", 2))

    assert [(fault.file, fault.line, fault.column) for fault in folder.faults] == [
        ("items.csv", 2, "review_id")
    ]


def test_an_index_number_is_given_once_in_a_folder_and_for_ever(tmp_path):
    twice = cell("items.csv", 4, "index_no", "000201200/201203-00002")
    twice = twice.replace("201203,00001,BM2012-0003", "201203,00002,BM2012-0003")
    folder = taken(tmp_path, items=twice)
    assert [(fault.line, fault.column) for fault in folder.faults] == [(4, "index_no")]

    factories.published()
    given = cell("items.csv", 4, "index_no", "000201200/201206-00001")
    given = given.replace("201203,00001,BM2012-0003", "201206,00001,BM2012-0003")
    given = given.replace("XX2012-", "XX2012-1")
    reviews = TABLES["confidentiality_reviews.csv"].replace("XX2012-", "XX2012-1")
    reviews = reviews.replace("BM2012-", "BM2012-1")
    folder = taken(
        tmp_path, items=given.replace("BM2012-", "BM2012-1"), confidentiality_reviews=reviews
    )
    assert [(fault.line, fault.column) for fault in folder.faults] == [(4, "index_no")]


def test_a_register_number_that_the_desk_gave_is_not_given_again(tmp_path):
    factories.drafted()

    folder = taken(tmp_path)

    assert [(fault.file, fault.line, fault.column) for fault in folder.faults] == [
        ("confidentiality_reviews.csv", 2, "review_id"),
        ("items.csv", 2, "item_id"),
    ]


@pytest.mark.parametrize(
    ("file", "line", "column", "value", "warned"),
    [
        ("items", 2, "is_news", "否", "is_news"),
        ("items", 2, "title", "另一个标题", "title"),
        ("items", 2, "subcategory", "动态", "subcategory"),
        ("items", 2, "made_date", "2011-11-01", "published_date"),
        ("items", 2, "unit", "KS04", "unit"),
        ("catalogue", 2, "items_2012", "7", "items_2012"),
        ("catalogue", 2, "disclosure", "依申请公开", "catalogue_code"),
        ("confidentiality_reviews", 5, "approved_by", "科长", ""),
        ("rules", 3, "status", "修订", "status"),
    ],
)
def test_what_is_odd_is_taken_in_with_a_warning(tmp_path, file, line, column, value, warned):
    folder = taken(tmp_path, **{file: cell(f"{file}.csv", line, column, value)})

    assert not folder.faults
    assert [fault.column for fault in folder.warnings] == [warned]
    assert Item.objects.count() == 3


def test_links_to_upper_rooms_are_left_to_them(tmp_path):
    text = cell("items.csv", 2, "link_type", "power")
    folder = taken(tmp_path, items=text.replace(",power,,", ",power,CG-XK-001,"))

    assert not folder.faults
    (item, code, row), = folder.take_links("power")  # fmt: skip
    assert (item.code, code, row.line) == ("XX2012-0001", "CG-XK-001", 2)


def test_a_guide_without_sections_is_refused(tmp_path):
    folder = taken(tmp_path, guides="只有一段。\n")

    assert [fault.file for fault in folder.faults] == ["guides.md"]


def test_a_second_year_keeps_the_first_one_as_it_was(tmp_path):
    taken(tmp_path)
    files = moved_to_2013()
    files["rules"] = TABLES["rules.csv"].replace("新出台", "沿用")
    files["catalogue"] = without("catalogue.csv", 5).replace("items_2012", "items_2013")

    folder = taken(tmp_path, year=2013, **files)

    assert not folder.faults
    assert not folder.warnings
    assert Item.objects.count() == 6
    rule = InternalRule.objects.get(code="ZD01")
    assert (rule.status, rule.ended_on) == ("new", None)
    on_application = Category.objects.get(code="SQ01")
    assert (on_application.since, on_application.ended_on) == (date(2012, 1, 1), date(2013, 1, 1))


def test_a_revised_rule_is_a_new_version_beside_the_old_one(tmp_path):
    taken(tmp_path)
    files = moved_to_2013()
    files["rules"] = files["rules"].replace("新出台", "修订")

    folder = taken(tmp_path, year=2013, **files)

    assert not folder.faults
    versions = InternalRule.objects.filter(code="ZD01").order_by("issued_on")
    assert [*versions.values_list("issued_on", "status", "ended_on")] == [
        (date(2012, 3, 14), "new", date(2013, 1, 1)),
        (date(2013, 3, 14), "revised", None),
    ]
    assert Item.objects.get(code="XX2013-0002").rule == versions[1]
