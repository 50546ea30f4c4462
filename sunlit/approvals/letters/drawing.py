"""A letter as a file to keep: DOCX and PDF, drawn from the words that were written."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext_lazy as _

from sunlit.approvals.letters.values import LANGUAGE
from sunlit.approvals.letters.words import Words
from sunlit.approvals.models import Letter
from sunlit.files.docx import write_docx
from sunlit.files.paper import Block, Paper, Paragraph, Signature, Span, Table
from sunlit.files.pdf import write_pdf

KINDS = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
FORMATS = (("docx", _("Word")), ("pdf", _("PDF")))


def file_of(letter: Letter, ending: str) -> tuple[str, str, bytes]:
    """Return a letter's name, media type and bytes as a file of this ending, docx or pdf."""
    drawn = paper(letter.said, letter.dated_on)
    content = write_docx(drawn) if ending == "docx" else write_pdf(drawn)
    name = f"{letter.said.title} {letter.number}".replace("/", "-")
    return f"{name}.{ending}", KINDS[ending], content


def paper(words: Words, day: date) -> Paper:
    """Return the words of a letter as a document."""
    return Paper(
        title=words.title,
        agency=words.agency,
        number=words.number,
        day=day,
        language=LANGUAGE,
        blocks=tuple(_blocks(words)),
        letter=True,
    )


def _blocks(words: Words) -> Iterator[Block]:
    for kind, group in words.groups:
        match kind:
            case "row":
                rows = tuple((line.label, line.text) for line in group)
                yield Table("", ("项目", "内容"), rows, widths=(2, 5))
            case "sign":
                yield Signature(tuple(line.text for line in group))
            case _:
                for line in group:
                    yield Paragraph((Span(line.text),), flush=kind == "to")
