"""Tells what a file is by its name and its first bytes, and refuses what is not taken."""

import re
from pathlib import PurePath

from sunlit.files.cleaning.kinds import damaged, refused
from sunlit.kernel.wording import Wording

_OFFICE = "application/vnd.openxmlformats-officedocument."
MEDIA_TYPES = {
    ".docx": _OFFICE + "wordprocessingml.document",
    ".xlsx": _OFFICE + "spreadsheetml.sheet",
    ".pptx": _OFFICE + "presentationml.presentation",
    ".pdf": "application/pdf",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".txt": "text/plain; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
}
_BEGINS = {
    **dict.fromkeys((".docx", ".xlsx", ".pptx"), b"PK\x03\x04"),
    ".pdf": b"%PDF-",
    **dict.fromkeys((".jpg", ".jpeg"), b"\xff\xd8\xff"),
    ".png": b"\x89PNG\r\n\x1a\n",
}
_OLD = frozenset({".doc", ".xls", ".ppt", ".dot", ".xlt", ".pps", ".wps", ".et", ".dps", ".rtf"})
_WITH_MACROS = frozenset({".docm", ".dotm", ".xlsm", ".xltm", ".xlsb", ".xlam", ".pptm", ".ppsm"})
_ARCHIVES = frozenset({".zip", ".rar", ".7z", ".tar", ".gz", ".bz2", ".xz", ".iso"})
_ACTIVE = frozenset({".html", ".htm", ".xhtml", ".svg", ".xml", ".mht", ".mhtml", ".js"})
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = (
    b"PK",
    b"%PDF",
    b"\xff\xd8\xff",
    b"\x89PNG",
    b"MZ",
    b"\x7fELF",
    b"Rar!",
    b"7z\xbc",
    _OLE,
)
_MARKUP = re.compile(rb"<(?:!doctype|html|script|svg|\?xml|iframe|body|head)\b", re.I)


def media_type(name: str, data: bytes) -> str:
    """Return the media type of a file; raises a refusal for one that is not taken."""
    suffix = PurePath(name).suffix.lower()
    if suffix not in MEDIA_TYPES:
        raise _not_taken(suffix)
    if not data:
        raise refused(
            "文件是空的。",
            "The file is empty.",
            Wording("请重新选择文件。", "Choose the file anew."),
        )
    if data.startswith(_OLE):
        raise refused(
            "文件是旧格式，或已设密码加密。",
            "The file is of an old format, or locked by a password.",
            Wording(
                "请取消密码，另存为新格式后重新上传。",
                "Unlock it, save it in a new format, try again.",
            ),
        )
    begins = _BEGINS.get(suffix)
    if begins and not data.startswith(begins):
        raise damaged()
    if not begins and (data.startswith(_FOREIGN) or _MARKUP.search(data[:4096])):
        raise damaged()
    return MEDIA_TYPES[suffix]


def _not_taken(suffix: str) -> Exception:
    if suffix in _OLD:
        return refused(
            f"{suffix} 是旧格式，无法可靠地清理其中隐藏的内容。",
            f"{suffix} is an old format: what it hides cannot be taken out reliably.",
        )
    if suffix in _WITH_MACROS:
        return refused(f"{suffix} 文件可含宏，不予接收。", f"{suffix} files can hold macros.")
    if suffix in _ARCHIVES:
        return refused(
            "不接收压缩包。",
            "Archives are not taken.",
            Wording("请逐个上传其中的文件。", "Upload the files in it one by one."),
        )
    if suffix in _ACTIVE:
        return refused(
            f"{suffix} 文件可含脚本，不予接收。",
            f"{suffix} files can hold scripts and are not taken.",
        )
    return refused(
        f"不接收此类文件（{suffix or '没有扩展名'}）。",
        f"Files of this kind are not taken ({suffix or 'no suffix'}).",
        Wording(
            "可上传：DOCX、XLSX、PPTX、PDF、JPG、PNG、TXT、CSV。",
            "These are: DOCX, XLSX, PPTX, PDF, JPG, PNG, TXT, CSV.",
        ),
    )
