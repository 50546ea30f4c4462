"""Reading the files of a folder: tables (CSV) and documents (YAML), each value with its line."""

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from django.utils.translation import gettext as _

from sunlit.intake.faults import Fault

Place = tuple[str | int, ...]

DEEPEST = 50
_NO_VALUE = re.compile(r"\s*[,}]")


class Unreadable(Exception):
    """A file cannot be read at all."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


@dataclass(frozen=True)
class RawRow:
    """The cells of one row by column, and the line on which the row begins."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class RawDocument:
    """The values of a document, and the line of each by its place in it."""

    values: Any
    lines: Mapping[Place, int] = field(default_factory=dict)

    def line(self, place: Place) -> int:
        """Return the line of a place, or of the nearest place around it."""
        while place and place not in self.lines:
            place = place[:-1]
        return self.lines.get(place, 1)


def read_text(path: Path) -> str:
    """Return a file's text. Refuses what is not UTF-8, naming the line."""
    if not path.is_file():
        raise Unreadable(Fault(path.name, 0, "", _("The file is missing.")))
    content = path.read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        reason = _("The file is not written in UTF-8. Save it again in that encoding.")
        raise Unreadable(Fault(path.name, line, "", reason)) from None
    if "\x00" in text:
        line = text.count("\n", 0, text.index("\x00")) + 1
        raise Unreadable(Fault(path.name, line, "", _("The file holds a zero byte.")))
    return text


def read_table(path: Path, columns: Sequence[str]) -> Iterator[RawRow | Fault]:
    """Yield the rows of a table; a row of the wrong form yields a fault in its place."""
    reader = csv.reader(io.StringIO(read_text(path), newline=""), strict=True)
    try:
        header = [name.strip() for name in next(reader, [])]
        _check_header(path.name, header, columns)
        begins = reader.line_num + 1
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield _row(path.name, begins, header, cells)
            begins = reader.line_num + 1
    except csv.Error as error:
        reason = _("The table cannot be read: %(error)s.") % {"error": error}
        raise Unreadable(Fault(path.name, reader.line_num, "", reason)) from None


def _row(file: str, line: int, header: list[str], cells: list[str]) -> RawRow | Fault:
    if len(cells) != len(header):
        reason = _("The row has %(found)d cells, but the table has %(wanted)d columns.")
        return Fault(file, line, "", reason % {"found": len(cells), "wanted": len(header)})
    return RawRow(line, dict(zip(header, cells, strict=True)))


def _check_header(file: str, header: list[str], columns: Sequence[str]) -> None:
    for name in columns:
        if name not in header:
            raise Unreadable(Fault(file, 1, name, _("The column is missing.")))
    for name in header:
        if header.count(name) > 1:
            raise Unreadable(Fault(file, 1, name, _("The column stands twice in the table.")))


def read_document(path: Path) -> RawDocument:
    """Return a document's values with their lines. Refuses a name that stands twice."""
    text = read_text(path)
    try:
        _refuse_knots(text)
        node = yaml.compose(text, Loader=_OnceLoader)
        values = yaml.load(text, Loader=_OnceLoader)  # noqa: S506 (a safe loader, made stricter)
    except _Knot as error:
        reason = _("The document cannot be read: %(error)s.") % {"error": error}
        raise Unreadable(Fault(path.name, error.line, "", reason)) from None
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        reason = _("The document cannot be read: %(error)s.") % {"error": error.problem}
        raise Unreadable(Fault(path.name, line, "", reason)) from None
    except (yaml.YAMLError, ValueError) as error:
        reason = _("The document cannot be read: %(error)s.") % {"error": error}
        raise Unreadable(Fault(path.name, 1, "", reason)) from None
    lines: dict[Place, int] = {}
    if node is not None:
        _note_lines(node, (), lines)
    return RawDocument(values, lines)


def _refuse_knots(text: str) -> None:
    """Refuse a document that refers to itself, or that is nested past all reason."""
    depth = 0
    for event in yaml.parse(text, Loader=yaml.SafeLoader):
        if isinstance(event, yaml.AliasEvent):
            problem = _("references within the document are not read")
            raise _Knot(problem, event.start_mark.line + 1 if event.start_mark else 1)
        depth += isinstance(event, yaml.CollectionStartEvent)
        depth -= isinstance(event, yaml.CollectionEndEvent)
        if depth > DEEPEST:
            problem = _("the document is nested too deeply")
            raise _Knot(problem, event.start_mark.line + 1 if event.start_mark else 1)


class _Knot(Exception):
    """A document is tied in knots at a line."""

    def __init__(self, problem: str, line: int) -> None:
        super().__init__(problem)
        self.line = line


_Pairs = list[tuple[yaml.Node, yaml.Node]]


def _with_whole_texts(pairs: _Pairs) -> _Pairs:
    """Give back to each text on one line what a comma in it has cut off.

    YAML takes the rest for further names without values; no name of the format stands so.
    """
    whole: _Pairs = []
    for name, value in pairs:
        rest = _rest_of_text(name)
        before = whole[-1][1] if whole else None
        if rest and isinstance(before, yaml.ScalarNode) and before.style is None:
            begin, end = before.start_mark.pointer, name.end_mark.pointer
            before.value = (name.end_mark.buffer or "")[begin:end]
            before.tag = "tag:yaml.org,2002:str"
            before.end_mark = name.end_mark
        else:
            whole.append((name, value))
    return whole


def _rest_of_text(name: yaml.Node) -> bool:
    if not isinstance(name, yaml.ScalarNode) or name.style is not None:
        return False
    return _NO_VALUE.match(name.end_mark.buffer or "", name.end_mark.pointer) is not None


class _OnceLoader(yaml.SafeLoader):
    """A safe loader that refuses a name standing twice in one mapping, and leaves days as text.

    `{topic: 路灯, text: 巷子暗,要装灯}` is read as it is meant: the text goes on after the comma.
    """

    def compose_mapping_node(self, anchor: Any) -> yaml.MappingNode:
        node: yaml.MappingNode = super().compose_mapping_node(anchor)
        if node.flow_style:
            node.value = _with_whole_texts(node.value)
        return node

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002
        seen: set[Any] = set()
        for key_node, _value in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                problem = _("a name must be a word")
                raise yaml.MarkedYAMLError(problem=problem, problem_mark=key_node.start_mark)
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                problem = _("%(name)s stands twice") % {"name": key}
                raise yaml.MarkedYAMLError(problem=problem, problem_mark=key_node.start_mark)
            seen.add(key)
        return super().construct_mapping(node, deep)


_OnceLoader.add_constructor(
    "tag:yaml.org,2002:timestamp",
    lambda loader, node: loader.construct_scalar(node),  # type: ignore[arg-type]
)


def _note_lines(node: yaml.Node, place: Place, lines: dict[Place, int]) -> None:
    lines[place] = node.start_mark.line + 1
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            _note_lines(value, (*place, key.value), lines)
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            _note_lines(value, (*place, number), lines)
