"""Reads a DOCX as a record's title and text; what could not be taken over is said."""

from dataclasses import dataclass
from datetime import date

from sunlit.design.markup.writing import written
from sunlit.files.cleaning import Kind, Removed, clean
from sunlit.files.docx_in.body import Body
from sunlit.files.docx_in.headings import with_headings
from sunlit.files.docx_in.heads import Head, found_head
from sunlit.files.docx_in.opening import Opened
from sunlit.files.docx_in.pictures import Picture
from sunlit.kernel.wording import Wording

_NOTES = {
    Kind.COMMENTS: Wording("批注未导入。", "Comments were left out."),
    Kind.CHANGES: Wording(
        "文件有修订痕迹：已按“接受全部修订”导入，请核对。",
        "The file has tracked changes: all were accepted; look through the text.",
    ),
    Kind.HIDDEN_TEXT: Wording("隐藏文字未导入。", "Hidden text was left out."),
    Kind.HIDDEN_SHAPES: Wording("隐藏的图形未导入。", "Hidden shapes were left out."),
    Kind.EMBEDDED: Wording(
        "嵌入的对象未导入，请另作附件上传。",
        "Embedded objects were left out: upload them as attachments.",
    ),
}


@dataclass(frozen=True, slots=True)
class Imported:
    """What a DOCX gives a record; `notes` say what was left out or must be looked at.

    `text` is light markup; it names its pictures as `attachment:NAME`, each one of `pictures`.
    """

    title: str
    text: str
    document_number: str
    made_on: date | None
    pictures: tuple[Picture, ...]
    notes: tuple[Wording, ...]


def read_docx(data: bytes, name: str = "text.docx") -> Imported:
    """Return what a DOCX says; raises the refusals of `cleaning.clean`.

    It is cleaned first: its text is what would be printed, all changes accepted.
    """
    cleaned = clean(name, data)
    opened = Opened(cleaned.data)
    body = Body(opened)
    paragraphs = body.read()
    head = found_head(paragraphs)
    blocks = [*with_headings(head.rest), *body.footnotes()]
    return Imported(
        head.title,
        written(blocks),
        head.document_number,
        head.made_on,
        tuple(body.pictures.taken),
        tuple(_notes(cleaned.removed, body, head)),
    )


def _notes(removed: tuple[Removed, ...], body: Body, head: Head) -> list[Wording]:
    kinds = {one.kind for one in removed}
    notes = [note for kind, note in _NOTES.items() if kind in kinds]
    if not head.title_is_sure:
        notes.append(
            Wording(
                "未找到标题，取了首行，请核对。", "No title was found: the first line was taken."
            )
        )
    return [*notes, *body.notes()]
