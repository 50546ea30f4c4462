"""How a text in light markup is read: the parser, and what a plain text of the office needs."""

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import StateBlock
from markdown_it.rules_inline.state_inline import Scanned, StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

ATTACHMENT = "attachment:"
_FOLLOWED = re.compile(r"(?:https?://[^/\s]|mailto:[^\s@]+@)", re.I)
# What would hide words of the text from its reader, or turn plain writing into something else.
_LEFT_OUT = ["html_block", "html_inline", "code", "lheading", "reference"]
_NESTED = 20
_ROW = re.compile(r"^[\s>]*\|.*(?<!\\)\|")
_RULE = re.compile(r"^[\s>]*(?=[^-]*-)[\s|:-]*\|[\s|:-]*$")
_DASH = re.compile(r"^([\s>]*)(\S)")
_LEAD = re.compile(r"^[\s>]*")
_BAR = re.compile(r"(?<!\\)\|")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_BEFORE_AN_ARTICLE = re.compile(r"(?<=[。；;])(?=[一二三四五六七八九十]{1,3}、)")
_LATIN = re.compile(r"[0-9A-Za-z]")
_CJK = re.compile(
    r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u2018\u2019\u201c\u201d\u2014\u2026\u00b7]"
)


def tokens_of(text: str) -> list[Token]:
    """Return the blocks of a text; each line of a paragraph is a paragraph of its own."""
    return list(_paragraphs(list(_whole(blocks_of(text)))))


def blocks_of(text: str) -> list[Token]:
    """Return the blocks of a text as they are marked."""
    return _parser().parse(_with_tables(text))


def articles(text: str) -> list[str]:
    """Cut a text before each numbered article: 一、…。二、…"""
    return _BEFORE_AN_ARTICLE.split(text)


def address(url: str) -> str:
    """Return an address as it stands on a page; nothing for one that a page does not lead to."""
    if name := attachment_of(url):
        return f"{ATTACHMENT}{name}"
    url = normalizeLink(url.strip())
    return url if followed(url) else ""


def followed(url: str) -> bool:
    """Whether a page may lead to this address."""
    return bool(_FOLLOWED.match(url))


def attachment_of(url: str) -> str | None:
    """Return the name of the attachment that an address means, if it means one."""
    name = unquote(url.removeprefix(ATTACHMENT)) if url.startswith(ATTACHMENT) else ""
    return name or None


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt()
    parser.block, parser.inline = _Whole(), _AmongChinese()
    parser.configure("commonmark", {"html": False, "linkify": False, "maxNesting": _NESTED})
    parser.enable("table").disable(_LEFT_OUT)
    parser.validateLink = lambda url: followed(url) or attachment_of(url) is not None  # type: ignore[method-assign]
    return parser


class _Whole(ParserBlock):
    """Keeps the words of what is nested too deeply, which the parser would leave out."""

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803
        """Read lines; those that stand too deep are one paragraph."""
        if state.level < _NESTED - 2:
            super().tokenize(state, startLine, endLine)
            return
        state.push("paragraph_open", "p", 1)
        words = state.push("inline", "", 0)
        words.content = state.getLines(startLine, endLine, state.blkIndent, False).strip()  # noqa: FBT003
        words.children = []
        state.push("paragraph_close", "p", -1)
        state.line = endLine


