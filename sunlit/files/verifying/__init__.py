"""Opens a cleaned file anew, by other means than those that cleaned it, and looks through it.

Nothing here uses the removers: what one of them overlooks, the other is to find.
"""

from collections.abc import Callable

from sunlit.files.verifying import papers, pictures, sheets, slides, words
from sunlit.files.verifying.finding import NotClean

__all__ = ["NotClean", "verify"]

_VERIFIERS: dict[str, Callable[[bytes, bytes], None]] = {
    ".docx": words.verify,
    ".xlsx": sheets.verify,
    ".pptx": slides.verify,
    ".pdf": papers.verify,
    ".jpg": pictures.verify,
    ".jpeg": pictures.verify,
    ".png": pictures.verify,
    ".txt": words.verify_plain,
    ".csv": words.verify_plain,
}


def verify(suffix: str, before: bytes, after: bytes) -> None:
    """Raise `NotClean` unless the file opens, hides nothing, and shows what it showed before."""
    _VERIFIERS[suffix](before, after)
