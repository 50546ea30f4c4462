"""Files in, findings out: reads each as what it is; big texts and many files on all cores."""

import multiprocessing
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from sunlit.kernel.refusals import Refused, Unacceptable
from sunlit.kernel.wording import Wording
from sunlit.screening.kinds import Finding
from sunlit.screening.lexicons import Lexicon, lexicon
from sunlit.screening.parts import MOST, Part, parts_of
from sunlit.screening.rules import screen

PIECE = 2 << 20
# Below this a second process costs more than it brings.
WORTH_A_POOL = 6 << 20
TEXTS = frozenset({".txt", ".md", ".csv", ".tsv", ".log", ".json", ".xml", ".yaml", ".yml", ""})


@dataclass(frozen=True, slots=True)
class Screened:
    """One file: what was found, or why it could not be read."""

    path: Path
    findings: tuple[Finding, ...] = ()
    refusal: Refused | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a file of text, from byte to byte, cut where a line ends."""

    path: Path
    begin: int = 0
    end: int | None = None


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a piece gave. `signs`, `lines`: how long it was, so that the next knows its place."""

    findings: tuple[tuple[Finding, int], ...] = ()
    signs: int = 0
    lines: int = 0
    refusal: Refused | None = None


def screen_files(
    paths: Iterable[Path], *, words: Lexicon | None = None, processes: int | None = None
) -> list[Screened]:
    """Screen files; one that cannot be read has its refusal in place of findings."""
    words = words or lexicon()
    paths = list(paths)
    pieces = [piece for path in paths for piece in _pieces(path)]
    outcomes = _outcomes(pieces, words, processes or os.cpu_count() or 1)
    gathered: list[Screened] = []
    for path in dict.fromkeys(paths):
        own = [done for piece, done in zip(pieces, outcomes, strict=True) if piece.path == path]
        gathered.append(_joined(path, own))
    return gathered


def screen_part(part: Part, words: Lexicon) -> tuple[Finding, ...]:
    """Screen one part of a file, such as a page or a sheet."""
    return screen(part.text, lexicon=words, place=part.place) + part.findings


def _pieces(path: Path) -> Iterator[_Piece]:
    size = path.stat().st_size if path.is_file() else 0
    if size <= PIECE * 2 or path.suffix.lower() not in TEXTS or not _is_utf8(path):
        yield _Piece(path)
        return
    begin = 0
    with path.open("rb") as file:
        while begin < size:
            file.seek(min(begin + PIECE, size))
            file.readline(PIECE)
            end = file.tell()
            yield _Piece(path, begin, end)
            begin = end


def _is_utf8(path: Path) -> bool:
    """Whether every line can be cut off: text in UTF-8 throughout, and no line too long."""
    with path.open("rb") as file:
        while block := file.readlines(PIECE):
            try:
                b"".join(block).decode("utf-8")
            except UnicodeDecodeError:
                return False
            if max(map(len, block)) >= PIECE:
                return False
    return True


def _outcomes(pieces: Sequence[_Piece], words: Lexicon, processes: int) -> list[_Outcome]:
    total = sum(
        piece.end - piece.begin if piece.end else _size(piece.path) for piece in pieces
    )
    if processes < 2 or len(pieces) < 2 or total < WORTH_A_POOL or not _CAN_FORK:  # noqa: PLR2004
        return [_outcome(piece, words) for piece in pieces]
    # A forked process has the lexicon already; a new one would have to read it again.
    _INHERITED[:] = [words]
    with ProcessPoolExecutor(processes, multiprocessing.get_context("fork")) as pool:
        return list(pool.map(_inherited, pieces))


_CAN_FORK = "fork" in multiprocessing.get_all_start_methods()
_INHERITED: list[Lexicon] = []


def _inherited(piece: _Piece) -> _Outcome:
    return _outcome(piece, _INHERITED[0])


def _outcome(piece: _Piece, words: Lexicon) -> _Outcome:
    try:
        if piece.end is not None:
            return _of_text(_read(piece), words)
        parts = parts_of(piece.path)
    except Refused as refusal:
        return _Outcome(refusal=refusal)
    except OSError as fault:
        return _Outcome(refusal=_unreadable(piece.path, fault))
    if len(parts) == 1 and parts[0].lined:
        return _of_text(parts[0].text, words, parts[0].findings)
    found = [(one, 0) for part in parts for one in screen_part(part, words)]
    return _Outcome(tuple(found))


def _of_text(text: str, words: Lexicon, more: tuple[Finding, ...] = ()) -> _Outcome:
    """Screen a text and note the line of each finding."""
    found: list[tuple[Finding, int]] = [(one, 0) for one in more]
    line = at = 0
    for one in screen(text, lexicon=words):
        line += text.count("\n", at, one.start)
        at = one.start
        found.append((one, line + 1))
    return _Outcome(tuple(found), len(text), text.count("\n"))


def _read(piece: _Piece) -> str:
    with piece.path.open("rb") as file:
        file.seek(piece.begin)
        return file.read((piece.end or 0) - piece.begin).decode("utf-8")


def _joined(path: Path, outcomes: Sequence[_Outcome]) -> Screened:
    signs = lines = 0
    findings: list[Finding] = list(_of_name(path))
    for done in outcomes:
        if done.refusal:
            return Screened(path, refusal=done.refusal)
        for one, line in done.findings:
            placed = one
            if line:
                placed = replace(
                    one,
                    start=one.start + signs,
                    end=one.end + signs,
                    place=Wording(f"第{line + lines}行", f"line {line + lines}"),
                )
            findings.append(placed)
        signs += done.signs
        lines += done.lines
    return Screened(path, tuple(findings))


def _of_name(path: Path) -> tuple[Finding, ...]:
    return screen(path.name, lexicon=lexicon(), place=Wording("文件名", "file name"))


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0


def _unreadable(path: Path, fault: OSError) -> Refused:
    reason = fault.strerror or str(fault)
    return Unacceptable(
        Wording(f"无法读取 {path}：{reason}。", f"{path} cannot be read: {reason}.")
    )


__all__ = ["MOST", "Screened", "screen_files", "screen_part"]
