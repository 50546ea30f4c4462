"""Cleans plain texts and tables in text: written anew in UTF-8, without invisible characters."""

import codecs
import re

from sunlit.files.cleaning.kinds import Kind, Removals, refused
from sunlit.kernel.wording import Wording

_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]")
_BINARY = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def cleaned(data: bytes, removals: Removals) -> bytes:
    """Return a text in UTF-8."""
    text = decoded(data)
    kept = _INVISIBLE.sub("", text)
    if len(kept) < len(text):
        removals.add(Kind.SIGNS, count=len(text) - len(kept))
    return kept.encode()


def cleaned_table(data: bytes, removals: Removals) -> bytes:
    """Return a table in UTF-8, with the mark by which spreadsheets know it."""
    return codecs.BOM_UTF8 + cleaned(data, removals)


def decoded(data: bytes) -> str:
    """Return the text of a file in UTF-8, UTF-16 with its mark, or GB 18030."""
    wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    for coding in ["utf-16"] if wide else ["utf-8-sig", "gb18030"]:
        try:
            text = data.decode(coding)
        except UnicodeDecodeError:
            continue
        if not _BINARY.search(text):
            return text.removeprefix("\ufeff")
    raise refused(
        "文件不是文本，或编码无法识别。",
        "The file is no text, or its encoding is not known.",
        Wording("请以 UTF-8 编码另存后重新上传。", "Save it in UTF-8 and try again."),
    )
