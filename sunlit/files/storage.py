"""Where the bytes of files lie: a folder today; whatever keeps bytes by name fits."""

import os
import tempfile
from pathlib import Path
from typing import Protocol

READ_ONLY = 0o440


class Storage(Protocol):
    """Keeps bytes by name. A name has no more than letters, digits, points and slashes."""

    def read(self, name: str) -> bytes | None:
        """Return the bytes of this name, or None if there are none."""

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
