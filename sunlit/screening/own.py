"""What an agency adds to the lexicons: words, patterns, telephones, and words that are none."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from sunlit.screening.kinds import Kind
from sunlit.screening.lexicons import Lexicon, Role, Word
from sunlit.screening.seen import digits_of, traditional

DIGIT, ANY = "#", "?"
SHORTEST, FEWEST_DIGITS, MOST_DIGITS = 2, 3, 15
_WILD = re.compile("[#?]")
_AS_EXPRESSION = {DIGIT: "[0-9０-９]", ANY: r"[^\n]"}


class WordGroup(StrEnum):
    """What it means that a word is found."""

    SECRECY = "secrecy"
    SECRECY_ALONE = "secrecy_alone"
    FORBIDDEN = "forbidden"
    WRONG = "wrong"
    HEALTH = "health"
    NUMBER = "number"
    EXCEPT = "except"


class WordFault(StrEnum):
    """Why a word cannot be looked for."""

    EMPTY = "empty"
    SHORT = "short"
    NO_LETTER = "no_letter"
    NO_NUMBER = "no_number"
    NO_PATTERN_HERE = "no_pattern_here"
    LOOSE_PATTERN = "loose_pattern"
    NO_BETTER = "no_better"
    BETTER_HERE = "better_here"
    BETTER_HOLDS_IT = "better_holds_it"
    MARK_OF_SECRECY = "mark_of_secrecy"
    NOTHING_IN_IT = "nothing_in_it"
    KNOWN = "known"


_MEANS: Mapping[WordGroup, tuple[Role, Kind | None]] = {
    WordGroup.SECRECY: ("always", Kind.SECRECY_MARK),
    WordGroup.SECRECY_ALONE: ("alone", Kind.SECRECY_MARK),
    WordGroup.FORBIDDEN: ("word", Kind.FORBIDDEN_WORD),
    WordGroup.WRONG: ("word", Kind.WRONG_WORD),
    WordGroup.HEALTH: ("health", Kind.HEALTH),
    WordGroup.EXCEPT: ("except", None),
}
_WITH_BETTER = (WordGroup.FORBIDDEN, WordGroup.WRONG)
_WITH_PATTERNS = (WordGroup.SECRECY, WordGroup.FORBIDDEN)


@dataclass(frozen=True, slots=True)
class OwnWord:
    """A word of the agency: `better` is what should stand in its place."""

    group: WordGroup
    text: str
    better: str = ""

    @property
    def is_pattern(self) -> bool:
        """Whether `#` stands in it for a digit, or `?` for any sign."""
        return self.group in _WITH_PATTERNS and bool(_WILD.search(self.text))

    @property
    def word(self) -> Word:
        """The word, as a lexicon has it."""
        role, kind = _MEANS[self.group]
        return Word(self.text, role, kind, self.better)


def group_of(word: Word) -> WordGroup | None:
    """Return to which group a word of a lexicon belongs; none for what only leads to an address."""
    return next((group for group, means in _MEANS.items() if means == (word.role, word.kind)), None)


def expression_of(pattern: str) -> re.Pattern[str]:
    """Return what a pattern finds: `#` is one digit, `?` one sign, all else stands for itself."""
    return re.compile("".join(_AS_EXPRESSION.get(sign, re.escape(sign)) for sign in pattern))


def stands_in(word: OwnWord, text: str) -> bool:
    """Say whether a word, pattern or number stands in a text, whatever it means there."""
    if word.group is WordGroup.NUMBER:
        return digits_of(word.text) in digits_of(text)
    if word.is_pattern:
        return bool(expression_of(word.text).search(text))
    return word.text in text or traditional(word.text) in text


def with_own(lexicon: Lexicon, own: Iterable[OwnWord], *, version: str) -> Lexicon:
    """Return a lexicon with the words of an agency; of a word in both its own meaning holds."""
    words = {one.text: one for one in lexicon.words}
    patterns, numbers = [], []
    for one in own:
        if one.group is WordGroup.NUMBER:
            numbers.append(digits_of(one.text))
        elif one.is_pattern:
            patterns.append((expression_of(one.text), one.word))
        else:
            words |= {
                written: replace(one.word, text=written)
                for written in (one.text, traditional(one.text))
            }
    return replace(
        lexicon,
        version=version,
        words=tuple(words.values()),
        patterns=tuple(patterns),
        public_numbers=lexicon.public_numbers | set(numbers),
    )


def fault_of(word: OwnWord, lexicon: Lexicon) -> WordFault | None:
    """Say why a word cannot be added to a lexicon."""
    if not word.text.strip():
        return WordFault.EMPTY
    if word.group is WordGroup.NUMBER:
        return _fault_of_number(word, lexicon)
    return _fault_of_signs(word) or _fault_of_better(word) or _fault_beside(word, lexicon)


def _fault_of_number(word: OwnWord, lexicon: Lexicon) -> WordFault | None:
    digits = digits_of(word.text)
    if not FEWEST_DIGITS <= len(digits) <= MOST_DIGITS or re.search(r"[^\d\s()（）+—-]", word.text):
        return WordFault.NO_NUMBER
    if word.better:
        return WordFault.BETTER_HERE
    return WordFault.KNOWN if digits in lexicon.public_numbers else None


def _fault_of_signs(word: OwnWord) -> WordFault | None:
    wild = bool(_WILD.search(word.text))
    if wild and word.group not in _WITH_PATTERNS:
        return WordFault.NO_PATTERN_HERE
    signs = [sign for sign in _WILD.sub("", word.text) if not sign.isspace()]
    if len(signs) < SHORTEST:
        return WordFault.LOOSE_PATTERN if wild else WordFault.SHORT
    if not any(unicodedata.category(sign).startswith("L") for sign in signs):
        return WordFault.NO_LETTER
    return None


def _fault_of_better(word: OwnWord) -> WordFault | None:
    if word.group is WordGroup.WRONG and not word.better:
        return WordFault.NO_BETTER
    if word.better and word.group not in _WITH_BETTER:
        return WordFault.BETTER_HERE
    if word.better and stands_in(word, word.better):
        return WordFault.BETTER_HOLDS_IT
    return None


def _fault_beside(word: OwnWord, lexicon: Lexicon) -> WordFault | None:
    known = {one.text: one for one in lexicon.words}
    same = known.get(word.text)
    if word.group is not WordGroup.EXCEPT:
        return WordFault.KNOWN if same and same.role not in ("address", "label", "except") else None
    if same and same.kind is Kind.SECRECY_MARK:
        return WordFault.MARK_OF_SECRECY
    if same and same.role == "except":
        return WordFault.KNOWN
    held = [one for one in known.values() if one.role != "except" and one.text in word.text]
    return None if held else WordFault.NOTHING_IN_IT
