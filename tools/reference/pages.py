"""Which pages are generated, by what; and whether those on disk are what they would be."""

from collections.abc import Callable, Mapping
from pathlib import Path

from tools.reference import acts, events, lifecycles, measures, screening_kinds, settings

FOLDER = Path("docs") / "reference"
PAGES: Mapping[str, Callable[[], str]] = {
    "acts.md": acts.page,
    "events.md": events.page,
    "lifecycles.md": lifecycles.page,
    "measures.md": measures.page,
    "screening-kinds.md": screening_kinds.page,
    "settings.md": settings.page,
}


def stale(root: Path) -> list[str]:
    """Return the names of the pages that are not what the program says today."""
    return [name for name, page in PAGES.items() if _stored(root / FOLDER / name) != page()]


def write(root: Path) -> list[str]:
    """Write the pages that are stale; return their names."""
    old = stale(root)
    for name in old:
        (root / FOLDER / name).write_text(PAGES[name](), encoding="utf-8")
    return old


def _stored(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""
