"""Shows a text in light markup as HTML, as a part of a page that has a heading of its own."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from markdown_it.token import Token

from sunlit.design.faces import CHINESE, quoted
from sunlit.design.markup.blocks import Levels
from sunlit.design.markup.marking import Mark, Marker
from sunlit.design.markup.parsing import attachment_of, followed, tokens_of
from sunlit.design.markup.readings import said, visible_text

AddressOf = Callable[[str], str | None]
"""The address of an attachment by its name; None if it is not, or not yet, public."""

_DEEPEST = 6
_TAGS = {
    "paragraph": "p",
    "bullet_list": "ul",
    "ordered_list": "ol",
    "list_item": "li",
    "blockquote": "blockquote",
    "hr": "hr",
}
_BLOCKS = frozenset(_TAGS) | {"heading", "table", "fence", "code_block"}


def to_html(
    text: str, address_of: AddressOf, *, top: int = 2, marks: Sequence[Mark] = ()
) -> SafeString:
    """Write a text as HTML; `top`: the level of its highest heading on the page.

    A picture or link whose attachment has no address is shown as its words. Nothing that the text
    holds reaches the page as HTML. `marks`: stretches of its visible text that are marked.
    """
    marker = Marker(visible_text(text) if marks else "", marks)
    page = _Page(address_of, top, marker)
    return mark_safe(page.written(tokens_of(text)))  # noqa: S308  parts are escaped


def plain_html(text: str, marks: Sequence[Mark]) -> SafeString:
    """Write a line without markup, with the stretches of it that are marked."""
    return Marker(text, marks).written(text, quoted)


@dataclass
class _Page:
    address_of: AddressOf
    top: int
    marker: Marker
    levels: Levels = field(default_factory=Levels)
    heads: list[str] = field(default_factory=list)
    column: int = 0
    in_head: bool = False

    def written(self, tokens: Sequence[Token]) -> str:
        parts = []
        for at, token in enumerate(tokens):
            if token.type == "inline":
                if self.in_head:
                    self.heads.append(said(token.children or []))
                parts.append(self._line(token.children or []))
            else:
                parts.append(self._block(token, ends=at + 1 == len(tokens)))
        return "".join(parts)

    def _block(self, token: Token, *, ends: bool) -> str:
        name = token.type.removesuffix("_open").removesuffix("_close")
        if token.hidden:
            return ""
        if name in ("table", "thead", "tbody", "tr", "th", "td"):
            written = self._table(name, token)
        elif name == "heading":
            written = self._heading(token)
        elif name in ("fence", "code_block"):
            written = format_html("<pre><code>{}</code></pre>", self._said(token.content, escape))
        elif start := token.attrGet("start"):
            written = format_html('<ol start="{}">', start)
        else:
            written = _tag(_TAGS[name], token)
        closes = name in _BLOCKS and token.nesting <= 0 and not ends
        return f"{written}\n" if closes else written

    def _heading(self, token: Token) -> str:
        if token.nesting > 0:
            self.levels.entered(int(token.tag[1:]))
        return _tag(f"h{min(self.top + self.levels.last - 1, _DEEPEST)}", token)

    def _table(self, name: str, token: Token) -> str:
        if name in ("tr", "table", "thead"):
            self.column = 0
        if name == "thead":
            self.in_head = token.nesting > 0
            self.heads = [] if self.in_head else self.heads
        if token.nesting < 0:
            return f"</{name}>"
        match name:
            case "table":
                return '<table class="table table--cards table--coded" role="table">'
            case "th":
                return '<th scope="col" role="columnheader">'
            case "td":
                label = self.heads[self.column]
                self.column += 1
                return format_html('<td role="cell" data-label="{}">', label)
        return f'<{name} role="{"row" if name == "tr" else "rowgroup"}">'

    def _line(self, children: Sequence[Token]) -> str:
        return "".join(self._inline(children))

    def _inline(self, children: Sequence[Token]) -> Iterator[str]:
        open_links: list[bool] = []
        for child in children:
            match child.type:
                case "image":
                    yield self._picture(child)
                case "link_open":
                    opening = self._link(str(child.attrGet("href") or ""))
                    open_links.append(bool(opening))
                    yield opening
                case "link_close":
                    yield "</a>" if open_links.pop() else ""
                case "softbreak" | "hardbreak":
                    yield "<br>"
                case "code_inline":
                    yield format_html("<code>{}</code>", self._said(child.content, escape))
                case _ if child.nesting:
                    yield _tag(child.type.removesuffix("_open").removesuffix("_close"), child)
                case _:
                    yield self._said(child.content, quoted)

    def _said(self, words: str, write: Callable[[str], SafeString]) -> SafeString:
        return self.marker.written(words, write)

    def _link(self, url: str) -> str:
        name = attachment_of(url)
        if name is None:
            return format_html('<a href="{}">', url) if followed(url) else ""
        address = self.address_of(name)
        if not address:
            return ""
        return format_html('<a href="{}" data-attachment="{}">', address, name)

    def _picture(self, token: Token) -> str:
        words = said(token.children or [])
        name = attachment_of(str(token.attrGet("src") or ""))
        address = self.address_of(name) if name else None
        written = self._said(words, quoted)
        if not address:
            return written
        picture = format_html(
            '<img src="{}" alt="{}" loading="lazy" data-attachment="{}"{}>',
            *(address, words, name, _language(words)),
        )
        return picture + written if "<mark" in written else picture


def _language(words: str) -> SafeString:
    """Say that words are Chinese where the page is not."""
    foreign = quoted(words) != escape(words)
    return format_html(' lang="{}"', CHINESE) if foreign else SafeString("")


def _tag(name: str, token: Token) -> str:
    return f"<{'/' if token.nesting < 0 else ''}{name}>"
