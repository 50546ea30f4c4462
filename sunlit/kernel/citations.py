"""Citations: an article of an instrument in the version of one day."""

import re
from dataclasses import dataclass
from datetime import date

from sunlit.kernel.wording import Wording

_THOUSAND = 1000
_DIGITS = "〇一二三四五六七八九"
_PLACE = re.compile(
    r"(?P<article>\d+)(?:\((?P<paragraph>\d+)\))?(?:(?:\((?P<item>\d+)\))|(?:\.(?P<only>\d+)))?"
)


@dataclass(frozen=True, slots=True)
class Citation:
    """An article, cited by value so that it reaches the ledger and the pages.

    `article` is in the notation of `article_wording`, empty for the instrument as a whole;
    `confidence` is "verified", "page", "memory" or "own" (a promise of the agency itself).
    """

    instrument: str
    article: str
    zh: str
    en: str
    in_force_from: date
    confidence: str

    @property
    def key(self) -> str:
        """What the ledger stores, such as "ogi_2007:24"."""
        return f"{self.instrument}:{self.article}"

    @property
    def is_unsure(self) -> bool:
        """Whether it is to be compared with the text of the article."""
        return self.confidence in ("page", "memory")

    @property
    def wording(self) -> Wording:
        """The citation in both languages."""
        return Wording(self.zh, self.en)

    def __str__(self) -> str:
        return self.zh


def article_wording(article: str) -> Wording:
    """Put article notation into words.

    "24" article; "24(2)" its second paragraph; "36(1)(2)" item 2 of paragraph 1; "21.4" item 4
    of an article of one paragraph; "14-16" a run; "9,10" a list; "" the whole instrument.
    Raises ValueError for anything else.
    """
    if not article:
        return Wording("", "")
    if "," in article:
        parts = [article_wording(part) for part in article.split(",")]
        return Wording("、".join(p.zh for p in parts), ", ".join(p.en for p in parts))
    if "-" in article:
        first, last = (article_wording(part) for part in article.split("-", 1))
        return Wording(f"{first.zh}至{last.zh}", f"{first.en} to {last.en}")
    found = _PLACE.fullmatch(article)
    if not found or (found["only"] and found["paragraph"]):
        raise ValueError(f"{article!r} is not an article in the notation of this module")
    zh = f"第{chinese_number(int(found['article']))}条"
    en = f"art. {found['article']}"
    if found["paragraph"]:
        zh += f"第{chinese_number(int(found['paragraph']))}款"
        en += f" para. {found['paragraph']}"
    if item := found["item"] or found["only"]:
        zh += f"第({chinese_number(int(item))})项"
        en += f" item {item}"
    return Wording(zh, en)


def chinese_number(number: int) -> str:
    """Write a number from 1 to 999 as a statute writes it: 36 is 三十六, 107 is 一百零七."""
    if not 1 <= number < _THOUSAND:
        raise ValueError(f"{number} is not a number of an article")
    hundreds, rest = divmod(number, 100)
    tens, ones = divmod(rest, 10)
    words = f"{_DIGITS[hundreds]}百" if hundreds else ""
    if tens:
        words += ("" if tens == 1 and not hundreds else _DIGITS[tens]) + "十"
    elif hundreds and ones:
        words += "零"
    return words + (_DIGITS[ones] if ones else "")
