"""The store of files: public ones by their digest, originals sealed; each reading is proved."""

import contextlib
import hashlib
import os
import re
import tempfile
from collections.abc import Callable
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from sunlit.files.storage import Folder, Stamp, Storage
from sunlit.kernel.refusals import Missing, Refused
from sunlit.kernel.wording import Wording

_DIGEST = re.compile(r"[0-9a-f]{64}")
_NONCE = 12
_KEPT_ELSEWHERE = b"kept elsewhere"
MOST_REMEMBERED = 10_000
_proved: dict[str, Stamp] = {}
"""Which stamp each file had when this process last proved it."""


class FileMissing(Missing):
    """The store has no file of this digest."""

    code = "file_missing"


class FileChanged(Refused):
    """What lies in the store is not what was put there."""

    status = 409
    code = "file_changed"


class KeyMissing(Refused):
    """The key that opens the sealed files is not there, or is another one."""

    status = 409
    code = "key_missing"


class Store:
    """Files by their SHA-256. `key_for(new)` gives the key; it may make one only if `new`."""

    def __init__(self, storage: Storage, key_for: Callable[[bool], bytes]) -> None:
        self._storage = storage
        self._key_for = key_for

    def put(self, data: bytes) -> str:
        """Keep bytes and return their digest; the same bytes are kept once."""
        digest = hashlib.sha256(data).hexdigest()
        name = _name("public", digest)
        if self._storage.read(name) != data:
            self._storage.write(name, data)
        return digest

    def get(self, digest: str) -> bytes:
        """Return the bytes of a digest; raises `FileMissing` or `FileChanged`."""
        data = self._read("public", digest)
        if hashlib.sha256(data).hexdigest() != digest:
            raise _changed(digest)
        return data

    def prove(self, digest: str, *, afresh: bool) -> None:
        """Raise what `get` does where the bytes of a digest are not there, or are others.

        What was proved before and has kept its stamp is not read again, unless `afresh` says so: an
        act asks afresh, a page need not.
        """
        stamp = self._storage.stamp(_name("public", digest)) if _DIGEST.fullmatch(digest) else None
        if stamp and not afresh and _proved.get(digest) == stamp:
            return
        self.get(digest)
        if stamp:
            if len(_proved) >= MOST_REMEMBERED:
                _proved.clear()
            _proved[digest] = stamp

    def seal(self, data: bytes) -> str:
        """Keep bytes encrypted and return the digest of the plain ones."""
        digest = hashlib.sha256(data).hexdigest()
        key = self._key_for(self._storage.is_empty("sealed"))
        nonce = os.urandom(_NONCE)
        sealed = AESGCM(key).encrypt(nonce, data, digest.encode())
        self._storage.write(_name("sealed", digest), nonce + sealed)
        return digest

    def unseal(self, digest: str) -> bytes:
        """Return the plain bytes of a sealed file; raises a refusal as `get` does."""
        sealed = self._read("sealed", digest)
        key = self._key_for(False)  # noqa: FBT003  no new key opens what another has closed
        try:
            data = AESGCM(key).decrypt(sealed[:_NONCE], sealed[_NONCE:], digest.encode())
        except (InvalidTag, ValueError):
            raise _changed(digest) from None
        if hashlib.sha256(data).hexdigest() != digest:
            raise _changed(digest)
        return data

    def lock(self, data: bytes) -> bytes:
        """Return bytes encrypted, to be kept elsewhere, where they can be deleted."""
        nonce = os.urandom(_NONCE)
        key = self._key_for(self._storage.is_empty("sealed"))
        return nonce + AESGCM(key).encrypt(nonce, data, _KEPT_ELSEWHERE)

    def unlock(self, locked: bytes) -> bytes:
        """Return the plain bytes of what `lock` encrypted; raises a refusal as `get` does."""
        key = self._key_for(False)  # noqa: FBT003  as above
        try:
            return AESGCM(key).decrypt(locked[:_NONCE], locked[_NONCE:], _KEPT_ELSEWHERE)
        except (InvalidTag, ValueError):
            raise _changed(hashlib.sha256(locked).hexdigest()) from None

    def _read(self, kind: str, digest: str) -> bytes:
        data = self._storage.read(_name(kind, digest)) if _DIGEST.fullmatch(digest) else None
        if data is None:
            raise FileMissing(
                Wording(
                    f"文件库中没有摘要为 {digest[:12]}… 的文件。",
                    f"The store has no file with the digest {digest[:12]}….",
                ),
                Wording("请从备份恢复该文件。", "Restore the file from a backup."),
            )
        return data


def installed() -> Store:
    """Return the store of this installation, in its folder of data."""
    folder = Path(settings.DATA_DIR)

    def key_for(new: bool) -> bytes:  # noqa: FBT001
        return _key(folder / "files_key", new=new)

    return Store(Folder(folder / "files"), key_for)


def put(data: bytes) -> str:
    """Keep a public file in this installation's store."""
    return installed().put(data)


def get(digest: str) -> bytes:
    """Return a public file of this installation's store, proved by its digest."""
    return installed().get(digest)


def prove(digest: str, *, afresh: bool) -> None:
    """Raise a refusal where a public file of this installation's store is not what it was."""
    installed().prove(digest, afresh=afresh)


def seal(data: bytes) -> str:
    """Keep an original in this installation's store, encrypted."""
    return installed().seal(data)


def unseal(digest: str) -> bytes:
    """Return an original of this installation's store, proved by its digest."""
    return installed().unseal(digest)


def lock(data: bytes) -> bytes:
    """Return bytes encrypted by this installation's key, to be kept where they can be deleted."""
    return installed().lock(data)


def unlock(locked: bytes) -> bytes:
    """Return the plain bytes of what `lock` encrypted."""
    return installed().unlock(locked)


def _name(kind: str, digest: str) -> str:
    return f"{kind}/{digest[:2]}/{digest}"


def _key(path: Path, *, new: bool) -> bytes:
    """Return the installation's key, made at the first use and kept in a file of its own."""
    if new and not path.exists():
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=".files_key-")
        with os.fdopen(handle, "wb") as file:
            file.write(AESGCM.generate_key(256))
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileExistsError):
            os.link(draft, path)  # the first of several processes wins
        Path(draft).unlink()
    try:
        key = path.read_bytes()
    except FileNotFoundError:
        raise KeyMissing(
            Wording(
                "打开封存原件的密钥文件 files_key 不在数据目录中。",
                "The key of the sealed originals, files_key, is not in the folder of data.",
            ),
            Wording(
                "请从备份恢复该文件；没有它，原件无法打开。",
                "Restore it from a backup: without it the originals cannot be opened.",
            ),
        ) from None
    return key


def _changed(digest: str) -> FileChanged:
    return FileChanged(
        Wording(
            f"文件库中摘要为 {digest[:12]}… 的文件与存入时不一致，已停止提供。",
            f"The file with the digest {digest[:12]}… is not what was put into the store; "
            "it is not given out.",
        ),
        Wording(
            "请从备份恢复该文件，并查明是谁改动的。",
            "Restore it from a backup, and find out who changed it.",
        ),
    )
