"""The conditions of decisions: a small part of FEEL, read into values and never run as a program.

`complete = "yes"`, `amount > 5000 and not(heard = "yes")`. Names, texts, numbers, true, false;
=, !=, <, <=, >, >=; and, or, not(...), brackets. Nothing can be called, and nothing is reached
beyond the answers that are handed in.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from operator import eq, ge, gt, le, lt, ne

from sunlit.kernel.refusals import Unacceptable
from sunlit.kernel.wording import Wording

LONGEST = 500
"""How many characters a condition may have."""
_DEEPEST = 20

Answer = str | int | Decimal | bool
Answers = Mapping[str, Answer]

_TOKENS = re.compile(
    r"""\s*(?:
        (?P<text>"(?:[^"\\]|\\["\\])*")
      | (?P<number>-?\d+(?:\.\d+)?)
      | (?P<name>[^\W\d]\w*)
      | (?P<sign><=|>=|!=|[=<>()])
    )""",
    re.VERBOSE,
)
_COMPARED = {"=": eq, "!=": ne, "<": lt, "<=": le, ">": gt, ">=": ge}
_KEYWORDS = {"and", "or", "not", "true", "false"}


class BadCondition(Unacceptable):
    """A condition that cannot be read, or that cannot be answered from what is known."""

    code = "bad_condition"

    def __init__(self, sentence: Wording, remedy: Wording | None = None) -> None:
        super().__init__(sentence, remedy or "")
        self.sentence = sentence


@dataclass(frozen=True, slots=True)
class Known:
    """A value that stands in the condition itself."""

    value: Answer


@dataclass(frozen=True, slots=True)
class Asked:
    """A value that an answer gives."""

    name: str


@dataclass(frozen=True, slots=True)
class Compared:
    """Two values beside one another."""

    left: "Known | Asked"
    sign: str
    right: "Known | Asked"


@dataclass(frozen=True, slots=True)
class Joined:
    """Conditions that must all hold (`and`), or one of which must (`or`), or must not (`not`)."""

    word: str
    parts: tuple["Condition", ...]


Condition = Known | Asked | Compared | Joined


@lru_cache(maxsize=1024)
def parsed(text: str) -> Condition:
    """Read a condition; raises `BadCondition`, saying where it breaks off."""
    if len(text) > LONGEST:
        raise _bad(text[:20] + "…", f"超过{LONGEST}个字符", f"is longer than {LONGEST} characters")
    return _Parser(text).whole()


def holds(condition: Condition, answers: Answers) -> bool:
    """Say whether a condition holds; raises `BadCondition` for what no answer says."""
    match condition:
        case Joined("and", parts):
            return all(holds(part, answers) for part in parts)
        case Joined("or", parts):
            return any(holds(part, answers) for part in parts)
        case Joined(_, parts):
            return not holds(parts[0], answers)
        case Compared(left, sign, right):
            return _compared(_value(left, answers), sign, _value(right, answers))
        case _:
            return _value(condition, answers) is True


def asked(condition: Condition) -> set[str]:
    """Return the names of the answers that a condition needs."""
    match condition:
        case Joined(_, parts):
            return set().union(*(asked(part) for part in parts))
        case Compared(left, _, right):
            return asked(left) | asked(right)
        case Asked(name):
            return {name}
        case _:
            return set()


def _value(operand: Known | Asked, answers: Answers) -> Answer:
    if isinstance(operand, Known):
        return operand.value
    try:
        return answers[operand.name]
    except KeyError:
        raise BadCondition(
            Wording(f"尚不知道“{operand.name}”。", f"“{operand.name}” is not known yet."),
            Wording("请先给出这一答案。", "Give this answer first."),
        ) from None


def _compared(left: Answer, sign: str, right: Answer) -> bool:
    kinds = {_kind(left), _kind(right)}
    if len(kinds) > 1 or (sign not in {"=", "!="} and kinds != {"number"}):
        raise BadCondition(
            Wording(
                f"“{left}”与“{right}”不能用“{sign}”比较。",
                f"“{left}” and “{right}” cannot be compared by “{sign}”.",
            )
        )
    return bool(_COMPARED[sign](left, right))


def _kind(value: Answer) -> str:
    if isinstance(value, bool):
        return "truth"
    return "text" if isinstance(value, str) else "number"


class _Parser:
    """Reads one condition from left to right."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = self._cut()
        self.at = 0
        self.depth = 0

    def _cut(self) -> list[tuple[str, str]]:
        tokens, place = [], 0
        while self.text[place:].strip():
            found = _TOKENS.match(self.text, place)
            if found is None or found.lastgroup is None:
                raise self._broken(self.text[place:].strip())
            tokens.append((found.lastgroup, found.group(found.lastgroup)))
            place = found.end()
        return tokens

    def whole(self) -> Condition:
        condition = self._any()
        if self.at < len(self.tokens):
            raise self._broken(self.tokens[self.at][1])
        return condition

    def _any(self) -> Condition:
        return self._list("or", self._all)

    def _all(self) -> Condition:
        return self._list("and", self._one)

    def _list(self, word: str, part: Callable[[], Condition]) -> Condition:
        parts = [part()]
        while self._next() == ("name", word):
            self.at += 1
            parts.append(part())
        return parts[0] if len(parts) == 1 else Joined(word, tuple(parts))

    def _one(self) -> Condition:
        if self._next() == ("name", "not"):
            self.at += 1
            return Joined("not", (self._bracket(),))
        if self._next() == ("sign", "("):
            return self._bracket()
        left = self._operand()
        kind, sign = self._next()
        if kind == "sign" and sign in _COMPARED:
            self.at += 1
            return Compared(left, sign, self._operand())
        return left

    def _bracket(self) -> Condition:
        self.depth += 1
        if self.depth > _DEEPEST:
            raise self._broken("(")
        self._expect("(")
        condition = self._any()
        self._expect(")")
        self.depth -= 1
        return condition

    def _operand(self) -> Known | Asked:
        kind, written = self._next()
        self.at += 1
        if kind == "text":
            return Known(re.sub(r"\\(.)", r"\1", written[1:-1]))
        if kind == "number":
            return Known(Decimal(written))
        if kind == "name" and written in {"true", "false"}:
            return Known(written == "true")
        if kind == "name" and written not in _KEYWORDS:
            return Asked(written)
        raise self._broken(written)

    def _expect(self, sign: str) -> None:
        if self._next() != ("sign", sign):
            raise self._broken(self._next()[1])
        self.at += 1

    def _next(self) -> tuple[str, str]:
        return self.tokens[self.at] if self.at < len(self.tokens) else ("end", "")

    def _broken(self, at: str) -> BadCondition:
        here = f"“{at}”" if at else ""
        return _bad(
            self.text,
            f"在{here or '末尾'}处读不下去",
            f"cannot be read at {here or 'its end'}",
        )


def _bad(text: str, zh: str, en: str) -> BadCondition:
    return BadCondition(
        Wording(f"条件“{text}”{zh}。", f"The condition “{text}” {en}."),
        Wording(
            '可以这样写：complete = "yes"，amount > 5000 and heard = "no"。',
            'Write it like: complete = "yes", or amount > 5000 and heard = "no".',
        ),
    )
