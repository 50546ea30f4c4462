"""Compile the translation catalogues that have changed since they were last compiled.

Needs only what Sunlit itself runs on, so that `make demo` can use it.
"""

import os
import sys
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent


def compile_catalogues(root: Path = ROOT) -> list[Path]:
    """Write a .mo beside each .po that is newer; return what was written."""
    written = []
    for catalogue in sorted(root.glob("sunlit/*/locale/*/LC_MESSAGES/*.po")):
        compiled = catalogue.with_suffix(".mo")
        if compiled.exists() and compiled.stat().st_mtime > catalogue.stat().st_mtime:
            continue
        draft = compiled.with_suffix(f".mo.{os.getpid()}")  # another run may do the same
        polib.pofile(str(catalogue)).save_as_mofile(str(draft))
        draft.replace(compiled)
        written.append(compiled)
    for compiled in root.glob("sunlit/*/locale/*/LC_MESSAGES/*.mo"):
        if not compiled.with_suffix(".po").exists():
            compiled.unlink(missing_ok=True)
    return written


if __name__ == "__main__":
    compile_catalogues()
    sys.exit()
