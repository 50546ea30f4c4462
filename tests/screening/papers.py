"""Files for the tests of screening, each made with what offices leave in theirs."""

import io
import zipfile

import pikepdf
import xlsxwriter
from docx import Document
from docx.oxml import parse_xml
from PIL import ExifTags, Image

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_FONT = b"BT /F1 12 Tf %d %d Td (%s) Tj ET\n"


def docx(*runs, header="", author="", comment=""):
    """A DOCX of one paragraph whose runs are given as XML."""
    document = Document()
    document.core_properties.author = author
    document.core_properties.last_modified_by = ""
    paragraph = document.add_paragraph("本局公告。")
    for run in runs:
        paragraph._p.append(parse_xml(run))
    if comment:
        document.add_comment(paragraph.runs, text=comment, author="")
    if header:
        document.sections[0].header.paragraphs[0].text = header
    return _bytes(document.save)


def run(text, properties=""):
    """A run with its properties."""
    return f"<w:r {_W}><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def deleted(text):
    """A deletion that was tracked and not accepted."""
    return f'<w:del {_W} w:id="1" w:author="x"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def inserted(text):
    """An insertion that was tracked and not accepted."""
    return f'<w:ins {_W} w:id="2" w:author="x"><w:r><w:t>{text}</w:t></w:r></w:ins>'


def xlsx(rows, *, hidden_rows=(), hidden_columns=(), hidden_sheet=None, comment="", author=""):
    """An XLSX of one sheet, and perhaps a hidden one of one cell."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"author": author})
        sheet = book.add_worksheet("名单")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
        for number in hidden_rows:
            sheet.set_row(number, None, None, {"hidden": True})
        for number in hidden_columns:
            sheet.set_column(number, number, None, None, {"hidden": True})
        if comment:
            sheet.write_comment(0, 0, comment, {"author": ""})
        if hidden_sheet:
            other = book.add_worksheet("底稿")
            other.write(0, 0, hidden_sheet)
            other.hide()
    return stream.getvalue()


def pdf(content, *, author="", note="", box=None, attachment=""):
    """A PDF of one page with this stream of drawing; `box`: an annotation filled with black."""
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(400, 400))
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    page.Contents = document.make_stream(content)
    notes = []
    if note:
        notes.append(_annotation("Text", (10, 10, 30, 30), Contents=pikepdf.String(note)))
    if box:
        notes.append(_annotation("Square", box, IC=[0, 0, 0]))
    page.Annots = document.make_indirect(pikepdf.Array(notes))
    if author:
        document.docinfo["/Author"] = author
    if attachment:
        document.attachments[attachment] = b"x"
    return _bytes(document.save)


def drawn(text, *, at=(50, 300)):
    """The drawing of a line of ASCII text."""
    return _FONT % (*at, text.encode())


def image(kind, *, artist="", place=False, description=""):
    """A picture of one colour with EXIF data."""
    picture = Image.new("RGB", (8, 8), "white")
    exif = picture.getexif()
    if artist:
        exif[ExifTags.Base.Artist] = artist
    if description:
        exif[ExifTags.Base.ImageDescription] = description
    if place:
        exif[ExifTags.IFD.GPSInfo] = {
            ExifTags.GPS.GPSLatitude: (30.0, 15.0, 30.0),
            ExifTags.GPS.GPSLongitude: (120.0, 9.0, 0.0),
        }
    return _bytes(lambda stream: picture.save(stream, kind, exif=exif))


def changed(package, name, change):
    """A package with one of its files changed."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(stream, "w") as new:
        for entry in old.namelist():
            content = old.read(entry)
            new.writestr(entry, change(content) if entry == name else content)
    return stream.getvalue()


def _annotation(kind, box, **more):
    return pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name(f"/{kind}"), Rect=list(box), **more
    )


def _bytes(save):
    stream = io.BytesIO()
    save(stream)
    return stream.getvalue()
