"""Recognises headings that were only numbered, 一、 and （一）: short lines, alone."""

import re

from sunlit.design.markup.writing import Block, Heading, Paragraph, Span
from sunlit.files.docx_in.body import Seen

LONGEST = 36
"""The longest line that is taken for a heading, in signs."""

_SECOND = re.compile(r"第?[一二三四五六七八九十百]{1,4}[、章]")
_THIRD = re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)]")
_SENTENCE = re.compile(r"[。；！？：:;]")


def with_headings(seen: list[Seen]) -> list[Block]:
    """Return the blocks of a text, with its numbered headings as headings."""
    if any(isinstance(one.block, Heading) for one in seen):
        return [one.block for one in seen]
    levels = [_level(one) for one in seen]
    blocks: list[Block] = []
    for at, one in enumerate(seen):
        level = levels[at]
        around = (levels[at - 1] if at else None, levels[at + 1] if at + 1 < len(seen) else None)
        # Lines that follow on one another are a list; after a heading there is a text.
        if level and level not in around and at + 1 < len(seen):
            blocks.append(Heading((Span(one.text),), level))
        else:
            blocks.append(one.block)
    return blocks


def _level(one: Seen) -> int | None:
    text = one.text
    if not isinstance(one.block, Paragraph) or len(text) > LONGEST or _SENTENCE.search(text):
        return None
    if any(span.picture or span.url or "\n" in span.text for span in one.block.line):
        return None
    if _SECOND.match(text):
        return 2
    return 3 if _THIRD.match(text) else None
