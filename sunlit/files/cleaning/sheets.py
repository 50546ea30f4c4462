"""Which cells of a sheet are not shown: of hidden rows and columns, and of formats of nothing."""

import re
from dataclasses import dataclass

from lxml import etree

from sunlit.files.cleaning.kinds import Kind, Removals, refused
from sunlit.files.cleaning.packages import Package, Part, local
from sunlit.kernel.wording import Wording

_TRUE = ("1", "true")
_SHOWS_NOTHING = re.compile(r'(?:""|;)*;;(?:""|;)*$')


@dataclass(frozen=True)
class Hidden:
    """What a sheet does not show."""

    sheet: Part
    columns: tuple[range, ...]
    formats: frozenset[str]

    @classmethod
    def of(cls, sheet: Part, formats: frozenset[str]) -> "Hidden":
        """Read which columns are hidden, or have no width."""
        root = sheet.root
        columns = [] if root is None else list(root.iterfind("{*}cols/{*}col"))
        if root is not None and any(
            one.get("zeroHeight") in _TRUE for one in root.iterfind("{*}sheetFormatPr")
        ):
            raise refused(
                "工作表的行默认隐藏，无法判断哪些行可见。",
                "The rows of a sheet are hidden by default: which are shown cannot be told.",
                Wording(
                    "请取消隐藏所有行，删除不公开的行。", "Show all rows, delete those not public."
                ),
            )
        return cls(
            sheet,
            tuple(
                range(_whole(one.get("min")), _whole(one.get("max")) + 1)
                for one in columns
                if one.get("hidden") in _TRUE or _is_nothing(one.get("width"))
            ),
            formats,
        )

    def drop(self, removals: Removals) -> bool:
        """Take the cells out that are not shown; say whether there were any with content."""
        dropped = False
        for row in [] if self.sheet.root is None else list(self.sheet.root.iter("{*}row")):
            unseen = row.get("hidden") in _TRUE or _is_nothing(row.get("ht"))
            last = 0
            for cell in list(row):
                last = column_of(cell.get("r", "")) or last + 1
                if not (unseen or self._hides(last, cell)):
                    continue
                if any(local(one) in ("v", "is", "f") for one in cell):
                    removals.add(Kind.HIDDEN_CELLS)
                    dropped = True
                row.remove(cell)
        return dropped

    def _hides(self, column: int, cell: etree._Element) -> bool:
        return cell.get("s", "0") in self.formats or any(column in one for one in self.columns)


def hidden_formats(package: Package) -> frozenset[str]:
    """Return the numbers of the formats of cells that show nothing: ;;;"""
    found: set[str] = set()
    for part in package.follow(package.main, "styles"):
        if part.root is None:
            continue
        blank = {
            one.get("numFmtId")
            for one in part.root.iterfind("{*}numFmts/{*}numFmt")
            if _SHOWS_NOTHING.match(one.get("formatCode", ""))
        }
        formats = part.root.iterfind("{*}cellXfs/{*}xf")
        found |= {str(at) for at, one in enumerate(formats) if one.get("numFmtId") in blank}
    return frozenset(found)


def column_of(reference: str) -> int:
    """Return the number of the column of a cell such as AB12; 0 if it is not told."""
    number = 0
    for sign in reference:
        if not "A" <= sign <= "Z":
            break
        number = number * 26 + ord(sign) - 64
    return number


def _is_nothing(size: str | None) -> bool:
    try:
        return size is not None and float(size) == 0
    except ValueError:
        return False


def _whole(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 1
