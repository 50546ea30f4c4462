"""What a PDF holds: its text, text under boxes or in white, notes, attachments, properties."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
from pypdfium2 import raw

from sunlit.kernel.wording import Wording
from sunlit.screening.images import of_xmp
from sunlit.screening.parts import Part, hidden, metadata, unreadable

_OPAQUE = 250
_WHITE = 250
# A line under a word, or the edge of a table, covers nothing.
_LEAST_HEIGHT = 3.0
_PASSWORD = 4
_SHAPES = (raw.FPDF_ANNOT_SQUARE, raw.FPDF_ANNOT_REDACT)
_SILENT = (raw.FPDF_ANNOT_LINK, raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_POPUP)

Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Something drawn on a page, in the order of drawing."""

    box: Box
    kind: int
    colour: tuple[int, int, int, int]
    mode: int = 0


def parts(name: str, content: bytes) -> Iterator[Part]:
    """Yield the parts of a PDF; raises a refusal for one that cannot be read."""
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as fault:
        if getattr(fault, "err_code", 0) == _PASSWORD:
            raise unreadable(name, "文件已加密", "it is encrypted") from None
        raise unreadable(name, "文件已损坏", "the file is damaged") from None
    try:
        for number in range(len(document)):
            yield from _page(document, number)
        yield from _properties(document)
    finally:
        document.close()
    yield from of_xmp(content)


def _page(document: pdfium.PdfDocument, number: int) -> Iterator[Part]:
    place = Wording(f"第{number + 1}页", f"page {number + 1}")
    page = document[number]
    words = page.get_textpage()
    yield Part(words.get_text_range().replace("\r\n", "\n"), place)
    drawn = [_seen(one) for one in page.get_objects(max_depth=1)]
    for box in [*_covering(drawn), *_marked(page)]:
        text = words.get_text_bounded(*box)
        if text.strip():
            yield hidden(text, _at(place, "色块下的文字", "text under a box"))
    for box in _unseen(drawn):
        text = words.get_text_bounded(*box)
        if text.strip():
            yield hidden(text, _at(place, "看不见的文字", "text that is not seen"), confidence=0.6)
    for text in _notes(page):
        yield hidden(text, _at(place, "批注", "note"))
    words.close()
    page.close()


def _at(place: Wording, zh: str, en: str) -> Wording:
    return Wording(f"{place.zh}{zh}", f"{place.en}, {en}")


def _seen(one: pdfium.PdfObject) -> _Drawn:
    box = one.get_bounds()
    signs = [ctypes.c_uint() for _sign in "RGBA"]
    known = raw.FPDFPageObj_GetFillColor(one, *(ctypes.byref(sign) for sign in signs))
    red, green, blue, alpha = (sign.value for sign in signs)
    mode = 0
    if one.type == raw.FPDF_PAGEOBJ_TEXT:
        mode = raw.FPDFTextObj_GetTextRenderMode(one)
    elif one.type == raw.FPDF_PAGEOBJ_PATH:
        fill, stroke = ctypes.c_int(), ctypes.c_int()
        raw.FPDFPath_GetDrawMode(one, ctypes.byref(fill), ctypes.byref(stroke))
        mode = fill.value
    return _Drawn(box, one.type, (red, green, blue, alpha) if known else (0, 0, 0, 0), mode)


def _covering(drawn: list[_Drawn]) -> Iterator[Box]:
    """Yield the opaque boxes that were drawn over a text."""
    texts: list[Box] = []
    for one in drawn:
        if one.kind == raw.FPDF_PAGEOBJ_TEXT:
            texts.append(one.box)
        elif (
            one.kind == raw.FPDF_PAGEOBJ_PATH
            and one.mode
            and one.colour[3] >= _OPAQUE
            and one.box[3] - one.box[1] > _LEAST_HEIGHT
            and any(_covers(one.box, text) for text in texts)
        ):
            yield one.box


def _covers(box: Box, text: Box) -> bool:
    """Whether a box hides the middle of a line of text, over more than its edge."""
    middle = (text[1] + text[3]) / 2
    across = min(box[2], text[2]) - max(box[0], text[0])
    return box[1] <= middle <= box[3] and across > min(_LEAST_HEIGHT, (text[2] - text[0]) / 2)


def _unseen(drawn: list[_Drawn]) -> Iterator[Box]:
    """Yield the texts in white with nothing behind, and those that are not painted at all."""
    behind: list[Box] = []
    # A scan with its text recognized has an unpainted text over the picture: that is seen.
    scanned = any(one.kind == raw.FPDF_PAGEOBJ_IMAGE for one in drawn)
    for one in drawn:
        if one.kind != raw.FPDF_PAGEOBJ_TEXT:
            behind.append(one.box)
            continue
        white = min(one.colour[:3]) >= _WHITE and one.colour[3] >= _OPAQUE
        unpainted = one.mode == raw.FPDF_TEXTRENDERMODE_INVISIBLE and not scanned
        if unpainted or (white and not any(_covers(box, one.box) for box in behind)):
            yield one.box


def _annotations(page: pdfium.PdfPage) -> Iterator[raw.FPDF_ANNOTATION]:
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, index)
        if note:
            yield note
            raw.FPDFPage_CloseAnnot(note)


def _marked(page: pdfium.PdfPage) -> Iterator[Box]:
    """Yield the boxes laid on the page as annotations, filled with a colour."""
    for note in _annotations(page):
        if raw.FPDFAnnot_GetSubtype(note) not in _SHAPES:
            continue
        signs = [ctypes.c_uint() for _sign in "RGBA"]
        colour = raw.FPDFANNOT_COLORTYPE_InteriorColor
        filled = raw.FPDFAnnot_GetColor(note, colour, *(ctypes.byref(sign) for sign in signs))
        box = raw.FS_RECTF()
        if filled and raw.FPDFAnnot_GetRect(note, ctypes.byref(box)):
            yield box.left, box.bottom, box.right, box.top


def _notes(page: pdfium.PdfPage) -> Iterator[str]:
    for note in _annotations(page):
        if raw.FPDFAnnot_GetSubtype(note) not in _SILENT:
            text = _string(note, b"Contents").strip()
            if text:
                yield text


def _string(note: raw.FPDF_ANNOTATION, key: bytes) -> str:
    size = raw.FPDFAnnot_GetStringValue(note, key, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pointer = ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR))
    raw.FPDFAnnot_GetStringValue(note, key, pointer, size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0")


def _properties(document: pdfium.PdfDocument) -> Iterator[Part]:
    told = document.get_metadata_dict(skip_empty=True)
    found = metadata(told.pop("Author", ""), Wording("文件属性：作者", "property: author"))
    if found:
        yield found
    words = "\n".join(told.get(key, "") for key in ("Title", "Subject", "Keywords"))
    if words.strip():
        yield Part(words, Wording("文件属性", "properties"))
    for index in range(document.count_attachments()):
        name = document.get_attachment(index).get_name()
        yield hidden(name, Wording("附在文件内的文件", "attached file"))
