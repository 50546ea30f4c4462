"""How a text in light markup is read: the parser, and what a plain text of the office needs."""

import re
from collections.abc import Iterator
from functools import cache
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.common.normalize_url import normalizeLink
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline.state_inline import Scanned, StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType

ATTACHMENT = "attachment:"
_FOLLOWED = re.compile(r"(?:https?://[^/\s]|mailto:[^\s@]+@)", re.I)
# What would hide words of the text from its reader, or turn plain writing into something else.
_LEFT_OUT = ["html_block", "html_inline", "code", "lheading", "reference"]
_NESTED = 20
_ROW = re.compile(r"^ {0,3}\|.*\|[ \t]*$")
_RULE = re.compile(r"^[\s|:-]*-[\s|:-]*$")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_BEFORE_AN_ARTICLE = re.compile(r"(?<=[。；;])(?=[一二三四五六七八九十]{1,3}、)")
_LATIN = re.compile(r"[0-9A-Za-z]")
_CJK = re.compile(
    r"[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u2018\u2019\u201c\u201d\u2014\u2026\u00b7]"
)


def tokens_of(text: str) -> list[Token]:
    """Return the blocks of a text; each line of a paragraph is a paragraph of its own."""
    return list(_paragraphs(blocks_of(text)))


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
    parser = MarkdownIt("commonmark", {"html": False, "linkify": False, "maxNesting": _NESTED})
    parser.enable("table").disable(_LEFT_OUT)
    parser.inline = _AmongChinese()
    parser.validateLink = lambda url: followed(url) or attachment_of(url) is not None  # type: ignore[method-assign]
    return parser


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
    """Part a table from the lines around it, and give it the rule that its writer left out."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    done: list[str] = []
    fence = ""
    in_table = False
    for at, line in enumerate(lines):
        if mark := _FENCE.match(line):
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
        is_row = not fence and bool(_ROW.match(line))
        if is_row != in_table:
            done.append("")
        done.append(line)
        if is_row and not in_table and not _RULE.match((lines[at + 1 : at + 2] or [""])[0]):
            columns = len(re.findall(r"(?<!\\)\|", line.strip())) - 1
            done.append("|" + "---|" * columns)
        in_table = is_row
    return "\n".join(done)


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
