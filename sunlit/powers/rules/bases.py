"""Reading the provisions of a legal basis that is written as free text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_N = r"[〇零一二三四五六七八九十百千\d]+"
_PLACE = (
    rf"第{_N}条(?:之{_N})?(?:第{_N}款)?(?:第[(（]?{_N}[)）]?项)?"
    rf"|第{_N}款(?:第[(（]?{_N}[)）]?项)?|第[(（]?{_N}[)）]?项"
)
_ARTICLE = re.compile(rf"(?:附件|附表)?(?:{_PLACE})(?:至(?:{_PLACE}))?")
_INSTRUMENT = re.compile(
    r"《(?P<name>(?:[^《》]|《[^《》]*》)+)》\s*(?:[(（](?P<about>(?:[^()（）]|[(（][^()（）]*[)）])*)[)）])?"
)
_DAY = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
_BETWEEN = re.compile(r"[\s、,，;；。和及与]+")
_SEGMENT = re.compile(r"[;；。]")
_OWN = re.compile(r"[条附]")


@dataclass(frozen=True)
class Cited:
    """One article of an instrument, as a legal basis names it."""

    instrument: str
    number: str
    version_day: date | None
    """The day of the version that is named, such as that of its last amendment."""
    article: str
    """In the words of the text, such as 第五十条第(一)项; empty: the instrument as a whole."""


def bases_in(text: str) -> list[Cited]:
    """Return the articles that a text cites, in its order.

    《条例》(国务院令第101号,2011年1月8日修订)第十一条、第三十四条第(一)项 gives two. Items and
    paragraphs that follow an article without one of their own stay with it. A part without 《》
    is taken for an instrument by the words before its first article.
    """
    found: list[Cited] = []
    for name, about, tail in _instruments(text):
        number, day = _about(about)
        places = list(_articles(tail)) or [""]
        found.extend(Cited(name, number, day, place) for place in places)
    return found


def unread_in(text: str) -> str:
    """Return what of a legal basis could not be read as an instrument with its articles."""
    rest = []
    for name, _about_it, tail in _instruments(text):
        left = _ARTICLE.sub("", tail)
        rest.append(_BETWEEN.sub("", left) if name else left)
    return " ".join(part for part in rest if part)


def _instruments(text: str) -> Iterator[tuple[str, str, str]]:
    """Yield each instrument with what stands in brackets after it, and what follows."""
    named = list(_INSTRUMENT.finditer(text))
    before = text[: named[0].start()] if named else text
    for segment in _SEGMENT.split(before):
        if segment.strip():
            article = _ARTICLE.search(segment)
            at = article.start() if article else len(segment)
            yield segment[:at].strip(), "", segment[at:]
    ends = [*(one.start() for one in named[1:]), len(text)]
    for one, end in zip(named, ends, strict=False):
        yield one["name"], one["about"] or "", text[one.end() : end]


def _about(about: str) -> tuple[str, date | None]:
    day = None
    if found := _DAY.search(about):
        try:
            day = date(*map(int, found.groups()))
        except ValueError:
            day = None
    parts = [part.strip() for part in re.split(r"[,，;；]", about)]
    numbers = [part for part in parts if "号" in part and not _DAY.search(part)]
    return "，".join(numbers), day


def _articles(tail: str) -> Iterator[str]:
    """Yield each article with the paragraphs and items that belong to it."""
    current = ""
    for found in _ARTICLE.finditer(tail):
        place = found[0]
        if current and not _OWN.search(place):
            current = f"{current}、{place}"
            continue
        if current:
            yield current
        current = place
    if current:
        yield current
