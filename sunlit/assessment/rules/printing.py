"""From the template and the counted figures to the report: a claim without records is not made."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from sunlit.assessment.template import Claim, Part, Sentence, Span, Template

_DIGITS = "〇一二三四五六七八九"
_TEN = 10


@dataclass(frozen=True)
class PrintedParagraph:
    """A paragraph of the report, and the claims that it makes."""

    spans: tuple[Span, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True)
class PrintedPart:
    """A part of the report; without a heading where the section has only one."""

    heading: str
    paragraphs: tuple[PrintedParagraph, ...]


@dataclass(frozen=True)
class PrintedSection:
    """A section of the report."""

    id: str
    title: str
    """The heading without its number."""
    heading: str
    parts: tuple[PrintedPart, ...]

    def spans(self) -> Iterator[Span]:
        """Yield the runs of text, in order."""
        for part in self.parts:
            for paragraph in part.paragraphs:
                yield from paragraph.spans


@dataclass(frozen=True)
class Unproven:
    """A claim that the report does not make, and the figures that had no record."""

    claim: Claim
    lacking: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    """The text of one self-assessment."""

    title: str
    subtitle: str
    sections: tuple[PrintedSection, ...]
    unproven: tuple[Unproven, ...]

    def cited(self) -> Iterator[tuple[PrintedSection, tuple[str, ...]]]:
        """Yield each section with the figures that it states first, in the order of mention."""
        seen: set[str] = set()
        for section in self.sections:
            codes = dict.fromkeys(span.code for span in section.spans() if span.code)
            first = tuple(code for code in codes if code not in seen)
            seen.update(first)
            if first:
                yield section, first


def report(template: Template, *, agency: str, year: int, figures: Mapping[str, int]) -> Report:
    """Return the report: what the records show is said, the rest is listed as unproven."""
    names = {"agency": agency, "year": str(year)}
    maker = _Maker(template, names, figures)
    return Report(
        title=_named(template.title, names),
        subtitle=_named(template.subtitle, names),
        sections=tuple(maker.sections()),
        unproven=tuple(
            Unproven(claim, lacking)
            for claim in template.claims()
            if (lacking := claim.lacking(figures))
        ),
    )


def _named(text: str, names: Mapping[str, str]) -> str:
    return re.sub(r"\{(agency|year)\}", lambda found: names[found[1]], text)


@dataclass(frozen=True)
class _Maker:
    template: Template
    names: Mapping[str, str]
    figures: Mapping[str, int]

    def sections(self) -> Iterator[PrintedSection]:
        number = 0
        for section in self.template.sections:
            number += section.numbered
            heading = _numbered(self.template.language, section.heading, number, 0)
            parts = tuple(self._parts(section.parts, number))
            if not parts:
                nothing = PrintedParagraph((Span(self.template.empty),), ())
                parts = (PrintedPart("", (nothing,)),)
            yield PrintedSection(
                id=section.id,
                title=section.heading,
                heading=heading if section.numbered else section.heading,
                parts=parts,
            )

    def _parts(self, parts: Iterable[Part], section: int) -> Iterator[PrintedPart]:
        number = 0
        for part in parts:
            paragraphs = tuple(
                printed
                for paragraph in part.paragraphs
                if (printed := self._paragraph(paragraph)).spans
            )
            if not paragraphs:
                continue
            number += 1
            heading = part.heading and _numbered(
                self.template.language, part.heading, section, number
            )
            yield PrintedPart(heading, paragraphs)

    def _paragraph(self, sentences: Iterable[Sentence]) -> PrintedParagraph:
        spans: list[Span] = []
        made: list[Claim] = []
        for sentence in sentences:
            claims = [claim for claim in sentence.claims if not claim.lacking(self.figures)]
            if sentence.claims and not claims:
                continue
            if spans and not self.template.language.startswith("zh"):
                spans.append(Span(" "))
            spans += self._spoken(sentence, claims)
            made += claims
        return PrintedParagraph(_joined(spans), tuple(made))

    def _spoken(self, sentence: Sentence, claims: list[Claim]) -> Iterator[Span]:
        yield Span(_named(sentence.opens, self.names))
        for number, claim in enumerate(claims, start=1):
            if number > 1:
                yield Span(sentence.last if number == len(claims) else sentence.joins)
            yield from claim.spoken(self.figures)
        yield Span(sentence.closes)


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """Join neighbours that open nothing; drop what is empty."""
    joined: list[Span] = []
    for span in spans:
        if joined and not span.code and not joined[-1].code:
            joined[-1] = Span(joined[-1].text + span.text)
        elif span.text:
            joined.append(span)
    return tuple(joined)


def _numbered(language: str, heading: str, section: int, part: int) -> str:
    """Return the heading with its number: 一、 and （一）, or 1. and 1.1."""
    if language.startswith("zh"):
        return (
            f"（{chinese_number(part)}）{heading}"
            if part
            else (f"{chinese_number(section)}、{heading}")
        )
    return f"{section}.{part} {heading}" if part else f"{section}. {heading}"


def chinese_number(number: int) -> str:
    """Return a number below one hundred in Chinese: 一, 十, 十二, 三十."""
    tens, ones = divmod(number, _TEN)
    ten = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return ten + (_DIGITS[ones] if ones or not tens else "")
