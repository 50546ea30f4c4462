"""Files for tests, and the way of an item with a file through the gate."""

import io

import xlsxwriter
from PIL import Image

from sunlit.disclosure import services
from sunlit.disclosure.uploads import take_in
from tests.disclosure import factories
from tests.disclosure.factories import TODAY

ID = "11010519491231002X"  # a valid checksum, of nobody
PRIVATE = "不予公开的名单"


def workbook(*cells, hidden=(PRIVATE,)):
    """Return a workbook with a sheet to be seen and one that is hidden."""
    content = io.BytesIO()
    book = xlsxwriter.Workbook(content, {"in_memory": True})
    sheet = book.add_worksheet("检修表")
    for row, cell in enumerate(cells or ("车辆", "状况")):
        sheet.write(row, 0, cell)
    if hidden:
        other = book.add_worksheet("底稿")
        other.write(0, 0, hidden[0])
        other.hide()
    book.close()
    return content.getvalue()


def picture(colour="white"):
    """Return a small picture."""
    content = io.BytesIO()
    Image.new("RGB", (8, 8), colour).save(content, "PNG")
    return content.getvalue()


def attach(item, name="检修表.xlsx", content=None, description="", by=None):
    """Attach a file to an item, as its drafter."""
    upload = take_in(name, workbook() if content is None else content)
    by = by or item.review.drafter
    return services.attach_file(
        record_id=item.pk, by=by, today=TODAY, file=upload, description=description
    )


def through_the_gate(item):
    """Take an item to its approval."""
    services.section_review(record_id=item.pk, by=factories.head(), today=TODAY)
    services.secrecy_review(record_id=item.pk, by=factories.reviewer(), today=TODAY, finding="ok")
    return services.approve(
        record_id=item.pk, by=factories.approver(), today=TODAY, decision="publish"
    )


def publish(item):
    """Publish an item."""
    return services.publish(record_id=item.pk, by=factories.clerk(), today=TODAY)
