"""That complaints and penalty cases name each other: one side is stored, both are checked."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from sunlit.approvals import rules
from sunlit.complaints.models import Complaint
from sunlit.intake.folder import Folder
from sunlit.intake.rows import Code, Row

FILE = "complaints.csv"
NOTES = "complaint_penalty"


class _ComplaintRow(Row):
    """What a complaint's row says of the case that it led to."""

    complaint_id: Code
    penalty_case_id: Code | None = None


def find_complaint(folder: Folder, code: str | None, row: Row) -> Complaint | None:
    """Return the complaint that a case names, of the folder or of an earlier year."""
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
    cases = {case: {code} if code else set() for case, code in named.items()}
    complaints = {code: {notes[code]} if code in notes else set()
                  for code in folder.shelf("complaint")}  # fmt: skip
    told: dict[str, str] = {}
    for complaint, case in notes.items():
        if case not in cases:
            told[complaint] = _("There is no record %(code)s to refer to.") % {"code": case}
    one_sided = _("%(this)s names %(that)s, but %(that)s does not name it.")
    for case, complaint in rules.unreturned(cases, complaints):
        reason = one_sided % {"this": case, "that": complaint}
        folder.fault(rows[case], "complaint_id", reason)
        if not complaints[complaint]:
            told[complaint] = reason
    for complaint, case in rules.unreturned(complaints, cases):
        told[complaint] = reason = one_sided % {"this": complaint, "that": case}
        if not cases[case]:
            folder.fault(rows[case], "complaint_id", reason)
    if told:
        _tell(folder, told)


def _tell(folder: Folder, told: Mapping[str, str]) -> None:
    for row in folder.table(FILE, _ComplaintRow):
        if row.complaint_id in told:
            folder.fault(row, "penalty_case_id", told[row.complaint_id])


def _earlier(folder: Folder, code: str) -> Complaint | None:
    """Return a complaint of an earlier year, whose row named no case of this one."""
    if folder.agency.pk is None:
        return None
    earlier = Complaint.objects.filter(agency=folder.agency, number=code, year__lt=folder.year)
    return earlier.order_by("-year").first()
