"""Files for the tests of cleaning: each with what an office would not hand out."""

import io
import zipfile

import pikepdf
import xlsxwriter
from docx import Document
from docx.oxml import parse_xml
from docx.shared import Mm
from lxml import etree
from pikepdf import Array, Dictionary, Name, String
from PIL import Image, PngImagePlugin

SECRET = "机密张三13800000000"  # noqa: S105
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_NS = f'xmlns:w="{W}" xmlns:r="{R}"'
_TAG = "http://schemas.openxmlformats.org/"
PRESENTATION = f"{_TAG}presentationml/2006/main"
DRAWING = f"{_TAG}drawingml/2006/main"


def bytes_of(save):
    stream = io.BytesIO()
    save(stream)
    return stream.getvalue()


def picture(kind="JPEG", *, turn=1, size=(40, 20), **more):
    """A picture with EXIF, a comment or texts."""
    image = Image.new("RGB", size, "red")
    image.paste("blue", (0, 0, size[0] // 2, size[1]))
    exif = image.getexif()
    exif[0x010E] = "secret note"
    exif[0x0112] = turn
    if kind == "PNG":
        told = PngImagePlugin.PngInfo()
        told.add_text("Author", "secret")
        told.add_itxt("Comment", SECRET)
        more["pnginfo"] = told
    else:
        more |= {"comment": b"secret", "quality": 90}
    return bytes_of(lambda stream: image.save(stream, kind, exif=exif, **more))


def docx(*body, settings=(), styles=(), properties=True, shown="本局公告。"):
    """A DOCX with these paragraphs as XML after a visible one."""
    document = Document()
    if properties:
        document.core_properties.author = SECRET
    document.add_paragraph(shown)
    for one in body:
        document.element.body.insert(-1, parse_xml(one.replace("<w:p>", f"<w:p {_NS}>", 1)))
    for one in settings:
        document.settings.element.append(parse_xml(one.replace(">", f" {_NS}>", 1)))
    for one in styles:
        document.styles.element.append(parse_xml(one.replace("<w:style", f"<w:style {_NS}", 1)))
    return bytes_of(document.save)


def docx_with_picture(data):
    document = Document()
    document.add_paragraph("图")
    document.add_picture(io.BytesIO(data), width=Mm(40))
    return bytes_of(document.save)


def docx_with_comment():
    document = Document()
    paragraph = document.add_paragraph("公告")
    document.add_comment(paragraph.runs, text=SECRET, author="张三", initials="z")
    return bytes_of(document.save)


def xlsx(fill):
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        fill(book)
    return stream.getvalue()


def with_files(package, files=(), change=None, drop=()):
    """A package with more files, or changed ones; `change`: by name, a function of bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            if name not in drop:
                content = old.read(name)
                new.writestr(name, (change or {}).get(name, lambda same: same)(content))
        for name, content in dict(files).items():
            new.writestr(name, content)
    return stream.getvalue()


def related(package, part, kind, target, *, external=False, files=()):
    """A package in which a part leads to one more target."""
    folder, _, file = part.rpartition("/")
    outside = ' TargetMode="External"' if external else ""
    lead = (
        f'<Relationship Id="rIdX" Type="{R}/{kind}" Target="{target}"{outside}/></Relationships>'
    ).encode()
    name = f"{folder}/_rels/{file}.rels"
    return with_files(
        package, files, {name: lambda content: content.replace(b"</Relationships>", lead)}
    )


def texts(package):
    """All that stands in a package, as one text."""
    with zipfile.ZipFile(io.BytesIO(package)) as files:
        return "\n".join(files.read(name).decode("utf-8", "replace") for name in files.namelist())


def names(package):
    with zipfile.ZipFile(io.BytesIO(package)) as files:
        return files.namelist()


def pptx(slides, *, hidden=(), notes=""):
    """A PPTX of slides with one text each."""
    types = [
        ("/ppt/presentation.xml", "presentationml.presentation.main+xml"),
        *((f"/ppt/slides/slide{n}.xml", "presentationml.slide+xml") for n in range(len(slides))),
        ("/ppt/notesSlides/notes.xml", "presentationml.notesSlide+xml"),
    ]
    office = "application/vnd.openxmlformats-officedocument."
    overrides = "".join(
        f'<Override PartName="{name}" ContentType="{office}{kind}"/>' for name, kind in types
    )
    content_types = f"{_TAG}package/2006/content-types"
    relations = f"{_TAG}package/2006/relationships"
    files = {
        "[Content_Types].xml": f'<Types xmlns="{content_types}"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{overrides}'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{relations}"><Relationship Id="a" '
        f'Type="{R}/officeDocument" Target="ppt/presentation.xml"/></Relationships>',
        "ppt/presentation.xml": f'<p:presentation xmlns:p="{PRESENTATION}" xmlns:r="{R}">'
        "<p:sldIdLst>"
        + "".join(f'<p:sldId id="{256 + n}" r:id="s{n}"/>' for n in range(len(slides)))
        + "</p:sldIdLst></p:presentation>",
        "ppt/_rels/presentation.xml.rels": f'<Relationships xmlns="{relations}">'
        + "".join(
            f'<Relationship Id="s{n}" Type="{R}/slide" Target="slides/slide{n}.xml"/>'
            for n in range(len(slides))
        )
        + "</Relationships>",
    }
    for number, text in enumerate(slides):
        shape = (
            '<p:sp><p:nvSpPr><p:cNvPr id="{}" name="x"{}/></p:nvSpPr><p:txBody><a:p><a:r><a:t>{}'
        )
        shape += "</a:t></a:r></a:p></p:txBody></p:sp>"
        shapes = shape.format(2, "", text) + shape.format(3, ' hidden="1"', SECRET)
        show = ' show="0"' if number in hidden else ""
        files[f"ppt/slides/slide{number}.xml"] = (
            f'<p:sld xmlns:p="{PRESENTATION}" xmlns:a="{DRAWING}" xmlns:r="{R}"'
            f"{show}><p:cSld><p:spTree>{shapes}</p:spTree>"
            "</p:cSld></p:sld>"
        )
        # Each slide leads to the last one, and to its notes.
        files[f"ppt/slides/_rels/slide{number}.xml.rels"] = (
            f'<Relationships xmlns="{relations}"><Relationship Id="n" Type="{R}/notesSlide" '
            f'Target="../notesSlides/notes.xml"/><Relationship Id="j" Type="{R}/slide" '
            f'Target="slide{len(slides) - 1}.xml"/></Relationships>'
        )
    files["ppt/notesSlides/notes.xml"] = (
        f'<p:notes xmlns:p="{PRESENTATION}" xmlns:a="{DRAWING}"><a:t>{notes}</a:t></p:notes>'
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return stream.getvalue()


def pdf(content=b"BT /F1 12 Tf 50 300 Td (Notice) Tj ET", change=None, **save):
    """A PDF of one page; `change` gets the document and its page."""
    document = pikepdf.new()
    page = document.add_blank_page(page_size=(400, 400))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.Resources = Dictionary(Font=Dictionary(F1=font))
    page.Contents = document.make_stream(content)
    if change:
        change(document, page)
    return bytes_of(lambda stream: document.save(stream, **save))


def note(kind, **more):
    return Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=[10, 10, 60, 30], **more)


def with_all(document, page):
    """Put everything into a PDF that may hide in one."""
    document.docinfo["/Author"] = "secret"
    with document.open_metadata() as told:
        told["dc:creator"] = ["secret"]
    document.attachments["secret.txt"] = b"secret"
    document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert('secret')"))
    document.Root.Names.JavaScript = Dictionary(Names=Array([]))
    document.Root.PieceInfo = Dictionary(X=String("secret"))
    page.AA = Dictionary(O=Dictionary(S=Name.Launch, F=String("secret.exe")))
    web = Dictionary(S=Name.URI, URI=String("https://example.org/"))
    launch = Dictionary(S=Name.Launch, F=String("secret.exe"))
    page.Annots = document.make_indirect(
        Array(
            [
                note("Text", Contents=String("secret"), T=String("secret")),
                note("Link", A=web, Contents=String("secret")),
                note("Link", A=launch),
                note("FileAttachment", Contents=String("secret")),
            ]
        )
    )


def part(package, name):
    with zipfile.ZipFile(io.BytesIO(package)) as files:
        return etree.fromstring(files.read(name))
