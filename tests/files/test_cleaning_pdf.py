"""What a PDF hides is taken out, and its pages stay as they are printed."""

import io
import zlib

import pikepdf
import pypdfium2 as pdfium
import pytest
from pikepdf import Array, Dictionary, Name, String

from sunlit.files.cleaning import Kind, clean
from sunlit.files.cleaning.kinds import NotTaken
from sunlit.screening.files import screen_file
from sunlit.screening.kinds import Kind as Found
from tests.files import private

_WORDS = b"BT /F1 12 Tf 50 %d Td (%s) Tj ET\n"


def kinds(cleaned):
    return {one.kind for one in cleaned.removed}


def words(data):
    document = pdfium.PdfDocument(data)
    try:
        return "".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def unpacked(data):
    """All objects of a PDF, written so that every word can be found."""
    stream = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        document.save(
            stream,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.all,
            compress_streams=False,
        )
    return stream.getvalue()


def test_everything_beside_the_pages_goes_and_the_link_stays():
    cleaned = clean("公告.pdf", private.pdf(change=private.with_all))

    assert b"secret" not in unpacked(cleaned.data)
    assert b"https://example.org/" in unpacked(cleaned.data)
    assert words(cleaned.data) == "Notice"
    assert {
        *(Kind.PROPERTIES, Kind.EMBEDDED, Kind.SCRIPTS, Kind.COMMENTS, Kind.LINKS, Kind.DATA)
    } <= kinds(cleaned)
    found = {one.kind for one in screen_file(cleaned.name, cleaned.data)}
    assert not found & {Found.HIDDEN_CONTENT, Found.METADATA}


def test_the_same_pdf_gives_the_same_bytes_and_a_clean_one_stays():
    data = private.pdf(change=private.with_all)
    once = clean("a.pdf", data)

    assert once.data == clean("b.pdf", data).data
    again = clean("a.pdf", once.data)
    assert again.data == once.data
    assert not again.removed


def test_earlier_versions_go():
    data = private.pdf(b"BT /F1 12 Tf 50 300 Td (Notice) Tj ET % secret")
    number = 1 + max(int(line.split()[0]) for line in data.splitlines() if line.endswith(b" obj"))
    added = f"\n{number} 0 obj\n(secret)\nendobj\n".encode()
    start = data[data.rindex(b"startxref") :].split()[1].decode()
    with pikepdf.open(io.BytesIO(data)) as document:
        root = document.Root.objgen[0]
    table = (
        f"xref\n{number} 1\n{len(data) + 1:010d} 00000 n \ntrailer\n<</Size {number + 1} "
        f"/Root {root} 0 R /Prev {start}>>\nstartxref\n{len(data) + len(added)}\n%%EOF\n"
    ).encode()
    cleaned = clean("a.pdf", data + added + table)

    assert Kind.EARLIER in kinds(cleaned)
    assert cleaned.data.count(b"%%EOF") == 1
    assert b"(secret)" not in unpacked(cleaned.data)


def test_a_form_whose_words_no_font_can_draw_is_refused():
    with pytest.raises(NotTaken, match="填写的内容"):
        clean("a.pdf", private.pdf(change=_form("张三")))


def test_what_was_filled_into_a_form_stays_on_the_page():
    cleaned = clean("a.pdf", private.pdf(change=_form("Filled")))

    assert "Filled" in words(cleaned.data)
    assert "Notice" in words(cleaned.data)
    assert b"AcroForm" not in unpacked(cleaned.data)
    assert Kind.FORMS in kinds(cleaned)


def _form(value):
    def form(document, page):
        field = document.make_indirect(
            private.note(
                "Widget", FT=Name.Tx, T=String("name"), V=String(value), F=4,
                DA=String("/F1 12 Tf 0 g"),
            )
        )  # fmt: skip
        page.Annots = Array([field])
        document.Root.AcroForm = Dictionary(
            Fields=Array([field]), DR=page.Resources, DA=String("/F1 12 Tf 0 g")
        )

    return form


@pytest.mark.parametrize("member", [False, True])
def test_a_layer_that_is_not_shown_goes_with_its_words(member):
    def layers(document, page):
        one, two = (
            document.make_indirect(Dictionary(Type=Name.OCG, Name=String(name)))
            for name in ("shown", "hidden")
        )
        off = document.make_indirect(Dictionary(Type=Name.OCMD, OCGs=two)) if member else two
        page.Resources.Properties = Dictionary(A=one, B=off)
        form = document.make_stream(
            _WORDS % (20, b"secret form"), Type=Name.XObject, Subtype=Name.Form,
            BBox=[0, 0, 400, 400], OC=off, Resources=page.Resources,
        )  # fmt: skip
        page.Resources.XObject = Dictionary(X=form)
        document.Root.OCProperties = Dictionary(
            OCGs=Array([one, two]), D=Dictionary(OFF=Array([two]), ON=Array([one]))
        )

    content = (
        b"/OC /A BDC " + _WORDS % (300, b"Shown") + b"EMC /OC /B BDC q /Span BMC "
        + _WORDS % (200, b"secret layer") + b"EMC Q EMC /X Do " + _WORDS % (100, b"After")
    )  # fmt: skip
    cleaned = clean("a.pdf", private.pdf(content, layers))

    assert b"secret" not in unpacked(cleaned.data)
    assert words(cleaned.data).split() == ["Shown", "After"]
    assert Kind.HIDDEN_LAYERS in kinds(cleaned)


@pytest.mark.parametrize("packed", [0, 1, 2])
def test_the_photographs_in_a_pdf_are_cleaned(packed):
    data = [private.picture(), private.picture(), zlib.compress(private.picture())][packed]
    named = [Name.DCTDecode, Array([Name.DCTDecode]), Array([Name.FlateDecode, Name.DCTDecode])]

    def photograph(document, page):
        image = document.make_stream(
            data, Type=Name.XObject, Subtype=Name.Image, Width=40, Height=20,
            ColorSpace=Name.DeviceRGB, BitsPerComponent=8, Filter=named[packed],
        )  # fmt: skip
        page.Resources.XObject = Dictionary(Im=image)

    cleaned = clean("a.pdf", private.pdf(b"q 100 0 0 50 0 0 cm /Im Do Q", photograph))

    assert b"secret" not in cleaned.data
    assert b"secret" not in unpacked(cleaned.data)
    assert Kind.PICTURE_DATA in kinds(cleaned)


def test_words_under_a_box_are_left_to_the_screening():
    covered = _WORDS % (300, b"13800000000") + b"0 g 40 290 200 30 re f"
    cleaned = clean("a.pdf", private.pdf(covered))

    assert Found.HIDDEN_CONTENT in {one.kind for one in screen_file("a.pdf", cleaned.data)}


def test_a_locked_pdf_a_portfolio_and_a_dynamic_form_are_refused():
    locked = private.pdf(encryption=pikepdf.Encryption(owner="a", user=""))
    with pytest.raises(NotTaken, match="加密"):
        clean("a.pdf", locked)

    def portfolio(document, page):
        document.Root.Collection = Dictionary()

    with pytest.raises(NotTaken, match="文件包"):
        clean("a.pdf", private.pdf(change=portfolio))

    def dynamic(document, page):
        document.Root.AcroForm = Dictionary(Fields=Array([]), XFA=String("x"))

    with pytest.raises(NotTaken, match="XFA"):
        clean("a.pdf", private.pdf(change=dynamic))
