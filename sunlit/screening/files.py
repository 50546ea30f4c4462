"""Files in, findings out: reads each as what it is; big texts and many files on all cores."""

import multiprocessing
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from sunlit.kernel.refusals import Refused
from sunlit.kernel.wording import Wording
from sunlit.screening import names
from sunlit.screening.kinds import Finding
from sunlit.screening.lexicons import Lexicon, lexicon
from sunlit.screening.parts import MOST, Part, unreadable
from sunlit.screening.reading import name_part, parts_of
from sunlit.screening.rules import screen_text

PIECE = 2 << 20
# How many lines before or after a line may matter to what is found in it.
REACH = names.LINES + 2
# Below this a second process costs more than it brings.
WORTH_A_POOL = 6 << 20
TEXTS = frozenset({".txt", ".md", ".csv", ".tsv", ".log", ""})
_CAN_FORK = "fork" in multiprocessing.get_all_start_methods()


@dataclass(frozen=True, slots=True)
class Screened:
    """One file: what was found, or why it could not be read."""

    path: Path
    findings: tuple[Finding, ...] = ()
    refusal: Refused | None = None


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of a file of text from byte to byte, whole lines; `end` is None for all of it.

    `low` and `high` reach some lines further on either side: what tells of a name or completes a
    number may stand there. What is found counts where it begins.
    """

    path: Path
    begin: int = 0
    end: int | None = None
    low: int = 0
    high: int = 0


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What a piece gave. `signs`, `lines`: how long it was, so that the next knows its place."""

    findings: tuple[tuple[Finding, int], ...] = ()
    signs: int = 0
    lines: int = 0
    refusal: Refused | None = None


def screen_file(name: str, content: bytes, words: Lexicon | None = None) -> tuple[Finding, ...]:
    """Screen the bytes of a file, and its name; raises a refusal if they cannot be read."""
    words = words or lexicon()
    read = [name_part(name), *parts_of(name, content)]
    return tuple(one for part in read for one, _line in _of_part(part, words))


def screen_files(
    paths: Iterable[Path], *, words: Lexicon | None = None, processes: int | None = None
) -> list[Screened]:
    """Screen files; one that cannot be read has its refusal in place of findings."""
    words = words or lexicon()
    paths = list(dict.fromkeys(paths))
    # Names come first: the automaton of the lexicon is then there before the processes part.
    named = {path: [one for one, _ in _of_part(name_part(path.name), words)] for path in paths}
    pieces = [piece for path in paths for piece in _pieces(path)]
    outcomes = _outcomes(pieces, words, processes or os.cpu_count() or 1)
    own: dict[Path, list[_Outcome]] = {path: [] for path in paths}
    for piece, done in zip(pieces, outcomes, strict=True):
        own[piece.path].append(done)
    return [_joined(path, named[path], own[path], words) for path in paths]


def _pieces(path: Path) -> Iterator[_Piece]:
    size = _size(path)
    if size <= PIECE * 2 or path.suffix.lower() not in TEXTS:
        yield _Piece(path)
        return
    cuts = _cuts(path, size)
    if cuts is None:
        yield _Piece(path)
        return
    for (low, begin, _), (_, end, high) in pairwise(cuts):
        yield _Piece(path, begin, end, low, high)


def _cuts(path: Path, size: int) -> list[tuple[int, int, int]] | None:
    """Return where a text may be cut: some lines before the begin of a line, that, some after.

    None if the file is no text in UTF-8, or has a line too long.
    """
    cuts = [(0, 0, 0)]
    with path.open("rb") as file:
        if b"\0" in file.read(4096):
            return None
        while (target := cuts[-1][1] + PIECE) < size:
            file.seek(target)
            lines = [file.readline(PIECE) for _ in range(2 * REACH + 1)]
            if any(len(line) == PIECE for line in lines):
                return None
            low = target + len(lines[0])
            begin = low + sum(map(len, lines[1 : REACH + 1]))
            cuts.append((low, begin, begin + sum(map(len, lines[REACH + 1 :]))))
            if begin >= size:
                break
    if cuts[-1][1] < size:
        cuts.append((size, size, size))
    return cuts


