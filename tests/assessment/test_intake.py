from decimal import Decimal

import pytest

from sunlit.assessment.models import Result, StatisticalLedger
from sunlit.ledger.models import Entry
from sunlit.measures.selectors import measure
from tests.assessment.factories import YEAR, folder, ledger, result
from tests.organization.factories import agency

pytestmark = pytest.mark.django_db


def events() -> list[str]:
    return list(Entry.objects.order_by("day", "id").values_list("event", flat=True))


def test_a_result_is_taken_in_with_an_entry_for_each_act_that_its_row_proves(tmp_path):
    year = folder(tmp_path)
    year.write_ledger()

    found = Result.objects.get()
    assert (found.office.code, found.period, found.composite) == ("KS01", "half_year", Decimal(88))
    assert events() == [
        "StatisticalLedgerStated", "OfficeAssessed", "ResultPublished", "ResultCounted",
    ]  # fmt: skip
    assert not year.warnings


def test_a_result_that_is_not_published_shows_no_score_to_strangers(tmp_path):
    folder(tmp_path, results=[result(published_on="")]).write_ledger()

    (face,) = measure("assessment.results", agency(), YEAR).faces
    assert [value for _label, value in face.facts][1] is None
    assert not Entry.objects.get(event="OfficeAssessed").is_public


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"unit": "KS99"}, "unit"),
        ({"period": "季度"}, "period"),
        ({"assessed_on": "2031-02-30"}, "assessed_on"),
        ({"published_on": "2031-07-01"}, "published_on"),
        ({"score_conduct": "1000"}, "score_conduct"),
        ({"score_conduct": ""}, "score_conduct"),
        ({"post_target_points": ""}, "post_target_points"),
    ],
    ids=[
        "an unknown unit",
        "an unknown period",
        "no day of the calendar",
        "published before it was assessed",
        "a score beyond all measure",
        "a score missing",
        "counted without points",
    ],
)
def test_a_wrong_result_is_refused_with_its_place(tmp_path, change, column):
    year = folder(tmp_path, results=[result(), result(unit="KS02", rank="2") | change])

    assert [(f.file, f.line, f.column) for f in year.faults] == [("assessments.csv", 3, column)]
    assert not Result.objects.exists()
    assert not StatisticalLedger.objects.exists()


def test_an_office_has_one_result_for_a_period(tmp_path):
    year = folder(tmp_path, results=[result(), result(period="全年"), result()])

    assert [(fault.line, fault.column) for fault in year.faults] == [(4, "unit")]


@pytest.mark.parametrize(
    ("change", "column"),
    [({"composite": "88.02"}, "composite"), ({"post_target_points": "13"}, "post_target_points")],
)
def test_a_stated_number_that_differs_from_the_computed_one_gives_a_warning(
    tmp_path, change, column
):
    year = folder(tmp_path, results=[result(**change)])

    assert [(fault.line, fault.column) for fault in year.warnings] == [(2, column)]
    assert Result.objects.count() == 1


def test_a_result_that_does_not_count_needs_no_points(tmp_path):
    row = result(counted_in_post_target="否", post_target_points="")
    folder(tmp_path, results=[row, result(unit="KS02", rank="2")]).write_ledger()

    assert measure("assessment.results", agency(), YEAR).value == 2
    assert measure("assessment.results_counted", agency(), YEAR).value == 1


@pytest.mark.parametrize(
    ("change", "column"),
    [
        ({"records": "2"}, "records"),
        ({"source_file": "nowhere.csv"}, "source_file"),
    ],
    ids=["another number of rows", "no such register"],
)
def test_a_ledger_that_differs_from_its_register_gives_a_warning(tmp_path, change, column):
    year = folder(tmp_path, ledgers=[ledger(**change)])

    assert [(fault.line, fault.column) for fault in year.warnings] == [(2, column)]
    assert StatisticalLedger.objects.count() == 1


@pytest.mark.parametrize("name", ["org.yaml", "../outside.csv"])
def test_only_a_table_of_the_folder_itself_is_counted(tmp_path, name):
    assert not folder(tmp_path, ledgers=[ledger(source_file=name)]).warnings


def test_a_ledger_is_refused_for_an_unknown_unit_and_for_a_code_that_stands_twice(tmp_path):
    year = folder(tmp_path, ledgers=[ledger(), ledger(), ledger(ledger_id="TZ-02", unit="KS99")])

    assert [(f.line, f.column) for f in year.faults] == [(3, "ledger_id"), (4, "unit")]


def test_a_ledger_that_an_earlier_year_stated_is_restated(tmp_path):
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    folder(first).write_ledger()
    folder(
        second,
        results=[result(period="全年"), result(period="全年", unit="KS02")],
        ledgers=[ledger(records="2")],
    ).write_ledger()

    assert StatisticalLedger.objects.get().records == 2
    assert events().count("StatisticalLedgerStated") == 2
    assert measure("assessment.ledgers", agency(), YEAR).value == 1
    assert measure("assessment.ledgers", agency(), 2029).value == 0
