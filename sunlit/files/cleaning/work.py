"""Cleans one file in a process of its own, which has little memory and little time."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from sunlit.files.cleaning.kinds import MOST, Cleaned, Kind, NotTaken, Removed, refused, swollen
from sunlit.files.cleaning.names import safe_name
from sunlit.files.cleaning.telling import media_type
from sunlit.kernel.wording import Wording

SECONDS = 60
_ROOT = Path(__file__).resolve().parents[3]


def clean(name: str, data: bytes) -> Cleaned:
    """Return the file without what its readers would not see; raises `NotTaken` with a sentence.

    What comes back was opened anew and looked through by other code than that which cleaned it.
    The same bytes give the same bytes.
    """
    if len(data) > MOST:
        raise refused(
            f"文件超过 {MOST >> 20} MB。",
            f"The file is bigger than {MOST >> 20} MB.",
            Wording("请拆分文件，或压缩其中的图片。", "Split it, or make its pictures smaller."),
        )
    name = safe_name(name)
    kind = media_type(name, data)
    told, content = _worked(name, data)
    if reason := told.get("reason"):
        raise NotTaken(Wording(*reason), Wording(*told["remedy"]))
    removed = tuple(Removed(Kind(one), count, sample) for one, count, sample in told["removed"])
    return Cleaned(name, kind, content, removed)


def _worked(name: str, data: bytes) -> tuple[dict[str, Any], bytes]:
    """Hand a file to a process and return what it tells, and the clean bytes."""
    command = [sys.executable, "-I", "-c", _PROGRAM, str(_ROOT), name]
    try:
        done = subprocess.run(  # noqa: S603  our own program
            command, input=data, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        raise swollen() from None
    told, _, content = done.stdout.partition(b"\n")
    if done.returncode or not told:
        raise swollen()
    return json.loads(told), content


_PROGRAM = """
import sys
sys.path.insert(0, sys.argv[1])
from sunlit.files.cleaning.worker import main
main(sys.argv[2])
"""
