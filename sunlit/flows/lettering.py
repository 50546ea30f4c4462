"""Breaks the words of a chart into lines that fit their box, in Chinese and in Latin script."""

import re
import unicodedata

Line = str
_PIECES = re.compile(r"[A-Za-z0-9_.%/+-]+|\s+|.", re.DOTALL)
_NOT_FIRST = set("，。、；：？！）】》”’%")
"""Signs that may not begin a line."""
_NOT_LAST = set("（【《“‘")
"""Signs that may not end a line."""


def width_of(text: str, *, size: float) -> float:
    """Return about how wide a text is drawn: a Chinese character is as wide as it is high."""
    return sum(size * (1.0 if _is_wide(one) else 0.56) for one in text)


def lines_in(text: str, width: float, *, size: float) -> list[Line]:
    """Return the lines of a text in a box of this width, of about the same length each."""
    pieces = [piece for piece in _PIECES.findall(text.strip()) if piece]
    if not pieces:
        return []
    whole = width_of(text.strip(), size=size)
    rows = max(1, -(-int(whole) // max(1, int(width))))
    while True:
        lines = _broken(pieces, min(width, whole / rows + size * 0.7), size)
        if len(lines) <= rows or rows >= len(pieces):
            return lines
        rows += 1


def _broken(pieces: list[str], width: float, size: float) -> list[Line]:
    lines, line = [], ""
    for piece in pieces:
        longer = line + piece
        if line and width_of(longer.rstrip(), size=size) > width and piece not in _NOT_FIRST:
            kept = line[:-1] if line[-1] in _NOT_LAST else line
            lines.append(kept.strip())
            line = line[len(kept) :] + piece.lstrip()
        else:
            line = longer
    return [*lines, line.strip()] if line.strip() else lines


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in {"W", "F", "A"}
