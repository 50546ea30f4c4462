"""Reads a file as what it is, told by its first bytes and by its name."""

import codecs
import re
from collections.abc import Iterator
from pathlib import PurePath

from sunlit.kernel.wording import Wording
from sunlit.screening import docx, html, images, pdf, pptx, xlsx
from sunlit.screening.packages import Package
from sunlit.screening.parts import MOST, NOWHERE, Part, unreadable

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MARKUP = frozenset({".html", ".htm", ".xhtml", ".shtml"})
_LOOKS_LIKE_MARKUP = re.compile(r"\s*(?:<!--.*?-->\s*)*<(?:!doctype html|html)[\s>]", re.I | re.S)


def parts_of(name: str, content: bytes) -> Iterator[Part]:
    """Yield the parts of a file; raises a refusal with a sentence for one that cannot be read."""
    if len(content) > MOST:
        raise unreadable(name, "文件过大", "it is too big")
    if content.startswith(b"PK\x03\x04"):
        return _of_package(name, content)
    if content[:1024].lstrip().startswith(b"%PDF-"):
        return pdf.parts(name, content)
    if images.is_image(content):
        return images.parts(name, content)
    if content.startswith(_OLD_OFFICE):
        raise unreadable(
            name, "是旧格式（DOC、XLS）或已加密", "it is of an old format (DOC, XLS), or encrypted"
        )
    text = decoded(name, content)
    suffix = PurePath(name).suffix.lower()
    if suffix in _MARKUP or _LOOKS_LIKE_MARKUP.match(text[:4096]):
        return html.parts(name, text)
    return iter([Part(text, NOWHERE, lined=True)])


def decoded(name: str, content: bytes) -> str:
    """Return a text in UTF-8, UTF-16 with its mark, or GB 18030; raises a refusal otherwise."""
    wide = content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    if wide or b"\0" not in content[:4096]:
        for coding in ["utf-16"] if wide else ["utf-8", "gb18030"]:
            try:
                return content.decode(coding)
            except UnicodeDecodeError:
                continue
    raise unreadable(
        name,
        "既不是文本，也不是可识别的文件类型",
        "it is neither text nor a kind of file that can be read",
    )


def _of_package(name: str, content: bytes) -> Iterator[Part]:
    inside = set(Package(name, content).names())
    if "word/document.xml" in inside:
        return docx.parts(name, content)
    if "xl/workbook.xml" in inside:
        return xlsx.parts(name, content)
    if "ppt/presentation.xml" in inside:
        return pptx.parts(name, content)
    raise unreadable(
        name, "是压缩包或尚不支持的文件类型", "it is an archive, or of a kind that is not yet read"
    )


def name_part(name: str) -> Part:
    """Return the name of a file as a part: it becomes public too."""
    return Part(PurePath(name).name, Wording("文件名", "file name"))
