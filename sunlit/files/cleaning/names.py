"""The names of files: what of them may stand on a page and on a disk."""

import re
import unicodedata

LONGEST = 120
"""The longest name of a file, in bytes of UTF-8: some systems take no more than 255."""

_FORBIDDEN = re.compile(r'[<>:"|?*%#&{}$`^\x00-\x1f\x7f]')
_RESERVED = re.compile(r"^(?:con|prn|aux|nul|com\d|lpt\d)$", re.I)


def safe_name(name: str) -> str:
    """Return a name without path, invisible characters and signs that a disk or address refuses.

    Chinese stays as it is; the suffix is kept and written small. A name of nothing becomes 文件.
    """
    name = unicodedata.normalize("NFC", name)
    name = re.split(r"[\\/]", name.rstrip("\\/"))[-1]
    name = "".join(sign for sign in name if unicodedata.category(sign)[0] != "C")
    name = re.sub(r"\s+", " ", _FORBIDDEN.sub("_", name)).strip().rstrip(" .")
    stem, point, suffix = name.rpartition(".") if "." in name else (name, "", "")
    stem = stem.strip(" .") or "文件"
    suffix = f"{point}{suffix.strip()}".lower()
    if _RESERVED.match(stem):
        stem = f"_{stem}"
    suffix = _shortened(suffix, 16)
    return _shortened(stem, LONGEST - len(suffix.encode())).rstrip(" .") + suffix


def _shortened(text: str, size: int) -> str:
    return text.encode()[:size].decode("utf-8", "ignore")
