"""What is not taken in, and why; hostile files end their own process and nothing else."""

import codecs
import io
import struct
import time
import zipfile
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sunlit.files import verifying
from sunlit.files.cleaning import MOST, Kind, clean, kinds, packages, safe_name, work
from sunlit.files.cleaning.kinds import NotTaken, Removals
from sunlit.files.cleaning.worker import cleaned as cleaned_here
from tests.files import private

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


@pytest.mark.parametrize(
    ("name", "data", "why"),
    [
        ("a.doc", _OLE, "旧格式"),
        ("a.xls", _OLE, "旧格式"),
        ("a.wps", _OLE, "旧格式"),
        ("a.docx", _OLE, "加密"),
        ("a.docm", b"PK\3\4", "宏"),
        ("a.zip", b"PK\3\4", "压缩包"),
        ("a.exe", b"MZ", "不接收"),
        ("a", b"x", "没有扩展名"),
        ("a.svg", b"<svg/>", "脚本"),
        ("a.html", b"<html>", "脚本"),
        ("a.docx", b"%PDF-1.7", "不符"),
        ("a.pdf", b"PK\3\4", "不符"),
        ("a.jpg", b"\x89PNG\r\n\x1a\n", "不符"),
        ("a.png", b"\xff\xd8\xff", "不符"),
        ("a.txt", b"MZ\x90", "不符"),
        ("a.txt", b"<html><script>alert(1)</script>", "不符"),
        ("a.csv", b"a,b\n\x00\x01", "不是文本"),
        ("a.txt", "密".encode("utf-16-le") + b"\xff\xff\xff", "不是文本"),
        ("a.txt", b"", "空的"),
        ("a.docx", b"PK\3\4 broken", "损坏"),
        ("a.pdf", b"%PDF-1.7 broken", "损坏"),
        ("a.png", b"\x89PNG\r\n\x1a\n broken", "损坏"),
        ("a.jpg", b"\xff\xd8\xff\xe0 broken", "损坏"),
        ("a.pdf", b"%PDF-1.7" + bytes(MOST), "超过 50 MB"),
    ],
)
def test_what_cannot_be_cleaned_is_refused_with_a_reason_and_a_way(name, data, why):
    with pytest.raises(NotTaken, match=why) as refusal:
        clean(name, data)

    assert str(refusal.value.remedy).endswith("。")
    assert refusal.value.said_in("en").isascii()


def test_a_workbook_that_is_called_a_document_is_refused():
    with pytest.raises(NotTaken, match="不符"):
        clean("a.docx", private.xlsx(lambda book: book.add_worksheet("表")))


@pytest.mark.parametrize("file", ["word/vbaProject.bin", "word/activeX/activeX1.xml"])
def test_macros_are_refused_whatever_the_file_is_called(file):
    with pytest.raises(NotTaken, match="宏"):
        clean("a.docx", private.with_files(private.docx(), {file: b"x"}))


def test_a_document_in_a_document_is_refused():
    chunk = "<w:p><w:r><w:t>一</w:t></w:r></w:p>"
    package = private.with_files(
        private.docx(chunk),
        change={
            "word/document.xml": lambda xml: xml.replace(b"<w:sectPr", b"<w:altChunk/><w:sectPr", 1)
        },
    )
    with pytest.raises(NotTaken, match="嵌有另一份文件"):
        clean("a.docx", package)


def _zip(files, **options):
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name, data)
    return stream.getvalue()


def test_a_zip_bomb_is_refused_by_ratio_by_number_and_by_size(monkeypatch):
    began = time.monotonic()
    with pytest.raises(NotTaken, match="过大"):
        clean("a.docx", _zip({"word/document.xml": bytes(60 << 20)}))
    with pytest.raises(NotTaken, match="过大"):
        clean("a.docx", _zip({f"{n}.xml": b"" for n in range(packages.FILES + 1)}))
    assert time.monotonic() - began < 20

    monkeypatch.setattr(packages, "UNPACKED", 1000)
    with pytest.raises(NotTaken, match="过大"):
        cleaned_here("a.docx", private.docx(), Removals())


