"""Which characters a TrueType font can draw, read from its own table (cmap format 12)."""

import struct
from collections.abc import Callable

_SEGMENTED = 12
_RECORD = 8  # bytes of one encoding record
_GROUP = 12  # bytes of one group of characters


def drawable(font: bytes) -> Callable[[str], bool]:
    """Return the test whether the font has a glyph for a character.

    Reads the segmented table (format 12), which every font with characters beyond the first
    65,536 has; raises ValueError for a font without one.
    """
    table = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", table, 2)
    for record in range(count):
        (offset,) = struct.unpack_from(">I", table, 4 + record * _RECORD + 4)
        (form,) = struct.unpack_from(">H", table, offset)
        if form == _SEGMENTED:
            covered = _covered(table, offset)
            return lambda character: ord(character) in covered
    raise ValueError("The font has no segmented character table (cmap format 12)")


def _table(font: bytes, tag: bytes) -> bytes:
    (count,) = struct.unpack_from(">H", font, 4)
    for entry in range(count):
        name, _, offset, length = struct.unpack_from(">4sIII", font, 12 + entry * 16)
        if name == tag:
            return font[offset : offset + length]
    raise ValueError(f"The font has no table {tag!r}")


def _covered(table: bytes, offset: int) -> frozenset[int]:
    (groups,) = struct.unpack_from(">I", table, offset + 12)
    covered: set[int] = set()
    for group in range(groups):
        first, last, _ = struct.unpack_from(">III", table, offset + 16 + group * _GROUP)
        covered.update(range(first, last + 1))
    return frozenset(covered)
