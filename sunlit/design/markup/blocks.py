"""What a text in light markup is made of: its headings, paragraphs, entries of lists, tables."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from sunlit.design.markup.parsing import tokens_of
from sunlit.design.markup.writing import (
    Block,
    Heading,
    Item,
    Line,
    Paragraph,
    Span,
    Table,
    read_line,
)


class Levels:
    """Gives each heading a level at most one below the last one, so that none is passed over."""

    def __init__(self) -> None:
        self._open: list[int] = []

    def entered(self, level: int) -> int:
        """Return how deep a heading stands that is marked with a level; the highest is 1."""
        while self._open and self._open[-1] >= level:
            self._open.pop()
        self._open.append(level)
        return self.last

    @property
    def last(self) -> int:
        """How deep the last heading stands."""
        return len(self._open)


def blocks(text: str) -> tuple[Block, ...]:
    """Return a text as its blocks in their order; the highest heading has level 1."""
    return tuple(_Reader().read(tokens_of(text)))


class _Reader:
    def __init__(self) -> None:
        self.levels = Levels()
        self.lists: list[int | None] = []
        """The lists that are open, each with the number of its next entry."""
        self.is_entry = self.begins = False
        self.rows: list[list[Line]] = []

    def read(self, tokens: Sequence[Token]) -> Iterator[Block]:
        """Yield the blocks that tokens make."""
        opened = ""
        for token in tokens:
            if token.type == "inline":
                yield from self._line(opened, read_line(token.children or []))
            elif token.type in ("fence", "code_block"):
                lines = token.content.splitlines()
                yield from (Paragraph((Span(line),)) for line in lines if line.strip())
            else:
                opened = token.type if token.nesting > 0 else opened
                yield from self._mark(token)

    def _line(self, opened: str, line: Line) -> Iterator[Block]:
        if opened in ("th_open", "td_open"):
            self.rows[-1].append(line)
        elif opened == "heading_open":
            yield Heading(line, self.levels.last)
        elif self.is_entry:
            self.is_entry = False
            yield Item(line, len(self.lists) - 1, self._number(), self.begins)
            self.begins = False
        else:
            yield Paragraph(line)

    def _mark(self, token: Token) -> Iterator[Block]:
        match token.type:
            case "heading_open":
                self.levels.entered(int(token.tag[1:]))
            case "bullet_list_open" | "ordered_list_open":
                is_numbered = token.type == "ordered_list_open"
                self.lists.append(int(token.attrGet("start") or 1) if is_numbered else None)
                self.begins = True
            case "bullet_list_close" | "ordered_list_close":
                self.lists.pop()
            case "list_item_open":
                self.is_entry = True
            case "list_item_close" if self.is_entry:
                self.is_entry = False
                self._number()
            case "table_open":
                self.rows = []
            case "tr_open":
                self.rows.append([])
            case "table_close":
                yield Table(tuple(map(tuple, self.rows)))

    def _number(self) -> int | None:
        number = self.lists[-1]
        if number is not None:
            self.lists[-1] = number + 1
        return number
