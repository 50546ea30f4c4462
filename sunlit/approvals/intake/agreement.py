"""That complaints and penalty cases name each other: one side is stored, both are checked."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from sunlit.complaints.models import Complaint
from sunlit.intake.folder import Folder
from sunlit.intake.rows import Code, Row

FILE = "complaints.csv"
NOTES = "complaint_penalty"


class _Complaint(Row):
    """What a complaint's row says of the case that it led to."""

    complaint_id: Code
    penalty_case_id: Code | None = None


def find_complaint(folder: Folder, code: str | None, row: Row) -> Complaint | None:
    """Return the complaint that a case names; None, with a fault, if they do not agree."""
    if not code:
        return None
    if code not in folder.shelf("complaint") and (earlier := _earlier(folder, code)):
        return earlier
    complaint = folder.find("complaint", code, row, "complaint_id")
    return complaint if isinstance(complaint, Complaint) else None


def check(folder: Folder, named: Mapping[str, str | None], rows: Mapping[str, Row]) -> None:
    """Say where a complaint and a penalty case of the folder do not name each other.

    `named` gives for each case the complaint that it names, `rows` where the case stands.
    """
    notes: Mapping[str, str] = folder.shelf(NOTES)
    told = set()
    for case, complaint in named.items():
        if complaint in folder.shelf("complaint") and notes.get(complaint) != case:
            reason = _("The complaint %(complaint)s does not name this case.")
            folder.fault(rows[case], "complaint_id", reason % {"complaint": complaint})
            told |= {case, notes.get(complaint)}
    lost = set()
    for complaint, case in notes.items():
        if case in told or named.get(case) == complaint:
            continue
        if case in named:
            reason = _(
                "The complaint %(complaint)s names this case, but the case does not name it."
            )
            folder.fault(rows[case], "complaint_id", reason % {"complaint": complaint})
        else:
            lost.add(complaint)
    if lost:
        _tell_lost(folder, lost)


def _tell_lost(folder: Folder, lost: set[str]) -> None:
    for row in folder.table(FILE, _Complaint):
        if row.complaint_id in lost:
            reason = _("There is no record %(code)s to refer to.")
            folder.fault(row, "penalty_case_id", reason % {"code": row.penalty_case_id})


def _earlier(folder: Folder, code: str) -> Complaint | None:
    """Return a complaint of an earlier year, whose row named no case of this one."""
    if folder.agency.pk is None:
        return None
    earlier = Complaint.objects.filter(agency=folder.agency, number=code, year__lt=folder.year)
    return earlier.order_by("-year").first()
