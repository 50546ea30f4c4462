"""The sample year for tests: where it lies, copies that can be broken, and a loaded database."""

import csv
import io
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from django.db import transaction

from config.env import ROOT
from sunlit.exchange.services import Loaded, load_year

FOLDER = ROOT / "sample" / "bureau-2012"
YEAR = 2012
TODAY = date(2012, 12, 31)
# The figures of the sample year, as the contract with the outside states them.
FIGURES = {
    "powers.licence": 8,
    "powers.penalty": 119,
    "powers.planning": 3,
    "powers.reward": 2,
    "powers.coercion": 1,
    "powers.other": 3,
    "powers.total": 136,
    "powers.with_flow": 136,
    "norms.reviewed": 13,
    "norms.repealed": 7,
    "norms.retained": 6,
    "disclosure.news": 98,
    "dossiers.recruited": 9,
    "dossiers.recruitment_stages_public": 9,
    "dossiers.tender_stages_public": 10,
    "approvals.cases": 150,
    "approvals.window_items": 8,
    "organization.leading_group_members": 12,
    "planning.measures_done": 26,
    "channels.board_postings": 75,
    "channels.media_outlets": 4,
    "channels.street_signs": 64,
    "complaints.received": 304,
    "complaints.accepted": 287,
    "foi.received": 22,
    "remedies.cases": 5,
    "supervision.supervisors": 50,
    "supervision.meetings": 2,
    "supervision.opinions": 31,
    "supervision.inspections_scheduled": 4,
    "supervision.inspections_unscheduled": 10,
    "supervision.trainings": 12,
    "supervision.accountability": 5,
}


def copy_to(folder: Path) -> Path:
    """Return a copy of the sample year that a test may break."""
    target = folder / "year"
    shutil.copytree(FOLDER, target)
    return target


def change_rows(path: Path, change: Callable[[list[dict[str, str]]], None]) -> None:
    """Change the rows of a table in place."""
    reader = csv.DictReader(io.StringIO(path.read_text(encoding="utf-8"), newline=""))
    rows = list(reader)
    change(rows)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(reader.fieldnames or ()), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def set_cell(file: str, row: int, column: str, value: str) -> Callable[[Path], None]:
    """Return a change of one cell, for a table of mistakes."""

    def change(folder: Path) -> None:
        def put(rows: list[dict[str, str]]) -> None:
            rows[row][column] = value

        change_rows(folder / file, put)

    return change


@contextmanager
def loaded() -> Iterator[Loaded]:
    """Load the sample year for some tests, and take it back afterwards.

    The outer transaction is marked as a test's own, so that acts inside count as whole.
    """
    outer = transaction.atomic()
    outer._from_testcase = True  # type: ignore[attr-defined]
    with outer:
        yield load_year(FOLDER, today=TODAY)
        transaction.set_rollback(True)
