"""A published item as a file to keep: an editable document, a PDF, plain text."""

from django.http import HttpResponse
from django.utils.translation import gettext_lazy as _

from sunlit.design.markup import visible_text
from sunlit.disclosure.blocks import paper_blocks
from sunlit.disclosure.models import Item
from sunlit.files.docx import write_docx
from sunlit.files.paper import Block, Heading, Paper, Paragraph, Signature, Span, day_in_words
from sunlit.files.pdf import write_pdf

LANGUAGE = "zh-hans"  # an item speaks the language of its record
FORMATS = (("docx", _("Word")), ("pdf", _("PDF")), ("txt", _("plain text")))
_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def answer(item: Item, ending: str) -> HttpResponse | None:
    """Return an item as a file of this kind; None for a kind that is not offered."""
    if ending == "txt":
        return _file(item, ending, _plain(item).encode(), "text/plain; charset=utf-8")
    if ending == "docx":
        return _file(item, ending, write_docx(paper(item)), _DOCX)
    if ending == "pdf":
        return _file(item, ending, write_pdf(paper(item)), "application/pdf")
    return None


def paper(item: Item) -> Paper:
    """Return an item as a document: its text, and under it what names it."""
    made_on = day_in_words(item.made_on, LANGUAGE)
    told = f"索引号：{item.index_number}  发布日期：{item.published_on}{_changed(item)}"
    return Paper(
        title=item.title,
        agency=item.agency.name,
        day=item.published_on or item.made_on,
        language=LANGUAGE,
        number=item.document_number,
        blocks=(
            *_blocks(item),
            Signature((item.agency.name, made_on)),
            Paragraph((Span(told),), note=True),
        ),
    )


def _blocks(item: Item) -> list[Block]:
    text = paper_blocks(item.body)
    if item.rule:
        text += [Heading(1, item.rule.name), *paper_blocks(item.rule.body)]
    return text


def _plain(item: Item) -> str:
    head = [item.title, item.document_number, f"索引号：{item.index_number}"]
    foot = [item.agency.name, day_in_words(item.made_on, LANGUAGE)]
    told = f"发布日期：{item.published_on}{_changed(item)}"
    return "\n".join([*(line for line in head if line), "", *_lines(item), "", *foot, told, ""])


def _changed(item: Item) -> str:
    return f"  文本变更日期：{item.revised_on}" if item.revised_on else ""


def _lines(item: Item) -> list[str]:
    body = f"{item.body}\n{item.rule.body}" if item.rule else item.body
    return visible_text(body).splitlines()


def _file(item: Item, ending: str, content: bytes, kind: str) -> HttpResponse:
    name = item.index_number.replace("/", "-")
    disposition = f'attachment; filename="{name}.{ending}"'
    return HttpResponse(content, kind, headers={"Content-Disposition": disposition})
