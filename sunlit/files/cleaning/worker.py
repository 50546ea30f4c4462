"""The process that cleans one file: bytes come in, a line of JSON and the clean bytes go out."""

import json
import resource
import sys
from collections.abc import Callable

from sunlit.files import verifying
from sunlit.files.cleaning import docx, images, pdf, pptx, texts, xlsx
from sunlit.files.cleaning.kinds import NotTaken, Removals
from sunlit.kernel.wording import Wording

MEMORY = 2 << 30
SECONDS = 50

_CLEANERS: dict[str, Callable[[bytes, Removals], bytes]] = {
    ".docx": docx.cleaned,
    ".xlsx": xlsx.cleaned,
    ".pptx": pptx.cleaned,
    ".pdf": pdf.cleaned,
    ".jpg": images.cleaned,
    ".jpeg": images.cleaned,
    ".png": images.cleaned,
    ".txt": texts.cleaned,
    ".csv": texts.cleaned_table,
}


def main(name: str) -> None:
    """Clean what comes in; what the process may use is limited before the first byte is read."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    data = sys.stdin.buffer.read()
    removals = Removals()
    content = b""
    try:
        content = cleaned(name, data, removals)
        listed = [(one.kind.value, one.count, one.sample) for one in removals.listed()]
        told: dict[str, object] = {"removed": listed}
    except (NotTaken, verifying.NotClean) as refusal:
        told = {"reason": _both(refusal.reason), "remedy": _both(refusal.remedy)}
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + content)


def cleaned(name: str, data: bytes, removals: Removals) -> bytes:
    """Return the clean bytes of a file, looked through once more."""
    suffix = name[name.rindex(".") :]
    content = _CLEANERS[suffix](data, removals)
    verifying.verify(suffix, data, content)
    return content


def _both(text: object) -> tuple[str, str]:
    return (text.zh, text.en) if isinstance(text, Wording) else (str(text), str(text))
