"""The pure rules of remedies: what a result comes to, what a file lacks, numbers."""

import re
from collections.abc import Iterable, Sequence

OTHER = "other"


def outcome_of(result: str, words: Iterable[tuple[str, Sequence[str]]]) -> str:
    """Return what a result comes to, by the first of the words found in it.

    `words` pairs outcomes with the words that tell them; a result without any is "other".
    """
    for outcome, telling in words:
        if any(word in result for word in telling):
            return outcome
    return OTHER


def is_known_result(result: str, words: Iterable[tuple[str, Sequence[str]]]) -> bool:
    """Say whether a result has any of the words that tell what it comes to."""
    return any(word in result for _outcome, telling in words for word in telling)


def missing_documents(documents: Iterable[str], required: Iterable[str]) -> tuple[str, ...]:
    """Return the required documents that a file does not hold."""
    held = set(documents)
    return tuple(document for document in required if document not in held)


def next_number(prefix: str, year: int, known: Iterable[str]) -> str:
    """Return the number after those that the year's register has, such as FY2012-04."""
    pattern = re.compile(rf"{prefix}{year}-(\d+)")
    serials = [int(match[1]) for number in known if (match := pattern.fullmatch(number))]
    return f"{prefix}{year}-{max(serials, default=0) + 1:02}"
