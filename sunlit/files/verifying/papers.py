"""Looks through a cleaned PDF."""

import ctypes
import re

import pypdfium2 as pdfium
from pypdfium2 import raw

from sunlit.files.verifying.finding import demand

_TELLING = re.compile(
    rb"/(?:JavaScript|JS|EmbeddedFiles?|OpenAction|Launch|RichMedia|PieceInfo|AcroForm|XFA|OCProperties)"
    rb"\b|<x:xmpmeta"
)
# How far two greys may lie apart, and in how many points of a page they may be farther.
_FAR, _FEW = 96, 12
_LINK = raw.FPDF_ANNOT_LINK


def verify(before: bytes, after: bytes) -> None:
    """Demand that a PDF has the pages and words that it had, and nothing beside them."""
    old, new = pdfium.PdfDocument(before), pdfium.PdfDocument(after)
    try:
        demand(len(old) == len(new), "页数不一致", "the number of its pages changed")
        demand(not any(new.get_metadata_dict().values()), "仍有文件属性", "it tells its author")
        demand(not new.count_attachments(), "仍有附带的文件", "a file is attached to it")
        demand(not raw.FPDFDoc_GetJavaScriptActionCount(new), "仍有脚本", "it holds a script")
        demand(new.get_formtype() == raw.FORMTYPE_NONE, "仍有表单", "it has a form")
        demand(after.count(b"%%EOF") == 1, "仍有以前的版本", "it holds an earlier version")
        demand(not _TELLING.search(after), "仍有附带的内容", "something is still beside its pages")
        layers = b"/OCProperties" in before or b"/OCG" in before
        for number in range(len(new)):
            _verify_page(old[number], new[number], layers=layers or b"/ObjStm" in before)
    finally:
        old.close()
        new.close()


def _verify_page(old: pdfium.PdfPage, new: pdfium.PdfPage, *, layers: bool) -> None:
    for index in range(raw.FPDFPage_GetAnnotCount(new)):
        note = raw.FPDFPage_GetAnnot(new, index)
        kind = raw.FPDFAnnot_GetSubtype(note)
        raw.FPDFPage_CloseAnnot(note)
        demand(kind == _LINK, "仍有批注", "it has notes")
    demand(old.get_size() == new.get_size(), "页面大小不一致", "the size of a page changed")
    was, now = ("".join(_text(page).split()) for page in (old, new))
    fields = _values(old)
    lost = [one for one in fields if "".join(one.split()) not in now]
    demand(not lost, "填写的内容未能保留", "what was filled into its form would be lost")
    if was != now:  # a field adds its words, a hidden layer takes its own: the rest must stand
        demand(fields or layers, "清理前后可见的文字不一致", "what is seen of it changed")
        demand_same_picture(old, new, may_darken=bool(fields))


def _values(page: pdfium.PdfPage) -> list[str]:
    """Return what is filled into the fields of a page that are shown."""
    values = []
    for index in range(raw.FPDFPage_GetAnnotCount(page)):
        note = raw.FPDFPage_GetAnnot(page, index)
        shown = not raw.FPDFAnnot_GetFlags(note) & (raw.FPDF_ANNOT_FLAG_HIDDEN | 1)
        if raw.FPDFAnnot_GetSubtype(note) == raw.FPDF_ANNOT_WIDGET and shown:
            size = raw.FPDFAnnot_GetStringValue(note, b"V", None, 0)
            buffer = ctypes.create_string_buffer(size)
            pointer = ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR))
            raw.FPDFAnnot_GetStringValue(note, b"V", pointer, size)
            values.append(buffer.raw.decode("utf-16-le", "replace").rstrip("\0"))
        raw.FPDFPage_CloseAnnot(note)
    return values


def demand_same_picture(old: pdfium.PdfPage, new: pdfium.PdfPage, *, may_darken: bool) -> None:
    """Demand that a page looks as it did, notes apart; a form may have darkened it."""
    scale = min(2.0, 1000 / max(old.get_size()))
    was, now = (
        page.render(scale=scale, may_draw_forms=False, draw_annots=False).to_pil().convert("L")
        for page in (old, new)
    )
    pairs = zip(was.tobytes(), now.tobytes(), strict=True)
    changed = sum(1 for a, b in pairs if b > a + _FAR or (not may_darken and a > b + _FAR))
    demand(changed <= _FEW, "页面外观不一致", "a page looks otherwise")


def _text(page: pdfium.PdfPage) -> str:
    words = page.get_textpage()
    try:
        return str(words.get_text_range())
    finally:
        words.close()