def _outcomes(pieces: Sequence[_Piece], words: Lexicon, processes: int) -> list[_Outcome]:
    total = sum(piece.end - piece.begin if piece.end else _size(piece.path) for piece in pieces)
    if min(processes, len(pieces)) == 1 or total < WORTH_A_POOL or not _CAN_FORK:
        return [_outcome(piece, words) for piece in pieces]
    # A forked process has the lexicon already; a new one would have to read it again.
    _INHERITED[:] = [words]
    with ProcessPoolExecutor(processes, multiprocessing.get_context("fork")) as pool:
        return list(pool.map(_inherited, pieces))


_INHERITED: list[Lexicon] = []


def _inherited(piece: _Piece) -> _Outcome:
    return _outcome(piece, _INHERITED[0])


def _outcome(piece: _Piece, words: Lexicon) -> _Outcome:
    try:
        if piece.end is not None:
            return _of_piece(piece, words)
        if _size(piece.path) > MOST:
            raise unreadable(str(piece.path), "文件过大", "it is too big")
        return _of_parts(list(parts_of(str(piece.path), piece.path.read_bytes())), words)
    except Refused as refusal:
        return _Outcome(refusal=refusal)
    except OSError as fault:
        reason = fault.strerror or str(fault)
        return _Outcome(refusal=unreadable(str(piece.path), reason, reason))


def _of_parts(parts: list[Part], words: Lexicon) -> _Outcome:
    found = [one for part in parts for one in _of_part(part, words)]
    return _Outcome(tuple(found))


def _of_part(part: Part, words: Lexicon) -> Iterator[tuple[Finding, int]]:
    """Yield the findings of a part, each with its line where the part has lines, else with 0."""
    found = screen_text(part.text, words, place=part.place)
    if not part.lined:
        yield from ((one, 0) for one in (*part.findings, *found))
        return
    line = at = 0
    for one in found:
        line += part.text.count("\n", at, one.start)
        at = one.start
        yield one, line + 1


def _of_piece(piece: _Piece, words: Lexicon) -> _Outcome:
    """Screen a stretch with its neighbouring lines, and keep what begins in it."""
    with piece.path.open("rb") as file:
        file.seek(piece.low)
        content = file.read(piece.high - piece.low)
    try:
        before = content[: piece.begin - piece.low].decode("utf-8")
        own = content[piece.begin - piece.low : (piece.end or 0) - piece.low].decode("utf-8")
        after = content[(piece.end or 0) - piece.low :].decode("utf-8")
    except UnicodeDecodeError:
        return _Outcome(refusal=_NotInUtf8())
    size, lines = len(before), before.count("\n")
    found = tuple(
        (replace(one, start=one.start - size, end=one.end - size), line - lines)
        for one, line in _of_part(Part(before + own + after, Wording("", ""), lined=True), words)
        if size <= one.start < size + len(own)
    )
    return _Outcome(found, len(own), own.count("\n"))


class _NotInUtf8(Refused):
    """A stretch of text is not in UTF-8: the file must be read whole."""

    def __init__(self) -> None:
        super().__init__(Wording("不是 UTF-8 文本。", "It is no text in UTF-8."))


def _joined(
    path: Path, named: list[Finding], outcomes: Sequence[_Outcome], words: Lexicon
) -> Screened:
    if any(isinstance(done.refusal, _NotInUtf8) for done in outcomes):
        outcomes = [_outcome(_Piece(path), words)]
    signs = lines = 0
    findings = list(named)
    for done in outcomes:
        if done.refusal:
            return Screened(path, refusal=done.refusal)
        for one, line in done.findings:
            findings.append(_placed(one, signs, line + lines) if line else one)
        signs += done.signs
        lines += done.lines
    return Screened(path, tuple(findings))


def _placed(one: Finding, signs: int, line: int) -> Finding:
    place = Wording(f"第{line}行", f"line {line}")
    return replace(one, start=one.start + signs, end=one.end + signs, place=place)


def _size(path: Path) -> int:
    return path.stat().st_size if path.is_file() else 0