class _AmongChinese(ParserInline):
    """Reads `**“重”**点` as a reader of Chinese does, who puts no spaces around words."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _State(StateInline):
    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: FBT001, N802, N803
        """Weigh Chinese punctuation as a letter, and a Chinese sign as the edge of a word."""
        marker, end = self.src[start], start
        while end < self.posMax and self.src[end] == marker:
            end += 1
        before = self.src[start - 1] if start else " "
        after = self.src[end] if end < self.posMax else " "
        if _LATIN.match(before) and _LATIN.match(after):  # a measure: 3*4*5
            return Scanned(can_open=False, can_close=False, length=end - start)
        opens = not _is_space(after) and (not _stops(after) or _is_edge(before))
        closes = not _is_space(before) and (not _stops(before) or _is_edge(after))
        return Scanned(
            opens and (canSplitWord or not closes or _is_punctuation(before)),
            closes and (canSplitWord or not opens or _is_punctuation(after)),
            end - start,
        )


def _is_space(sign: str) -> bool:
    return bool(isWhiteSpace(ord(sign)))


def _is_punctuation(sign: str) -> bool:
    return bool(isMdAsciiPunct(ord(sign)) or isPunctChar(sign))


def _stops(sign: str) -> bool:
    return _is_punctuation(sign) and not _CJK.match(sign)


def _is_edge(sign: str) -> bool:
    return _is_space(sign) or _is_punctuation(sign) or bool(_CJK.match(sign))


def _with_tables(text: str) -> str:
    """Part a table from the lines around it, and give it all that its rows need."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    done: list[str] = []
    rows: list[str] = []
    fence = ""
    for line in lines:
        if mark := _FENCE.match(line):
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
        if not fence and _ROW.match(line):
            rows.append(line)
            continue
        if rows:
            done += ["", *_table(rows), ""]
            rows = []
        # A row begins with a bar: other lines are no table, and none of their words are cells.
        done.append(_DASH.sub(r"\1\\\2", line) if not fence and _RULE.match(line) else line)
    return "\n".join([*done, "", *_table(rows), ""] if rows else done)


def _table(rows: list[str]) -> list[str]:
    """Widen the head of a table to its longest row, and write the rule that was left out."""
    head, *body = rows
    width = max(map(_columns, rows))
    rule = body.pop(0) if body and _RULE.match(body[0]) else f"{_LEAD.match(head)[0]}|"  # type: ignore[index]
    missing = width - _columns(head)
    return [
        f"{head.rstrip().removesuffix('|')}|{' |' * missing}",
        f"{rule.rstrip().removesuffix('|')}|{'---|' * (width - _columns(rule))}",
        *body,
    ]


def _columns(row: str) -> int:
    bars = len(_BAR.findall(row))
    return max(
        bars - 1 if row.rstrip().endswith("|") and not row.rstrip().endswith("\\|") else bars, 0
    )


def _whole(tokens: list[Token]) -> Iterator[Token]:
    """Show the words, too, that the standard keeps for the pointer and for programs."""
    for token in tokens:
        if token.type == "fence" and token.info.strip():
            yield token.copy(content=f"{token.info.strip()}\n{token.content}")
        elif token.children and any("title" in child.attrs for child in token.children):
            yield token.copy(children=list(_with_titles(token.children)))
        else:
            yield token


def _with_titles(children: list[Token]) -> Iterator[Token]:
    titles: list[str] = []
    for child in children:
        title = str(child.attrs.get("title", ""))
        if child.type == "link_open":
            titles.append(title)
        elif child.type == "link_close":
            title = titles.pop()
        yield child
        if title and child.type in ("image", "link_close"):
            yield Token("text", "", 0, content=f"（{title}）")


def _paragraphs(tokens: list[Token]) -> Iterator[Token]:
    for at, token in enumerate(tokens):
        if token.type != "inline" or tokens[at - 1].type != "paragraph_open":
            yield token
            continue
        opening, closing = tokens[at - 1], tokens[at + 1]
        own = [token] if opening.hidden else list(_lines(token))
        for number, line in enumerate(own):
            if number:
                yield closing
                yield opening
            yield line


def _lines(token: Token) -> Iterator[Token]:
    """Cut a paragraph where a line ends, and before each numbered article."""
    line: list[Token] = []
    depth = 0
    for child in token.children or []:
        depth += child.nesting
        if child.type == "softbreak" and not depth:
            yield token.copy(children=line)
            line = []
        elif child.type == "text" and not depth:
            first, *others = articles(child.content)
            line.append(child.copy(content=first))
            for other in others:
                yield token.copy(children=line)
                line = [child.copy(content=other)]
        else:
            line.append(child)
    yield token.copy(children=line)
