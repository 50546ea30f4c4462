"""What the figures of disclosure count."""

from datetime import date

import pytest

from sunlit.disclosure import services
from sunlit.measures.selectors import measure
from tests.disclosure import factories
from tests.disclosure.factories import cell, moved_to_2013, taken
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db


def figure(code, year=2012):
    """Return a figure of disclosure."""
    return measure(f"disclosure.{code}", agency(), year)


@pytest.mark.parametrize(
    ("code", "numbers"),
    [
        (
            "items",
            ["000201200/201201-00001", "000201200/201203-00001", "000201200/201203-00002"],
        ),
        ("news", ["000201200/201201-00001"]),
        ("office_duties", ["000201200/201203-00001"]),
        ("leaders", []),
        ("key_matters", ["000201200/201203-00002"]),
        ("categories", ["DT01", "GK03", "JG04"]),
        ("reviews", ["BM2012-0001", "BM2012-B01", "BM2012-0003", "BM2012-0002"]),
        ("withheld", ["BM2012-B01"]),
        ("published_changed", ["BM2012-0002"]),
        ("rules", ["ZD01", "ZD13"]),
        ("rules_made", ["ZD01"]),
        ("year_documents", ["BS-1"]),
    ],
)
def test_a_figure_counts_the_records_of_its_year(tmp_path, code, numbers):
    taken(tmp_path)

    assert [face.number for face in figure(code).faces] == numbers


def test_a_figure_of_a_year_is_the_same_after_the_next_year(tmp_path):
    taken(tmp_path)
    codes = ("items", "news", "categories", "rules", "rules_made", "reviews", "year_documents")
    before = {code: (figure(code).value, figure(code).digest) for code in codes}

    folder = taken(tmp_path, year=2013, **moved_to_2013())

    assert not folder.faults
    assert {code: (figure(code).value, figure(code).digest) for code in codes} == before
    assert {code: figure(code, 2013).value for code in codes} == {
        code: value for code, (value, _digest) in before.items()
    }


def test_an_item_is_in_time_up_to_its_last_day(tmp_path):
    taken(tmp_path, items=cell("items.csv", 2, "made_date", "2011-12-05"))

    assert figure("items").value == 3
    late = {face.number for face in figure("items").faces} - {
        face.number for face in figure("published_in_time").faces
    }
    assert late == {"000201200/201201-00001"}


def test_an_item_withdrawn_in_its_year_no_longer_counts(tmp_path):
    item = factories.published()
    assert figure("news").value == 1

    services.withdraw(
        record_id=item.pk, by=factories.approver(), today=date(2012, 7, 2), reason="有误"
    )

    assert figure("news").value == 0


def test_an_item_has_its_public_address_as_identifier(tmp_path):
    taken(tmp_path)

    face = figure("news").faces[0]

    assert face.id == face.url == "/d/000201200/201201-00001/"


def test_nothing_is_told_of_what_was_withheld_but_number_day_and_ground(tmp_path):
    taken(tmp_path)

    face = figure("withheld").faces[0]
    assert (face.title, face.url, face.day) == ("", "", date(2012, 2, 20))
    reviewed = {face.number: face.title for face in figure("reviews").faces}
    assert reviewed["BM2012-B01"] == ""
    assert reviewed["BM2012-0001"] == "召开务虚会"
