"""What a text in light markup says, without its marks."""

from collections.abc import Iterator, Sequence

from markdown_it.token import Token

from sunlit.design.markup.parsing import attachment_of, tokens_of

_LINES = frozenset({"paragraph_close", "heading_close", "tr_close"})
_CELLS = frozenset({"th_close", "td_close"})


def visible_text(text: str) -> str:
    """Return what a reader sees: one line for each line, cells parted by tabs, no marks.

    A picture counts with its description. Addresses of links are not seen: see `addresses`.
    """
    lines = "".join(_seen(tokens_of(text))).split("\n")
    return "\n".join(line for line in map(str.strip, lines) if line)


def addresses(text: str) -> tuple[str, ...]:
    """Return where the links and pictures of a text lead; attachments as `attachment:NAME`."""
    found = []
    for token in tokens_of(text):
        for child in token.children or []:
            if url := child.attrGet("href") or child.attrGet("src"):
                name = attachment_of(str(url))
                found.append(f"attachment:{name}" if name else str(url))
    return tuple(dict.fromkeys(found))


def said(children: Sequence[Token]) -> str:
    """Return the words of one line."""
    return "".join(_words(children))


def _seen(tokens: Sequence[Token]) -> Iterator[str]:
    for token in tokens:
        if token.type == "inline":
            yield said(token.children or [])
        elif token.type in ("fence", "code_block"):
            yield token.content
        elif token.type in _LINES:
            yield "\n"
        elif token.type in _CELLS:
            yield "\t"


def _words(children: Sequence[Token]) -> Iterator[str]:
    for child in children:
        if child.type == "image":
            yield said(child.children or [])
        elif child.type in ("softbreak", "hardbreak"):
            yield "\n"
        elif not child.nesting:
            yield child.content
