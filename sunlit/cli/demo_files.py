"""The files that the demonstration attaches: made when it is loaded, from what its matters say."""

import io
from datetime import date
from typing import Any

import xlsxwriter
from django.core.files.uploadedfile import SimpleUploadedFile

from sunlit.disclosure.blocks import paper_blocks
from sunlit.files.docx import write_docx
from sunlit.files.paper import Paper


def made(file: dict[str, Any], *, agency: str, day: date) -> SimpleUploadedFile:
    """Make a file: a workbook from `rows`, a document of Word from a `text` in light markup."""
    name = str(file["name"])
    if "rows" in file:
        return SimpleUploadedFile(name, _workbook(name, file["rows"]))
    paper = Paper(
        title=name.rpartition(".")[0],
        agency=agency,
        day=day,
        language="zh-hans",
        blocks=tuple(paper_blocks(file["text"])),
    )
    return SimpleUploadedFile(name, write_docx(paper))


def _workbook(name: str, rows: list[list[Any]]) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet(name.rpartition(".")[0][:31])
        head = book.add_format({"bold": True, "bottom": 1})
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row, None if at else head)
        sheet.set_column(0, len(rows[0]) - 1, 22)
        sheet.freeze_panes(1, 0)
    return content.getvalue()