def test_a_directory_that_lies_about_a_size_is_not_believed():
    data = bytearray(_zip({"word/document.xml": bytes(60 << 20)}))
    at = data.rindex(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<I", 10)

    with pytest.raises(NotTaken):
        clean("a.docx", bytes(data))


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">',
        '<!ENTITY a SYSTEM "file:///etc/hostname">',
        '<!ENTITY % a SYSTEM "http://127.0.0.1/x"> %a;',
    ],
)
@pytest.mark.parametrize("file", ["word/document.xml", "[Content_Types].xml", "_rels/.rels"])
def test_xml_that_declares_entities_is_refused(declared, file):
    def bomb(xml):
        head, _, rest = xml.partition(b"?>")
        return head + b"?>" + f"<!DOCTYPE x [{declared}]>".encode() + rest

    with pytest.raises(NotTaken, match="损坏"):
        clean("a.docx", private.with_files(private.docx(), change={file: bomb}))


def test_a_picture_of_endless_size_is_refused():
    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)

    def chunk(kind, body):
        return (
            struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        )

    drawn = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    data = b"\x89PNG\r\n\x1a\n" + drawn
    with pytest.raises(NotTaken, match="过大"):
        clean("a.png", data)


def test_a_file_that_takes_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(work, "SECONDS", 0.05)
    with pytest.raises(NotTaken, match="过于复杂"):
        clean("a.docx", private.docx())


def test_a_process_that_dies_takes_nothing_with_it(monkeypatch):
    monkeypatch.setattr(work, "_PROGRAM", "import os; os.abort()")
    with pytest.raises(NotTaken, match="过于复杂"):
        clean("a.docx", private.docx())


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.docx", private.docx("<w:p><w:r><w:t>一</w:t></w:r></w:p>")),
        ("a.docx", private.docx_with_comment()),
        ("a.docx", private.docx_with_picture(private.picture())),
        ("a.xlsx", private.xlsx(lambda book: book.add_worksheet("表").write_comment(0, 0, "密"))),
        ("a.pptx", private.pptx(["一", "二"], hidden={1})),
        ("a.pdf", private.pdf(change=private.with_all)),
        ("a.jpg", private.picture()),
        ("a.png", private.picture("PNG")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_second_look_finds_what_was_not_cleaned(name, data):
    """Each of these would pass if nothing had been taken out."""
    with pytest.raises(verifying.NotClean):
        verifying.verify(name[1:], data, data)


def test_the_second_look_finds_words_that_were_lost():
    one, other = (
        cleaned_here("a.docx", private.docx(shown=words), Removals())
        for words in ("公告一", "公告")
    )
    with pytest.raises(verifying.NotClean, match="不一致"):
        verifying.verify(".docx", one, other)


def test_the_second_look_finds_words_that_a_pdf_lost_or_gained():
    drawn = b"BT /F1 12 Tf 50 300 Td (%s) Tj ET"
    one, other = (
        cleaned_here("a.pdf", private.pdf(drawn % words), Removals())
        for words in (b"Notice of the year", b"Notice")
    )
    for before, after in ((one, other), (other, one)):
        with pytest.raises(verifying.NotClean, match="不一致"):
            verifying.verify(".pdf", before, after)


def test_a_text_is_written_anew_without_what_nobody_sees():
    told = clean("a.txt", "公\u200b开\u202e。\n".encode("gb18030"))

    assert told.data.decode() == "公开。\n"
    assert [(one.kind, one.count) for one in told.removed] == [(Kind.SIGNS, 2)]
    table = clean("a.csv", "单位,金额\r\n甲,1\r\n".encode("utf-16"))
    assert table.data == codecs.BOM_UTF8 + "单位,金额\r\n甲,1\r\n".encode()
    assert not table.removed
    assert clean("a.csv", table.data).data == table.data


@pytest.mark.parametrize("kind", kinds.Kind)
def test_each_kind_has_a_name_in_both_languages(kind):
    assert kind.wording.zh
    assert kind.wording.en


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("关于公开的通知.DOCX", "关于公开的通知.docx"),
        ("../../etc/passwd.txt", "passwd.txt"),
        (r"C:\Users\x\报告.pdf", "报告.pdf"),
        ("a\u202efdp.exe", "afdp.exe"),
        ("a\x00\n.txt", "a.txt"),
        ("..", "文件"),
        ("", "文件"),
        ("  .pdf ", "文件.pdf"),
        ("CON.txt", "_CON.txt"),
        ("e\u0301.txt", "é.txt"),
        ('a<b>"c"?.txt', "a_b__c__.txt"),
    ],
)
def test_a_name_is_made_safe(name, safe):
    assert safe_name(name) == safe


@settings(deadline=None, max_examples=200)
@given(st.text(max_size=300))
def test_a_safe_name_is_short_and_stays(name):
    safe = safe_name(name)

    assert safe == safe_name(safe)
    assert 0 < len(safe.encode()) <= 120
    assert "/" not in safe
    assert safe.strip(". ") == safe
