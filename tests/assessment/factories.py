"""Folders with results and ledgers for tests."""

import csv
from pathlib import Path

from sunlit.assessment import intake
from sunlit.intake.folder import Folder
from tests.organization.factories import agency, office, official

YEAR = 2031
RESULT = {
    "period": "半年",
    "assessed_on": "2031-07-11",
    "unit": "KS01",
    "score_openness": "90",
    "score_integrity": "80",
    "score_conduct": "85",
    "score_efficiency": "95",
    "composite": "88.00",
    "rank": "1",
    "counted_in_post_target": "是",
    "post_target_points": "13.50",
    "published_on": "2031-07-15",
}
LEDGER = {
    "ledger_id": "TZ-01",
    "name": "考核台账",
    "unit": "KS01",
    "source_file": "assessments.csv",
    "records": "1",
    "opened_on": "2030-03-01",
    "basis": "统计台账管理办法",
    "checked_quarterly": "是",
}


def result(**changes: str) -> dict[str, str]:
    """Return a row of assessments.csv, right unless told otherwise."""
    return RESULT | changes


def ledger(**changes: str) -> dict[str, str]:
    """Return a row of ledgers.csv, right unless told otherwise."""
    return LEDGER | changes


def folder(path: Path, *, results=None, ledgers=None) -> Folder:
    """Return a year's folder with these rows, after they were taken in."""
    write(path / "assessments.csv", [RESULT] if results is None else results)
    write(path / "ledgers.csv", [LEDGER] if ledgers is None else ledgers)
    found = Folder(path, year=YEAR)
    found.agency = agency()
    found.by = official(username=f"records-{path.name}")
    found.shelve("office", {code: office(code) for code in ("KS01", "KS02")})
    intake.take(found)
    return found


def write(path: Path, rows: list[dict[str, str]]) -> None:
    """Write a table."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
