"""The text of a self-assessment before any figure: sections, sentences and claims."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_FIGURE = re.compile(r"\{([a-z_]+(?:\.[a-z_]+)+)(?:\|([^{}]*))?\}")


@dataclass(frozen=True)
class Span:
    """A run of the report's text; with a code it states a figure and opens its records."""

    text: str
    code: str = ""


@dataclass(frozen=True)
class Claim:
    """Something that the report may say, if every figure that it names counts a record."""

    id: str
    says: str

    @property
    def needs(self) -> tuple[str, ...]:
        """The figures that must count at least one record."""
        return tuple(found[1] for found in _FIGURE.finditer(self.says))

    def lacking(self, figures: Mapping[str, int]) -> tuple[str, ...]:
        """Return the figures that count nothing, or are not measured."""
        return tuple(code for code in self.needs if not figures.get(code))

    def spoken(self, figures: Mapping[str, int]) -> Iterator[Span]:
        """Yield the claim's text with its figures."""
        at = 0
        for found in _FIGURE.finditer(self.says):
            if plain := self.says[at : found.start()]:
                yield Span(plain)
            yield Span(_figure_in_words(figures[found[1]], found[2]), found[1])
            at = found.end()
        if rest := self.says[at:]:
            yield Span(rest)


def _figure_in_words(value: int, forms: str | None) -> str:
    if forms is None:
        return str(value)
    one, *many = forms.split("|")
    chosen = many[0] if many and value != 1 else one
    return chosen.replace("#", str(value))


@dataclass(frozen=True)
class Sentence:
    """Claims in a row, or a remark that claims nothing."""

    opens: str
    claims: tuple[Claim, ...]
    joins: str
    last: str
    closes: str


@dataclass(frozen=True)
class Part:
    """A heading of the second level and its paragraphs."""

    heading: str
    paragraphs: tuple[tuple[Sentence, ...], ...]


@dataclass(frozen=True)
class Section:
    """A heading of the first level and its parts."""

    id: str
    heading: str
    numbered: bool
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Template:
    """The text of a self-assessment in one language, before any figure."""

    language: str
    title: str
    subtitle: str
    empty: str
    sections: tuple[Section, ...]

    def claims(self) -> Iterator[Claim]:
        """Yield every claim, in order."""
        for section in self.sections:
            for part in section.parts:
                for paragraph in part.paragraphs:
                    for sentence in paragraph:
                        yield from sentence.claims


def read_template(language: str, data: Mapping[str, Any]) -> Template:
    """Return the template that was written in a file of `data/reports/self-assessment`."""
    return Template(
        language=language,
        title=data["title"],
        subtitle=data["subtitle"],
        empty=data["empty"],
        sections=tuple(_section(language, section) for section in data["sections"]),
    )


def _section(language: str, data: Mapping[str, Any]) -> Section:
    parts = tuple(
        Part(
            heading=part.get("heading", ""),
            paragraphs=tuple(
                tuple(_sentence(language, sentence) for sentence in paragraph)
                for paragraph in part["paragraphs"]
            ),
        )
        for part in data["parts"]
    )
    return Section(data["id"], data["heading"], data.get("numbered", True), parts)


def _sentence(language: str, data: Mapping[str, Any]) -> Sentence:
    chinese = language.startswith("zh")
    if "remark" in data:
        return Sentence(data["remark"], (), "", "", "")
    joins = data.get("joins", "，" if chinese else ", ")
    return Sentence(
        opens=data.get("opens", ""),
        claims=tuple(Claim(claim["id"], claim["says"]) for claim in data["claims"]),
        joins=joins,
        last=data.get("last", " and " if joins == ", " else joins),
        closes=data.get("closes", "。" if chinese else "."),
    )
