"""Cleans a PDF: written anew with its pages as they are printed, and nothing beside them."""

import io
import zlib
from collections.abc import Iterator
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from sunlit.files.cleaning import images
from sunlit.files.cleaning.kinds import MOST, Kind, NotTaken, Removals, damaged, refused, swollen
from sunlit.files.cleaning.layers import drop_hidden_layers
from sunlit.kernel.wording import Wording

OBJECTS = 500_000
"""The most objects of a PDF."""
PAGES = 5_000
"""The most pages of a PDF."""

_ANYWHERE = {
    "/PieceInfo": Kind.DATA,
    "/Metadata": Kind.PROPERTIES,
    "/AA": Kind.SCRIPTS,
    "/Thumb": Kind.PROPERTIES,
    "/LastModified": Kind.PROPERTIES,
    "/JS": Kind.SCRIPTS,
    "/EmbeddedFile": Kind.EMBEDDED,
    "/AF": Kind.EMBEDDED,
    "/Measure": Kind.DATA,
    "/OPI": Kind.LINKS,
}
_ROOT = {
    "/OpenAction": Kind.SCRIPTS,
    "/Threads": Kind.DATA,
    "/SpiderInfo": Kind.DATA,
    "/Perms": Kind.DATA,
    "/DSS": Kind.DATA,
    "/Requirements": Kind.DATA,
    "/URI": Kind.LINKS,
    "/Extensions": Kind.DATA,
    "/Legal": Kind.DATA,
}
_NAMES_KEPT = ("/Dests",)
_FOLLOWED = ("http://", "https://", "mailto:")


def cleaned(data: bytes, removals: Removals) -> bytes:
    """Return a PDF as it is printed."""
    try:
        with pikepdf.open(io.BytesIO(data), inherit_page_attributes=True) as document:
            _refuse(document)
            if data.rstrip().count(b"%%EOF") > 1 and b"/Linearized" not in data[:2048]:
                removals.add(Kind.EARLIER)
            _clean(document, removals)
            stream = io.BytesIO()
            document.remove_unreferenced_resources()
            document.save(
                stream,
                deterministic_id=True,
                object_stream_mode=pikepdf.ObjectStreamMode.generate,
                compress_streams=True,
                min_version="1.7",
            )
            return stream.getvalue()
    except pikepdf.PasswordError:
        raise _locked() from None
    except NotTaken:
        raise
    except (pikepdf.PdfError, ValueError, TypeError, KeyError, AttributeError, RuntimeError):
        raise damaged() from None


def _locked() -> NotTaken:
    return refused(
        "PDF 已加密。",
        "The PDF is encrypted.",
        Wording("请取消密码后重新上传。", "Unlock it and try again."),
    )


def _refuse(document: Pdf) -> None:
    if document.is_encrypted:
        raise _locked()
    if len(document.objects) > OBJECTS or len(document.pages) > PAGES:
        raise swollen()
    root = document.Root
    if "/Collection" in root:
        raise refused(
            "PDF 是文件包，内含多个文件。",
            "The PDF is a portfolio of several files.",
            Wording("请逐个上传其中的文件。", "Upload the files in it one by one."),
        )
    form = root.get("/AcroForm")
    if form is not None and "/XFA" in form:
        raise refused(
            "PDF 是动态表单（XFA），无法清理。",
            "The PDF is a dynamic form (XFA) and cannot be cleaned.",
            Wording("请打印为 PDF 后重新上传。", "Print it to PDF and try again."),
        )


def _clean(document: Pdf, removals: Removals) -> None:
    _clean_root(document, removals)
    for page in document.pages:
        _clean_notes(page.obj, removals)
    _flatten_form(document, removals)
    drop_hidden_layers(document, removals)
    for one in document.objects:
        if isinstance(one, Dictionary | pikepdf.Stream):
            _clean_object(one, removals)


def _clean_root(document: Pdf, removals: Removals) -> None:
    root = document.Root
    if "/Info" in document.trailer:
        removals.add(Kind.PROPERTIES, str(document.docinfo.get("/Author", "")))
        del document.trailer["/Info"]
    for key, kind in _ROOT.items():
        if key in root:
            _note(removals, kind, key)
            del root[key]
    names = root.get("/Names")
    if names is not None:
        for key in [key for key in dict(names.items()) if key not in _NAMES_KEPT]:
            removals.add(Kind.EMBEDDED if key == "/EmbeddedFiles" else Kind.SCRIPTS)
            del names[key]
    outline = root.get("/Outlines")
    for entry in _outline(outline) if outline is not None else ():
        if "/A" in entry and not _is_followed(entry["/A"]):
            removals.add(Kind.LINKS)
            del entry["/A"]


