"""A folder with a mistake is refused, with one clear message, and nothing is stored."""

from pathlib import Path

import pytest

from sunlit.exchange.services import load_year
from sunlit.intake.faults import Fault, FolderRefused
from sunlit.ledger.models import Entry
from sunlit.organization.models import Agency, Office
from tests import sample
from tests.sample import set_cell

pytestmark = pytest.mark.django_db


def faults_of(folder: Path) -> list[Fault]:
    """Load a folder that must be refused, and return what is wrong with it."""
    with pytest.raises(FolderRefused) as refused:
        load_year(folder, today=sample.TODAY)
    assert not Agency.objects.exists()
    assert not Office.objects.exists()
    assert not Entry.objects.exists()
    return refused.value.faults


def drop(file: str):
    """Return a change that removes a file."""
    return lambda folder: (folder / file).unlink()


def recode(file: str):
    """Return a change that writes a file in another encoding."""

    def change(folder: Path) -> None:
        path = folder / file
        path.write_bytes(path.read_text(encoding="utf-8").encode("gb18030"))

    return change


def repeat_index_number(folder: Path) -> None:
    """Give the second item the index number of the first."""

    def change(rows: list[dict[str, str]]) -> None:
        for column in ("index_no", "index_org", "index_month", "index_serial"):
            rows[1][column] = rows[0][column]

    sample.change_rows(folder / "items.csv", change)


def replace_in(file: str, old: str, new: str):
    """Return a change of the text of a document."""

    def change(folder: Path) -> None:
        text = (folder / file).read_text(encoding="utf-8")
        assert old in text
        (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    return change


MISTAKES = {
    "a broken reference to a power": (
        set_cell("approvals.csv", 0, "power_code", "CG-XK-999"), "approvals.csv", 2, "power_code",
    ),
    "a broken reference to an office": (
        set_cell("powers.csv", 3, "handling_unit", "KS99"), "powers.csv", 5, "handling_unit",
    ),
    "a broken reference in a document": (
        replace_in("plan_2012.yaml", "unit: KS01, post", "unit: KS99, post"),
        "plan_2012.yaml", None, None,
    ),
    "a day that does not exist": (
        set_cell("complaints.csv", 4, "due_date", "2012-02-30"), "complaints.csv", 6, "due_date",
    ),
    "an index number twice": (repeat_index_number, "items.csv", 3, None),
    "a key twice": (
        set_cell("trainings.csv", 1, "training_id", "PX01"), "trainings.csv", 3, "training_id",
    ),
    "an unknown outcome": (
        set_cell("foi_requests.csv", 2, "outcome", "看情况"), "foi_requests.csv", 4, "outcome",
    ),
    "an unknown kind of power": (
        set_cell("powers.csv", 0, "kind", "行政指导"), "powers.csv", 2, "kind",
    ),
    "a missing table": (drop("complaints.csv"), "complaints.csv", 0, None),
    "a missing document": (drop("tender.yaml"), "tender.yaml", 0, None),
    "a missing plan": (drop("plan_2012.yaml"), "plan_YYYY.yaml", 0, None),
    "another encoding": (recode("items.csv"), "items.csv", None, None),
    "a required value missing": (
        set_cell("penalty_cases.csv", 0, "decided", ""), "penalty_cases.csv", 2, "decided",
    ),
    "a decision before the application": (
        set_cell("approvals.csv", 0, "decided", "2012-01-02"), "approvals.csv", 2, "decided",
    ),
    "a publication before the item was made": (
        set_cell("items.csv", 5, "made_date", "2012-12-30"), "items.csv", 7, None,
    ),
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "file", "line", "column"), MISTAKES.values(), ids=MISTAKES.keys()
)
def test_a_mistake_is_told_with_its_place(tmp_path, change, file, line, column):
    folder = sample.copy_to(tmp_path)
    change(folder)

    faults = faults_of(folder)

    told = [fault for fault in faults if fault.file == file]
    assert told, faults
    assert {fault.file for fault in faults} == {file}
    if line is not None:
        assert [fault.line for fault in told] == [line] * len(told)
    if column is not None:
        assert [fault.column for fault in told] == [column]


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    assert [fault.line for fault in faults_of(tmp_path / "nowhere")] == [0]


def test_an_empty_folder_is_refused(tmp_path):
    assert faults_of(tmp_path)


def test_an_unknown_file_is_left_alone(tmp_path):
    folder = sample.copy_to(tmp_path)
    (folder / "notes.txt").write_bytes(b"\xff\x00")
    (folder / "calendar_2012.csv").unlink()
    (folder / "expected_figures.yaml").unlink()

    assert load_year(folder, today=sample.TODAY).year == sample.YEAR


def test_the_same_year_is_refused_a_second_time():
    load_year(sample.FOLDER, today=sample.TODAY)
    entries = Entry.objects.count()

    with pytest.raises(FolderRefused):
        load_year(sample.FOLDER, today=sample.TODAY)

    assert Entry.objects.count() == entries


def test_the_same_folder_can_be_another_agencys_year():
    load_year(sample.FOLDER, today=sample.TODAY)
    loaded = load_year(sample.FOLDER, today=sample.TODAY, agency_code="OTHER")

    assert loaded.agency.code == "OTHER"
    assert Agency.objects.count() == 2
