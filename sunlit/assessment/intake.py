"""Taking in the results of assessments and the statistical ledgers."""

from datetime import date
from pathlib import Path
from typing import Annotated

from django.utils.translation import gettext as _
from pydantic import BeforeValidator, Field

from sunlit.assessment import events, rules
from sunlit.assessment.models import Period, Result, StatisticalLedger
from sunlit.intake.folder import Folder
from sunlit.intake.registry import Intake, register
from sunlit.intake.rows import Amount, Code, Count, Day, Row, YesNo, coded
from sunlit.intake.tables import Unreadable, read_table

PERIODS = {"半年": Period.HALF_YEAR, "全年": Period.FULL_YEAR}

Score = Annotated[Amount, Field(le=999)]


class ResultRow(Row):
    """A row of assessments.csv."""

    period: Annotated[Period, BeforeValidator(coded(PERIODS))]
    assessed_on: Day
    unit: Code
    score_openness: Score
    score_integrity: Score
    score_conduct: Score
    score_efficiency: Score
    composite: Score
    rank: Count
    counted_in_post_target: YesNo
    post_target_points: Score | None = None
    published_on: Day | None = None


class LedgerRow(Row):
    """A row of ledgers.csv."""

    ledger_id: Code
    name: str
    unit: Code
    source_file: str
    records: Count
    opened_on: Day
    basis: str
    checked_quarterly: YesNo


def take(folder: Folder) -> None:
    """Take in the year's results, then the ledgers."""
    _take_results(folder)
    _take_ledgers(folder)


def _take_results(folder: Folder) -> None:
    rows = folder.table("assessments.csv", ResultRow)
    results: dict[tuple[str, str], tuple[ResultRow, Result]] = {}
    seen: set[tuple[str, str]] = set()
    for row in rows:
        key = (row.period.value, row.unit)
        if key in seen:
            folder.fault_twice(row, "unit", f"{row.period.label} {row.unit}")
        seen.add(key)
        folder.in_order(row, "assessed_on", "published_on")
        _check_points(folder, row)
        if result := _result(folder, row):
            results[key] = (row, result)
    folder.save(Result, [result for _row, result in results.values()])
    for row, result in results.values():
        _enter_result(folder, row, result)


def _result(folder: Folder, row: ResultRow) -> Result | None:
    office = folder.find("office", row.unit, row, "unit")
    if office is None:
        return None
    return Result(
        agency=folder.agency,
        year=folder.year,
        office=office,
        period=row.period,
        assessed_on=row.assessed_on,
        openness=row.score_openness,
        integrity=row.score_integrity,
        conduct=row.score_conduct,
        efficiency=row.score_efficiency,
        composite=row.composite,
        rank=row.rank,
        counted_in_post_target=row.counted_in_post_target,
        post_target_points=row.post_target_points,
        published_on=row.published_on,
    )


def _check_points(folder: Folder, row: ResultRow) -> None:
    """Say what is missing, and where a stated number differs from the computed one."""
    if row.counted_in_post_target and row.post_target_points is None:
        folder.fault(row, "post_target_points", _("A result that counts needs its points."))
    stated = {
        "composite": (
            row.composite,
            rules.composite(
                openness=row.score_openness,
                integrity=row.score_integrity,
                conduct=row.score_conduct,
                efficiency=row.score_efficiency,
            ),
        ),
        "post_target_points": (
            row.post_target_points,
            rules.post_target_points(row.score_openness),
        ),
    }
    for column, (number, found) in stated.items():
        if number is not None and rules.differs(number, found):
            reason = _("%(stated)s is stated, but the scores give %(found)s.")
            folder.warn(row, column, reason % {"stated": number, "found": f"{found:.2f}"})


def _enter_result(folder: Folder, row: ResultRow, result: Result) -> None:
    basis = "supervision.assessment"
    assessed = events.OfficeAssessed(row.unit, row.period, row.composite, row.rank)
    folder.enter(assessed, result, day=row.assessed_on, basis=basis, row=row)
    if row.published_on:
        shown = events.ResultPublished(row.unit, row.period, row.composite, row.rank)
        folder.enter(shown, result, day=row.published_on, basis=basis, row=row)
    if row.counted_in_post_target and row.post_target_points is not None:
        counted = events.ResultCounted(row.unit, row.period, row.post_target_points)
        day = row.published_on or row.assessed_on
        folder.enter(counted, result, day=day, basis=basis, row=row)


def _take_ledgers(folder: Folder) -> None:
    rows = folder.table("ledgers.csv", LedgerRow, key="ledger_id")
    ledgers = {}
    for row in rows:
        office = folder.find("office", row.unit, row, "unit")
        if office:
            ledgers[row.ledger_id] = StatisticalLedger(
                agency=folder.agency,
                code=row.ledger_id,
                name=row.name,
                office=office,
                source_file=row.source_file,
                records=row.records,
                records_found=_found_in_source(folder, row),
                opened_on=row.opened_on,
                basis=row.basis,
                checked_quarterly=row.checked_quarterly,
            )
    stored = folder.restate(StatisticalLedger, ledgers, begins=("opened_on",))
    for row in rows:
        if row.ledger_id in stored.told:
            event = events.StatisticalLedgerStated(row.ledger_id, row.name, row.records)
            day = max(row.opened_on, date(folder.year, 1, 1))
            about = stored.records[row.ledger_id]
            folder.enter(event, about, day=day, basis="organization.duty", row=row)


def _found_in_source(folder: Folder, row: LedgerRow) -> int | None:
    """Count the rows of the register that a ledger counts; say so where the number differs."""
    path = Path(row.source_file)
    if path.name != row.source_file or path.suffix != ".csv":
        return None
    try:
        found = sum(1 for _row in read_table(folder.path / path, ()))
    except Unreadable:
        folder.warn(row, "source_file", _("The register that it counts cannot be read."))
        return None
    if found != row.records:
        reason = _("%(stated)d records are stated, but the register has %(found)d.")
        folder.warn(row, "records", reason % {"stated": row.records, "found": found})
    return found


register(
    Intake(
        room="assessment",
        files=("assessments.csv", "ledgers.csv"),
        take=take,
        after=("organization",),
    )
)
