"""What a page is made of, for the tests: its elements, attributes and words by language."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from django.template import engines

HAN = re.compile(r"[\u3400-\u9fff]")
LATIN_WORD = re.compile(r"[A-Za-z]{3,}")
VOID = frozenset({"meta", "link", "img", "input", "br", "hr", "path", "circle", "rect"})


@dataclass
class Element:
    """An element of a page: its name, attributes, language, and the words directly in it."""

    tag: str
    attributes: dict[str, str]
    language: str
    words: list[str] = field(default_factory=list)


class Page(HTMLParser):
    """A page, read."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        above = self._open[-1].language if self._open else ""
        element = Element(tag, attributes, attributes.get("lang", above))
        self.elements.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self._open.pop().tag == tag, f"</{tag}> closes something else"

    def handle_data(self, data: str) -> None:
        if self._open and data.strip():
            self._open[-1].words.append(data.strip())

    def named(self, tag: str) -> list[Element]:
        return [one for one in self.elements if one.tag == tag]

    def said(self) -> Iterator[tuple[str, str]]:
        """Pairs of a language and words in it, also those that only a machine reads aloud."""
        for one in self.elements:
            if one.tag == "code":  # an address is no word
                continue
            heard = [one.attributes.get(name, "") for name in ("alt", "title", "aria-label")]
            for words in (*one.words, *heard):
                yield one.language, words


def rendered(text: str, **context: object) -> str:
    """Write a template that has the components at hand."""
    template = engines["django"].from_string("{% load i18n design %}" + text)
    return template.render(context).strip()
