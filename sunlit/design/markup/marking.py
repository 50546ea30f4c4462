"""Marks stretches of what a reader sees of a text, wherever on its page they stand."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a `visible_text`, from `start` up to `end`, and what is noted behind it."""

    start: int
    end: int
    note: str
    is_answered: bool = False


class Marker:
    """Writes the words of a text in their order, each with the mark that falls on it.

    The page parts words otherwise than the visible text does: by cells and by lines. So places are
    counted in signs, without the spaces between them.
    """

    def __init__(self, seen: str, marks: Sequence[Mark]) -> None:
        self._marks = list(_in_signs(seen, marks))
        self._at = 0

    def written(self, words: str, write: Callable[[str], SafeString]) -> SafeString:
        """Write the words that come next."""
        if not self._marks:
            return write(words)
        return format_html_join("", "{}", ((part,) for part in self._parts(words, write)))

    def _parts(self, words: str, write: Callable[[str], SafeString]) -> Iterator[SafeString]:
        begin, last = 0, self._mark_at(self._at)
        for place, sign in enumerate(words):
            if sign.isspace():
                continue
            mark = self._mark_at(self._at)
            if mark is not last:
                yield _part(words[begin:place], last, write, ends=True)
                begin, last = place, mark
            self._at += 1
        ends = last is not None and self._at >= last.end
        yield _part(words[begin:], last, write, ends=ends)

    def _mark_at(self, sign: int) -> Mark | None:
        while self._marks and self._marks[0].end <= sign:
            del self._marks[0]
        return self._marks[0] if self._marks and self._marks[0].start <= sign else None


def _part(
    words: str, mark: Mark | None, write: Callable[[str], SafeString], *, ends: bool
) -> SafeString:
    if not words:
        return SafeString()
    if mark is None:
        return write(words)
    note = format_html('<span class="found-kind">{}</span>', mark.note) if ends else ""
    kind = "found found--answered" if mark.is_answered else "found"
    return format_html('<mark class="{}">{}{}</mark>', kind, write(words), note)


def _in_signs(seen: str, marks: Sequence[Mark]) -> Iterator[Mark]:
    """Yield the marks with their places in signs; of two that overlap, the first."""
    reached = 0
    for one in sorted(marks, key=lambda one: (one.start, -one.end)):
        start, end = (_signs(seen[:place]) for place in (one.start, one.end))
        if reached <= start < end:
            yield Mark(start, end, one.note, one.is_answered)
            reached = end


def _signs(text: str) -> int:
    return sum(not sign.isspace() for sign in text)
