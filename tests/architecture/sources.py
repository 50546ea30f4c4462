"""The project's own files, as the architecture tests read them."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = sorted(
    path for path in (ROOT / "sunlit").iterdir() if path.is_dir() and path.name != "__pycache__"
)
ROOM_NAMES = frozenset(room.name for room in ROOMS)

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@cache
def files() -> tuple[Path, ...]:
    """Return every file that is, or is about to be, under version control."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    paths = (ROOT / name for name in sorted(set(listed.stdout.split("\0"))) if name)
    return tuple(path for path in paths if path.is_file())


@cache
def text(path: Path) -> str:
    """Return a file's text; an empty one if it is not text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def modules(*folders: str, migrations: bool = False) -> list[Path]:
    """Return the Python files in some of the project's folders."""
    return [
        path
        for folder in folders
        for path in sorted((ROOT / folder).rglob("*.py"))
        if migrations or "migrations" not in path.parts
    ]


@cache
def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of a Python file."""
    return ast.parse(text(path), filename=str(path))


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield the functions and methods of a Python file."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, FUNCTIONS):
            yield node


def place(path: Path, node: ast.stmt | None = None) -> str:
    """Return where something stands, as an editor can open it."""
    where = str(path.relative_to(ROOT))
    return f"{where}:{node.lineno}" if node else where
