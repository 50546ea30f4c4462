"""Where the bytes of files lie: a folder today; whatever keeps bytes by name fits."""

import os
import tempfile
import time
from pathlib import Path
from typing import Protocol

READ_ONLY = 0o440
SETTLED_SECONDS = 2
"""For how long a file must have lain unchanged before its stamp says anything."""

Stamp = tuple[int, ...]


class Storage(Protocol):
    """Keeps bytes by name. A name has no more than letters, digits, points and slashes."""

    def read(self, name: str) -> bytes | None:
        """Return the bytes of this name, or None if there are none."""

    def stamp(self, name: str) -> Stamp | None:
        """Return what is another one whenever other bytes were kept; None where nothing tells."""

    def write(self, name: str, data: bytes) -> None:
        """Keep the bytes under this name, whole or not at all."""

    def is_empty(self, under: str) -> bool:
        """Whether nothing is kept whose name begins so."""


class Folder:
    """A folder on this machine; its files can be read and not written."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self, name: str) -> bytes | None:
        """Return the bytes of a file, or None if it is not there."""
        try:
            return (self._path / name).read_bytes()
        except FileNotFoundError:
            return None

    def stamp(self, name: str) -> Stamp | None:
        """Return which file it is, how big, and when it and its place on the disk last changed.

        Who changes a file can set its time of change back, but not that of its place. A file that
        changed just now has no stamp: within one tick of the clock it could change again.
        """
        try:
            found = (self._path / name).stat()
        except FileNotFoundError:
            return None
        if time.time() - max(found.st_mtime, found.st_ctime) < SETTLED_SECONDS:
            return None
        return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns

    def write(self, name: str, data: bytes) -> None:
        """Write a file under a name of its own, to the disk, and then give it its name."""
        target = self._path / name
        target.parent.mkdir(mode=0o750, parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=target.parent, prefix=".draft-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
                file.flush()
                os.fchmod(file.fileno(), READ_ONLY)
                os.fsync(file.fileno())
            Path(draft).replace(target)
        finally:
            Path(draft).unlink(missing_ok=True)
        _settle(target.parent)

    def is_empty(self, under: str) -> bool:
        """Whether no file lies in this folder of the folder."""
        return not any(path.is_file() for path in (self._path / under).rglob("*"))


def _settle(folder: Path) -> None:
    """Bring the names of a folder to the disk."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
