"""A record's own longer text on a page: paragraphs, numbered articles, plain tables."""

import re
from collections.abc import Iterator, Mapping
from itertools import groupby

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from sunlit.design.faces import quoted, said

_BEFORE_AN_ARTICLE = re.compile(r"(?<=[。；;])(?=[一二三四五六七八九十]{1,3}、)")
_ROW = re.compile(r"^\|(.*)\|$")
_RULE = re.compile(r"^[\s|:-]+$")
_MARKED = re.compile(r"`([^`]+)`")


Places = Mapping[str, tuple[object, str]]
"""What a text marks as `code`, and the name and address of the page that it means."""


def quoted_prose(value: object, places: Places | None = None) -> SafeString:
    """Write a text with its tables and articles, marked as Chinese where the page is not."""
    blocks = _blocks(said(value), places or {})
    return format_html_join("\n", "{}", ((block,) for block in blocks))


def _blocks(text: str, places: Places) -> Iterator[SafeString]:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for is_table, some in groupby(lines, key=lambda line: bool(_ROW.match(line))):
        if is_table:
            yield _table(list(some), places)
            continue
        for line in some:
            for part in _BEFORE_AN_ARTICLE.split(line):
                yield format_html("<p>{}</p>", _with_marks(part, places))


def _table(lines: list[str], places: Places) -> SafeString:
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    head, *body = [row for row, line in zip(rows, lines, strict=True) if not _RULE.match(line)]
    heads = format_html_join(
        "", '<th scope="col" role="columnheader">{}</th>', ((quoted(cell),) for cell in head)
    )
    return format_html(
        '<table class="table table--cards table--coded" role="table"><thead role="rowgroup">'
        '<tr role="row">{}</tr></thead><tbody role="rowgroup">{}</tbody></table>',
        heads,
        format_html_join(
            "", '<tr role="row">{}</tr>', ((_cells(head, row, places),) for row in body)
        ),
    )


def _cells(head: list[str], row: list[str], places: Places) -> SafeString:
    cells = zip(head, row, strict=False)
    return format_html_join(
        "",
        '<td role="cell" data-label="{}">{}</td>',
        ((label, _with_marks(cell, places)) for label, cell in cells),
    )


def _with_marks(text: str, places: Places) -> SafeString:
    parts = _MARKED.split(text)
    written = [_marked(part, places) if at % 2 else quoted(part) for at, part in enumerate(parts)]
    return mark_safe("".join(written))  # noqa: S308  each part is escaped


def _marked(name: str, places: Places) -> SafeString:
    if name not in places:
        return format_html("<code>{}</code>", name)
    label, url = places[name]
    return format_html('<a href="{}">{}</a>', url, quoted(label))
