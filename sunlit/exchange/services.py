"""The bulk acts of the machine doors: taking a year of records in."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from sunlit import statutes
from sunlit.intake.faults import Fault, FolderRefused
from sunlit.intake.folder import Folder, Progress, find_year, no_progress
from sunlit.intake.intake import FILE as ORGANIZATION_FILE
from sunlit.intake.registry import in_order
from sunlit.intake.tables import Unreadable, read_document
from sunlit.ledger.services import record
from sunlit.organization.events import YearTakenIn
from sunlit.organization.models import Agency, LoadedYear
from sunlit.organization.services import records_post


@dataclass(frozen=True)
class Loaded:
    """What was taken in."""

    agency: Agency
    year: int
    rows: int
    acts: int
    warnings: tuple[Fault, ...]


@transaction.atomic(durable=True)
def load_year(
    path: Path, *, today: date, agency_code: str = "", progress: Progress = no_progress
) -> Loaded:
    """Take a folder with a year of records in: all of it, or nothing and every fault named."""
    try:
        year = find_year(path)
        code = agency_code or _agency_code(path)
    except Unreadable as error:
        raise FolderRefused([error.fault]) from None
    folder = Folder(path, year=year, progress=progress)
    folder.agency, _is_new = Agency.objects.get_or_create(code=code, defaults={"index_code": code})
    folder.by = records_post(folder.agency, today=today)
    _refuse_a_second_time(folder)
    for intake in in_order():
        intake.take(folder)
    folder.refuse_loose_links()
    if folder.faults:
        raise FolderRefused(folder.faults)
    acts = folder.write_ledger()
    loaded = LoadedYear.objects.create(agency=folder.agency, year=year, by=folder.by)
    files = tuple(sorted(file for intake in in_order() for file in intake.files))
    record(
        YearTakenIn(year=year, rows=folder.rows_read, files=files),
        about=loaded,
        by=folder.by,
        day=today,
        basis=statutes.provision("organization.duty", on=today),
    )
    return Loaded(folder.agency, year, folder.rows_read, acts + 1, tuple(folder.warnings))


def is_loaded(path: Path, *, agency_code: str = "") -> bool:
    """Say whether the year that a folder holds has already been taken in for its agency."""
    try:
        year, code = find_year(path), agency_code or _agency_code(path)
    except Unreadable as error:
        raise FolderRefused([error.fault]) from None
    return LoadedYear.objects.filter(agency__code=code, year=year).exists()


def _agency_code(path: Path) -> str:
    values = read_document(path / ORGANIZATION_FILE).values
    bureau = values.get("bureau") if isinstance(values, dict) else None
    code = bureau.get("code") if isinstance(bureau, dict) else None
    if not code:
        reason = _("A value is required here.")
        raise Unreadable(Fault(ORGANIZATION_FILE, 1, "bureau.code", reason))
    return str(code)


def _refuse_a_second_time(folder: Folder) -> None:
    if LoadedYear.objects.filter(agency=folder.agency, year=folder.year).exists():
        reason = _("The year %(year)d of %(agency)s has already been taken in.")
        values = {"year": folder.year, "agency": folder.agency.name or folder.agency.code}
        raise FolderRefused([Fault(str(folder.path.name), 0, "", reason % values)])
