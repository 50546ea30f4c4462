"""Writes blocks as light markup, so that each word is read again as it stands."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from markdown_it.token import Token

from sunlit.design.markup.parsing import ATTACHMENT, address, articles, attachment_of, blocks_of

_SPACES = re.compile(r"[\s\x00]+")
_SIGNS = re.compile(r"[\\`*\[\]|]|(?<![^\W_])_|_(?![^\W_])|<(?=[^\s])|&(?=#?\w+;)")
_LINE_BEGINS = re.compile(r"^(?:#{1,6}(?=\s|$)|>|[-+](?=\s|$|[-+ ]*$)|=+$|~~~|:(?=-))")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_PLAIN_ADDRESS = re.compile(r"(?:[^\s()<>\\`*\[\]&|]|&(?!#?\w+;))+")


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of a line. `url`: where it leads. `picture`: the attachment that is shown here."""

    text: str
    strong: bool = False
    em: bool = False
    code: bool = False
    url: str = ""
    picture: str = ""


Line = tuple[Span, ...]
"""One line of text; a line feed in a span is a break inside the line."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    line: Line


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the highest level of a text is 2."""

    line: Line
    level: int = 2


@dataclass(frozen=True, slots=True)
class Item:
    """An entry of a list. `number`: of a numbered one; `begins`: a new list begins here."""

    line: Line
    depth: int = 0
    number: int | None = None
    begins: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its first row is its head."""

    rows: tuple[tuple[Line, ...], ...]


Block = Paragraph | Heading | Item | Table


def written(blocks: Iterable[Block]) -> str:
    """Write blocks as a text in light markup."""
    parts: list[str] = []
    for are_items, some in groupby(blocks, key=lambda block: isinstance(block, Item)):
        if are_items:
            parts.append(_lists(one for one in some if isinstance(one, Item)))
        else:
            parts += [part for one in some if not isinstance(one, Item) for part in _block(one)]
    return "\n\n".join(part for part in parts if part)


def escaped(text: str) -> str:
    """Write plain words so that they are read as they stand, at the beginning of a line too."""
    text = _SIGNS.sub(r"\\\g<0>", text)
    text = _NUMBERED.sub(r"\1\\\2", text)
    return _LINE_BEGINS.sub(lambda found: "\\" + found[0], text)


def _block(block: Paragraph | Heading | Table) -> Iterator[str]:
    match block:
        case Paragraph(line):
            yield from (_line(part) for part in _articles(_settled(line)))
        case Heading(line, level):
            if words := _line(_on_one_line(line)):
                yield f"{'#' * min(max(level, 2), 6)} {_closed(words)}"
        case Table(rows):
            yield _table(rows)


def _articles(line: Line) -> Iterator[Line]:
    """Cut a paragraph where its page will be cut."""
    part: list[Span] = []
    for span in line:
        first, *others = articles(span.text) if span == Span(span.text) else [span.text]
        part.append(replace(span, text=first))
        for other in others:
            yield tuple(part)
            part = [replace(span, text=other)]
    yield tuple(part)


def _closed(words: str) -> str:
    """Keep a number sign at the end of a heading from being read as its end."""
    return re.sub(r"#(?=#*$)", r"\\#", words) if words.endswith("#") else words


def _table(rows: Sequence[Sequence[Line]]) -> str:
    width = max((len(row) for row in rows), default=0)
    if not width:
        return ""
    cells = [[_line(_on_one_line(cell)) for cell in row] for row in rows]
    lines = ["| " + " | ".join([*row, *[""] * (width - len(row))]) + " |" for row in cells]
    lines.insert(1, "|" + " --- |" * width)
    return "\n".join(lines)


def _lists(items: Iterable[Item]) -> str:
    """Write items; a list that follows on another of its kind has marks of another sign."""
    lines: list[str] = []
    open_lists: list[_List] = []
    for item in items:
        words = _line(item.line)
        if not words:
            continue
        # A level that was passed over counts as none: an item stands in the last one above it.
        while open_lists and open_lists[-1].depth > item.depth:
            closed = open_lists.pop()
            if not open_lists or open_lists[-1].depth < item.depth:
                open_lists.append(replace(closed, depth=item.depth))
        before = open_lists.pop() if open_lists and open_lists[-1].depth == item.depth else None
        now = _List.of(item, before, open_lists[-1].inner if open_lists else 0)
        # Inside an item, only a list that begins with 1 may follow without a blank line.
        if lines and before is None and item.number not in (None, 1):
            lines.append("")
        open_lists.append(now)
        inner = "\n" + " " * now.inner
        lines.append(f"{' ' * now.outer}{now.mark} {words.replace(chr(10), inner)}")
    return "\n".join(lines)


@dataclass(frozen=True, slots=True)
class _List:
    """A list that is being written, at its last item."""

    mark: str
    number: int | None
    outer: int
    depth: int

    @classmethod
    def of(cls, item: Item, before: "_List | None", outer: int) -> "_List":
        number = item.number
        signs = "-*" if number is None else ".)"
        sign = signs[0]
        if before and before.mark[-1] in signs:
            goes_on = number is None or number == (before.number or 0) + 1
            at = signs.index(before.mark[-1])
            sign = signs[at if goes_on and not item.begins else 1 - at]
        return cls(sign if number is None else f"{number}{sign}", number, outer, item.depth)

    @property
    def inner(self) -> int:
        return self.outer + len(self.mark) + 1


def _on_one_line(line: Line) -> Line:
    return tuple(replace(span, text=span.text.replace("\n", " ")) for span in line)


def _line(line: Line) -> str:
    """Write a line; where a mark would not be read as one, the words go before the mark."""
    line = _settled(line)
    for weighed in (line, _without(line, code=True), _without(line, code=True, marks=True)):
        words = "".join(_spans(weighed))
        if _reads_as(words, weighed):
            return words
    return "".join(_spans(_without(line, code=True, marks=True, links=True)))


def _without(line: Line, *, code: bool = False, marks: bool = False, links: bool = False) -> Line:
    return _merged(
        replace(
            span,
            code=span.code and not code,
            strong=span.strong and not marks,
            em=span.em and not marks,
            url="" if links else span.url,
            picture="" if links else span.picture,
        )
        for span in line
    )


def _settled(line: Line) -> Line:
    """Bring spaces into order: none at the ends of a line or of a mark, one between words."""
    parts: list[Span] = []
    for span in line:
        text = "\n".join(_SPACES.sub(" ", part) for part in span.text.split("\n"))
        text = re.sub(r" *\n[ \n]*", "\n", text)
        url = address(span.url)
        if span.picture:
            parts.append(Span(text.replace("\n", " ").strip(), picture=span.picture, url=url))
            continue
        core = text.strip(" \n")
        before, after = text[: len(text) - len(text.lstrip(" \n"))], text[len(text.rstrip(" \n")) :]
        if not core:
            parts.append(Span(text))
            continue
        strong, em = span.strong and not span.code, span.em and not span.code
        code = span.code and not set(core) & set("`\n|\\")
        parts += [Span(before), Span(core, strong, em, code, url), Span(after)]
    return _trimmed(_merged(parts))


def _merged(line: Iterable[Span]) -> Line:
    parts: list[Span] = []
    for span in line:
        if not span.text and not span.picture:
            continue
        same = parts and not span.picture and not parts[-1].picture
        if same and replace(parts[-1], text="") == replace(span, text=""):
            parts[-1] = replace(span, text=parts[-1].text + span.text)
        else:
            parts.append(span)
    return tuple(parts)


def _trimmed(line: Line) -> Line:
    """Take spaces away at the ends of the line, at its breaks, and where two meet."""
    parts: list[Span] = []
    last = "\n"
    for at, span in enumerate(line):
        text = re.sub(r" *\n[ \n]*", "\n", span.text)
        if not span.picture:
            if last in " \n":
                text = text.lstrip(" \n" if last == "\n" else " ")
            if at + 1 == len(line):
                text = text.rstrip(" \n")
        if not text and not span.picture:
            continue
        last = "]" if span.picture else text[-1]
        parts.append(replace(span, text=text))
    if parts and not parts[-1].picture and parts[-1].text[-1] in " \n":
        return (
            _trimmed(tuple(parts)) if parts[-1].text.strip(" \n") else _trimmed(tuple(parts[:-1]))
        )
    return _merged(parts)


def _spans(line: Line) -> Iterator[str]:
    for url, some in groupby(line, key=lambda span: span.url):
        words = "".join(_span(span) for span in some)
        name = attachment_of(url)
        yield f"[{words}]({_address(_named(name) if name else url)})" if url else words


def _span(span: Span) -> str:
    if span.picture:
        return f"![{escaped(span.text)}]({_address(_named(span.picture))})"
    if span.code:
        return f"`{span.text}`"
    words = "\\\n".join(escaped(part) for part in span.text.split("\n"))
    mark = "**" * span.strong + "*" * span.em
    return f"{mark}{words}{mark[::-1]}"


def _named(name: str) -> str:
    return ATTACHMENT + name.replace("%", "%25")


def _address(url: str) -> str:
    if _PLAIN_ADDRESS.fullmatch(url):
        return url
    return (
        "<" + re.sub(r"[\\<>|`*\n]|&(?=#?\w+;)", lambda found: f"%{ord(found[0]):02X}", url) + ">"
    )


def _reads_as(words: str, line: Line) -> bool:
    tokens = blocks_of(words)
    lines = [token for token in tokens if token.type == "inline"]
    if len(lines) != 1 or tokens[0].type != "paragraph_open":
        return not line and not tokens
    return read_line(lines[0].children or []) == line


def read_line(children: Sequence[Token]) -> Line:
    """Return a line as it was read."""
    return _merged(_read(children))


def _read(children: Sequence[Token]) -> Iterator[Span]:
    now = Span("")
    for child in children:
        match child.type:
            case "strong_open" | "strong_close":
                now = replace(now, strong=child.nesting > 0)
            case "em_open" | "em_close":
                now = replace(now, em=child.nesting > 0)
            case "link_open" | "link_close":
                now = replace(now, url=address(str(child.attrGet("href") or "")))
            case "image":
                name = attachment_of(str(child.attrGet("src") or "")) or ""
                words = "".join(one.text for one in _read(child.children or []))
                yield replace(now, text=words, picture=name, strong=False, em=False)
            case "hardbreak" | "softbreak":
                yield replace(now, text="\n")
            case "code_inline":
                yield replace(now, text=child.content, code=True)
            case _:
                yield replace(now, text=child.content)