def _note(removals: Removals, kind: Kind, key: str) -> None:
    # Programs write where the first page opens into every file: that is no finding.
    if key not in ("/OpenAction", "/Extensions", "/Measure"):
        removals.add(kind)


def _outline(outline: Object) -> Iterator[Object]:
    waiting, seen = [outline], 0
    while waiting and seen < OBJECTS:
        entry = waiting.pop()
        seen += 1
        yield entry
        waiting += [entry[key] for key in ("/First", "/Next") if key in entry]


def _clean_notes(page: Object, removals: Removals) -> None:
    """Keep the links of a page, and the fields of a form until they are flattened."""
    kept = []
    for note in page.get("/Annots", []):
        kind = str(note.get("/Subtype", ""))
        if kind == "/Widget":
            kept.append(note)
        elif kind == "/Link":
            if "/A" in note and not _is_followed(note["/A"]):
                removals.add(Kind.LINKS)
                continue
            for key in ("/PA", "/Contents", "/NM", "/M", "/T"):
                if key in note:
                    del note[key]
            kept.append(note)
        else:
            is_file = kind in (
                "/FileAttachment",
                "/RichMedia",
                "/Screen",
                "/Movie",
                "/Sound",
                "/3D",
            )
            what = Kind.EMBEDDED if is_file else Kind.COMMENTS
            if kind != "/Popup":
                removals.add(what, "" if is_file else str(note.get("/Contents", "")))
    if kept:
        page["/Annots"] = Array(kept)
    elif "/Annots" in page:
        del page["/Annots"]


def _is_followed(action: Object) -> bool:
    if "/Next" in action:
        return False
    kind = str(action.get("/S", ""))
    if kind == "/URI":
        return str(action.get("/URI", "")).lower().startswith(_FOLLOWED)
    return kind in ("/GoTo", "/Named")


def _flatten_form(document: Pdf, removals: Removals) -> None:
    """Draw the fields of a form onto their pages, as they are filled in."""
    root = document.Root
    widgets = [
        note
        for page in document.pages
        for note in page.obj.get("/Annots", [])
        if note.get("/Subtype") == Name.Widget
    ]
    if widgets and "/AcroForm" in root:
        removals.add(Kind.FORMS, count=len(widgets))
        # Where each field has its picture, that is what the reader sees; else one is drawn.
        if all("/AP" in one for one in widgets if _is_filled_in(one)):
            root.AcroForm.NeedAppearances = False
        else:
            root.AcroForm.NeedAppearances = True
            document.generate_appearance_streams()
        document.flatten_annotations("all")
        for page in document.pages:
            kept = [one for one in page.obj.get("/Annots", []) if one.get("/Subtype") == Name.Link]
            if "/Annots" in page.obj:
                page.obj["/Annots"] = Array(kept)
    if "/AcroForm" in root:
        del root["/AcroForm"]


def _is_filled_in(widget: Object) -> bool:
    return "/V" in widget or "/V" in widget.get("/Parent", Dictionary())


def _clean_object(one: Any, removals: Removals) -> None:
    for key, kind in _ANYWHERE.items():
        if key in one:
            _note(removals, kind, key)
            del one[key]
    if isinstance(one, pikepdf.Stream):
        _clean_picture(one, removals)


def _clean_picture(one: pikepdf.Stream, removals: Removals) -> None:
    """Clean a photograph, as it is or packed once more."""
    filters = one.get("/Filter", Array())
    names = [str(name) for name in filters] if isinstance(filters, Array) else [str(filters)]
    settings: Any = one.get("/DecodeParms")
    raw = one.read_raw_bytes() if names[-1:] == ["/DCTDecode"] else b""
    try:
        if names == ["/FlateDecode", "/DCTDecode"]:
            raw, settings = zlib.decompressobj().decompress(raw, MOST), None
        elif names != ["/DCTDecode"]:
            return
        kept = images.drawing_of(raw, removals)
    except (NotTaken, zlib.error):
        return  # what does not follow the rules of JPEG is left to its reader
    if kept != raw:
        one.write(kept, filter=Name.DCTDecode, decode_parms=settings)
