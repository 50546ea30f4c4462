"""The store gives what was put into it, or says that it cannot."""

import hashlib
import os
import stat
from multiprocessing import get_context
from pathlib import Path

import pytest

from sunlit.files import store
from sunlit.files.storage import Folder

DATA = "阳光公开".encode()
DIGEST = hashlib.sha256(DATA).hexdigest()


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    return tmp_path


def lying(folder, kind):
    return folder / "files" / kind / DIGEST[:2] / DIGEST


def overwrite(path, data):
    path.chmod(0o600)
    path.write_bytes(data)


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


def test_a_file_is_kept_once_under_its_digest_and_cannot_be_written(folder):
    assert store.put(DATA) == store.put(DATA) == DIGEST
    assert store.get(DIGEST) == DATA
    assert [path for path in folder.rglob("*") if path.is_file()] == [lying(folder, "public")]
    assert mode(lying(folder, "public")) == 0o440


def test_a_file_that_was_swapped_is_not_given_out(folder):
    store.put(DATA)
    overwrite(lying(folder, "public"), b"another")

    with pytest.raises(store.FileChanged) as refused:
        store.get(DIGEST)
    assert DIGEST[:12] in refused.value.said_in("zh-hans")

    store.put(DATA)
    assert store.get(DIGEST) == DATA


def test_an_emptied_file_is_a_changed_one(folder):
    store.put(DATA)
    overwrite(lying(folder, "public"), b"")

    with pytest.raises(store.FileChanged):
        store.get(DIGEST)


@pytest.mark.parametrize("digest", [DIGEST, "", "..", "../../secret_key", DIGEST[:-1], "x" * 64])
def test_what_is_not_there_is_missed(digest):
    for read in (store.get, store.unseal):
        with pytest.raises(store.FileMissing):
            read(digest)


def test_an_original_is_unreadable_on_the_disk_and_whole_when_it_is_opened(folder):
    assert store.seal(DATA) == DIGEST
    assert DATA not in lying(folder, "sealed").read_bytes()
    assert store.unseal(DIGEST) == DATA
    assert mode(folder / "files_key") == 0o600
    with pytest.raises(store.FileMissing):
        store.get(DIGEST)


def test_an_original_that_was_touched_does_not_open(folder):
    store.seal(DATA)
    sealed = bytearray(lying(folder, "sealed").read_bytes())
    for change in (sealed[:-1] + bytes([sealed[-1] ^ 1]), b"", sealed[:20]):
        overwrite(lying(folder, "sealed"), bytes(change))
        with pytest.raises(store.FileChanged):
            store.unseal(DIGEST)


def test_an_original_under_the_name_of_another_does_not_open(folder):
    other = store.seal(b"another")
    store.seal(DATA)
    there = folder / "files" / "sealed" / other[:2] / other
    overwrite(lying(folder, "sealed"), there.read_bytes())

    with pytest.raises(store.FileChanged):
        store.unseal(DIGEST)


def test_a_lost_key_is_said_and_no_other_takes_its_place(folder):
    store.seal(DATA)
    (folder / "files_key").unlink()

    for act in (lambda: store.unseal(DIGEST), lambda: store.seal(b"more")):
        with pytest.raises(store.KeyMissing):
            act()
    assert not (folder / "files_key").exists()


def test_a_write_that_fails_leaves_nothing_behind(folder, monkeypatch):
    def fails(_handle):
        raise OSError(28, "no space left")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", fails)
        with pytest.raises(OSError, match="no space"):
            store.put(DATA)

    assert not [path for path in folder.rglob("*") if path.is_file()]
    with pytest.raises(store.FileMissing):
        store.get(DIGEST)


def _key_of_a_process(folder):
    return store._key(Path(folder) / "files_key", new=True)


def test_processes_that_start_together_agree_on_one_key(folder):
    with get_context("fork").Pool(4) as pool:
        keys = set(pool.map(_key_of_a_process, [str(folder)] * 8))

    assert keys == {(folder / "files_key").read_bytes()}
    assert [path.name for path in folder.iterdir()] == ["files_key"]


def test_anything_that_keeps_bytes_by_name_can_be_the_storage():
    kept: dict[str, bytes] = {}

    class Bucket:
        read = staticmethod(kept.get)
        write = staticmethod(kept.__setitem__)

        def is_empty(self, under):
            return not any(name.startswith(under) for name in kept)

    own = store.Store(Bucket(), lambda _new: b"k" * 32)
    assert own.get(own.put(DATA)) == own.unseal(own.seal(DATA)) == DATA
    assert Folder(Path("/nowhere")).read("x") is None


class Counting(Folder):
    """A folder that counts how often a file was read, and may be lied to about its changes."""

    stamped = None

    def __init__(self, path):
        super().__init__(path)
        self.read_times = 0

    def read(self, name):
        self.read_times += 1
        return super().read(name)

    def stamp(self, name):
        return self.stamped or super().stamp(name)


@pytest.fixture
def kept(folder, monkeypatch):
    """Keep a file that has lain there for a while, and count how often it is read."""
    monkeypatch.setattr("sunlit.files.storage.SETTLED_SECONDS", -1)
    monkeypatch.setattr(store, "_proved", {})
    store.put(DATA)
    return Counting(folder / "files")


def prove(storage, **asked):
    store.Store(storage, lambda _new: b"").prove(DIGEST, **({"afresh": False} | asked))


def test_what_was_proved_and_not_touched_is_read_once(kept):
    for _look in range(5):
        prove(kept)
    assert kept.read_times == 1

    prove(kept, afresh=True)
    assert kept.read_times == 2


@pytest.mark.parametrize("data", [b"another", "阳光公关".encode()], ids=["shorter", "as long"])
def test_a_file_swapped_after_it_was_proved_is_found_though_its_time_is_set_back(
    kept, folder, data
):
    prove(kept)
    path = lying(folder, "public")
    before = path.stat()
    overwrite(path, data)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    with pytest.raises(store.FileChanged):
        prove(kept)


def test_an_act_finds_a_file_that_was_swapped_without_a_trace(kept, folder):
    kept.stamped = (1, 2, 3)
    prove(kept)
    overwrite(lying(folder, "public"), b"another")

    prove(kept)
    with pytest.raises(store.FileChanged):
        prove(kept, afresh=True)


def test_a_file_that_went_after_it_was_proved_is_missing(kept, folder):
    prove(kept)
    lying(folder, "public").unlink()
    with pytest.raises(store.FileMissing):
        prove(kept)


def test_a_file_that_changed_just_now_is_read_at_every_look(folder, monkeypatch):
    monkeypatch.setattr(store, "_proved", {})
    store.put(DATA)
    fresh = Counting(folder / "files")
    for _look in range(2):
        prove(fresh)
    assert fresh.read_times == 2
