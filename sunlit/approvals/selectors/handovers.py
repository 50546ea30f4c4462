"""The file that leaves for the credit platform: made from the records that go along."""

from sunlit.approvals.models import Handover, SheetForm
from sunlit.approvals.publicity import files
from sunlit.approvals.publicity.sheets import Decisions, sheet
from sunlit.approvals.selectors.publicity import publicity_records, unmasked_rows

MEDIA_TYPES = {
    SheetForm.XLSX: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    SheetForm.CSV: "text/csv",
}


def of_handover(handover: Handover) -> tuple[str, str, bytes]:
    """Return the name, kind and bytes of the file of a handover: no name or number is masked."""
    found = publicity_records(handover.agency).filter(handover=handover)
    rows = unmasked_rows(found.order_by("decided_on", "pk"), version=handover.sheet)
    columns = sheet(Decisions(handover.kind), handover.sheet)
    header = files.Header(handover.header)
    name = f"{handover.kind}-{handover.handed_over_on:%Y-%m-%d}-{handover.pk}.{handover.form}"
    if handover.form == SheetForm.CSV:
        content = "".join(files.csv_lines(columns, rows, header)).encode()
    else:
        content = files.workbook(columns, rows, header, title=name).read()
    return name, MEDIA_TYPES[SheetForm(handover.form)], content
